import { NO_DAY } from '../../model/civil-day.js';
import { ALL_TIME, isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { buyersOf } from '../by-customer.js';
import { newCustomersByTenures } from '../by-tenures.js';
import { defineKpi } from '../definition.js';
import { FigureOf, ListedWhenRead, withoutValue } from '../figures.js';
import { cached } from '../parts.js';
import { customersOf } from '../populations.js';
import { type Purchases, purchasesUntil } from '../purchases.js';
import { wholeOf } from '../whole.js';

export const newCustomers = defineKpi({
  id: 'new_customers',
  title: { en: 'New customers', fa: 'مشتریان جدید' },
  unit: 'count',
  basis: 'closed',
  looksBack: true,
  better: 'higher',
  adds: true,
  definition: {
    en: 'Customers whose first won deal in the data was won in the period; without a period, all customers. What was first is taken from the whole file, also in a group of deals and under a condition: who bought from another owner before is not new, and only customers whose first day has deals in several groups count in each. Credits (negative amounts) are no purchase. Without deals: those of a customers file or of paid subscriptions whose first day lies in the period.',
    fa: 'مشتریانی که نخستین معامله‌ی برنده‌شان در داده‌ها در این دوره بوده است؛ بدون دوره، همه‌ی مشتریان. نخستین خرید در همه‌ی فایل جسته می‌شود، در گروه‌ها و زیر شرط هم: کسی که پیش‌تر از مسئول دیگری خریده جدید نیست، و تنها مشتری‌ای که روز نخستش در چند گروه معامله دارد در هر یک شمرده می‌شود. مبلغ‌های منفی (برگشتی) خرید نیستند. بدون معامله: مشتریان فایل مشتریان یا اشتراک‌های پولی که در دوره شروع کرده‌اند.',
  },
  formula: {
    en: 'count(customers whose first won deal closed in the period)',
    fa: 'شمار مشتریانی که نخستین معامله‌ی برنده‌ی آن‌ها در دوره بسته شده است',
  },
  source: 'First purchase by close date.',
  needs: ['outcome', 'customer'],
  wants: ['closed_at', 'amount'],
  of: 'purchases',
  amounts: 'sign',
  byTenures: { always: false, measure: newCustomersByTenures },
  measure({ population, period, whole }) {
    const purchases = purchasesUntil(population, period);
    const { wins, deals, excluded } = purchases;
    if (wins.size > 0 && deals.size === 0) return withoutValue('no_customers', { excluded });
    const days = population.column('closed_at');
    const all = wholeOf({ population, whole }).population;
    const firstDays = all === population ? null : firstDaysOf(all);
    const customer = population.column('customer');
    // Of everything, every customer is one whose first purchase is in it.
    if (firstDays === null && isAllTime(period)) {
      const { count } = buyersOf(deals);
      const rows = new ListedWhenRead(() => firstPurchases(population, purchases).sort());
      return new FigureOf(rows, count, count, { excluded });
    }
    const isFirst = (row: number): boolean =>
      firstDays === null || firstDays.get(customer.values[customer.codes[row] as number] ?? '') === days[row];
    const first = firstPurchases(population, purchases);
    const counts = (row: number): boolean =>
      (isAllTime(period) || (days[row] as number) >= period.start) && isFirst(row);
    let value = 0;
    for (let at = 0; at < first.length; at++) if (counts(first[at] as number)) value++;
    return new FigureOf(new ListedWhenRead(() => first.filter(counts).sort()), value, value, { excluded });
  },
});

type Readable = Population<'outcome' | 'customer' | 'closed_at' | 'amount'>;

/** After every day: no deal seen yet, and a deal without a day. */
const NOTHING = 2 ** 31 - 1;
const UNDATED = NOTHING - 1;

/** The row of each customer's first purchase; one with a day comes before those without. */
function firstPurchases(population: Readable, { deals }: Purchases<Readable>): Uint32Array {
  const { count, numbers } = customersOf(deals);
  const days = population.column('closed_at');
  const first = new Uint32Array(count);
  const earliest = new Int32Array(count).fill(NOTHING);
  deals.withRows((rows) => {
    for (let position = 0; position < rows.length; position++) {
      const row = rows[position] as number;
      const customer = numbers[position] as number;
      const closed = days[row] as number;
      const day = closed === NO_DAY ? UNDATED : closed;
      if (day < (earliest[customer] as number)) {
        earliest[customer] = day;
        first[customer] = row;
      }
    }
  });
  return first;
}

/** The day of each customer's first purchase, by name: the numbers of rows and customers are others in a part. */
const firstDaysOf = cached((whole: Readable): ReadonlyMap<string, number> => {
  const [days, { codes, values }] = [whole.column('closed_at'), whole.column('customer')];
  const rows = firstPurchases(whole, purchasesUntil(whole, ALL_TIME));
  return new Map(Array.from(rows, (row) => [values[codes[row] as number] ?? '', days[row] as number]));
});
