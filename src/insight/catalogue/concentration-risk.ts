import { withAmounts } from '../../kpi/amounts.js';
import { closedIn, customersOf, nonNegative, priced, withCustomer, won } from '../../kpi/populations.js';
import { said } from '../../locale/said.js';
import { categoryAt } from '../../model/column.js';
import { concentration } from '../../stats/concentration.js';
import { shareInterval } from '../../stats/delta.js';
import { defineInsight, purchasesOf, rangeOf } from '../definition.js';

/** A customer of 10 % of revenue has to be disclosed (FASB ASC 280-10-50-42, IFRS 8.34). */
const DISCLOSED_FROM = 0.1;
/** With fewer customers every one is large, and with fewer deals the interval is a guess (judgements). */
const LEAST_CUSTOMERS = 5;
const LEAST_DEALS = 20;

export const concentrationRisk = defineInsight({
  id: 'concentration_risk',
  title: { en: 'Much of the won value hangs on one customer', fa: 'بخش بزرگی از فروش به یک مشتری وابسته است' },
  definition: {
    en: 'The largest customer makes more than 10 % of the won value by more than chance (the whole interval of the share lies above), among five customers and 20 won deals or more.',
    fa: 'بزرگ‌ترین مشتری بیش از تصادف بیش از ۱۰٪ ارزش معامله‌های برنده را می‌سازد (همه‌ی بازه‌ی سهم بالای آن است)، با دست‌کم پنج مشتری و ۲۰ معامله‌ی برنده.',
  },
  source: 'Limit: FASB ASC 280-10-50-42, IFRS 8.34. Ratio estimator, Cochran 1977; HHI, Hirschman 1945.',
  needs: ['outcome', 'customer', 'amount'],
  find(context) {
    const { question, currency } = context;
    if (context.kpi('revenue_won') === null) return [];
    const { population, of } = purchasesOf(question);
    const deals = withCustomer(nonNegative(priced(won(closedIn(population, question.period)))));
    const { count, numbers } = customersOf(deals);
    if (count < LEAST_CUSTOMERS || deals.size < LEAST_DEALS) return [];
    const totals = new Float64Array(count);
    const [largest, interval] = withAmounts(deals, (values) => {
      for (let index = 0; index < values.length; index++) {
        const customer = numbers[index] as number;
        totals[customer] = (totals[customer] as number) + (values[index] as number);
      }
      const most = totals.reduce((best, total, customer) => (total > (totals[best] as number) ? customer : best), 0);
      return [most, shareInterval(values, (index) => numbers[index] === most)];
    });
    const spread = concentration(totals);
    if (spread === null || interval === null || interval.low <= DISCLOSED_FROM) return [];
    const rows = deals.rows.filter((_, index) => numbers[index] === largest);
    const name = categoryAt(population.column('customer'), rows[0] as number);
    const value = totals[largest] as number;
    const share = value / spread.total;
    return [
      {
        severity: 'risk',
        title: said('concentration_risk', { share, customer: name }),
        detail: said('concentration_risk_detail', {
          value,
          currency,
          deals: rows.length,
          interval: rangeOf(interval),
          customers: spread.n,
          effectiveCustomers: spread.effective,
        }),
        impact: value,
        n: deals.size,
        interval,
        evidence: {
          customer: name,
          value,
          share,
          deals: rows.length,
          customers: spread.n,
          hhi: spread.hhi,
          effectiveCustomers: spread.effective,
          topTenShare: spread.topShare,
        },
        rows: () => rows,
        of,
      },
    ];
  },
});
