/** Rows of a report as lines of text. A breakdown into thousands of groups has hundreds of thousands. */
import { spreadsheetText } from '../sanitize.js';
import { csvLine, type Delimiter } from './line.js';
import { type CellValue, columnsBesideGroups, type FigureRow } from './report-columns.js';

/** Texts whose cells are remembered at most: titles, units and the group at hand come up again, most groups never. */
const REMEMBERED = 2_000;

/** Writes rows below the header of so many pairs of `by` and `group`. */
export function figureLines(pairs: number, delimiter: Delimiter): (row: FigureRow) => string {
  const texts = new Map<string, string>();
  const cellOf = (value: CellValue): string => {
    if (value === null || value === undefined) return '';
    // Only a text can be a formula, or need quotes; numbers have all their digits.
    if (typeof value !== 'string') return String(value);
    if (value === '') return '';
    const known = texts.get(value);
    if (known !== undefined) return known;
    const cell = textCell(value, delimiter);
    if (texts.size >= REMEMBERED) texts.clear();
    texts.set(value, cell);
    return cell;
  };
  const { first, last } = columnsBesideGroups;
  return (row) => {
    let line = '';
    for (const name of first) line += cellOf(row[name]) + delimiter;
    for (let at = 0; at < pairs; at++) {
      const group = row.groups?.[at];
      line += group === undefined ? delimiter + delimiter : cellOf(group[0]) + delimiter + cellOf(group[1]) + delimiter;
    }
    for (const name of last) line += cellOf(row[name]) + delimiter;
    return `${line.slice(0, -1)}\n`;
  };
}

/** A text as {@link csvLine} writes it beside others: alone, an empty one would be in quotes. */
function textCell(text: string, delimiter: Delimiter): string {
  return csvLine(['', spreadsheetText(text)], delimiter).slice(1, -1);
}
