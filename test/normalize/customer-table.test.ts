import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/model/text-column.js';
import { kpiValue, loadTexts, reportTexts } from '../support/load-texts.js';

const DEALS = [
  'Deal ID,Account,Stage,Amount,Create Date,Close Date',
  'D1,Alpha,Closed Won,100,2024-01-02,2024-02-01',
  'D2,Beta,Closed Won,200,2024-01-02,2024-02-01',
  'D3,Gamma,Closed Lost,300,2024-01-02,2024-02-01',
  'D4,Delta,Closed Lost,400,2024-01-02,2024-02-01',
  '',
].join('\n');
const NORTH =
  'Account Name,Industry,Customer since,Churn date\nAlpha,Retail,2022-01-01,\nBeta,Banking,2022-02-01,2023-06-01\n';
const SOUTH =
  'Account Name,Industry,Customer since,Churn date\nGamma,Retail,2022-03-01,\nBETA.,Insurance,2022-02-01,\n';
const files = { 'deals.csv': DEALS, 'north.csv': NORTH, 'south.csv': SOUTH };

describe('several customers files', () => {
  it('are one list; a customer in two of them is the one of the last', async () => {
    const { dataset } = await loadTexts(files);
    const { customers } = dataset;
    const names = Array.from({ length: customers?.size ?? 0 }, (_, row) =>
      customers === null ? '' : cellText(customers.name, row),
    );
    expect(names).toEqual(['Alpha', 'Gamma', 'BETA.']);
    const { values } = dataset.deals.column('customer');
    expect([...(customers?.key ?? [])].map((code) => values[code])).toEqual(['Alpha', 'Gamma', 'Beta']);
    expect(dataset.sources.map(({ rows, records, skipped }) => [rows, records, skipped])).toEqual([
      [4, 4, []],
      [2, 1, [{ reason: 'repeated id', rows: 1 }]],
      [2, 2, []],
    ]);
  });

  it('decide retention together: all three of 2023-01-01 are still there a year later', async () => {
    const report = await reportTexts(files, { period: '2023' });
    expect(kpiValue(report, 'customer_retention_rate')).toBe(1);
    // The north alone has lost Beta.
    const north = await reportTexts({ 'deals.csv': DEALS, 'north.csv': NORTH }, { period: '2023' });
    expect(kpiValue(north, 'customer_retention_rate')).toBe(0.5);
  });

  it('give a breakdown the column of whichever has the customer, and count only who is in none', async () => {
    const report = await reportTexts(files, { by: ['Industry'] });
    const groups = report.breakdowns[0]?.groups.map(({ key, records }) => [key[0], records]).sort();
    expect(groups).toEqual([
      ['', 1],
      ['Banking', 1],
      ['Retail', 2],
    ]);
    const unmatched = report.warnings.filter(({ code }) => code === 'unmatched_join');
    expect(unmatched.map(({ message }) => message)).toEqual([
      expect.stringMatching(/north\.csv, .*south\.csv: 1 deal carries a Account that is not in it: "Delta"/),
    ]);
  });
});

describe('a customers file alone', () => {
  it('keeps every row, also of a name that stands twice', async () => {
    const { dataset } = await loadTexts({ 'deals.csv': DEALS, 'north.csv': `${NORTH}Alpha,Retail,2024-01-01,\n` });
    expect(dataset.customers?.size).toBe(3);
    expect(dataset.sources[1]).toMatchObject({ rows: 3, records: 3, skipped: [] });
  });
});
