/** The customer KPIs by first and last days: of a customers file, or of subscriptions. */
import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import { isAllTime, type Period } from '../model/period.js';
import { type KpiSettings, type Measurement, type Note, none } from './definition.js';
import { type Account, share, withoutValue } from './figures.js';
import { english, persian } from './notes.js';
import { FOREVER, type Span, spanOf, type Tenures } from './tenures.js';

/** What a KPI by tenures may see. */
export interface TenureContext {
  readonly tenures: Tenures;
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly settings: KpiSettings;
}

/** Share of the customers at the start of the span that are there at its end, too. */
export function retentionByTenures({ tenures, period, asOf, settings }: TenureContext): Measurement {
  const span = spanOf(period, asOf, settings.retentionWindow);
  if (span === null) return none('period_not_begun');
  if (!tenures.endsTold) return withoutValue('no_end_dates', accountOf(tenures));
  const { start, end, kept, fresh } = statesOf(tenures, span);
  const textbook = (end - fresh) / start;
  const details = {
    startCustomers: start,
    endCustomers: end,
    newCustomers: fresh,
    // What is neither kept nor new had lapsed and came back.
    ...(start > 0 && end - fresh !== kept ? { returnedCustomers: end - fresh - kept, textbook } : {}),
  };
  return share(kept, start, 'no_customers_at_start', { ...accountOf(tenures), details });
}

/** Customers that had begun by the end of the period; without a period all of them, dated or not. */
export function customersByTenures({ tenures, period, asOf }: TenureContext): Measurement {
  const end = isAllTime(period) ? asOf + 1 : Math.min(period.end, asOf + 1);
  const value = tenures.firstDay.reduce(
    (sum, day) => sum + (day === NO_DAY ? Number(isAllTime(period)) : Number(day < end)),
    0,
  );
  const active = statesOf(tenures, { start: end, end }).start;
  return { value, n: value, excluded: [], ...accountOf(tenures), details: { activeCustomers: active } };
}

/** Customers whose first day lies in the period; without a period all of them. */
export function newCustomersByTenures({ tenures, period, asOf }: TenureContext): Measurement {
  const end = isAllTime(period) ? asOf + 1 : Math.min(period.end, asOf + 1);
  const value = tenures.firstDay.reduce(
    (sum, day) =>
      sum +
      (day === NO_DAY ? Number(isAllTime(period)) : Number(day < end && (isAllTime(period) || day >= period.start))),
    0,
  );
  return { value, n: value, excluded: [], ...accountOf(tenures) };
}

/** Days that customers were customers, over how many stretches ended: in the period, or in all time. */
export function lifetimeByTenures({ tenures, period, asOf }: TenureContext): Measurement {
  if (!tenures.endsTold) return withoutValue('no_end_dates', accountOf(tenures));
  const { size, customer, from, to } = tenures.stretches;
  const first = isAllTime(period) ? NO_DAY : period.start;
  const last = isAllTime(period) ? asOf : Math.min(period.end - 1, asOf);
  if (last < first) return none('period_not_begun');
  let [days, endings] = [0, 0];
  const seen = new Set<number>();
  for (let at = 0; at < size; at++) {
    const [begun, ended] = [Math.max(from[at] as number, first), Math.min(to[at] as number, last)];
    if (ended < begun) continue;
    days += ended - begun + 1;
    seen.add(customer[at] as number);
    if (to[at] !== FOREVER && (to[at] as number) <= last) endings++;
  }
  const account = { ...accountOf(tenures), details: { customerDays: days, endings } };
  if (endings === 0) return withoutValue(seen.size === 0 ? 'no_customers_at_start' : 'nobody_ended', account);
  const rows = new Uint32Array(0);
  return {
    value: days / endings,
    n: seen.size,
    numerator: { total: days, rows },
    denominator: { total: endings, rows },
    excluded: [],
    ...account,
  };
}

/** Who is there at the bounds of a span: at the start, at the end, at both, and at the end for the first time. */
function statesOf({ customers, stretches, firstDay }: Tenures, span: Span) {
  const [AT_START, AT_END] = [1, 2];
  const states = new Uint8Array(customers);
  const { size, customer, from, to } = stretches;
  const thereAt = (at: number, bound: CivilDay): boolean => (from[at] as number) < bound && (to[at] as number) >= bound;
  for (let at = 0; at < size; at++) {
    const own = customer[at] as number;
    const state = (thereAt(at, span.start) ? AT_START : 0) | (thereAt(at, span.end) ? AT_END : 0);
    states[own] = (states[own] as number) | state;
  }
  let [start, end, kept, fresh] = [0, 0, 0, 0];
  states.forEach((state, own) => {
    if (state & AT_START) start++;
    if (state & AT_END) end++;
    if (state === (AT_START | AT_END)) kept++;
    if (state & AT_END && (firstDay[own] as number) >= span.start) fresh++;
  });
  return { start, end, kept, fresh };
}

/** What the figure was taken from, and whom it leaves out. */
function accountOf({ source, firstDay, endedUndated, endsTold, anyEnd }: Tenures): Account {
  const undated = firstDay.reduce((sum, day) => sum + Number(day === NO_DAY), 0);
  return {
    notes: [
      SOURCES[source],
      ...(undated === 0 ? [] : [counted('customers_undated', undated, UNDATED)]),
      ...(endedUndated === 0 ? [] : [counted('customers_ended_undated', endedUndated, ENDED_UNDATED)]),
      ...(anyEnd || !endsTold ? [] : [NOBODY_ENDED]),
    ],
  };
}

const SOURCES: { readonly [Source in Tenures['source']]: Note } = {
  customers: {
    code: 'from_customers',
    text: {
      en: 'by the first and last days of the customers file; the last day is still one of the customer’s',
      fa: 'از روزهای شروع و پایان فایل مشتریان؛ روز پایان هنوز از روزهای مشتری است',
    },
  },
  subscriptions: {
    code: 'from_subscriptions',
    text: {
      en: 'by the first and last days of paid subscriptions; the last day is still one of the customer’s',
      fa: 'از روزهای شروع و پایان اشتراک‌های پولی؛ روز پایان هنوز از روزهای مشتری است',
    },
  },
};

const UNDATED = {
  en: (n: string) => `without a first day, and active at no time: ${n}`,
  fa: (n: string) => `${n} مشتری بی‌تاریخ شروع، در هیچ روزی فعال به‌شمار نیامد`,
};
const ENDED_UNDATED = {
  en: (n: string) => `ended on a day that is not known, and active at no time: ${n}`,
  fa: (n: string) => `${n} مشتری در روزی نامعلوم پایان یافته و در هیچ روزی فعال به‌شمار نیامد`,
};
const NOBODY_ENDED: Note = {
  code: 'nobody_ended_in_file',
  text: {
    en: 'nobody in the file has ended: if it lists only those who stay, this is too good',
    fa: 'در فایل هیچ‌کس پایان نیافته است؛ اگر فایل تنها مشتریان مانده را دارد، این عدد بیش از واقعیت است',
  },
};

function counted(code: string, n: number, text: typeof UNDATED): Note {
  return { code, text: { en: text.en(english(n)), fa: text.fa(persian(n)) } };
}
