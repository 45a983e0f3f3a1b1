import type { CivilDay } from '../../model/civil-day.js';
import { ALL_TIME, isAllTime } from '../../model/period.js';
import { byDayUntil } from '../../model/selections.js';
import { dealsByCustomer } from '../by-customer.js';
import { defineKpi } from '../definition.js';
import { leftOut, mean, valuesIn, withoutValue } from '../figures.js';
import {
  closedIn,
  endedIn,
  negative,
  nonNegative,
  undatedClosed,
  withCustomer,
  withoutCustomer,
  won,
} from '../populations.js';

/** Fewer days say nothing of a year: one purchase in a week would be 52 a year (a judgement). */
const LEAST_DAYS = 28;
const DAYS_PER_YEAR = 365.25;

export const purchaseFrequency = defineKpi({
  id: 'purchase_frequency',
  title: { en: 'Purchase frequency', fa: 'دفعات خرید' },
  unit: 'per_year',
  basis: 'closed',
  atSnapshot: true,
  better: 'higher',
  definition: {
    en: 'Deals won in the period per customer who bought in it, as a number per year of 365.25 days; credits are no purchase. Purchases and days count up to the snapshot: of a period that is not over then its days so far, without a period those from the first purchase on. Null for under 28 days. Customers who bought nothing are not in it, so a short period overstates what a year will bring.',
    fa: 'معامله‌های برنده در دوره به ازای هر مشتری‌ای که در آن خرید کرده است، به شکل سالانه (۳۶۵٫۲۵ روز)؛ برگشتی خرید نیست. خریدها و روزها تا روز گزارش شمرده می‌شوند: از دوره‌ای که آن روز تمام نشده روزهای گذشته‌اش، و بدون دوره روزهای پس از نخستین خرید. برای کمتر از ۲۸ روز مقدار ندارد. مشتریان بی‌خرید در آن نیستند، پس دوره‌ی کوتاه بیش از واقع نشان می‌دهد.',
  },
  formula: {
    en: 'won deals / customers who bought / years',
    fa: 'معامله‌های برنده ÷ مشتریان خریدار ÷ سال‌ها',
  },
  source: 'Orders per customer in the period, annualised by its length.',
  needs: ['outcome', 'customer', 'closed_at'],
  wants: ['amount'],
  of: 'purchases',
  amounts: 'sign',
  measure({ population, period, asOf }) {
    const closedAt = population.column('closed_at');
    const dated = endedIn(won(closedIn(population, period)), ALL_TIME);
    const [wins, later] = byDayUntil(dated, closedAt, asOf);
    const bought = nonNegative(wins);
    const deals = withCustomer(bought);
    const account = {
      excluded: () =>
        leftOut({
          undated_closed: undatedClosed(won(population)),
          without_customer: withoutCustomer(bought),
          negative_amount: negative(wins),
          after_snapshot: later,
        }),
    };
    const purchases = dealsByCustomer(deals);
    const count = purchases.length;
    if (count === 0) return withoutValue('no_customers', account);
    const end = asOf + 1;
    const days = isAllTime(period)
      ? end - deals.withRows((rows) => firstDay(closedAt, rows))
      : Math.min(period.end, end) - period.start;
    if (days < LEAST_DAYS) return withoutValue('period_too_short', account);
    const years = days / DAYS_PER_YEAR;
    const perYear = new Float64Array(count);
    for (let customer = 0; customer < count; customer++) perYear[customer] = (purchases[customer] as number) / years;
    const details = { purchases: deals.size, customers: count, years };
    return mean(valuesIn(perYear), deals, 'no_customers', {
      ...account,
      details,
    });
  },
});

function firstDay(days: Int32Array, rows: Uint32Array): CivilDay {
  let first = days[rows[0] as number] as number;
  for (let at = 1; at < rows.length; at++) {
    const day = days[rows[at] as number] as number;
    if (day < first) first = day;
  }
  return first;
}
