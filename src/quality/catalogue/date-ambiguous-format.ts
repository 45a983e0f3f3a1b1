import { DATE_FIELDS } from '../dates.js';
import { defineRule } from '../definition.js';

export const dateAmbiguousFormat = defineRule({
  id: 'date.ambiguous_format',
  title: { en: 'Date columns that could be read two ways', fa: 'ستون‌های تاریخ با دو خوانش ممکن' },
  dimension: 'validity',
  severity: 'error',
  scope: 'column',
  condition: {
    en: 'Of all date columns, those in which every cell is a date both as day/month and as month/day, and the two differ in at least one cell.',
    fa: 'از همه‌ی ستون‌های تاریخ، آن‌هایی که همه‌ی خانه‌هایشان هم به‌صورت روز/ماه و هم ماه/روز تاریخ است و دست‌کم در یک خانه این دو تفاوت دارند.',
  },
  source: 'Soda, validity formats "date eu" and "date us"',
  needs: [],
  needsAny: DATE_FIELDS,
  affects: [
    'new_deals',
    'won_deals',
    'lost_deals',
    'win_rate',
    'revenue_won',
    'sales_cycle',
    'cohort_conversion',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population, ambiguous }) {
    if (population.size === 0) return { checked: 0, places: [] };
    const fields: readonly string[] = DATE_FIELDS;
    const columns = ambiguous.filter(({ field }) => fields.includes(field));
    const unsettled = new Set<string>(columns.map(({ field }) => field));
    const settled = DATE_FIELDS.filter((field) => population.has(field) && !unsettled.has(field)).length;
    return {
      checked: settled + columns.length,
      places: columns.map(({ file, column, field, taken, other, cells }) => ({
        place: { file, sheet: null, row: 0, line: null },
        field,
        column,
        args: { column, taken, other, cells },
      })),
    };
  },
  message: {
    en: ({ column, taken, other, cells }) =>
      `the dates of "${column}" are read as ${taken}, but fit ${other} as well: ${cells} ${cells === 1 ? 'date' : 'dates'} would change`,
    fa: ({ column, taken, other, cells }) =>
      `تاریخ‌های «${column}» به‌صورت ${inPersian(taken)} خوانده شد، ولی ${inPersian(other)} هم ممکن است: ${cells} تاریخ تغییر می‌کند`,
  },
  fix: {
    en: 'Say which it is: --date-order dmy or --date-order mdy; or export dates as 2025-01-31.',
    fa: 'بگویید کدام درست است: --date-order dmy یا --date-order mdy؛ یا تاریخ‌ها را به شکل 2025-01-31 خروجی بگیرید.',
  },
  examples: {
    accept: 'id created_at\nD1 13/02/2024\nD2 03/04/2024',
    reject: 'id created_at\nD1 05/02/2024\nD2 03/04/2024',
  },
});

function inPersian(order: string): string {
  return order === 'day/month' ? 'روز/ماه' : order === 'month/day' ? 'ماه/روز' : order;
}
