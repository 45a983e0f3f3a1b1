import { looksLikeData } from './cell-look.js';
import type { HeaderScore, TableProfile } from './several-tables.js';

/** Names that must stand where the header has them; a record may hold one such word by chance. */
const FEWEST_NAMES = 2;
/** Under a group's name in the first cell, at least this share of the other names must be there. */
const GROUP_SHARE = 0.5;
/** Other names of the same fields: so many cells, this share of the table's width, and this share of them known. */
const FEWEST_OTHER_NAMES = 3;
const OTHER_NAMES_WIDTH = 0.5;
const OTHER_NAMES_KNOWN = 0.5;
/** What people write for "nothing here" where a number or a date belongs. */
const PLACEHOLDER = /^(?:n\/?a|tbd|tba|none|null|unknown|pending|missing|[-–—?.]+|نامشخص|ندارد)$/i;

/** A name as it is compared: without outer white space, ASCII letters small. */
function folded(cell: string): string {
  return cell.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * A test for rows that say the header again: word for word; with fewer names, each in its own column; or with the name
 * of a group in the first cell. One cell that equals its column's name makes no header: deals have such names.
 */
export function createHeaderTest(header: readonly string[]): (cells: readonly string[]) => boolean {
  const names = header.map(folded);
  const named = names.filter((name) => name !== '').length;
  return (cells) => {
    let first = -1;
    let equal = 0;
    let startsEqual = false;
    for (let column = 0; column < names.length; column++) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const name = names[column] as string;
      // Nearly every cell differs in its length.
      const same = cell === header[column] || (cell.length >= name.length && folded(cell) === name);
      if (first < 0) {
        if (!same && cell.trim() === '') continue;
        first = column;
        startsEqual = same;
      } else if (!same) {
        if (cell.trim() === '') continue;
        return false;
      }
      if (same && name !== '') equal++;
    }
    if (first < 0 || named === 0) return false;
    if (startsEqual) return equal === named || equal >= FEWEST_NAMES;
    return first === 0 && equal >= FEWEST_NAMES && equal >= (named - 1) * GROUP_SHARE;
  };
}

/**
 * A test for headers in other words: words in at least half of the columns, one at least where the table holds numbers
 * or dates, and half of them names of columns that the caller knows. A name that another column of the table has makes
 * none: then the rows below are in another order, and what cannot be read of them must show.
 */
export function createOtherHeaderTest(
  { data, header }: TableProfile,
  score: HeaderScore,
): (cells: readonly string[]) => boolean {
  const dataColumns = data.flatMap((holds, column) => (holds ? [column] : []));
  const columnOf = new Map(header.map((name, column) => [folded(name), column]));
  const fewest = Math.max(FEWEST_OTHER_NAMES, header.length * OTHER_NAMES_WIDTH);
  return (cells) => {
    let overData = 0;
    for (const column of dataColumns) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      if (/\p{Nd}/u.test(cell)) return false;
      if (cell.trim() !== '') overData++;
    }
    if (overData === 0) return false;
    const names: string[] = [];
    for (let column = 0; column < header.length; column++) {
      const name = (cells[column] ?? '').trim();
      if (name === '') continue;
      if ((columnOf.get(folded(name)) ?? column) !== column || looksLikeData(name) || PLACEHOLDER.test(name))
        return false;
      names.push(name);
    }
    return names.length >= fewest && new Set(names).size === names.length && score(names) >= OTHER_NAMES_KNOWN;
  };
}
