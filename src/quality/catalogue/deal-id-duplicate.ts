import type { DuplicateRow } from '../../model/deals.js';
import { cellText } from '../../model/text-column.js';
import { filledIn } from '../column-facts.js';
import { defineRule } from '../definition.js';

export const dealIdDuplicate = defineRule({
  id: 'deal.id_duplicate',
  title: { en: 'Deal id stands in several rows', fa: 'شناسه‌ی معامله در چند ردیف' },
  dimension: 'uniqueness',
  severity: 'error',
  scope: 'row',
  condition: {
    en: 'Of all rows with a deal id, those that repeat the id of another row, with equal cells (identical) or not (conflicting). Such a row is not counted a second time; of conflicting rows the newest modified one counts, else a closed one, then the latest closing; the order of the rows decides nothing.',
    fa: 'از ردیف‌های دارای شناسه، آن‌هایی که شناسه‌ی ردیف دیگری را تکرار می‌کنند؛ با خانه‌های برابر (یکسان) یا متفاوت (متناقض). چنین ردیفی بار دوم شمرده نمی‌شود؛ از ردیف‌های متناقض، تازه‌ترین ویرایش شمرده می‌شود، وگرنه بسته‌شده و سپس آخرین تاریخ بسته شدن؛ ترتیب ردیف‌ها چیزی را تعیین نمی‌کند.',
  },
  source: 'Primary-key and uniqueness checks of dbt (unique), Frictionless (primary-key) and Soda (duplicate_count)',
  needs: ['id'],
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check({ population, deals }) {
    const id = population.column('id');
    const repeats = inFileOrder(deals.duplicates);
    const named = filledIn(id);
    return {
      checked: named + repeats.length,
      rows: Uint32Array.from(repeats, ({ kept }) => kept),
      describe(row, index) {
        const repeat = repeats[index];
        const text = cellText(id, row);
        const counted = deals.place(row);
        const elsewhere = repeat !== undefined && repeat.place.file !== counted.file ? counted.file : null;
        return {
          ...(repeat === undefined ? {} : { place: repeat.place }),
          field: 'id',
          value: text,
          args: { id: text, identical: repeat?.identical ?? true, row: counted.row, file: elsewhere },
        };
      },
    };
  },
  message: {
    en: ({ id, identical, row, file }) =>
      `the id ${id} stands in row ${row}${file === null ? '' : ` of ${file}`} already; ${identical ? 'every cell is equal, so the deal counts once' : 'the two differ, and only that row counts'}`,
    fa: ({ id, identical, row, file }) =>
      `شناسه‌ی ${id} در ردیف ${row}${file === null ? '' : ` فایل ${file}`} نیز هست؛ ${identical ? 'همه‌ی خانه‌ها برابرند و معامله یک بار شمرده شد' : 'این دو با هم تفاوت دارند و تنها همان ردیف شمرده شد'}`,
  },
  fix: {
    en: 'Export one row per deal (no line items, no joined activities), and merge records that the CRM holds twice.',
    fa: 'برای هر معامله یک ردیف خروجی بگیرید (نه یک ردیف برای هر قلم کالا یا فعالیت) و رکوردهای تکراری CRM را ادغام کنید.',
  },
  examples: {
    accept: 'id amount\nD1 5000\nD2 5000',
    reject: 'id amount\nD1 5000\nD1 7000',
  },
});

/** By the file's first appearance, then by row. */
function inFileOrder(duplicates: readonly DuplicateRow[]): readonly DuplicateRow[] {
  const rank = new Map<string, number>();
  for (const { place } of duplicates) if (!rank.has(place.file)) rank.set(place.file, rank.size);
  const rankOf = ({ place }: DuplicateRow): number => rank.get(place.file) ?? 0;
  return [...duplicates].sort((a, b) => rankOf(a) - rankOf(b) || a.place.row - b.place.row);
}
