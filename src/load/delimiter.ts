import { createRecordReader } from './csv-reference.js';
import { createFindingLog } from './findings.js';

/** What separates cells in exports, the commonest first (it wins ties). */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Records that are compared. */
const RECORDS = 50;
/** Characters that are cut into records at once. */
const PIECE = 16 * 1024;

/** The separator that Excel's first line `sep=;` orders, and how many characters the line takes; null without one. */
export function separatorLine(text: string): { delimiter: string; length: number } | null {
  // The pattern would have all of a text of megabytes made one piece, where it is not.
  if (!/^"?sep=/i.test(text.slice(0, 5))) return null;
  const match = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\r|\n|$)/i.exec(text);
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/**
 * The delimiter under which the records of a file's beginning agree best on their number of cells. Quotes are
 * honoured, and the first record counts: in `a;b` above `1,5;2,5` the comma splits every record but the header.
 *
 * @param whole the text is the whole file
 */
export function detectDelimiter(text: string, whole: boolean): string {
  let best = ',';
  let highest = 0;
  for (const delimiter of DELIMITERS) {
    // All records of one cell: nothing agrees.
    if (!text.includes(delimiter)) continue;
    const { counts, badQuotes } = cellCounts(text, delimiter, whole);
    // Quotes stand at the ends of cells: under a wrong delimiter they stand inside.
    const score = agreement(counts) * (1 - Math.min(1, badQuotes / Math.max(1, counts.length)) / 2);
    if (score > highest) {
      best = delimiter;
      highest = score;
    }
  }
  return best;
}

function cellCounts(text: string, delimiter: string, whole: boolean): { counts: number[]; badQuotes: number } {
  const log = createFindingLog();
  const counts: number[] = [];
  const options = {
    delimiter,
    tooLong: (): never => {
      throw new Error('the beginning of a file is shorter than the longest record');
    },
  };
  const read = createRecordReader(options, log, (cells) => {
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') counts.push(cells.length);
    return counts.length < RECORDS;
  });
  // In pieces, because the records that are compared usually end long before the text does.
  for (let at = 0, more = true; more && (at === 0 || at < text.length); at += PIECE) {
    more = read(text.slice(at, at + PIECE), whole && at + PIECE >= text.length);
  }
  // A record longer than the beginning of the file: what there is of it must do.
  if (counts.length === 0 && !whole) return cellCounts(text, delimiter, true);
  const badQuotes = log.list().filter(({ code }) => code === 'stray_quote' || code === 'unterminated_quote');
  return { counts, badQuotes: badQuotes.reduce((sum, { count }) => sum + count, 0) };
}

/** Adds to the score per doubling of the number of cells, so that it decides only between near equals. */
const WIDTH_BONUS = 0.01;

/** Squared share of the records that have the commonest number of cells above one; 0 when there is none. */
function agreement(counts: readonly number[]): number {
  const records = new Map<number, number>();
  for (const count of counts) if (count > 1) records.set(count, (records.get(count) ?? 0) + 1);
  let score = 0;
  for (const [cells, count] of records) {
    // Titles above the table have a single cell under every delimiter; a first record of the right width is the header.
    const header = counts.find((other) => other > 1) === cells ? 1 : 0.9;
    const share = count / counts.length;
    score = Math.max(score, share * share * header + WIDTH_BONUS * Math.log2(cells) * share);
  }
  return score;
}
