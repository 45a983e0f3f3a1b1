import { describe, expect, it } from 'vitest';
import { type CheckRequest, check } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

const HEADER = 'Deal ID,Deal Name,Owner,Amount,Stage,Created,Close Date,Probability';

/** Twenty won deals; the first cells of a column are words. */
async function outcome(column: string, words: number, request: Partial<CheckRequest>) {
  const at = HEADER.split(',').indexOf(column);
  const rows = Array.from({ length: 20 }, (_, n) => {
    const two = String(n + 1).padStart(2, '0');
    const cells = [
      `D-${n}`,
      `Deal ${n}`,
      'Sara',
      String(900 + n * 7),
      'Won',
      `2024-01-${two}`,
      `2024-03-${two}`,
      '100',
    ];
    if (n < words) cells[at] = 'soon';
    return cells.join(',');
  });
  const loaded = await loadTexts({ 'deals.csv': [HEADER, ...rows, ''].join('\n') });
  const { summary, rules } = check(loaded, { today: day('2024-04-01'), asOf: '2024-04-01', ...request });
  return [summary.outcome, ...rules.filter((one) => one.outcome === 'fail').map(({ id }) => id)];
}

describe('selected rules about a column that was left out', () => {
  it.each([
    ['Close Date', 'date.unparseable'],
    ['Amount', 'amount.unparseable'],
    ['Amount', 'amount.*'],
    ['Probability', 'cell.unreadable'],
  ])('%s: what %s finds in a few cells is not forgotten where most are damaged', async (column, rule) => {
    expect((await outcome(column, 2, { select: [rule] }))[0]).toBe('fail');
    expect(await outcome(column, 15, { select: [rule] })).toEqual(['fail', 'column.refused']);
  });

  it('fails where another rule needs the column, and not where none does', async () => {
    const select = ['deal.won_without_amount', 'deal.owner_missing'];
    expect(await outcome('Amount', 15, { select })).toEqual(['fail', 'column.refused']);
    expect(await outcome('Amount', 15, { select: ['deal.owner_missing'] })).toEqual(['pass']);
  });

  it('says nothing of it where the rule was taken away or switched off', async () => {
    expect(await outcome('Close Date', 15, { select: ['date.*', '-column.refused'] })).toEqual(['pass']);
    const rules = { 'column.refused': 'off' } as const;
    expect(await outcome('Close Date', 15, { select: ['date.*'], rules })).toEqual(['pass']);
  });

  it('fails for a required rule whose column was left out, whatever else is switched off', async () => {
    const rules = { 'column.refused': 'off' } as const;
    expect(await outcome('Close Date', 15, { require: ['date.unparseable'], rules })).toEqual([
      'fail',
      'date.unparseable',
    ]);
    expect(await outcome('Close Date', 0, { require: ['date.unparseable'], rules })).toEqual(['pass']);
  });
});
