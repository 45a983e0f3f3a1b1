import { cellText } from '../../model/text-column.js';
import { defineRule } from '../definition.js';

export const dealSnapshotConflict = defineRule({
  id: 'deal.snapshot_conflict',
  title: {
    en: 'Deals of which two files tell different facts',
    fa: 'معامله‌هایی که دو فایل درباره‌شان چیز متفاوت می‌گویند',
  },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with an id, those that stand in several files with facts that cannot both be true: another creation date, or another outcome, close date or amount of a deal that was closed already. What moves on between two exports (stage, expected close, the amount of an open deal) is no conflict.',
    fa: 'از همه‌ی معامله‌های دارای شناسه، آن‌هایی که در چند فایل با واقعیت‌های ناسازگار آمده‌اند: تاریخ ایجاد دیگر، یا نتیجه، تاریخ بستن یا مبلغ دیگر برای معامله‌ای که بسته شده بود. آنچه میان دو خروجی طبیعی تغییر می‌کند (مرحله، موعد بستن، مبلغ معامله‌ی باز) تناقض نیست.',
  },
  source: 'Snapshot comparisons of Clari and InsightSquared: a closed deal does not change',
  needs: ['id'],
  affects: ['won_deals', 'lost_deals', 'win_rate', 'revenue_won', 'sales_cycle'],
  check({ population, deals }) {
    const id = population.column('id');
    const found = [...deals.conflicts].sort((a, b) => a.kept - b.kept);
    return {
      checked: population.size,
      rows: Uint32Array.from(found, ({ kept }) => kept),
      describe(row, index) {
        const { place, field, other, counted } = found[index] as (typeof found)[number];
        return {
          place,
          field,
          value: other,
          args: { id: cellText(id, row), field, other, counted, file: place.file },
        };
      },
    };
  },
  message: {
    en: ({ id, field, other, counted, file }) =>
      `${NAMES[field].en} of ${id} is ${other} in ${file}, but ${counted} where it counts`,
    fa: ({ id, field, other, counted, file }) =>
      `${NAMES[field].fa} معامله‌ی ${id} در ${file} ${other} است، ولی آنچه شمرده شد ${counted} است`,
  },
  fix: {
    en: 'Find out in the CRM who changed the closed deal, and which of the two is true.',
    fa: 'در CRM ببینید چه کسی معامله‌ی بسته‌شده را تغییر داده و کدام درست است.',
  },
  examples: {
    accept: 'id outcome\nD1 won\nD2 lost',
    reject: 'id outcome\nD1 won\nD2 lost\n# conflicts\nD2 outcome won lost',
  },
});

const NAMES = {
  outcome: { en: 'the outcome', fa: 'نتیجه‌ی' },
  created_at: { en: 'the creation date', fa: 'تاریخ ایجاد' },
  closed_at: { en: 'the close date', fa: 'تاریخ بستن' },
  amount: { en: 'the amount', fa: 'مبلغ' },
} as const;
