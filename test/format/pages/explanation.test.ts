import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../../src/format/render.js';
import { EXPLANATION, kpiEntry, MODEL_EXPLANATION, REPORT, RULE_EXPLANATION } from '../../support/documents.js';

const table = async (explanation: typeof EXPLANATION): Promise<string> =>
  [...(await renderExplanation(explanation, 'table', { lang: 'en', color: false, width: 120 }))].join('');

describe('the page of an explanation', () => {
  it('gives definition, formula and source', async () => {
    const text = await table(EXPLANATION);
    expect(text).toMatch(/^Win rate\n═+\nWon deals over all deals closed in the period;/);
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
    expect(text).toContain('Numerator: 8, the first 2 · amounts of 7: Σ 70,000');
    expect(text).toMatch(/hubspot\.csv:2 +D01 +Alpha: licence +won +12,000 +11,000 EUR +2024-01-05 +2024-02-19/);
    expect(text).toContain('Left out, closed before it was created: 1');
  });

  it('gives the arithmetic, and accounts for every record', async () => {
    const text = await table(EXPLANATION);
    expect(text).toMatch(/calculation +8 \/ 12 = 0\.666667\n/);
    expect(text).toMatch(/all records +16 records = 8 won \+ 4 lost \+ 4 open$/m);
  });

  it('stands the KPIs of a neighbouring question side by side', async () => {
    const text = await table(EXPLANATION);
    expect(text).toMatch(/Win rate +66\.7 % +8 +12 +won \/ \(won \+ lost\)/);
    expect(text).toMatch(/Win rate by value +52\.2 % +70,000 USD +134,000 USD/);
    expect(text).toMatch(/Cohort conversion +n\/a \(no deals created\)/);
  });

  it('gives the further figures by their names, and the parts by theirs', async () => {
    const ranking = [
      { key: 'Price', n: 3, amount: 150, share: 0.75 },
      { key: '', n: 1, amount: null, share: 0.25 },
    ];
    const kpi = kpiEntry({
      ...{ id: 'lost_reason_coverage', title: 'Lost deals with a reason', unit: 'ratio', value: 1, n: 4, ranking },
      details: { reasons: 2, coverage: 0.12345, nothing: null },
    });
    const text = await table({ ...EXPLANATION, kpi });
    expect(text).toMatch(/In detail ─+\n +reasons +2\n +coverage +0\.1235\n +nothing +n\/a\n/);
    expect(text).toMatch(/Why deals were lost ─+\n +Reason +Deals +Amount \(USD\) +Share\n/);
    expect(text).toMatch(/Price +3 +150 +75\.0 %\n +\(empty\) +1 +25\.0 %\n/);
  });

  it('shows probability, owner and expected date where the formula speaks of them', async () => {
    const [first, ...others] = EXPLANATION.records;
    if (first === undefined) throw new Error('no records');
    const shown = first.shown.map((record) => ({ ...record, probability: 0.4, expectedClose: '2025-01-31' }));
    const records = [{ ...first, shown }, ...others];
    expect(await table({ ...EXPLANATION, records })).not.toMatch(/40\.0 %|2025-01-31|Sara/);
    const formula = 'Σ amount × probability of owners, expected close < t';
    expect(await table({ ...EXPLANATION, formula, records })).toMatch(/Sara.*40\.0 %.*2025-01-31/);
  });

  it('shows the parameters and the fit of a model, and of each assumption whether it holds', async () => {
    const text = await table(MODEL_EXPLANATION);
    expect(text).toMatch(/α +4\.414 +0\.3782 +weeks\n +a +1,235 +n\/a/);
    expect(text).toMatch(/mean amount +35\.17 \(30 … 40\.50\)\n +log-likelihood +−9,582\.43\n +median +n\/a/);
    expect(text).toMatch(/0 +2024-01-05 +1,407\.7 +59\.8 %\n +7\+ +n\/a +72 +n\/a/);
    expect(text).toContain('= Customers buy at random.\n  Holds in these files: 74 % of both.\n  Else no.');
    expect(text).toContain('! They go on.\n  Does not hold in these files: 12, not 30.');
    expect(text).toContain('· They leave silently.\n  These files do not tell.');
  });

  it('says an assumption once, where several models of the page rest on it', async () => {
    const [model] = MODEL_EXPLANATION.models;
    if (model === undefined) throw new Error('no model');
    const text = await table({ ...MODEL_EXPLANATION, kind: 'section', models: [model, { ...model, id: 'other' }] });
    expect(text.match(/Customers buy at random/g)).toHaveLength(1);
    expect(text).toContain('And, of those that stand above: 3.');
  });

  it('needs no files', async () => {
    expect(await table(RULE_EXPLANATION)).not.toContain('The figure');
  });
});
