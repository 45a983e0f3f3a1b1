import { foldText } from '../../locale/fold.js';
import { NO_DAY } from '../../model/civil-day.js';
import { sumRows } from '../../stats/sum.js';
import { defineRule } from '../definition.js';
import { textAt, textColumns } from '../texts.js';

/** Totals stand at the end of a file, a line of averages and one of counts with them. */
const LAST_ROWS = 3;
/** Cents may have been rounded on the way. */
const TOLERANCE = 0.005;
const TOTAL =
  /^(?:grand |sub ?|report |overall )?(?:total|totals|sum|count|average|gesamt|gesamtsumme|summe|somme|total general|suma|итого|всего|toplam|جمع|مجموع|الإجمالي|المجموع|میانگین|تعداد)(?!\p{L})/u;
/** A line of totals has fewer than half of the cells that records have; a deal whose name sounds so has them all. */
const MOST_CELLS = 0.5;

export const rowTotalLine = defineRule({
  id: 'row.total_line',
  title: { en: 'Lines of totals that count as a deal', fa: 'ردیف جمع که معامله شمرده شده است' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of the last 3 records, those without an id that begin with a word for a total (Total, Sum, جمع) and either lack most of the cells that other records have or whose amount is the sum of all others; and those that have no text at all and an amount that is that sum. A name such as "Total Energies" beside all its cells is a deal. Footers that were recognized while reading are left out already.',
    fa: 'از ۳ رکورد آخر، آن‌هایی که شناسه ندارند و با واژه‌ی جمع (Total، Sum، جمع) آغاز می‌شوند و یا بیشتر خانه‌هایی را که رکوردهای دیگر دارند ندارند، یا مبلغشان جمع همه‌ی مبلغ‌های دیگر است؛ و نیز آن‌هایی که هیچ متنی ندارند و مبلغشان همان جمع است. نامی مانند «مجموع آریا» یا Total Energies با همه‌ی خانه‌هایش معامله است. پانویس‌هایی که هنگام خواندن شناخته شده‌اند از پیش کنار گذاشته شده‌اند.',
  },
  source: 'Pollock benchmark of messy CSV files (2022), footers',
  needs: ['amount'],
  wants: [
    'id',
    'name',
    'account',
    'owner',
    'stage',
    'status',
    'product',
    'source',
    'contact',
    'pipeline',
    'created_at',
    'closed_at',
    'expected_close',
  ],
  affects: ['revenue_won', 'open_pipeline_value', 'avg_deal_size', 'new_deals', 'won_deals'],
  check({ population }) {
    const amount = population.column('amount');
    const ids = population.column('id');
    const texts = textColumns(population, WORDS).map(({ column }) => column);
    // Columns that no file has hold nothing.
    const days = DAYS.filter((field) => population.has(field)).map((field) => population.column(field));
    const first = Math.max(0, population.size - LAST_ROWS);
    const last = Uint32Array.from({ length: population.size - first }, (_, at) => population.at(first + at) ?? 0);
    const wordsOf = (row: number): string[] =>
      [ids, ...texts].map((column) => foldText(textAt(column, row))).filter((text) => text !== '');
    const isCalledTotal = (row: number): boolean => {
      if (textAt(ids, row).trim() !== '' && !TOTAL.test(foldText(textAt(ids, row)))) return false;
      const [word] = wordsOf(row);
      return word === undefined || TOTAL.test(word);
    };
    const suspects = last.filter(isCalledTotal);
    const records = suspects.length === 0 ? last : population.rows.filter((row) => !suspects.includes(row));
    // The sum of a million amounts is taken only where a line asks for it.
    const sumOf = (rows: Uint32Array): number =>
      sumRows(
        amount,
        rows.filter((row) => !Number.isNaN(amount[row] as number)),
      );
    const isSum = (row: number): boolean => {
      const own = amount[row] as number;
      if (!(Math.abs(own) > 0)) return false;
      const others = [records, population.rows.filter((one) => one !== row)]; // without other lines of totals, and with all
      return others.some((rows) => rows.length > 1 && Math.abs(sumOf(rows) - own) <= TOLERANCE * population.size);
    };
    const hasCell = (column: (typeof cells)[number], row: number): boolean =>
      column instanceof Int32Array ? column[row] !== NO_DAY : textAt(column, row).trim() !== '';
    const cells = [ids, ...texts, ...days];
    const usual = cells.filter((column) => {
      const shown = records.subarray(-SHOWN_RECORDS);
      return shown.filter((row) => hasCell(column, row)).length * 2 > shown.length;
    });
    const lacksCells = (row: number): boolean => {
      const own = cells.find((column) => hasCell(column, row)); // the word itself
      const others = usual.filter((column) => column !== own);
      return others.filter((column) => hasCell(column, row)).length < others.length * MOST_CELLS;
    };
    const isTotal = (row: number): boolean => isSum(row) || (wordsOf(row).length > 0 && lacksCells(row));
    return {
      checked: last.length,
      rows: suspects.filter(isTotal),
      describe(row) {
        const word = [ids, ...texts].map((column) => textAt(column, row)).find((text) => text !== '') ?? '';
        const own = amount[row] as number;
        return { field: 'amount', value: Number.isNaN(own) ? word : String(own), args: { first: word } };
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

/** Records that show which cells a record has. */
const SHOWN_RECORDS = 100;
const DAYS = ['created_at', 'closed_at', 'expected_close'] as const;
const WORDS = ['name', 'account', 'owner', 'stage', 'status', 'product', 'source', 'contact', 'pipeline'] as const;
