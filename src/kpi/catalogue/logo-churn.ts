import { defineKpi, none } from '../definition.js';
import { leftOut, share } from '../figures.js';
import { withCustomer, withoutCustomer } from '../populations.js';
import { anyEnded, countedOf, LAST_DAY, levelsAt, logoChanges, NOBODY_ENDED } from '../recurring.js';
import { spanOf } from '../tenures.js';

export const logoChurn = defineKpi({
  id: 'logo_churn',
  title: { en: 'Logo churn', fa: 'نرخ ریزش مشترکان' },
  unit: 'ratio',
  basis: 'all',
  better: 'lower',
  definition: {
    en: 'Of the customers with a paid subscription at the start of the period, the share with none at its end, whatever they paid. A subscription runs through its last day: its customer churns on it, unless another one runs or begins the day after. Without a period: the last window up to asOf. Left out are subscriptions as at mrr, but one without a price counts, and one that names no customer does not; null where no column has their last days.',
    fa: 'از مشتریانی که در آغاز دوره اشتراک پولی دارند، سهم آنان که در پایان هیچ اشتراکی ندارند، هر مبلغی که می‌پرداخته‌اند. اشتراک تا پایان آخرین روزش برقرار است و مشتری در همان روز می‌رود، مگر اشتراک دیگری برقرار باشد یا فردایش آغاز شود. بدون دوره: آخرین پنجره تا تاریخ گزارش. اشتراک‌ها مانند mrr کنار گذاشته می‌شوند، جز آنکه بی‌مبلغ شمرده می‌شود و بی‌نام مشتری نه؛ اگر ستونی روز پایان را نگوید مقدار ندارد.',
  },
  formula: {
    en: 'churnedCustomers / startCustomers',
    fa: 'مشترکان ازدست‌رفته ÷ مشترکان آغاز دوره',
  },
  source: 'ChartMogul, customer churn rate; SaaS Metrics Standards Board, logo (customer) churn.',
  needs: ['outcome', 'customer', 'created_at'],
  wants: ['closed_at', 'amount'],
  of: 'subscriptions',
  amounts: 'sign',
  variants: ['churn_rate', 'gross_revenue_retention'],
  measure({ population, period, asOf, settings }) {
    const { paid, excluded } = countedOf(population);
    const account = {
      excluded: [...excluded, ...leftOut({ without_customer: withoutCustomer(paid) })],
      notes: [LAST_DAY, ...(anyEnded(paid) ? [] : [NOBODY_ENDED])],
    };
    if (!population.has('closed_at')) return none('no_end_dates', account.excluded);
    const span = spanOf(period, asOf, settings.retentionWindow);
    if (span === null) return none('period_not_begun', account.excluded);
    const changes = logoChanges(withCustomer(paid));
    const [before, after] = [levelsAt(changes, span.start), levelsAt(changes, span.end)];
    let [start, churned] = [0, 0];
    before.forEach((was, customer) => {
      if (was === 0) return;
      start++;
      if (after[customer] === 0) churned++;
    });
    const details = { startCustomers: start, churnedCustomers: churned };
    return share(churned, start, 'no_customers_at_start', { ...account, details });
  },
});
