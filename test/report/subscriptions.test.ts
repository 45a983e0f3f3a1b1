import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { renderReport } from '../../src/format/render.js';
import type { Report } from '../../src/index.js';
import { kpiValue, loadTexts, reportTexts, warningCodes } from '../support/load-texts.js';

const CUSTOMERS = `Customer ID,Company,Start Date,End Date,Status
C1,Larch,2022-01-10,,active
C2,Maple,2022-03-01,2023-06-30,churned
C3,Nettle,2022-06-01,,active
C4,Olive,2023-02-01,,active
C5,Poplar,2021-05-01,2022-12-31,churned
`;

const entry = (report: Report, id: string) => report.kpis.find((one) => one.id === id);

describe('customers alone', () => {
  it('have retention, churn, customers, new customers and a lifetime, told to be customers or found to be', async () => {
    for (const roles of [{}, { 'c.csv': 'customers' }] as const) {
      const report = await reportTexts({ 'c.csv': CUSTOMERS }, { period: '2023' }, roles);
      expect(report.sources[0]?.role).toBe('customers');
      // When 2023 begins C1, C2 and C3 are there; C5 had gone the day before. C2 leaves.
      expect(entry(report, 'customer_retention_rate')).toMatchObject({ n: 3, numerator: 2 });
      expect(entry(report, 'churn_rate')).toMatchObject({ n: 3, numerator: 1 });
      expect(kpiValue(report, 'customers')).toBe(5);
      expect(kpiValue(report, 'new_customers')).toBe(1);
      // The data end on 30 June: 181 days of C1, C2 and C3, 150 of C4; C2 ended.
      expect(kpiValue(report, 'customer_lifetime')).toBe(3 * 181 + 150);
      expect(entry(report, 'win_rate')).toMatchObject({ value: null, reason: 'no_deals' });
    }
  });

  it('are a short report: what is about deals is not listed, and nothing says that a column is missing', async () => {
    const report = await reportTexts({ 'c.csv': CUSTOMERS });
    const text = [...(await renderReport(report, 'markdown', { lang: 'en', color: false, width: 100 }))].join('');
    expect(text).toContain('Customer retention rate');
    expect(text).not.toContain('Win rate');
    expect(text).not.toContain('no column for');
    expect(text).not.toContain('0 records');
  });

  it('without a last day are refused, with the option that helps', async () => {
    const text = 'Customer ID,Company,Start Date\nC1,Larch,2022-01-10\n';
    const error = await loadTexts({ 'c.csv': text }, {}, { 'c.csv': 'customers' }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'no_deals' });
    const named = await reportTexts(
      { 'c.csv': text.replace('Start Date', 'Alpha').replace('\nC1', ',Omega\nC1') },
      { mapping: { 'customers.started_at': 'Alpha', 'customers.ended_at': 'Omega' } },
      { 'c.csv': 'customers' },
    );
    expect(kpiValue(named, 'customers')).toBe(1);
  });

  it('that are none for sure are refused, and taken at the user’s word', async () => {
    const text = 'Campaign,Client,Start Date,End Date\nSpring,Larch,2023-01-01,2023-03-31\n';
    const error = await loadTexts({ 'c.csv': text }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'no_deals' });
    const said = await reportTexts({ 'c.csv': text }, {}, { 'c.csv': 'customers' });
    expect(kpiValue(said, 'customers')).toBe(1);
  });

  it('of whom the status says that they have ended, and no date when, are said', async () => {
    const report = await reportTexts({ 'c.csv': CUSTOMERS.replace('2023-06-30', '') }, { period: '2023' });
    const retention = entry(report, 'customer_retention_rate');
    expect(retention).toMatchObject({ value: 1, n: 2 });
    expect(retention?.notes.map(({ code }) => code)).toContain('customers_ended_undated');
  });
});

const SUBSCRIPTIONS = `subscription_id,customer_id,plan,monthly_price,start_date,end_date,status,created_at
S1,C1,Pro,49,2023-01-01,,active,2023-01-01
S2,C2,Pro,49,2023-02-01,2023-08-01,churned,2023-02-01
S3,C3,Basic,19,2023-03-01,2023-09-01,cancelled,2023-03-01
S4,C4,Basic,19,2023-04-01,,active,2023-04-01
`;

describe('subscriptions', () => {
  it('alone are no deals, and tell the KPIs of customers', async () => {
    const report = await reportTexts({ 's.csv': SUBSCRIPTIONS }, { period: '2023-08' });
    expect(report.sources[0]?.role).toBe('subscriptions');
    expect(report.partition.records).toBe(0);
    expect(report.asOf).toBe('2023-09-01');
    // On 1 August all four are there, S2 on its last day.
    expect(entry(report, 'customer_retention_rate')).toMatchObject({ value: 0.75, n: 4 });
    expect(entry(report, 'customers')).toMatchObject({ value: 4, details: { activeCustomers: 3 } });
    expect(kpiValue(report, 'new_customers')).toBe(0);
    expect(warningCodes(report)).toEqual([]);
  });

  it('without a first day are refused', async () => {
    const text = 'Plan,Customer,MRR\nPro,Larch,49\n';
    const error = await loadTexts({ 's.csv': text }, {}, { 's.csv': 'subscriptions' }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'subscriptions_without_start' });
  });

  it('beside deals decide retention, and leave the deals alone', async () => {
    const deals = `Deal ID,Account ID,Stage,Amount,Created,Close Date
D1,C1,Closed Won,1000,2022-11-01,2022-12-20
D2,C9,Closed Lost,500,2023-01-05,2023-02-20
`;
    const report = await reportTexts({ 'd.csv': deals, 's.csv': SUBSCRIPTIONS }, { period: '2023-08' });
    expect(report.partition).toMatchObject({ records: 2, won: 1, lost: 1 });
    expect(entry(report, 'customer_retention_rate')).toMatchObject({ value: 0.75, n: 4 });
    expect(kpiValue(report, 'customers')).toBe(1);
  });

  it('are split by a column or a field of theirs', async () => {
    for (const by of ['plan', 'monthly_price']) {
      const report = await reportTexts({ 's.csv': SUBSCRIPTIONS }, { by: [by] });
      const groups = report.breakdowns[0]?.groups.map(({ key, records, kpis }) => [
        key[0],
        records,
        kpis.find(({ id }) => id === 'mrr')?.value,
      ]);
      // S1 and S4 run on.
      const [pro, basic] = by === 'plan' ? ['Pro', 'Basic'] : ['49', '19'];
      expect(groups).toEqual([
        [pro, 2, 49],
        [basic, 2, 19],
      ]);
    }
    const error = await reportTexts({ 's.csv': SUBSCRIPTIONS }, { by: ['plann'] }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'unknown_column' });
  });

  it('beside deals are not split by a field of the deals, and say so', async () => {
    const deals = 'Deal ID,Account ID,Owner,Stage,Close Date\nD1,C1,Ada,Closed Won,2022-12-20\n';
    const report = await reportTexts({ 'd.csv': deals, 's.csv': SUBSCRIPTIONS }, { by: ['owner'] });
    expect(kpiValue(report, 'mrr')).toBe(68);
    const reasons = report.breakdowns[0]?.groups[0]?.kpis.filter(({ reason }) => reason === 'not_by_group');
    expect(reasons?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['mrr', 'arr', 'logo_churn', 'customer_retention_rate']),
    );
  });
});
