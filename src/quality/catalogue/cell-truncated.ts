import type { CategoryColumn } from '../../model/column.js';
import { storedWords } from '../../model/stored-values.js';
import { cellText, type TextColumn } from '../../model/text-column.js';
import { cellShapes, cellsToMake } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { codesWhere, rowsWithCodes, TEXT_FIELDS, textAt, textColumns } from '../texts.js';
import { otherTexts } from '../word-cells.js';

/** The length of VARCHAR(255), and what a cell of Excel holds. */
const LIMITS = new Set([255, 32_767]);
const SHORTEST = 255;
/** One cell may be so long by chance. */
const LEAST_CELLS = 2;
/** Of the end of a text, so many characters are shown. */
const SHOWN = 20;

export const cellTruncated = defineRule({
  id: 'cell.truncated',
  title: { en: 'Texts that were cut off', fa: 'متن‌های بریده‌شده' },
  dimension: 'integrity',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'Of all columns of texts, those with at least two cells of exactly 255 or 32,767 characters: a database or a spreadsheet ends there, not the text.',
    fa: 'از همه‌ی ستون‌های متنی، آن‌هایی که دست‌کم دو خانه با دقیقاً ۲۵۵ یا ۳۲٬۷۶۷ نویسه دارند: پایگاه داده یا صفحه‌گسترده آن‌جا تمام شده است نه متن.',
  },
  source: 'Frictionless, truncated-value',
  needs: [],
  needsAny: TEXT_FIELDS,
  affects: [],
  check({ population, deals }) {
    const columns = textColumns(population, TEXT_FIELDS);
    return {
      checked: population.size === 0 ? 0 : columns.length,
      places: columns.flatMap(({ field, column }) => {
        const [first, ...others] = cutCells(column);
        if (first === undefined) return [];
        const text = textAt(column, first);
        const args = { field, n: others.length + 1, length: text.length, end: text.slice(-SHOWN) };
        return [{ place: deals.place(first), field, args }];
      }),
    };
  },
  message: {
    en: ({ field, n, length, end }) =>
      `${n} texts of ${field} are cut off after ${length} characters, the first at "…${end}"`,
    fa: ({ field, n, length, end }) => `${n} متن از ${field} پس از ${length} نویسه بریده شده است، نخستین در «…${end}»`,
  },
  fix: {
    en: 'Make the field longer, or export it from where it is whole.',
    fa: 'طول فیلد را بیشتر کنید، یا از جایی که متن کامل است خروجی بگیرید.',
  },
  examples: {
    accept: `id name\nD1 ${'x'.repeat(255)}\nD2 ${'y'.repeat(254)}`,
    reject: `id name account\nD1 ${'x'.repeat(255)} a\nD2 ${'y'.repeat(255)} b`,
  },
});

function cutCells(column: CategoryColumn | TextColumn): number[] {
  const rows = rowsCut(column);
  return rows.length >= LEAST_CELLS ? rows : [];
}

function rowsCut(column: CategoryColumn | TextColumn): number[] {
  const rows: number[] = [];
  if ('kind' in column && column.kind === 'plain') {
    if (cellShapes(column).longest < SHORTEST) return [];
    const stored = storedWords(column);
    if (stored !== null && stored.longest < SHORTEST) {
      return rowsCut(otherTexts(stored)).map((other) => stored.others.rows[other] as number);
    }
    // No text has fewer bytes than characters: hardly a cell must be read.
    for (let row = 0; row < column.length; row++) {
      const bytes = (column.offsets[row + 1] as number) - (column.offsets[row] as number);
      if (bytes >= SHORTEST && LIMITS.has(cellText(column, row).length)) rows.push(row);
    }
    return rows;
  }
  const cells = cellsToMake(column);
  const cut = cells === null ? codesWhere(column.values, (value) => LIMITS.has(value.length)) : rowsCut(cells);
  return rowsWithCodes(column, cut);
}
