import type { CivilDay } from '../../model/civil-day.js';
import { ALL_TIME, isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { retentionByTenures } from '../by-tenures.js';
import { defineKpi, type Measurement, none } from '../definition.js';
import { type Account, leftOut, share, withoutValue } from '../figures.js';
import {
  customersOf,
  endedIn,
  negative,
  nonNegative,
  undatedClosed,
  withCustomer,
  withoutCustomer,
  won,
} from '../populations.js';
import { closingsReach } from '../reach.js';

export const customerRetentionRate = defineKpi({
  id: 'customer_retention_rate',
  title: { en: 'Customer retention rate', fa: 'نرخ حفظ مشتری' },
  unit: 'ratio',
  basis: 'all',
  atSnapshot: true,
  better: 'higher',
  definition: {
    en: 'Of the customers active at the start of the period, the share still active at its end. Active: a deal (no credit) won in the retention window (default 365 days) up to that day or, where a customers file or subscriptions have first and last days, begun before and not over: the last day is still one of the customer’s, so whoever ended on the day before the period is not active at its start. Without a period: the last window up to asOf. Null unless the deals reach back two windows.',
    fa: 'از مشتریان فعال در آغاز دوره، سهم آنان که در پایان نیز فعال‌اند. فعال یعنی تا آن روز در پنجره‌ی نگهداشت (پیش‌فرض ۳۶۵ روز) معامله‌ای (جز برگشتی) برنده شده باشد یا، اگر فایل مشتریان یا اشتراک‌ها روز شروع و پایان دارد، پیش از آن شروع شده و هنوز پایان نیافته باشد؛ روز پایان هنوز از روزهای مشتری است، پس کسی که روز پیش از دوره پایان یافته در آغاز آن فعال نیست. بدون دوره: آخرین پنجره تا تاریخ گزارش. اگر داده‌ها دو پنجره به عقب نرسند مقدار ندارد.',
  },
  formula: {
    en: '|active at start ∩ active at end| / |active at start|',
    fa: 'شمار مشتریان فعال در آغاز و پایان ÷ شمار مشتریان فعال در آغاز',
  },
  source:
    'Set form of (E − N) / S, which overstates retention when lapsed customers come back; both are given when they differ.',
  needs: ['outcome'],
  wants: ['customer', 'closed_at', 'amount'],
  of: 'purchases',
  amounts: 'sign',
  variants: ['churn_rate', 'same_customer_revenue_ratio', 'repeat_purchase_rate'],
  byTenures: { always: true, measure: retentionByTenures },
  measure({ population, period, asOf, settings }) {
    const window = settings.retentionWindow;
    const from = isAllTime(period) ? asOf - window : period.start - 1;
    const to = isAllTime(period) ? asOf : Math.min(period.end - 1, asOf);
    if (to <= from) return none('insufficient_history');
    for (const field of ['customer', 'closed_at'] as const) {
      if (!population.has(field)) return none(`missing_field:${field}`);
    }
    const wins = won(population);
    const datedWins = endedIn(wins, ALL_TIME);
    const dated = nonNegative(datedWins);
    const account = {
      excluded: () =>
        leftOut({
          undated_closed: undatedClosed(wins),
          without_customer: withoutCustomer(dated),
          negative_amount: negative(datedWins),
        }),
    };
    if (!closingsReach(population, from - window + 1)) return withoutValue('insufficient_history', account);
    return retention(activeByDeals(withCustomer(dated), from, to, window), account);
  },
});

/** What is known of one customer, as bits. */
const AT_START = 1;
const AT_END = 2;
/** Was a customer at some time up to the start. */
const BEFORE = 4;

function retention(states: Uint8Array, account: Account = {}): Measurement {
  let [start, end, kept, fresh] = [0, 0, 0, 0];
  for (let customer = 0; customer < states.length; customer++) {
    const state = states[customer] as number;
    if (state & AT_START) start++;
    if (state & AT_END) end++;
    if (state & AT_START && state & AT_END) kept++;
    if (state & AT_END && !(state & BEFORE)) fresh++;
  }
  const textbook = (end - fresh) / start;
  const details = {
    startCustomers: start,
    endCustomers: end,
    newCustomers: fresh,
    // What is neither kept nor new had lapsed and came back.
    ...(start > 0 && end - fresh !== kept ? { returnedCustomers: end - fresh - kept, textbook } : {}),
  };
  return share(kept, start, 'no_customers_at_start', { ...account, details });
}

/** States by the deals that customers have won: active for `window` days from each. */
function activeByDeals(
  deals: Population<'customer' | 'closed_at'>,
  from: CivilDay,
  to: CivilDay,
  window: number,
): Uint8Array {
  const days = deals.column('closed_at');
  const { count, numbers } = customersOf(deals);
  const states = new Uint8Array(count);
  deals.withRows((rows) => {
    for (let position = 0; position < rows.length; position++) {
      const day = days[rows[position] as number] as number;
      const customer = numbers[position] as number;
      let state = states[customer] as number;
      if (day <= from) state |= BEFORE;
      if (day <= from && day > from - window) state |= AT_START;
      if (day <= to && day > to - window) state |= AT_END;
      states[customer] = state;
    }
  });
  return states;
}
