import type { JoinedTable } from '../../model/dataset.js';
import { longestOf } from '../../model/stored-ids.js';
import { byteSearch, rowsHolding, rowsOfDigits } from '../byte-search.js';
import { cellFindings, filledCells } from '../cell-findings.js';
import { cellShapes } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { ANY_CELL, codesWhere, type Hint, rowsPassing, textAt, textColumns } from '../texts.js';

/** A number as a spreadsheet shows one that is too long for it: `4.2E+17`. */
const SCIENTIFIC = /^\s*\d(?:[.,]\d+)?E\+\d+\s*$/i;
/** Spreadsheets keep fifteen digits and write 0 for the rest. */
const CUT = /^\s*\d{13,}000\s*$/;
const LONG = /^\s*\d{16,}\s*$/;
/** Every suspect is so long or has a plus: `E+`. */
const LONG_BYTES = 16;
const PLUS = 0x2b;
const SUSPECT = /\d{16}|\dE\+\d/i;
const EXPONENTS = byteSearch(['e+'], true);
const SUSPECTS: Hint = {
  codes: ({ values }) => codesWhere(values, (value) => SUSPECT.test(value)),
  rows(column) {
    const long = cellShapes(column).longest >= LONG_BYTES ? rowsOfDigits(column, LONG_BYTES) : [];
    const scientific = column.bytes.includes(PLUS) ? rowsHolding(column, EXPONENTS) : [];
    return scientific.length === 0 ? long : [...new Set(long.concat(scientific))].sort((a, b) => a - b);
  },
  ids: (form) => longestOf(form) >= LONG_BYTES || form.beginning.includes(PLUS),
  placed: () => true,
};
/** Of sound ids one in a thousand ends so; where more of the long ones do, a spreadsheet did it. */
const CUT_SHARE = 0.5;

export const idExcelMangled = defineRule({
  id: 'id.excel_mangled',
  title: { en: 'Ids that a spreadsheet has destroyed', fa: 'شناسه‌هایی که صفحه‌گسترده خراب کرده است' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled cells of id columns (deal, account, lead), those in scientific notation (4.2E+17); those of 16 and more digits that end in 000, where most of the long ones do; and account ids that the customers file has with leading zeros.',
    fa: 'از همه‌ی خانه‌های پر ستون‌های شناسه (معامله، شرکت، سرنخ)، آن‌هایی که به نماد علمی‌اند (4.2E+17)؛ آن‌هایی با ۱۶ رقم و بیشتر که به 000 ختم می‌شوند، اگر بیشتر شناسه‌های بلند چنین باشند؛ و شناسه‌های شرکت که در فایل مشتریان با صفر آغازین آمده‌اند.',
  },
  source: 'Microsoft, "Keeping leading zeros and large numbers": 15 significant digits',
  needs: [],
  needsAny: ['id', 'account_id', 'lead_id'],
  affects: ['new_deals', 'won_deals', 'revenue_won', 'customers', 'lead_conversion_rate'],
  check({ population, beside }) {
    const columns = textColumns(population, ['id', 'account_id', 'lead_id']);
    const zeros = strippedZeros(beside.joins);
    return cellFindings(
      filledCells(columns),
      columns.map(({ field, column }) => {
        // One look through the bytes for both kinds of damage.
        const suspects = rowsPassing(column, {
          hint: SUSPECTS,
          test: (text) => LONG.test(text) || SCIENTIFIC.test(text),
        });
        const scientific = suspects.filter((row) => SCIENTIFIC.test(textAt(column, row)));
        const cut = suspects.filter((row) => CUT.test(textAt(column, row)));
        const stripped =
          field === 'account_id' && zeros.size > 0
            ? rowsPassing(column, { hint: ANY_CELL, test: (text) => zeros.has(text.trim()) })
            : [];
        const damaged = cut.length > 1 && cut.length >= (suspects.length - scientific.length) * CUT_SHARE ? cut : [];
        return { field, column, rows: [...scientific, ...damaged, ...stripped].sort((a, b) => a - b) };
      }),
      (text) => ({ text, whole: zeros.get(text.trim()) ?? null }),
    );
  },
  message: {
    en: ({ text, whole }) =>
      whole === null
        ? `a spreadsheet has cut the id ${text}: other deals may carry the same one`
        : `the id ${text} has lost its leading zeros: the customers file has ${whole}`,
    fa: ({ text, whole }) =>
      whole === null
        ? `صفحه‌گسترده شناسه‌ی ${text} را بریده است: شاید معامله‌های دیگر همین شناسه را داشته باشند`
        : `شناسه‌ی ${text} صفرهای آغازینش را از دست داده است: در فایل مشتریان ${whole} است`,
  },
  fix: {
    en: 'Export again and do not save the file from a spreadsheet; or import the column as text.',
    fa: 'دوباره خروجی بگیرید و فایل را از صفحه‌گسترده ذخیره نکنید، یا ستون را به‌صورت متن وارد کنید.',
  },
  examples: {
    accept: 'id amount\nD1 5\n1000000000000000 5\n123456789012345678 5',
    reject: 'id amount\nD1 5\n4.2E+17 5',
  },
});

/** Account ids as they are without the zeros that the customers file has; only where the deals have them so. */
function strippedZeros(joins: readonly JoinedTable[]): ReadonlyMap<string, string> {
  const whole = new Map<string, string>();
  for (const { field, known, unmatched } of joins) {
    if (field !== 'account_id' || unmatched.length === 0) continue;
    const missing = new Set(unmatched);
    for (const id of known) {
      const short = id.replace(/^0+/, '');
      if (/^\d+$/.test(id) && short !== id && missing.has(short)) whole.set(short, id);
    }
  }
  return whole;
}
