import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { figure, type Report, ROOT, reportOf } from './support/run.js';

/*
 * What a correct reading finds in each fixture. The numbers were counted by hand in the files (the HubSpot export's
 * with a separate script over its cells), not taken from the program.
 */

const value = (report: Report, id: string): number | null => figure(report.kpis, id).value;
const values = (report: Report, ids: readonly string[]): (number | null)[] => ids.map((id) => value(report, id));
const COUNTS = ['won_deals', 'lost_deals', 'open_deals'];

describe('fixtures/', () => {
  it('are all described in the README, and nothing else is', () => {
    const page = readFileSync(`${ROOT}fixtures/README.md`, 'utf8');
    const named = [...page.matchAll(/`(crm\/[^`]+)`/g)].map(([, name]) => name);
    const there = readdirSync(`${ROOT}fixtures/crm`).map((name) => `crm/${name}`);
    expect(named.sort()).toEqual(there.sort());
  });

  it('has the workbook that its script writes', () => {
    const before = readFileSync(`${ROOT}fixtures/crm/workbook.xlsx`);
    const run = spawnSync(process.execPath, ['fixtures/build-workbook.mjs'], { cwd: ROOT, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(readFileSync(`${ROOT}fixtures/crm/workbook.xlsx`).equals(before)).toBe(true);
  });
});

describe('hubspot.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/hubspot.csv']);
  });

  it('holds 60 deals in 62 rows: 30 won, 21 lost, 9 open at 26 June 2025', () => {
    expect(report.sources).toMatchObject([{ preset: 'hubspot', rows: 62, role: 'deals' }]);
    expect(report.partition).toEqual({ records: 60, won: 30, lost: 21, open: 9, excluded: 0 });
    expect(report.asOf).toBe('2025-06-26');
  });

  it('is worth 916,800 in 29 priced wins, one win has no amount', () => {
    expect(value(report, 'revenue_won')).toBe(916_800);
    const size = figure(report.kpis, 'avg_deal_size');
    expect(size.n).toBe(29);
    expect(size.value).toBeCloseTo(916_800 / 29, 8);
    expect(size.excluded).toContainEqual({ reason: 'unpriced', n: 1 });
  });

  it('took 2,025 days over 29 wins, the one closed before it was created left out', () => {
    const cycle = figure(report.kpis, 'sales_cycle');
    expect([cycle.n, (cycle.value ?? 0) * 29]).toEqual([29, expect.closeTo(2025, 6)]);
    expect(cycle.excluded).toContainEqual({ reason: 'closed_before_created', n: 1 });
  });

  it('has 12 customers, 8 of whom bought again, and 319,150 open', () => {
    expect(values(report, ['customers', 'open_pipeline_value'])).toEqual([12, 319_150]);
    expect(value(report, 'repeat_purchase_rate')).toBeCloseTo(8 / 12, 12);
  });
});

describe('salesforce-report.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/salesforce-report.csv']);
  });

  it('holds ten deals and a footer', () => {
    expect(report.sources).toMatchObject([{ preset: 'salesforce', records: 10 }]);
    expect(values(report, COUNTS)).toEqual([5, 2, 3]);
    expect(report.asOf).toBe('2025-06-25');
  });

  it('adds up the converted amounts: 48,000 + 21,000 + 12,500 + 3,150 + 29,900', () => {
    expect(report.currency).toBe('EUR');
    expect(value(report, 'revenue_won')).toBe(114_550);
    expect(value(report, 'open_pipeline_value')).toBe(45_400);
  });

  it('reads month before day: (61 + 75 + 33 + 18 + 40) / 5 days', () => {
    expect(value(report, 'sales_cycle')).toBeCloseTo(45.4, 10);
    expect(value(report, 'repeat_purchase_rate')).toBeCloseTo(2 / 3, 12);
  });
});

describe('salesforce-api.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/salesforce-api.csv']);
  });

  it('takes outcomes from IsWon and IsClosed, and ids with their case', () => {
    expect(report.sources).toMatchObject([{ preset: 'salesforce', records: 8 }]);
    expect(report.partition).toEqual({ records: 8, won: 4, lost: 2, open: 2, excluded: 0 });
  });

  it('is worth 88,000 + 14,250.50 + 9,900 + 5,200, and 106,000 × ½ in the pipeline', () => {
    expect(values(report, ['revenue_won', 'open_pipeline_value', 'weighted_pipeline'])).toEqual([
      117_350.5, 106_000, 53_000,
    ]);
  });

  it('took (83 + 31 + 47 + 15) / 4 days and has three customers by account id', () => {
    expect(values(report, ['sales_cycle', 'customers'])).toEqual([44, 3]);
  });
});

describe('pipedrive.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/pipedrive.csv']);
  });

  it('takes outcomes from the status', () => {
    expect(report.sources).toMatchObject([{ preset: 'pipedrive', records: 8 }]);
    expect(values(report, COUNTS)).toEqual([4, 2, 2]);
    expect(value(report, 'sales_cycle')).toBe((44 + 34 + 36 + 4) / 4);
  });

  it('never adds euros to zloty', () => {
    const revenue = figure(report.kpis, 'revenue_won');
    expect([revenue.value, revenue.reason]).toEqual([null, 'mixed_currencies']);
    expect(revenue.byCurrency).toMatchObject([
      { currency: 'EUR', value: 9_350 },
      { currency: 'PLN', value: 7_800 },
    ]);
  });
});

describe('workbook.xlsx', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/workbook.xlsx']);
  });

  it('finds the header in row 4 of the visible sheet, and eight deals between the title and the total', () => {
    expect(report.sources).toMatchObject([{ sheet: 'Report', headerRow: 4, records: 8 }]);
    expect(values(report, COUNTS)).toEqual([4, 2, 2]);
    expect(report.asOf).toBe('2025-05-12');
  });

  it('is worth 18,400 + 27,350 + 6,100 + 11,999.99 in (44 + 70 + 23 + 41) / 4 days', () => {
    expect(value(report, 'revenue_won')).toBeCloseTo(63_849.99, 8);
    expect(value(report, 'sales_cycle')).toBe(44.5);
  });
});

describe('leads.csv with deals-with-leads.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/leads.csv', 'fixtures/crm/deals-with-leads.csv']);
  });

  it('is recognized as leads and deals', () => {
    expect(report.sources.map(({ role, records }) => [role, records])).toEqual([
      ['leads', 10],
      ['deals', 7],
    ]);
  });

  it('converted three of ten leads: those with a won deal', () => {
    const rate = figure(report.kpis, 'lead_conversion_rate');
    expect([rate.numerator, rate.denominator, rate.value]).toEqual([3, 10, 0.3]);
    expect(values(report, ['won_deals', 'revenue_won'])).toEqual([5, 20_700]);
  });
});

describe('persian.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/persian.csv']);
  });

  it('is read to the last digit', () => {
    expect(values(report, COUNTS)).toEqual([5, 1, 2]);
    expect(values(report, ['revenue_won', 'open_pipeline_value'])).toEqual([2_135_000_000, 2_140_000_000]);
    expect(value(report, 'sales_cycle')).toBe((42 + 47 + 20 + 42 + 14) / 5);
    expect(report.asOf).toBe('2025-04-12');
  });

  it('takes a name for the same with an Arabic and with a Persian ye: two of three customers bought again', () => {
    expect(value(report, 'customers')).toBe(3);
    expect(value(report, 'repeat_purchase_rate')).toBeCloseTo(2 / 3, 12);
  });
});

describe('orders.csv', () => {
  let report: Report;
  beforeAll(() => {
    report = reportOf(['fixtures/crm/orders.csv']);
  });

  it('is recognized as orders: 17 lines make 11 invoices', () => {
    expect(report.sources).toMatchObject([
      { role: 'orders', rows: 17, records: 11, skipped: [{ reason: 'line item', rows: 6 }] },
    ]);
    expect(report.asOf).toBe('2024-02-21');
  });

  it('earns 50 + 60 + 20 + 40 + 100 + 90 + 25, less returns of 12.50 + 120 + 10 + 3; a purchase is 55 on average', () => {
    expect(value(report, 'revenue_won')).toBe(385 - 145.5);
    expect(value(report, 'avg_deal_size')).toBe(55);
    expect(values(reportOf(['fixtures/crm/orders.csv', '--period', '2023']), ['revenue_won', 'new_customers'])).toEqual(
      [127.5, 3],
    );
    expect(figure(report.kpis, 'win_rate').reason).toBe('no_lost_deals_in_file');
  });

  it('has three customers, two of whom bought again; who only gave back is none', () => {
    expect(value(report, 'customers')).toBe(3);
    expect(value(report, 'repeat_purchase_rate')).toBeCloseTo(2 / 3, 12);
    expect(figure(report.kpis, 'customers').excluded).toEqual([
      { reason: 'without_customer', n: 1 },
      { reason: 'negative_amount', n: 4 },
    ]);
  });

  it('is worth (102.50 + 150 − 20) / 3 a customer, returns taken off', () => {
    expect(value(report, 'clv_historic')).toBe(77.5);
    expect(figure(report.kpis, 'clv_historic').excluded).toContainEqual({ reason: 'negative_amount', n: 2 });
  });
});
