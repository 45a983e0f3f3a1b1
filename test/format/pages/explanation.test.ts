import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../../src/format/render.js';
import { EXPLANATION, REPORT, RULE_EXPLANATION } from '../../support/documents.js';

const table = async (explanation: typeof EXPLANATION): Promise<string> =>
  [...(await renderExplanation(explanation, 'table', { lang: 'en', color: false, width: 120 }))].join('');

describe('the page of an explanation', () => {
  it('gives definition, formula and source', async () => {
    const text = await table(EXPLANATION);
    expect(text).toMatch(/^Win rate\nWon deals over all deals closed in the period;/);
    expect(text).toMatch(/formula +won \/ \(won \+ lost\)/);
    expect(text).toMatch(/source +Newcombe 1998/);
  });

  it('gives the figure with its account', async () => {
    const text = await table(EXPLANATION);
    expect(text).toMatch(/value +8\/12 = 66\.7 %/);
    expect(text).toMatch(/95 % interval +39\.1–86\.2 % \(wilson\)/);
    expect(text).toMatch(/numerator +8\n +denominator +12\n/);
  });

  it('shows sums of money as money where a rate is one of values', async () => {
    const kpi = REPORT.kpis.find(({ id }) => id === 'win_rate_value') ?? null;
    const text = await table({ ...EXPLANATION, kpi });
    expect(text).toMatch(/numerator +70,000 USD\n +denominator +134,000 USD\n/);
    expect(text).toContain('1 without an amount: left out of Win rate by value');
  });

  it('shows the spread of a mean', async () => {
    const kpi = REPORT.kpis.find(({ id }) => id === 'sales_cycle') ?? null;
    expect(await table({ ...EXPLANATION, kpi })).toMatch(
      /spread +median 44 days, middle half 30–52\.5 days, p90 72 days, all 0–90 days/,
    );
  });

  it('lists the records of each part with file and row, and says how many there are', async () => {
    const text = await table(EXPLANATION);
    expect(text).toContain('Numerator: 8, the first 2');
    expect(text).toMatch(/hubspot\.csv:2 +D01 +Alpha: licence +won +12,000 +2024-01-05 +2024-02-19/);
    expect(text).toContain('Left out, closed before it was created: 1');
  });

  it('needs no files', async () => {
    expect(await table(RULE_EXPLANATION)).not.toContain('The figure');
  });
});
