import { DATA_LOOK, DATE_LOOK, lookOfCell, looksLikeNumber, NUMBER_LOOK } from './cell-look.js';
import { isTotalWord } from './total-words.js';

/** A record of the beginning of a file: its cells and its row. */
export interface EarlyRow {
  readonly cells: readonly string[];
  readonly row: number;
}

/** The header is looked for in this many rows that are not blank: titles and filters above it are fewer. */
const CANDIDATES = 40;
/** Rows below a candidate that say what its columns hold. */
const BODY_ROWS = 20;
/** A row with less than this share of the table's width is a title or a filter, not a header. */
const NARROW = 0.34;
/** From this share on, a header is as full as it needs to be: exports have columns without a name. */
const FULL = 0.6;
/** Share of known names from which a header is believed even where its cells look like data. */
const KNOWN = 0.3;

/** Weights found on exports with titles, filters, group headings, no header: what columns hold says most. */
const WEIGHT = { known: 3, contrast: 1, fill: 1, text: 0.5, unique: 0.5, fullRowsAbove: -0.3 };
/** What a row can reach with nothing above it. */
const MOST = WEIGHT.known + WEIGHT.contrast + WEIGHT.fill + WEIGHT.text + WEIGHT.unique;
/** A later row must be better by this much: of two rows that could be the header, the first is. */
const MARGIN = 0.15;

/**
 * The index in `rows` of the header, or −1 when the first rows are records already. The header is the row whose cells
 * are mostly filled, are no data, differ from one another, stand above columns that hold data, and are best known to
 * the caller.
 *
 * @param score share of cells that are known column names, 0…1
 */
export function findHeader(rows: readonly EarlyRow[], score: (cells: readonly string[]) => number): number {
  const filled = rows.map(({ cells }) => cells.map((cell) => cell.trim()));
  const counts = filled.map((cells) => cells.filter((cell) => cell !== '').length);
  const indexes = rows.map((_, index) => index).filter((index) => (counts[index] ?? 0) > 0);
  const width = typicalWidth(indexes.map((index) => counts[index] ?? 0));
  const wide = indexes.filter((index) => (counts[index] ?? 0) >= NARROW * width);
  const looks = new Looks(filled);
  const places = indexes.slice(0, CANDIDATES).filter((index) => {
    const count = counts[index] ?? 0;
    return count >= NARROW * width && (count >= 2 || width < 2);
  });
  const made: Candidate[] = [];
  /** Made when they are first asked for: the first rows mostly settle it. */
  const candidate = (place: number): Candidate => {
    for (let next = made.length; next <= place; next++) {
      const index = places[next] ?? 0;
      const count = counts[index] ?? 0;
      const cells = filled[index] ?? [];
      const named = cells.filter((cell) => cell !== '');
      made.push({
        index,
        count,
        text: looks.words(index) / count,
        unique: new Set(named).size / count,
        ...contrastWithBody(index, filled, bodyOf(index, wide), looks),
        sums: isSums(cells),
      });
    }
    return made[place] as Candidate;
  };
  const isTitle = (place: number): boolean => {
    const length = cellsIn(rows, places[place]);
    const next = places.slice(place + 1, place + 1 + FEW_ROWS);
    if (!next.some((index) => cellsIn(rows, index) < length)) return false;
    return isWideTitle(
      candidate(place),
      next.map((_, at) => candidate(place + 1 + at)),
      rows,
    );
  };
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  let bestIsHeader = false;
  let fullRowsAbove = 0;
  let recordAbove = false;
  for (const place of places.keys()) {
    // Nothing that a later row could be makes it the best one.
    if (best >= 0 && MOST + WEIGHT.fullRowsAbove * Math.min(3, fullRowsAbove) <= highest + MARGIN) break;
    const { index, count, text, unique, contrast, same, sums } = candidate(place);
    if (sums || isTitle(place)) continue;
    const above = fullRowsAbove;
    const totalWith = (known: number): number =>
      WEIGHT.known * known +
      WEIGHT.contrast * contrast +
      WEIGHT.fill * Math.min(1, count / (FULL * width)) +
      WEIGHT.text * text +
      WEIGHT.unique * unique +
      WEIGHT.fullRowsAbove * Math.min(3, above);
    const least = highest + (best < 0 ? 0 : MARGIN);
    // Names are looked up only in a row that they could make the best one: that takes longer than all the rest.
    const known = totalWith(1) > least ? score(filled[index] ?? []) : 0;
    if (totalWith(known) > least) {
      best = index;
      highest = totalWith(known);
      bestIsHeader = !same && text >= 0.5 && (known >= KNOWN || (contrast >= 0 && !recordAbove));
    }
    if (count >= FULL * width) {
      fullRowsAbove++;
      recordAbove = recordAbove || contrast < 0 || fullRowsAbove > 1;
    }
  }
  return bestIsHeader ? best : -1;
}

/** A row that could be the header, and what speaks for it. */
interface Candidate extends Contrast {
  readonly index: number;
  /** Cells that are filled. */
  readonly count: number;
  /** Shares of the filled cells: those that are no data, and different ones. */
  readonly text: number;
  readonly unique: number;
  readonly sums: boolean;
}

/** Sums stand above a header, too: numbers alone, or behind a word for them. */
function isSums(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  if (others.some((cell) => !looksLikeNumber(cell))) return false;
  return (looksLikeNumber(first) && !YEARS.test(first)) || (others.length > 0 && isTotalWord(first));
}

