import { filledIn } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { violating } from '../populations.js';
import { textAt } from '../texts.js';

export const dealIdMissing = defineRule({
  id: 'deal.id_missing',
  title: { en: 'Deals without an id in a file of ids', fa: 'معامله‌های بی‌شناسه در فایلی با شناسه' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all deals, where a file of deals has a column for the id, those whose id is empty: nobody can tell whether they stand in the file twice. A log of orders needs no ids.',
    fa: 'از همه‌ی معامله‌ها، اگر فایلی از معامله‌ها ستونی برای شناسه داشته باشد، آن‌هایی که شناسه‌شان خالی است: معلوم نیست دو بار در فایل آمده‌اند یا نه. فهرست سفارش‌ها شناسه نمی‌خواهد.',
  },
  source: 'Primary keys of dbt (not_null beside unique) and Frictionless (primary-key)',
  needs: ['id'],
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won'],
  check({ population, deals, beside: { sources } }) {
    const id = population.column('id');
    // Files that have no such column at all are no worse for standing beside one that has.
    const withIds = new Set(
      sources
        .filter(({ role, columns }) => role === 'deals' && columns.some(({ field }) => field === 'id'))
        .map(({ file }) => file),
    );
    const describe = () => ({ field: 'id' as const, args: undefined });
    if (withIds.size === 0) return violating(population.select(NONE), null, describe);
    if (filledIn(id) === population.size) return violating(population, null, describe);
    const judged = sources.length === 1 ? population : population.where((row) => withIds.has(deals.place(row).file));
    return violating(judged, (row) => textAt(id, row).trim() === '', describe);
  },
  message: { en: () => 'the id is empty', fa: () => 'شناسه خالی است' },
  fix: {
    en: 'Export the id of every deal; a row that is none (a note, a total) does not belong in the table.',
    fa: 'شناسه‌ی همه‌ی معامله‌ها را خروجی بگیرید؛ ردیفی که معامله نیست (یادداشت، جمع) جایش در جدول نیست.',
  },
  examples: {
    accept: 'id amount\nD1 5000\nD2 7000',
    reject: 'id amount\nD1 5000\n. 7000',
  },
});

const NONE = new Uint32Array(0);
