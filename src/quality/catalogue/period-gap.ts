import { isoDay } from '../../model/civil-day.js';
import { type DayCounts, dayCounts } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';
import { dated } from '../populations.js';

/** 1970-01-01 was a Thursday: weeks that begin on Monday begin three days before. */
const TO_MONDAY = 3;
const DAYS = 7;
/** Weeks with so many new deals on either side: by chance none is without any (Poisson, e^−5 < 1 %). */
const LEAST_BESIDE = 5;

export const periodGap = defineRule({
  id: 'period.gap',
  title: { en: 'Weeks without a new deal', fa: 'هفته‌های بدون معامله‌ی تازه' },
  dimension: 'completeness',
  severity: 'info',
  scope: 'file',
  condition: {
    en: 'Of all weeks (from Monday) between the first and the last creation date, runs of at least one week (weeks) in which no deal was created, between weeks with at least 5 (beside) new deals each: a filter, a lost part of the export, or a holiday.',
    fa: 'از همه‌ی هفته‌ها (از دوشنبه) میان نخستین و آخرین تاریخ ایجاد، بازه‌های دست‌کم یک هفته (weeks) که هیچ معامله‌ای در آن‌ها ایجاد نشده، میان هفته‌هایی با دست‌کم ۵ (beside) معامله‌ی تازه: فیلتر، بخشی گم‌شده از خروجی، یا تعطیلات.',
  },
  source: 'dbt_expectations, expect_row_values_to_have_data_for_every_n_datepart',
  needs: ['created_at'],
  params: {
    weeks: whole('weeks without a new deal that are reported', 1, 520),
    beside: whole('new deals in the week before and the week after', 1),
  },
  defaults: { weeks: 1, beside: LEAST_BESIDE },
  affects: ['new_deals', 'cohort_conversion'],
  check({ population, deals, params }) {
    const created = population.column('created_at');
    const begun = dated(population, 'created_at');
    const anyRow = begun.at(0);
    if (anyRow === undefined) return { checked: 0, places: [] };
    const weekOf = (day: number): number => Math.floor((day + TO_MONDAY) / DAYS);
    const counts = countBy(weekOf, dayCounts(created, begun));
    const weeks = [...counts.keys()].sort((a, b) => a - b);
    const places = weeks.flatMap((week, index) => {
      const before = weeks[index - 1];
      if (before === undefined || week - before - 1 < params.weeks) return [];
      if ((counts.get(before) ?? 0) < params.beside || (counts.get(week) ?? 0) < params.beside) return [];
      const { file, sheet } = deals.place(anyRow);
      const from = isoDay((before + 1) * DAYS - TO_MONDAY);
      const to = isoDay(week * DAYS - TO_MONDAY - 1);
      const place = { file, sheet, row: 0, line: null };
      return [{ place, field: 'created_at' as const, value: from, args: { from, to, weeks: week - before - 1 } }];
    });
    return { checked: (weeks.at(-1) ?? 0) - (weeks[0] ?? 0) + 1, places };
  },
  message: {
    en: ({ from, to, weeks }) =>
      `no deal was created from ${from} to ${to} (${weeks} ${weeks === 1 ? 'week' : 'weeks'}), though many before and after`,
    fa: ({ from, to, weeks }) =>
      `از ${from} تا ${to} (${weeks} هفته) معامله‌ای ایجاد نشده، با آنکه پیش و پس از آن بسیار است`,
  },
  fix: {
    en: 'Look for these weeks in the CRM; if they are a holiday, nothing has to be done.',
    fa: 'این هفته‌ها را در CRM ببینید؛ اگر تعطیلات بوده کاری لازم نیست.',
  },
  examples: {
    accept: `id created_at\n${weekOfDeals('A', '2024-03-04', 5)}\n${weekOfDeals('B', '2024-03-18', 4)}`,
    reject: `id created_at\n${weekOfDeals('A', '2024-03-04', 5)}\n${weekOfDeals('B', '2024-03-18', 5)}`,
  },
});

function weekOfDeals(prefix: string, day: string, n: number): string {
  return Array.from({ length: n }, (_, index) => `${prefix}${index} ${day}`).join('\n');
}

/** How many deals each period has, of those that have some. */
function countBy(periodOf: (day: number) => number, { first, counts }: DayCounts): Map<number, number> {
  const found = new Map<number, number>();
  counts.forEach((n, at) => {
    const period = periodOf(first + at);
    if (n > 0) found.set(period, (found.get(period) ?? 0) + n);
  });
  return found;
}