/** `2024`, `1403`: columns are named for years. */
const YEARS = /^(?:1[34]|19|20)\p{Nd}{2}$|^۱[۳۴][۰-۹]{2}$/u;
/** From here on, a row stands above columns of data as names do. */
const NAMES_DATA = 0.5;

/**
 * Whether a row is a title that its commas split into more cells than the table has: it alone is wider than all rows
 * below, and one of the next rows has names for the columns of data.
 */
function isWideTitle({ index }: Candidate, next: readonly Candidate[], rows: readonly EarlyRow[]): boolean {
  const header = next.find(({ contrast, text }) => contrast >= NAMES_DATA && text >= 0.5);
  if (header === undefined) return false;
  const width = cellsIn(rows, header.index);
  const length = cellsIn(rows, index);
  if (length <= width) return false;
  return rows.slice(header.index, header.index + BODY_ROWS).every(({ cells }) => cells.length <= width);
}

function cellsIn(rows: readonly EarlyRow[], index = -1): number {
  return rows[index]?.cells.length ?? 0;
}

/** Column names of a header row: trimmed, blank ones `Column 3`, repeated ones ` #2`. */
export function columnNames(cells: readonly string[]): { names: string[]; duplicates: string[] } {
  const names: string[] = [];
  const duplicates: string[] = [];
  const taken = new Set<string>();
  cells.forEach((cell, index) => {
    const trimmed = cell.trim();
    const wanted = trimmed === '' ? `Column ${index + 1}` : trimmed;
    if (taken.has(wanted)) duplicates.push(wanted);
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} #${number}`;
    taken.add(name);
    names.push(name);
  });
  return { names, duplicates };
}

/** Width that all but the widest tenth of rows stay within: one row with stray delimiters does not count. */
function typicalWidth(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  return sorted[Math.round(0.9 * (sorted.length - 1))] ?? 0;
}

/**
 * The rows that say what columns hold: those below a candidate, and those above it that are no titles where there are
 * too few below.
 */
function bodyOf(index: number, wide: readonly number[]): readonly number[] {
  const first = wide.findIndex((other) => other > index);
  const below = first < 0 ? [] : wide.slice(first, first + BODY_ROWS);
  const above = below.length < FEW_ROWS ? wide.filter((other) => other < index).slice(-FEW_ROWS) : [];
  return [...above, ...below];
}

/** What each cell of the first rows looks like, found when it is first asked for. */
class Looks {
  readonly #rows: readonly (readonly string[])[];
  readonly #known: (Uint8Array | undefined)[] = [];

  constructor(rows: readonly (readonly string[])[]) {
    this.#rows = rows;
  }

  /** A bit set of looks for every cell of a row. */
  of(row: number): Uint8Array {
    let looks = this.#known[row];
    if (looks === undefined) {
      looks = Uint8Array.from(this.#rows[row] ?? [], lookOfCell);
      this.#known[row] = looks;
    }
    return looks;
  }

  /** Cells of a row that are filled and are no data. */
  words(row: number): number {
    const looks = this.of(row);
    let words = 0;
    this.#rows[row]?.forEach((cell, column) => {
      if (cell !== '' && ((looks[column] as number) & DATA_LOOK) === 0) words++;
    });
    return words;
  }
}

/** Rows below that are too few to judge by. */
const FEW_ROWS = 3;

interface Contrast {
  /**
   * −1…1: of the columns that mostly hold data, those in which the row holds a word count for it, those in which it
   * holds data itself count against it.
   */
  readonly contrast: number;
  /** The row holds a date in a column of dates, or a number in one of numbers: no column is named so. */
  readonly same: boolean;
}

/** How a row differs from the columns it stands in, whose cells the rows of the body show. */
function contrastWithBody(
  index: number,
  rows: readonly (readonly string[])[],
  body: readonly number[],
  looks: Looks,
): Contrast {
  const cells = rows[index] ?? [];
  const own = looks.of(index);
  let dataColumns = 0;
  let sum = 0;
  let same = false;
  for (let column = 0; column < Math.min(cells.length, WIDEST_COMPARED); column++) {
    const cell = cells[column] ?? '';
    let [values, data, dates, numbers] = [0, 0, 0, 0];
    for (const row of body) {
      const value = rows[row]?.[column] ?? '';
      if (value === '' || value === cell) continue;
      const look = looks.of(row)[column] as number;
      values++;
      if ((look & DATA_LOOK) !== 0) data++;
      if ((look & DATE_LOOK) !== 0) dates++;
      if ((look & NUMBER_LOOK) !== 0) numbers++;
    }
    if (values === 0 || data * 2 <= values) continue;
    dataColumns++;
    if (cell === '') continue;
    const look = own[column] as number;
    sum += (look & DATA_LOOK) !== 0 ? -1 : 1;
    if ((look & DATE_LOOK) !== 0) same ||= dates * 2 > values;
    else if ((look & NUMBER_LOOK) !== 0 && !YEARS.test(cell)) same ||= numbers * 2 > values;
  }
  return { contrast: dataColumns === 0 ? 0 : sum / dataColumns, same };
}

/** Columns compared with what is below them: more would not change the answer, and files can have 20,000. */
const WIDEST_COMPARED = 200;
