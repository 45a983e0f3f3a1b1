import { foldText } from '../../locale/fold.js';
import { sumRows } from '../../stats/sum.js';
import { defineRule } from '../definition.js';
import { textAt, textColumns } from '../texts.js';

/** Totals stand at the end of a file, a line of averages and one of counts with them. */
const LAST_ROWS = 3;
/** Cents may have been rounded on the way. */
const TOLERANCE = 0.005;
const TOTAL =
  /^(?:grand |sub ?)?(?:total|totals|sum|count|average|gesamt|summe|somme|total general|итого|всего|toplam|جمع|مجموع|میانگین|تعداد)(?!\p{L})/u;

export const rowTotalLine = defineRule({
  id: 'row.total_line',
  title: { en: 'Lines of totals that count as a deal', fa: 'ردیف جمع که معامله شمرده شده است' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of the last 3 records, those without an id that either begin with a word for a total (Total, Sum, جمع) or have no text at all and an amount that is the sum of all others. Footers that were recognized while reading are left out already.',
    fa: 'از ۳ رکورد آخر، آن‌هایی که شناسه ندارند و یا با واژه‌ی جمع (Total، Sum، جمع) آغاز می‌شوند، یا هیچ متنی ندارند و مبلغشان جمع همه‌ی مبلغ‌های دیگر است. پانویس‌هایی که هنگام خواندن شناخته شده‌اند از پیش کنار گذاشته شده‌اند.',
  },
  source: 'Pollock benchmark of messy CSV files (2022), footers',
  needs: ['amount'],
  wants: ['id', 'name', 'account', 'owner', 'stage', 'status', 'product', 'source', 'contact', 'pipeline'],
  affects: ['revenue_won', 'open_pipeline_value', 'avg_deal_size', 'new_deals', 'won_deals'],
  check({ population }) {
    const amount = population.column('amount');
    const ids = population.column('id');
    const texts = textColumns(population, WORDS).map(({ column }) => column);
    const last = population.rows.subarray(Math.max(0, population.size - LAST_ROWS));
    // The sum of a million amounts is taken only where a record without any word asks for it.
    const totalOf = (): number =>
      sumRows(
        amount,
        population.rows.filter((row) => !Number.isNaN(amount[row] as number)),
      );
    const isTotal = (row: number): boolean => {
      if (textAt(ids, row).trim() !== '' && !TOTAL.test(foldText(textAt(ids, row)))) return false;
      const words = [ids, ...texts].map((column) => foldText(textAt(column, row))).filter((text) => text !== '');
      const [first] = words;
      if (first !== undefined) return TOTAL.test(first);
      const own = amount[row] as number;
      return population.size > 2 && own !== 0 && Math.abs(totalOf() - 2 * own) <= TOLERANCE * population.size;
    };
    return {
      checked: last.length,
      rows: last.filter(isTotal),
      describe(row) {
        const first = [ids, ...texts].map((column) => textAt(column, row)).find((text) => text !== '') ?? '';
        const own = amount[row] as number;
        return { field: 'amount', value: Number.isNaN(own) ? first : String(own), args: { first } };
      },
    };
  },
  message: {
    en: ({ first }) =>
      first === ''
        ? 'no text at all, and an amount that is the sum of all others: a line of totals'
        : `"${first}" without a deal id: a line of totals`,
    fa: ({ first }) =>
      first === ''
        ? 'هیچ متنی ندارد و مبلغش جمع همه‌ی مبلغ‌های دیگر است: ردیف جمع'
        : `«${first}» بدون شناسه‌ی معامله: ردیف جمع`,
  },
  fix: {
    en: 'Delete the line, or export details only, without totals and subtotals.',
    fa: 'این ردیف را پاک کنید، یا تنها جزئیات را بدون جمع‌ها خروجی بگیرید.',
  },
  examples: {
    accept: 'id name amount\nD1 Total_Energies 5000\nD2 Pump 700',
    reject: 'id name amount\nD1 Turbine 5000\nD2 Pump 700\n. Total 5700',
  },
});

const WORDS = ['name', 'account', 'owner', 'stage', 'status', 'product', 'source', 'contact', 'pipeline'] as const;
