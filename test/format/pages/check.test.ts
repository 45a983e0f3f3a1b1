import { describe, expect, it } from 'vitest';
import { renderCheck } from '../../../src/format/render.js';
import { CHECK, PASSING_CHECK } from '../../support/documents.js';

const table = async (check: typeof CHECK): Promise<string> =>
  [...(await renderCheck(check, 'table', { lang: 'en', color: false, width: 100 }))].join('');

describe('the page of a check', () => {
  it('shows failed rules before warnings, and the one with most violations first', async () => {
    const text = await table(CHECK);
    const places = [
      'error deal.won_without_amount',
      'error deal.closed_before_created',
      'warn deal.open_past_close',
    ].map((start) => text.indexOf(start));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives each rule its count, share, money, samples, effect and fix', async () => {
    const text = await table(CHECK);
    expect(text).toContain(
      'error deal.closed_before_created · 1 of 12 (8.3 %), 5,000 EUR in those deals, over its limit',
    );
    expect(text).toContain('hubspot.csv:7 D06 won, but the amount is empty');
    expect(text).toContain('affects: revenue_won, avg_deal_size');
    expect(text).toContain('fix: Correct one of the two dates.');
  });

  it('points to the row of a sheet where there is no line', async () => {
    expect(await table(CHECK)).toContain('hubspot.csv Deals:17 D16');
  });

  it('shows five samples, and how to see the rest', async () => {
    const text = await table(CHECK);
    expect(text.match(/won, but the amount is empty/g)).toHaveLength(5);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '… 2 more: kpi check hubspot.csv --rules deal.won_without_amount --max-rows 0 --format json',
    );
  });

  it('shows a skipped rule with its reason and never among the passed', async () => {
    const [, passed = ''] = (await table(CHECK)).split(/Passed ─+\n/);
    expect(passed).toMatch(/^2 rules: deal\.id_duplicate, deal\.amount_negative\n/);
    expect(passed).toContain('the file has no column for the reason of loss: deal.lost_without_reason');
  });

  it('shows a rule that could not be evaluated before all others', async () => {
    const broken = {
      ...CHECK.rules[0],
      id: 'custom.broken',
      outcome: 'error',
      violations: 0,
    } as (typeof CHECK.rules)[0];
    const text = await table({ ...CHECK, rules: [...CHECK.rules, broken] });
    expect(text.indexOf('custom.broken')).toBeLessThan(text.indexOf('deal.won_without_amount'));
    expect(text).toContain('could not be evaluated');
  });

  it('ends with the verdict', async () => {
    expect((await table(CHECK)).trimEnd().split('\n').at(-1)).toBe(
      '✗ failed: errors 8, warnings 1, hints 0 · fails on: error',
    );
    expect((await table(PASSING_CHECK)).trimEnd().split('\n').at(-1)).toBe(
      '✓ passed: errors 0, warnings 0, hints 0 · fails on: warn',
    );
  });
});
