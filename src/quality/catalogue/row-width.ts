import { defineRule } from '../definition.js';
import { rowOfFile } from '../places.js';

export const rowWidth = defineRule({
  id: 'row.width',
  title: { en: 'Rows with more or fewer cells than the header', fa: 'ردیف‌هایی با خانه‌های بیشتر یا کمتر از سرستون' },
  dimension: 'validity',
  severity: 'error',
  scope: 'row',
  condition: {
    en: 'Of all rows, those with a filled cell behind the last column, or with fewer cells than the header. A delimiter or quote within a cell was not quoted, and what follows it may stand in the wrong column. Empty cells at the end do not count.',
    fa: 'از همه‌ی ردیف‌ها، آن‌هایی که پس از آخرین ستون خانه‌ی پر دارند یا خانه‌هایشان از سرستون کمتر است. جداکننده یا گیومه‌ی درون خانه‌ای درست نوشته نشده و شاید خانه‌های پس از آن در ستون نادرست باشند. خانه‌های خالی پایان ردیف به شمار نمی‌آیند.',
  },
  source: 'Frictionless, extra-cell and missing-cell; DuckDB, TOO MANY COLUMNS and MISSING COLUMNS',
  needs: [],
  affects: ['revenue_won', 'win_rate', 'avg_deal_size', 'sales_cycle', 'open_pipeline_value'],
  check({ population, beside }) {
    if (population.size === 0) return { checked: 0, places: [] };
    const faults = beside.sources.flatMap((source) =>
      source.findings
        .filter(({ code }) => code === 'row_too_long' || code === 'row_too_short')
        .map((finding) => ({ source, ...finding })),
    );
    return {
      checked: beside.sources.reduce((sum, { rows }) => sum + rows, 0),
      total: faults.reduce((sum, { count }) => sum + count, 0),
      places: faults.flatMap(({ source, code, places }) =>
        places.map((row) => ({ place: rowOfFile(source, row), args: { long: code === 'row_too_long' } })),
      ),
    };
  },
  message: {
    en: ({ long }) =>
      long
        ? 'more cells than the header has; those behind the last column were left out'
        : 'fewer cells than the header has; the missing ones count as empty',
    fa: ({ long }) =>
      long
        ? 'خانه‌های بیشتری از سرستون دارد؛ خانه‌های پس از آخرین ستون کنار گذاشته شدند'
        : 'خانه‌های کمتری از سرستون دارد؛ خانه‌های نبوده خالی به شمار آمدند',
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
