import { foldText } from '../../locale/fold.js';
import { defineRule } from '../definition.js';
import { CATEGORY_FIELDS, textColumns } from '../texts.js';

/** Ids and currencies are codes: another spelling of them is another one. */
const FIELDS = CATEGORY_FIELDS.filter((field) => field !== 'account_id' && field !== 'currency');

export const textCaseOrSpaceVariants = defineRule({
  id: 'text.case_or_space_variants',
  title: { en: 'One value in several spellings', fa: 'یک مقدار با چند نگارش' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'column',
  condition: {
    en: 'Of all distinct values of category columns (owner, stage, source, product, …), those that are another, commoner value but for case, accents, spaces, half-spaces, punctuation, Arabic letters or digits: "GTXPro" beside "GTX Pro". Breakdowns count them apart.',
    fa: 'از همه‌ی مقدارهای متمایز ستون‌های دسته‌ای (مسئول، مرحله، منبع، محصول و…)، آن‌هایی که جز در حروف بزرگ، اعراب، فاصله، نیم‌فاصله، نشانه‌ها، حروف یا ارقام عربی با مقدار رایج‌تری یکی‌اند: «GTXPro» در کنار «GTX Pro». تفکیک‌ها آن‌ها را جدا می‌شمارند.',
  },
  source: 'dbt_expectations, expect_column_values_to_have_consistent_casing',
  needs: [],
  needsAny: CATEGORY_FIELDS,
  affects: ['won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check({ population, deals }) {
    let checked = 0;
    const places = textColumns(population, FIELDS).flatMap(({ field, column }) => {
      if (!('codes' in column)) return [];
      const { codes, values } = column;
      const counts = new Uint32Array(values.length);
      const first = new Int32Array(values.length).fill(-1);
      for (const row of population.rows) {
        const code = codes[row] as number;
        counts[code] = (counts[code] as number) + 1;
        if (first[code] === -1) first[code] = row;
      }
      const spellings = new Map<string, number[]>();
      values.forEach((value, code) => {
        if (value === '' || first[code] === -1) return;
        checked++;
        const key = foldText(value).replace(/[^\p{L}\p{N}+#]+/gu, '');
        const known = spellings.get(key);
        if (key === '') return;
        if (known === undefined) spellings.set(key, [code]);
        else known.push(code);
      });
      return [...spellings.values()].flatMap((group) => {
        const [main = 0, ...others] = group.sort(
          (a, b) => (counts[b] as number) - (counts[a] as number) || (first[a] as number) - (first[b] as number),
        );
        return others.map((code) => ({
          place: deals.place(first[code] as number),
          row: first[code] as number,
          field,
          value: values[code] ?? '',
          args: {
            value: values[code] ?? '',
            n: counts[code] as number,
            main: values[main] ?? '',
            most: counts[main] as number,
          },
        }));
      });
    });
    return { checked, places: places.sort((a, b) => a.row - b.row).map(({ row: _, ...place }) => place) };
  },
  message: {
    en: ({ value, n, main, most }) =>
      `"${value}" (${n} ${n === 1 ? 'deal' : 'deals'}) is "${main}" (${most}) in another spelling; they are counted apart`,
    fa: ({ value, n, main, most }) =>
      `«${value}» (${n} معامله) همان «${main}» (${most}) با نگارشی دیگر است؛ جدا شمرده می‌شوند`,
  },
  fix: {
    en: 'Make the field a choice from a list in the CRM, and merge the spellings.',
    fa: 'فیلد را در CRM گزینه‌ای از یک فهرست کنید و نگارش‌ها را یکی کنید.',
  },
  examples: {
    accept: 'id product\nD1 GTX_Pro\nD2 GTX_Plus_Pro\nD3 GTX_Pro',
    reject: 'id product\nD1 GTX_Pro\nD2 GTXPro\nD3 GTX_Pro',
  },
});
