import { civilDate, isoDay } from '../../model/civil-day.js';
import type { Place } from '../../model/deals.js';
import { dayCounts } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { share } from '../parameters.js';
import { dated, open } from '../populations.js';

/** Judgements of ours: by chance one day in thirty is a month's last. */
const MOST_MONTH_ENDS = 0.3;
const MOST_ON_ONE_DAY = 0.1;
const LEAST_ON_ONE_DAY = 10;
const LEAST_DEALS = 20;

export const dateMonthEndDefault = defineRule({
  id: 'date.month_end_default',
  title: { en: 'Expected close dates that nobody chose', fa: 'تاریخ‌های احتمالی بستن که کسی انتخابشان نکرده' },
  dimension: 'validity',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'The expected close dates of open deals (at least 20), where more than 30 % (monthEnds) are the last day of a month, or one day has more than 10 % (oneDay) and at least 10 of them: a default of the CRM, or a wish, is no forecast.',
    fa: 'تاریخ‌های احتمالی بستن معامله‌های باز (دست‌کم ۲۰)، اگر بیش از ۳۰٪ (monthEnds) آخرین روز ماه باشد، یا یک روز بیش از ۱۰٪ (oneDay) و دست‌کم ۱۰ معامله داشته باشد: پیش‌فرض CRM یا آرزو، پیش‌بینی نیست.',
  },
  source: 'Forecasting guides of Clari and Gong; the limits are ours',
  needs: ['outcome', 'expected_close'],
  params: {
    monthEnds: share('share of month ends that is allowed'),
    oneDay: share('share of a single day that is allowed'),
  },
  defaults: { monthEnds: MOST_MONTH_ENDS, oneDay: MOST_ON_ONE_DAY },
  affects: ['weighted_pipeline', 'open_pipeline_value'],
  check({ population, deals, params }) {
    const expected = population.column('expected_close');
    const judged = dated(open(population), 'expected_close');
    if (judged.size < LEAST_DEALS) return { checked: 0, places: [] };
    const { first, counts } = dayCounts(expected, judged);
    let ends = 0;
    let [busiest, most] = [0, 0];
    for (let at = 0; at < counts.length; at++) {
      const [day, n] = [first + at, counts[at] as number];
      if (n === 0) continue;
      if (civilDate(day + 1).day === 1) ends += n;
      if (n > most || (n === most && day < busiest)) [busiest, most] = [day, n];
    }
    const place = (test: (row: number) => boolean) => deals.place(judged.rows.find(test) ?? 0);
    const places: Found[] = [];
    if (ends > judged.size * params.monthEnds) {
      places.push({
        place: place((row) => civilDate((expected[row] as number) + 1).day === 1),
        field: 'expected_close' as const,
        args: { day: null, n: ends, all: judged.size },
      });
    }
    if (most >= LEAST_ON_ONE_DAY && most > judged.size * params.oneDay && places.length === 0) {
      places.push({
        place: place((row) => expected[row] === busiest),
        field: 'expected_close' as const,
        value: isoDay(busiest),
        args: { day: isoDay(busiest), n: most, all: judged.size },
      });
    }
    return { checked: 1, places };
  },
  message: {
    en: ({ day, n, all }) =>
      `${n} of ${all} open deals are expected to close ${day === null ? 'on the last day of a month' : `on ${day}`}: a default, not a forecast`,
    fa: ({ day, n, all }) =>
      `${n} معامله از ${all} معامله‌ی باز ${day === null ? 'آخرین روز ماه' : `روز ${day}`} بسته خواهد شد: پیش‌فرض است نه پیش‌بینی`,
  },
  fix: {
    en: 'Agree on a date with each customer; make the field empty by default.',
    fa: 'با هر مشتری تاریخی توافق کنید و پیش‌فرض فیلد را خالی بگذارید.',
  },
  examples: {
    accept: manyRecords(
      'id outcome expected_close',
      14,
      'D{n} open 2025-03-0{n}',
      ...Array.from({ length: 6 }, (_, n) => `E${n} open 2025-04-30`),
    ).replaceAll(/2025-03-0(1\d)/g, '2025-03-$1'),
    reject: manyRecords(
      'id outcome expected_close',
      13,
      'D{n} open 2025-03-0{n}',
      ...Array.from({ length: 7 }, (_, n) => `E${n} open 2025-04-30`),
    ).replaceAll(/2025-03-0(1\d)/g, '2025-03-$1'),
  },
});

interface Found {
  readonly place: Place;
  readonly field: 'expected_close';
  readonly value?: string;
  /** `day` is null where it is about month ends. */
  readonly args: { readonly day: string | null; readonly n: number; readonly all: number };
}
