import { defineRule } from '../definition.js';
import { wholeFile } from '../places.js';

/**
 * Amounts that were read as thousands and end in two zeros settle it: nobody writes 12 as 12.000. By chance one amount
 * in a hundred ends so.
 */
const ROUND = 100;
const ROUND_SHARE = 0.5;

export const amountAmbiguousLocale = defineRule({
  id: 'amount.ambiguous_locale',
  title: { en: 'Amounts that could be a thousand times as much', fa: 'مبلغ‌هایی که شاید هزار برابر باشند' },
  dimension: 'validity',
  severity: 'error',
  scope: 'column',
  condition: {
    en: 'The amount column, where every cell could be written with a decimal point or a decimal comma (1.234 is 1.234 or 1,234) and the two differ in at least one cell. Where most amounts, read as thousands, end in two zeros, they are taken for thousands.',
    fa: 'ستون مبلغ، اگر همه‌ی خانه‌هایش هم با ممیز نقطه و هم با ممیز ویرگول خواندنی باشد (1.234) و این دو دست‌کم در یک خانه تفاوت داشته باشند. اگر بیشتر مبلغ‌ها با خوانش هزارگان به دو صفر ختم شوند، هزارگان به شمار می‌آیند.',
  },
  source: 'Soda, validity formats "decimal point" and "decimal comma"',
  needs: ['amount'],
  affects: [
    'revenue_won',
    'avg_deal_size',
    'win_rate_value',
    'open_pipeline_value',
    'weighted_pipeline',
    'clv_historic',
  ],
  check({ population, ambiguous }) {
    const amount = population.column('amount');
    if (population.size === 0) return { checked: 0, places: [] };
    if (!ambiguous.some(({ field }) => field === 'amount')) return { checked: 1, places: [] };
    let [all, round] = [0, 0];
    for (const row of population.rows) {
      const value = amount[row] as number;
      if (Number.isNaN(value) || value === 0) continue;
      all++;
      if (value % ROUND === 0) round++;
    }
    const columns = ambiguous.filter(({ field }) => field === 'amount' && round < all * ROUND_SHARE);
    return {
      checked: Math.max(1, columns.length),
      places: columns.map(({ file, column, field, taken, cells }) => ({
        place: wholeFile({ file, sheet: null }),
        field,
        column,
        args: { column, point: taken === 'decimal point', cells },
      })),
    };
  },
  message: {
    en: ({ column, point, cells }) =>
      `the amounts of "${column}" are read with a decimal ${point ? 'point' : 'comma'}, but fit a decimal ${point ? 'comma' : 'point'} as well: ${cells} ${cells === 1 ? 'amount' : 'amounts'} would be a thousand times ${point ? 'as much' : 'less'}`,
    fa: ({ column, point, cells }) =>
      `مبلغ‌های «${column}» با ممیز ${point ? 'نقطه' : 'ویرگول'} خوانده شد، ولی ممیز ${point ? 'ویرگول' : 'نقطه'} هم ممکن است: ${cells} مبلغ هزار برابر ${point ? 'بیشتر' : 'کمتر'} می‌شود`,
  },
  fix: {
    en: 'Say which it is: --decimal point or --decimal comma (one of them looked up in the CRM tells); or export amounts with two decimals.',
    fa: 'بگویید کدام درست است: --decimal point یا --decimal comma (یکی را با CRM بسنجید)؛ یا مبلغ‌ها را با دو رقم اعشار خروجی بگیرید.',
  },
  examples: {
    accept: 'id amount\nD1 1.25\nD2 3400',
    reject: 'id amount\nD1 1.234\nD2 5.678',
  },
});
