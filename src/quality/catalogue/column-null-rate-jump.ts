import { isoDay } from '../../model/civil-day.js';
import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { fisherExact } from '../../stats/two-rates.js';
import { defineRule } from '../definition.js';
import { measureOf } from '../earlier-runs.js';
import { manyRecords } from '../example.js';
import { quantity, share } from '../parameters.js';
import { wholeFile } from '../places.js';
import { filledIn } from '../run-history.js';

/** Judgements of ours: a smaller change has no consequence, a likelier one is chance. */
const MOST_POINTS = 0.1;
const MOST_P = 0.01;
const MOST_DEVIATIONS = 3.5;
const LEAST_POINTS = 0.02;
const FIELDS = Object.keys(DEAL_FIELDS) as DealFieldName[];

export const columnNullRateJump = defineRule({
  id: 'column.null_rate_jump',
  title: { en: 'Columns that are emptier than last time', fa: 'ستون‌هایی خالی‌تر از بار پیش' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'column',
  againstRuns: true,
  condition: {
    en: 'Of all columns of fields that earlier passing runs of the history file (--run-history) had too, those whose share of empty cells is more than 10 points (points) above the median of up to 8 of them; or, of at least 5 runs that differ, more than 3.5 robust standard deviations (z) and 2 points; and not by chance (Fisher’s exact test, p < 0.01).',
    fa: 'از همه‌ی ستون‌های فیلدهایی که در اجراهای پذیرفته‌شده‌ی پیشین فایل تاریخچه (--run-history) هم بودند، آن‌هایی که سهم خانه‌های خالی‌شان بیش از ۱۰ واحد (points) بالاتر از میانه‌ی حداکثر ۸ اجراست؛ یا اگر دست‌کم ۵ اجرای ناهم‌اندازه باشد، بیش از ۳٫۵ انحراف معیار مقاوم (z) و ۲ واحد؛ و تصادفی نیست (آزمون دقیق فیشر، p < 0.01).',
  },
  source: 'Elementary, null percentage anomaly; R. A. Fisher, 1935',
  needs: [],
  needsAny: FIELDS,
  params: {
    points: share('growth of the share of empty cells, 0…1'),
    z: quantity('robust standard deviations off the median of earlier runs that are allowed', 0),
  },
  defaults: { points: MOST_POINTS, z: MOST_DEVIATIONS },
  affects: ['revenue_won', 'avg_deal_size', 'sales_cycle', 'win_rate', 'open_pipeline_value'],
  check({ population, deals, beside, params }) {
    const first = population.at(0);
    const runs = beside.runs.filter(({ records }) => records > 0);
    const last = runs.at(-1);
    if (last === undefined || first === undefined) return { checked: 0, places: [] };
    const size = population.size;
    const fields = FIELDS.filter((field) => population.has(field) && last.filled.has(field));
    const places = fields.flatMap((field) => {
      const empty = size - filledIn(population.column(field));
      const shares = runs.flatMap(({ records, filled }) => {
        const full = filled.get(field);
        return full === undefined ? [] : [(records - Math.min(records, full)) / records];
      });
      const before = measureOf(shares);
      const grown = empty / size - before.median;
      const deviations = before.z(empty / size);
      const odd = deviations !== null && deviations > params.z && grown > LEAST_POINTS;
      if (grown <= params.points && !odd) return [];
      const p = fisherExact(empty, size, Math.round(before.median * last.records), last.records);
      if (p === null || p >= MOST_P) return [];
      const percent = (share: number): number => Math.round(100 * share);
      const told = { now: percent(empty / size), before: percent(before.median), runs: shares.length };
      return [{ place: wholeFile(deals.place(first)), field, args: { field, ...told, day: isoDay(last.asOf) } }];
    });
    return { checked: fields.length, places };
  },
  message: {
    en: ({ field, now, before, runs, day }) =>
      `${now} % of ${field} are empty, after ${before} % in ${runs === 1 ? `the run of ${day}` : `the last ${runs} passing runs (median), up to ${day}`}`,
    fa: ({ field, now, before, runs, day }) =>
      `${now}٪ از ${field} خالی است، پس از ${before}٪ در ${runs === 1 ? `اجرای ${day}` : `${runs} اجرای پذیرفته‌شده‌ی پیشین (میانه) تا ${day}`}`,
  },
  fix: {
    en: 'Look for what has changed: a field that was renamed, an integration that broke, a form that lost a question.',
    fa: 'ببینید چه تغییری کرده است: فیلدی که نامش عوض شده، یکپارچه‌سازی خراب، فرمی که پرسشی را از دست داده.',
  },
  examples: {
    accept: manyRecords('id owner', 18, 'D{n} Sara', 'E1 .', 'E2 .', '# previous 2024-12-01 20', 'field owner 20'),
    reject: manyRecords(
      'id owner',
      10,
      'D{n} Sara',
      ...Array.from({ length: 10 }, (_, n) => `E${n} .`),
      '# previous 2024-12-01 20',
      'field owner 20',
    ),
  },
});
