import { LOST, OPEN, WON } from '../../model/outcome.js';
import { byOutcome } from '../../model/selections.js';
import { defineRule } from '../definition.js';

export const fileSurvivorOnly = defineRule({
  id: 'file.survivor_only',
  title: {
    en: 'Only won or only lost deals beside the open ones',
    fa: 'تنها معامله‌های برنده یا تنها ازدست‌رفته در کنار معامله‌های باز',
  },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'file',
  condition: {
    en: 'The files hold open and closed deals, and the closed ones are all won or all lost: the default list view of a CRM leaves the others out. Not so where the user says that the files are complete (--assume-complete, or assumeComplete in the config).',
    fa: 'فایل‌ها هم معامله‌ی باز دارند و هم بسته، و بسته‌شده‌ها همه برنده یا همه از دست رفته‌اند: نمای پیش‌فرض CRM بقیه را نشان نمی‌دهد. مگر آنکه کاربر بگوید فایل‌ها کامل‌اند (‎--assume-complete یا assumeComplete در تنظیمات).',
  },
  source: 'Survivorship bias; the default list views of Pipedrive and HubSpot hide lost deals',
  needs: ['outcome'],
  affects: [
    'win_rate',
    'win_rate_value',
    'cohort_conversion',
    'lost_deals',
    'won_deals',
    'sales_velocity',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population, deals, beside }) {
    const counts = byOutcome(population).map(({ size }) => size);
    const [open, won, lost] = [counts[OPEN] ?? 0, counts[WON] ?? 0, counts[LOST] ?? 0];
    if (open === 0 || won + lost === 0) return { checked: 0, places: [] };
    if ((won > 0 && lost > 0) || beside.complete === true) return { checked: 1, places: [] };
    const { file, sheet } = deals.place(population.at(0) ?? 0);
    return { checked: 1, places: [{ place: { file, sheet, row: 0, line: null }, args: { open, won, lost } }] };
  },
  message: {
    en: ({ open, won, lost }) =>
      lost === 0
        ? `${count(won, 'won deal')}, ${open} open, none lost: a filtered export has no win rate`
        : `${count(lost, 'lost deal')}, ${open} open, none won: a filtered export has no win rate`,
    fa: ({ open, won, lost }) =>
      lost === 0
        ? `${won} معامله‌ی برنده، ${open} باز و هیچ ازدست‌رفته: خروجی فیلتر شده نرخ برد ندارد`
        : `${lost} معامله‌ی ازدست‌رفته، ${open} باز و هیچ برنده: خروجی فیلتر شده نرخ برد ندارد`,
  },
  fix: {
    en: 'Export all deals, without a filter on stage or status. If the file is complete, say so: --assume-complete, or assumeComplete: true in the config.',
    fa: 'همه‌ی معامله‌ها را بدون فیلتر مرحله یا وضعیت خروجی بگیرید. اگر فایل کامل است، بگویید: ‎--assume-complete یا assumeComplete: true در تنظیمات.',
  },
  examples: {
    accept: 'id outcome\nD1 won\nD2 lost\nD3 open',
    reject: 'id outcome\nD1 won\nD2 won\nD3 open',
  },
});

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
