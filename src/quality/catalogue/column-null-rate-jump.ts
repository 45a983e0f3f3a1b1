import { z } from 'zod';
import { isoDay } from '../../model/civil-day.js';
import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { fisherExact } from '../../stats/two-rates.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { wholeFile } from '../places.js';
import { filledIn } from '../run-history.js';

/** Judgements of ours: a smaller change has no consequence, a likelier one is chance. */
const MOST_POINTS = 0.1;
const MOST_P = 0.01;
const FIELDS = Object.keys(DEAL_FIELDS) as DealFieldName[];

export const columnNullRateJump = defineRule({
  id: 'column.null_rate_jump',
  title: { en: 'Columns that are emptier than last time', fa: 'ستون‌هایی خالی‌تر از بار پیش' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'column',
  condition: {
    en: 'Of all columns of fields that the previous run of the history file (--run-history) had too, those whose share of empty cells has grown by more than 10 points (points), and not by chance (Fisher’s exact test, p < 0.01).',
    fa: 'از همه‌ی ستون‌های فیلدهایی که در اجرای پیشین فایل تاریخچه (--run-history) هم بودند، آن‌هایی که سهم خانه‌های خالی‌شان بیش از ۱۰ واحد (points) افزایش یافته و تصادفی نیست (آزمون دقیق فیشر، p < 0.01).',
  },
  source: 'Elementary, null percentage anomaly; R. A. Fisher, 1935',
  needs: [],
  needsAny: FIELDS,
  params: z.strictObject({ points: z.number().min(0).max(1).describe('growth of the share of empty cells, 0…1') }),
  defaults: { points: MOST_POINTS },
  affects: ['revenue_won', 'avg_deal_size', 'sales_cycle', 'win_rate', 'open_pipeline_value'],
  check({ population, deals, beside, params }) {
    const { previous } = beside;
    const [first] = population.rows;
    if (previous === null || previous.records === 0 || first === undefined) return { checked: 0, places: [] };
    const { records, filled, asOf } = previous;
    const size = population.size;
    const fields = FIELDS.filter((field) => population.has(field) && filled.has(field));
    const places = fields.flatMap((field) => {
      const empty = size - filledIn(population.column(field));
      const before = records - Math.min(records, filled.get(field) ?? 0);
      const grown = empty / size - before / records;
      if (grown <= params.points) return [];
      const p = fisherExact(empty, size, before, records);
      if (p === null || p >= MOST_P) return [];
      const percent = (n: number, of: number): number => Math.round((100 * n) / of);
      const args = { field, now: percent(empty, size), before: percent(before, records), day: isoDay(asOf) };
      return [{ place: wholeFile(deals.place(first)), field, args }];
    });
    return { checked: fields.length, places };
  },
  message: {
    en: ({ field, now, before, day }) => `${now} % of ${field} are empty, after ${before} % in the run of ${day}`,
    fa: ({ field, now, before, day }) => `${now}٪ از ${field} خالی است، پس از ${before}٪ در اجرای ${day}`,
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
