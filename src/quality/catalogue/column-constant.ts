import { isoDay, NO_DAY } from '../../model/civil-day.js';
import { numbersIn } from '../../model/column.js';
import type { DealFieldName } from '../../model/fields.js';
import { DATE_FIELDS } from '../dates.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { textAt } from '../texts.js';

/** Of fewer deals, all may well be equal. */
const LEAST_DEALS = 20;
/** Fields that often and rightly have one value: a company has one currency and one pipeline. Dates that are derived repeat others. */
const FIELDS = [
  'name',
  'account',
  'account_id',
  'contact',
  'owner',
  'stage',
  'status',
  'amount',
  'probability',
  'source',
  'type',
  'lost_reason',
  'product',
  ...DATE_FIELDS,
] as const satisfies readonly DealFieldName[];
const TEXTS: ReadonlySet<DealFieldName> = new Set([
  'name',
  'account',
  'account_id',
  'contact',
  'owner',
  'stage',
  'status',
  'source',
  'type',
  'lost_reason',
  'product',
]);

export const columnConstant = defineRule({
  id: 'column.constant',
  title: { en: 'Columns with one value throughout', fa: 'ستون‌هایی با یک مقدار' },
  dimension: 'validity',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'Of all columns of fields (currency and pipeline aside) of at least 20 deals, those in which every deal has the same value: a default, a filter of the export, or the day of an import.',
    fa: 'از همه‌ی ستون‌های فیلدها (جز ارز و پایپ‌لاین) در دست‌کم ۲۰ معامله، آن‌هایی که همه‌ی معامله‌ها در آن‌ها یک مقدار دارند: پیش‌فرض، فیلتر خروجی، یا روز ورود گروهی.',
  },
  source: 'dbt_utils, not_constant',
  needs: [],
  needsAny: FIELDS,
  affects: ['win_rate', 'sales_cycle', 'avg_deal_size', 'new_deals'],
  check({ population, deals }) {
    const first = population.at(0);
    if (first === undefined || population.size < LEAST_DEALS) return { checked: 0, places: [] };
    const fields = FIELDS.filter((field) => population.has(field));
    const constant = fields.flatMap((field) => {
      const column = population.column(field);
      const valueAt: (row: number) => string | number =
        'kind' in column || ('codes' in column && !('numbers' in column))
          ? (row) => textAt(column, row)
          : numbersIn(column);
      const value = valueAt(first);
      if (value === '' || Number.isNaN(value) || value === NO_DAY) return [];
      // Most columns differ in the second row or soon after.
      return population.some((row) => valueAt(row) !== value) ? [] : [{ field, value: shown(field, value) }];
    });
    return {
      checked: fields.length,
      places: constant.map(({ field, value }) => ({
        place: deals.place(first),
        field,
        value,
        args: { field, value, n: population.size },
      })),
    };
  },
  message: {
    en: ({ field, value, n }) => `all ${n} deals have the same ${field}: ${value}`,
    fa: ({ field, value, n }) => `همه‌ی ${n} معامله ${field} یکسان دارند: ${value}`,
  },
  fix: {
    en: 'Export without a filter; if the CRM fills the field by itself, let people fill it.',
    fa: 'بدون فیلتر خروجی بگیرید؛ اگر CRM فیلد را خودکار پر می‌کند، بگذارید افراد پرش کنند.',
  },
  examples: {
    accept: manyRecords('id owner', 20, 'D{n} Sara', 'E1 Omid'),
    reject: manyRecords('id owner currency', 20, 'D{n} Sara EUR'),
  },
});

function shown(field: DealFieldName, value: string | number): string {
  if (TEXTS.has(field)) return String(value);
  return (DATE_FIELDS as readonly string[]).includes(field) ? isoDay(value as number) : String(value);
}
