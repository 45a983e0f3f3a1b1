import { defineRule } from '../definition.js';
import { rowOfFile } from '../places.js';

export const fileTruncated = defineRule({
  id: 'file.truncated',
  title: { en: 'Files that break off', fa: 'فایل‌های ناقص' },
  dimension: 'integrity',
  severity: 'error',
  scope: 'file',
  condition: {
    en: 'Of all files that were read, those with a quote that is opened and never closed: the file was cut off, or a quote was not doubled, and what follows may have been swallowed. A file that cannot be opened at all ends the run (exit 3).',
    fa: 'از همه‌ی فایل‌های خوانده‌شده، آن‌هایی که گیومه‌ای در آن‌ها باز شده و بسته نشده است: فایل بریده شده یا گیومه‌ای دوتایی نوشته نشده و شاید بخشی از داده‌ها از دست رفته باشد. فایلی که اصلاً باز نشود اجرا را پایان می‌دهد (کد خروج ۳).',
  },
  source: 'Frictionless, source-error; RFC 4180, section 2.7',
  needs: [],
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won'],
  check({ population, beside }) {
    if (population.size === 0) return { checked: 0, places: [] };
    return {
      checked: beside.sources.length,
      places: beside.sources.flatMap((source) =>
        source.findings
          .filter(({ code }) => code === 'unterminated_quote')
          .map(({ places, lines }) => {
            const row = places[0] ?? 0;
            return { place: rowOfFile(source, row, lines?.[0]), args: { row } };
          }),
      ),
    };
  },
  message: {
    en: ({ row }) =>
      row === 0 ? 'a quote is opened and never closed' : `the quote that is opened in row ${row} is never closed`,
    fa: ({ row }) =>
      row === 0 ? 'گیومه‌ای باز شده و بسته نشده است' : `گیومه‌ای که در ردیف ${row} باز شده بسته نشده است`,
  },
  fix: {
    en: 'Export the file again, and compare its number of rows with that of the CRM; a quote within a cell is written twice.',
    fa: 'فایل را دوباره خروجی بگیرید و شمار ردیف‌ها را با CRM بسنجید؛ گیومه‌ی درون خانه دو بار نوشته می‌شود.',
  },
  examples: {
    accept: 'id amount\nD1 5000\n# read\nstray_quote 1 2',
    reject: 'id amount\nD1 5000\n# read\nunterminated_quote 1 2',
  },
});
