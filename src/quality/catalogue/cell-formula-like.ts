import { asciiDigits } from '../../locale/fold.js';
import type { CategoryColumn } from '../../model/column.js';
import { storedWords } from '../../model/stored-values.js';
import type { TextColumn } from '../../model/text-column.js';
import { cellText } from '../../model/text-column.js';
import { cellFindings, filledCells } from '../cell-findings.js';
import { cellShapes, cellsToMake } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { codesWhere, rowsWithCodes, TEXT_FIELDS, textColumns } from '../texts.js';
import { firstBytes } from '../word-cells.js';

/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"). */
const STARTS = new Set(['=', '+', '-', '@', '\t', '\r', '\n']);
const START_BYTES = new Set([...STARTS].map((start) => start.charCodeAt(0)));
const BYTE_VALUES = 256;
/** A number, a phone number or an e-mail handle begins so without being a formula. */
const HARMLESS = /^[+-]?[\d\s().,/-]*$|^-+$|^[-+]\s|^@[\w.]+$/;

export const cellFormulaLike = defineRule({
  id: 'cell.formula_like',
  title: { en: 'Texts that a spreadsheet would run', fa: 'متن‌هایی که صفحه‌گسترده اجرا می‌کند' },
  dimension: 'validity',
  severity: 'info',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled text cells, those that begin with = + - @ or a tab and are no number, phone number or handle. They are text here; a spreadsheet would take them for a formula when the file is opened or exported again.',
    fa: 'از همه‌ی خانه‌های متنی پر، آن‌هایی که با = + - @ یا تب آغاز می‌شوند و عدد، شماره‌ی تلفن یا نام کاربری نیستند. این‌جا متن‌اند؛ ولی صفحه‌گسترده هنگام باز کردن فایل آن‌ها را فرمول می‌گیرد.',
  },
  source: 'OWASP, "CSV Injection"',
  needs: [],
  needsAny: TEXT_FIELDS,
  affects: [],
  check({ population }) {
    const columns = textColumns(population, TEXT_FIELDS);
    return cellFindings(
      filledCells(columns),
      columns.map((one) => ({ ...one, rows: formulas(one.column) })),
      (text) => ({ text }),
    );
  },
  message: {
    en: ({ text }) => `"${text}" would be a formula in a spreadsheet`,
    fa: ({ text }) => `«${text}» در صفحه‌گسترده فرمول است`,
  },
  fix: {
    en: 'Take the sign off in the CRM. What kpi writes as CSV is made harmless.',
    fa: 'این نشانه را در CRM بردارید. آنچه kpi به CSV می‌نویسد بی‌خطر شده است.',
  },
  examples: {
    accept: 'id name contact_phone\nD1 A=B +98_21_88776655\nD2 -- .\nD3 -12 .',
    reject: 'id name\nD1 A=B\nD2 =1+1',
  },
});

function formulas(column: CategoryColumn | TextColumn): number[] {
  const isFormula = (text: string): boolean => STARTS.has(text.charAt(0)) && !HARMLESS.test(asciiDigits(text));
  const rows: number[] = [];
  if ('kind' in column && column.kind === 'plain') {
    // Mostly no cell begins like one.
    const { begins } = cellShapes(column);
    if (![...START_BYTES].some((byte) => begins[byte] === 1)) return rows;
    const stored = storedWords(column);
    if (stored !== null && !firstBytes(stored).some((byte) => START_BYTES.has(byte))) {
      return [...stored.others.rows].filter((row) => isFormula(cellText(column, row)));
    }
    const { bytes, offsets, length } = column;
    const isStart = new Uint8Array(BYTE_VALUES);
    for (const byte of START_BYTES) isStart[byte] = 1;
    for (let row = 0; row < length; row++) {
      const start = offsets[row] as number;
      if (isStart[bytes[start] as number] === 0 || start === offsets[row + 1]) continue;
      if (isFormula(cellText(column, row))) rows.push(row);
    }
    return rows;
  }
  const cells = cellsToMake(column);
  return rowsWithCodes(column, cells === null ? codesWhere(column.values, isFormula) : formulas(cells));
}
