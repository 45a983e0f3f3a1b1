import { looksLikeData } from './cell-look.js';

/**
 * A quoted cell of at least this many lines, nearly all with the same number of cells, may hold records that a missing
 * quote swallowed. Shorter ones are believed: addresses and notes have line ends and commas too.
 */
const SWALLOWED_LINES = 5;
const SWALLOWED_SHARE = 0.8;
/** Records that tell how wide the file's are, and those kept to tell what their columns hold. */
const WIDTH_RECORDS = 100;
const KEPT_RECORDS = 20;

/** The lines of a quoted cell, counted in cells as if no quote stood around them. */
export interface LineShape {
  /** What nearly all whole lines have. */
  readonly width: number;
  /** The first and the last line are parts of records. */
  readonly first: number;
  readonly last: number;
}

/** The shape of the text between quotes; null when its lines cannot be records. */
export function shapeOfLines(inner: string, delimiter: string): LineShape | null {
  const lines = inner.split(/\r\n?|\n/);
  if (lines.length < SWALLOWED_LINES + 2) return null;
  const cells = lines.map((line) => countDelimiters(line, delimiter) + 1);
  const counts = new Map<number, number>();
  for (const count of cells.slice(1, -1)) counts.set(count, (counts.get(count) ?? 0) + 1);
  const [width = 0, share = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (width < 3 || share < SWALLOWED_SHARE * (lines.length - 2)) return null;
  return { width, first: cells[0] ?? 0, last: cells.at(-1) ?? 0 };
}

/**
 * Whether the quote in front of the lines may be one too many: with what stands before the cell, the first line is a
 * record as wide as the lines, and so is the last with what stands behind. Lists and addresses in a cell are not.
 */
export function completesRecords({ width, first, last }: LineShape, before: number, behind: number): boolean {
  return before + first === width && last + behind === width;
}

/** The same of one end at least: what must be looked at more closely, by who knows how wide the file's records are. */
export function completesRecord({ width, first, last }: LineShape, before: number, behind: number): boolean {
  return before + first === width || last + behind === width;
}

/** How wide the records of a file are, and what their columns hold, by the first of them. */
export class RecordShape {
  readonly #counts = new Map<number, number>();
  readonly #kept: string[][] = [];
  #records = 0;

  wanted(): boolean {
    return this.#records < WIDTH_RECORDS;
  }

  /** @param text the record as it is written */
  add(cells: number, text: string, delimiter: string): void {
    this.#records++;
    // Titles and blank lines.
    if (cells < 2) return;
    this.#counts.set(cells, (this.#counts.get(cells) ?? 0) + 1);
    if (this.#kept.length < KEPT_RECORDS && !text.includes('"')) this.#kept.push(text.split(delimiter));
  }

  /** The number of cells that most records have; 0 before the first. */
  usual(): number {
    let best = 0;
    for (const [cells, count] of this.#counts) if (count > (this.#counts.get(best) ?? 0)) best = cells;
    return best;
  }

  /** Whether lines hold numbers and dates where the records do, and there are such columns. */
  isLike(inner: string, delimiter: string): boolean {
    const width = this.usual();
    const lines = inner
      .split(/\r\n?|\n/)
      .slice(1, -1)
      .map((line) => line.split(delimiter));
    const records = this.#kept.filter((cells) => cells.length === width);
    let typed = 0;
    for (let column = 0; column < width; column++) {
      if (!holdsData(records, column)) continue;
      if (!holdsData(lines, column)) return false;
      typed++;
    }
    return typed > 0;
  }
}

function holdsData(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.filter(looksLikeData).length * 2 > filled.length;
}

export function countDelimiters(text: string, delimiter: string): number {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) count++;
  return count;
}
