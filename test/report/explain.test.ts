import { describe, expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { explanationSchema } from '../../src/report/schema.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/** The sixteen deals of the KPI reference, as a file. */
const SIXTEEN = `Deal ID,Account,Owner,Stage,Created,Closed,Amount,Probability,Expected close
D01,Alpha,Sara,Closed Won,2024-01-05,2024-02-19,12000,100,
D02,Beta,Sara,Closed Lost,2024-01-10,2024-03-10,8000,0,
D03,Gamma,Omid,Closed Won,2024-01-20,2024-03-04,20000,100,
D04,Delta,Omid,Closed Lost,2024-02-01,2024-05-01,15000,0,
D05,Alpha,Sara,Closed Won,2024-03-01,2024-03-31,6000,100,
D06,Eps,Lina,Closed Won,2024-03-15,2024-06-13,,100,
D07,Zeta,Lina,Closed Lost,2024-04-02,2024-07-01,30000,0,
D08,Gamma,Omid,Closed Won,2024-05-06,2024-06-05,9000,100,
D09,Eta,Lina,Closed Won,2024-06-10,2024-06-10,4000,100,
D10,Theta,Sara,Closed Lost,2024-07-01,2024-10-09,11000,0,
D11,Alpha,Omid,Closed Won,2024-08-01,2024-09-30,14000,100,
D12,Iota,Lina,Proposal,2024-09-02,,25000,40,2024-12-01
D13,Kappa,Sara,Proposal,2024-10-15,,10000,10,2025-02-28
D14,Gamma,Omid,Proposal,2024-11-20,,18000,60,2025-01-31
D15,Lam,Lina,Proposal,2024-12-10,,,20,2025-03-31
D16,Mu,Sara,Closed Won,2024-05-20,2024-05-10,5000,100,
`;
const loaded = loadTexts({ 'deals.csv': SIXTEEN });
const explained = async (id: string, more: Partial<Parameters<typeof explain>[1]> = {}) => {
  const document = explain(id, { today: day('2025-12-31'), asOf: '2024-12-31', ...more }, await loaded);
  return explanationSchema.parse(document);
};

describe('the arithmetic of a figure, with its numbers', () => {
  it.each([
    ['win_rate', '8 / 12 = 0.666667'],
    ['win_rate_value', '70,000 / 134,000 = 0.522388'],
    ['avg_deal_size', '70,000 / 7 = 10,000'],
    ['sales_cycle', '299 / 7 = 42.714286'],
    ['sales_cycle_lost', '340 / 4 = 85'],
    ['revenue_won', 'Σ (7) = 70,000'],
    ['sales_velocity', '4 × 0.666667 × 10,000 / 42.714286 = 624.303233'],
    ['repeat_purchase_rate', '2 / 5 = 0.4'],
  ])('%s', async (id, calculation) => {
    expect((await explained(id)).calculation).toBe(calculation);
  });

  it('is not there for a count, or without a value', async () => {
    expect((await explained('won_deals')).calculation).toBeNull();
    expect((await explained('quota_attainment')).calculation).toBeNull();
  });

  it('puts other KPIs into a formula made of them: 1 − 0.2 = 0.8', async () => {
    const settings = { retentionWindow: 120 };
    const churn = await explained('churn_rate', { period: '2024-07..2024-12', settings });
    expect(churn.calculation).toBe('1 − 0.2 = 0.8');
  });
});

it('stands the win rates by count, by value and of all created side by side', async () => {
  const { variants } = await explained('win_rate');
  expect(variants.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
    ['win_rate', 8, 12],
    ['win_rate_value', 70_000, 134_000],
    ['cohort_conversion', 8, 16],
  ]);
  expect((await explained('revenue_won')).variants).toEqual([]);
});

it('accounts for every record', async () => {
  expect((await explained('win_rate')).partition).toEqual({ records: 16, won: 8, lost: 4, open: 4, excluded: 0 });
});

it('adds up amounts and days of each part over all of its records, however few are shown', async () => {
  const value = (await explained('win_rate_value', { maxRows: 1 })).records;
  expect(value.map(({ part, total, priced, amount, shown }) => [part, total, priced, amount, shown.length])).toEqual([
    ['numerator', 7, 7, 70_000, 1],
    ['denominator', 11, 11, 134_000, 1],
    ['unpriced', 1, 0, null, 1],
  ]);
  const cycle = (await explained('sales_cycle')).records;
  expect(cycle.map(({ part, total, days, amount }) => [part, total, days, amount])).toEqual([
    ['counted', 7, 299, null],
    ['closed_before_created', 1, -10, null],
  ]);
});

it('lists every record with --rows, with file, row, owner, probability and expected date', async () => {
  const [counted] = (await explained('weighted_pipeline', { maxRows: 0 })).records;
  expect(
    counted?.shown.map(({ row, id, owner, amount, probability, expectedClose }) => [
      row,
      id,
      owner,
      amount,
      probability,
      expectedClose,
    ]),
  ).toEqual([
    [13, 'D12', 'Lina', 25_000, 0.4, '2024-12-01'],
    [14, 'D13', 'Sara', 10_000, 0.1, '2025-02-28'],
    [15, 'D14', 'Omid', 18_000, 0.6, '2025-01-31'],
  ]);
});

it('says whether the KPI meets its target', async () => {
  const { kpi } = await explained('win_rate', { targets: { win_rate: { min: 0.7 } } });
  expect(kpi?.target).toMatchObject({ min: 0.7, max: null, met: false });
});

it('without files has the definition alone', () => {
  const document = explain('win_rate', { today: day('2025-12-31') }, null);
  expect(explanationSchema.parse(document)).toMatchObject({ kpi: null, variants: [], partition: null, records: [] });
});
