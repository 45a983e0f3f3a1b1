import { expect, it } from 'vitest';
import { figure, reportOf } from './support/run.js';

/* What a correct reading finds in the files of subscriptions and of customers alone, added by hand in the files. */

it('subscriptions.csv: what runs, what moved in 2024, and what is kept of its start', () => {
  const report = reportOf(['fixtures/crm/subscriptions.csv', '--period', '2024']);
  expect(report.sources[0]).toMatchObject({ role: 'subscriptions', records: 12 });
  expect(report.currency).toBe('EUR');
  // When 2024 begins: 100 of C-01, 1,200 a year of C-02, 450 a quarter of C-03, 40 of C-04. C-07 left the day before.
  const moved = {
    startMrr: 390,
    newMrr: 100,
    expansionMrr: 50,
    reactivationMrr: 40,
    contractionMrr: 60,
    churnedMrr: 140,
  };
  expect(figure(report.kpis, 'mrr')).toMatchObject({ value: 380, n: 4, details: moved });
  expect(figure(report.kpis, 'arr')).toMatchObject({ value: 12 * 380 });
  // C-01 pays 150, C-02 40, C-03 150, C-04 nothing; of each at most what it was, 100 + 40 + 150.
  expect(figure(report.kpis, 'net_revenue_retention')).toMatchObject({ value: 340 / 390 });
  expect(figure(report.kpis, 'gross_revenue_retention')).toMatchObject({ value: 290 / 390 });
  expect(figure(report.kpis, 'logo_churn')).toMatchObject({ value: 0.25, n: 4 });
  expect(figure(report.kpis, 'churn_rate')).toMatchObject({ value: 0.25, n: 4 });
  expect(report.series.find((one) => one.kpi === 'mrr')?.points.map(({ value }) => value)).toEqual([
    390, 390, 390, 440, 400, 400, 440, 440, 380, 380,
  ]);
});

it('customers-with-dates.csv: four are there when 2023 begins, two leave in it, one of them on its last day', () => {
  const report = reportOf(['fixtures/crm/customers-with-dates.csv', '--period', '2023']);
  expect(report.sources[0]).toMatchObject({ role: 'customers', records: 6 });
  expect(figure(report.kpis, 'customer_retention_rate')).toMatchObject({ value: 0.5, n: 4 });
  expect(figure(report.kpis, 'churn_rate')).toMatchObject({ value: 0.5, n: 4 });
  expect(figure(report.kpis, 'customers')).toMatchObject({ value: 6, details: { activeCustomers: 3 } });
  expect(figure(report.kpis, 'new_customers')).toMatchObject({ value: 1 });
  // 365 days of C-01, C-03 and C-06, 181 of C-02, 334 of C-04; two endings.
  expect(figure(report.kpis, 'customer_lifetime')).toMatchObject({ value: (3 * 365 + 181 + 334) / 2 });
});
