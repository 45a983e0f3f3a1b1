import type { Text } from '../../locale/text.js';
import { defineRule } from '../definition.js';
import { rowOfFile } from '../places.js';

/** A row with cells behind the last column. */
const KEPT: Text = {
  en: 'more cells than the header has; those behind the last column were left out',
  fa: 'خانه‌های بیشتری از سرستون دارد؛ خانه‌های پس از آخرین ستون کنار گذاشته شدند',
};
/** What the reader of a file says of a row's width, by its code. */
const FAULTS: ReadonlyMap<string, Text> = new Map([
  ['row_too_long', KEPT],
  [
    'row_too_short',
    {
      en: 'fewer cells than the header has; the missing ones count as empty',
      fa: 'خانه‌های کمتری از سرستون دارد؛ خانه‌های نبوده خالی به شمار آمدند',
    },
  ],
  [
    'row_mended',
    {
      en: 'another number of cells than the other rows have; mended in the only way that fits the columns',
      fa: 'شمار خانه‌هایش با ردیف‌های دیگر یکی نیست؛ به تنها راهی که با ستون‌ها جور بود درست شد',
    },
  ],
  [
    'row_unclear',
    {
      en: 'another number of cells than the other rows have; left out, because it is open which cell belongs where',
      fa: 'شمار خانه‌هایش با ردیف‌های دیگر یکی نیست؛ کنار گذاشته شد، چون روشن نیست کدام خانه از آنِ کدام ستون است',
    },
  ],
]);

export const rowWidth = defineRule({
  id: 'row.width',
  title: { en: 'Rows with more or fewer cells than the header', fa: 'ردیف‌هایی با خانه‌های بیشتر یا کمتر از سرستون' },
  dimension: 'validity',
  severity: 'error',
  scope: 'row',
  condition: {
    en: 'Of all rows, those with more or fewer cells than nearly all others have: a delimiter or quote within a cell was not quoted, or a cell is missing. A row is mended where only one way fits what the columns hold; where its cells fit as they stand, it is kept and what is behind the last column is not; otherwise it is left out. Empty cells at the end do not count where the others fit.',
    fa: 'از همه‌ی ردیف‌ها، آن‌هایی که خانه‌هایشان از تقریباً همه‌ی ردیف‌های دیگر بیشتر یا کمتر است: جداکننده یا گیومه‌ی درون خانه‌ای درست نوشته نشده یا خانه‌ای جا افتاده است. اگر تنها یک راه با آنچه ستون‌ها دارند جور باشد، ردیف درست می‌شود؛ اگر خانه‌ها همان‌گونه که هستند جور باشند، ردیف می‌ماند و آنچه پس از آخرین ستون است کنار می‌رود؛ وگرنه ردیف کنار گذاشته می‌شود. خانه‌های خالی پایان ردیف، اگر خانه‌های دیگر جور باشند، به شمار نمی‌آیند.',
  },
  source: 'Frictionless, extra-cell and missing-cell; DuckDB, TOO MANY COLUMNS and MISSING COLUMNS',
  needs: [],
  affects: ['revenue_won', 'win_rate', 'avg_deal_size', 'sales_cycle', 'open_pipeline_value'],
  check({ population, beside }) {
    if (population.size === 0) return { checked: 0, places: [] };
    const faults = beside.sources.flatMap((source) =>
      source.findings.filter(({ code }) => FAULTS.has(code)).map((finding) => ({ source, ...finding })),
    );
    return {
      checked: beside.sources.reduce((sum, { rows }) => sum + rows, 0),
      total: faults.reduce((sum, { count }) => sum + count, 0),
      places: faults.flatMap(({ source, code, places, lines = [] }) =>
        places.map((row, index) => ({ place: rowOfFile(source, row, lines[index]), args: { fault: code } })),
      ),
    };
  },
  message: {
    en: ({ fault }) => (FAULTS.get(String(fault)) ?? KEPT).en,
    fa: ({ fault }) => (FAULTS.get(String(fault)) ?? KEPT).fa,
  },
  fix: {
    en: 'Export again with quoted cells, or quote the cell that holds the delimiter. --delimiter says which one it is.',
    fa: 'با خانه‌های درون گیومه دوباره خروجی بگیرید، یا خانه‌ی دارای جداکننده را در گیومه بگذارید. --delimiter جداکننده را مشخص می‌کند.',
  },
  examples: {
    accept: 'id amount\nD1 5000\nD2 7000',
    reject: 'id amount\nD1 5000\nD2 7000\n# read\nrow_too_long 1 3',
  },
});
