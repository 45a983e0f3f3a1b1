import { isAllTime } from '../../model/period.js';
import { newCustomersByTenures } from '../by-tenures.js';
import { defineKpi } from '../definition.js';
import { withoutValue } from '../figures.js';
import { purchasesUntil } from '../purchases.js';

export const newCustomers = defineKpi({
  id: 'new_customers',
  title: { en: 'New customers', fa: 'مشتریان جدید' },
  unit: 'count',
  basis: 'closed',
  looksBack: true,
  better: 'higher',
  definition: {
    en: 'Customers whose first won deal in the data was won in the period; without a period, all customers. Credits (negative amounts) are no purchase. Without deals: those of a customers file or of paid subscriptions whose first day lies in the period.',
    fa: 'مشتریانی که نخستین معامله‌ی برنده‌شان در داده‌ها در این دوره بوده است؛ بدون دوره، همه‌ی مشتریان. مبلغ‌های منفی (برگشتی) خرید نیستند. بدون معامله: مشتریان فایل مشتریان یا اشتراک‌های پولی که در دوره شروع کرده‌اند.',
  },
  formula: 'count(customers whose first won deal closed in the period)',
  source: 'First purchase by close date.',
  needs: ['outcome', 'customer'],
  wants: ['closed_at', 'amount'],
  of: 'purchases',
  amounts: 'sign',
  byTenures: { always: false, measure: newCustomersByTenures },
  measure({ population, period }) {
    const { wins, deals, customers, excluded } = purchasesUntil(population, period);
    if (wins.size > 0 && deals.size === 0) return withoutValue('no_customers', { excluded });
    const days = population.column('closed_at');
    const first = new Int32Array(customers.count).fill(NO_ROW);
    deals.rows.forEach((row, position) => {
      const customer = customers.numbers[position] as number;
      const earlier = first[customer] as number;
      if (earlier === NO_ROW || (days[row] as number) < (days[earlier] as number)) first[customer] = row;
    });
    const rows = Uint32Array.from(first)
      .filter((row) => isAllTime(period) || (days[row] as number) >= period.start)
      .sort();
    return { value: rows.length, n: rows.length, rows, excluded };
  },
});

/** No deal seen yet. */
const NO_ROW = -1;
