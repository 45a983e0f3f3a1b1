import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.js';
import { day } from '../support/deals.js';
import { kpiValue, loadTexts, reportTexts } from '../support/load-texts.js';

const HEADER = 'Deal ID,Deal Name,Account,Owner,Amount,Stage,Created,Close Date';
const row = (n: number, stage: string, owner = 'Sara'): string =>
  `D-${n},Deal ${n},Firm ${n},${owner},${100 * n},${stage},2024-01-0${n},2024-03-0${n}`;
const text = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
const checked = async (file: string): Promise<Map<string, number>> => {
  const { rules } = check(await loadTexts({ 'deals.csv': file }), { today: day('2024-04-01'), asOf: '2024-04-01' });
  return new Map(rules.filter(({ outcome }) => outcome === 'fail').map(({ id, violations }) => [id, violations]));
};

describe('errors of a spreadsheet in columns of text', () => {
  it('are no stage that might be open: the deal has no outcome', async () => {
    const file = text(row(1, 'Won'), row(2, 'Lost'), row(3, 'Won'), row(4, '#REF!'), row(5, 'Won'), row(6, 'Lost'));
    const report = await reportTexts({ 'deals.csv': file });
    expect(['won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(report, id))).toEqual([3, 2, 0]);
    expect(await checked(file)).toEqual(
      new Map([
        ['deal.outcome_unknown', 1],
        ['cell.unreadable', 1],
      ]),
    );
  });

  it.each(['#REF!', '#NAME?', '#DIV/0!', '#value!', '#NUM!'])(
    '%s is nobody, and an error of its cell',
    async (owner) => {
      const file = text(
        row(1, 'Won'),
        row(2, 'Lost'),
        row(3, 'Won', owner),
        row(4, 'Won'),
        row(5, 'Won'),
        row(6, 'Lost'),
      );
      expect(await checked(file)).toEqual(new Map([['cell.unreadable', 1]]));
      const { breakdowns } = await reportTexts({ 'deals.csv': file }, { by: ['owner'] });
      expect(JSON.stringify(breakdowns)).not.toContain(owner);
    },
  );

  it('leaves names alone that only begin with the sign, and #N/A, which is nothing', async () => {
    const file = text(row(1, 'Won', '#1 Team'), row(2, 'Lost', '#REF'), row(3, 'Won', '#N/A'), row(4, 'Won'));
    expect(await checked(file)).toEqual(new Map());
  });
});
