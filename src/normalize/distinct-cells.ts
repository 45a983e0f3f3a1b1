import { countCodes } from '../model/code-counts.js';
import { distinctTexts, textOfCode } from '../model/distinct-texts.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import { LONGEST_VALUE } from './parse/text.js';

/** Stands for a cell that no pass over bytes can read: it is no ASCII, or longer than any value. */
const NO_ASCII = 0x80;
const LAST_ASCII = 0x7f;

/**
 * The distinct cells of a column as bytes, so that one loop serves every column: all cells of a plain one, which has
 * the bytes already, and the texts of a dictionary, each once. What only a text says is asked for by `text`.
 */
export class DistinctCells {
  readonly column: TextColumn;
  readonly size: number;
  #texts: readonly [Uint8Array, Uint32Array] | null = null;
  #counts: Uint32Array | null = null;

  constructor(column: TextColumn) {
    this.column = column;
    this.size = column.kind === 'plain' ? column.length : distinctTexts(column);
  }

  /** Made when they are first asked for. */
  get bytes(): Uint8Array {
    return this.#made()[0];
  }

  /** `size + 1` offsets. */
  get offsets(): Uint32Array {
    return this.#made()[1];
  }

  #made(): readonly [Uint8Array, Uint32Array] {
    const { column } = this;
    this.#texts ??= column.kind === 'plain' ? [column.bytes, column.offsets] : bytesOf(column.values);
    return this.#texts;
  }

  text(cell: number): string {
    return this.column.kind === 'plain' ? cellText(this.column, cell) : textOfCode(this.column, cell);
  }

  /** How many rows hold each cell; null where each stands in one. */
  get counts(): Uint32Array | null {
    if (this.column.kind === 'plain') return null;
    this.#counts ??= countCodes(this.column.codes, this.size);
    return this.#counts;
  }

  /** How many rows hold a cell. */
  rows(cell: number): number {
    return this.counts?.[cell] ?? 1;
  }

  /** The rows that hold one of the given cells, ascending. */
  rowsOf(cells: readonly number[]): readonly number[] {
    if (this.column.kind === 'plain' || cells.length === 0) return cells;
    const wanted = new Uint8Array(this.size);
    for (const cell of cells) wanted[cell] = 1;
    const { codes, length } = this.column;
    const rows: number[] = [];
    for (let row = 0; row < length; row++) if (wanted[codes[row] as number] === 1) rows.push(row);
    return rows;
  }
}

function bytesOf(values: readonly string[]): [Uint8Array, Uint32Array] {
  const offsets = new Uint32Array(values.length + 1);
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    const { length } = values[at] as string;
    most += length > LONGEST_VALUE ? 1 : length;
  }
  const bytes = new Uint8Array(most);
  let used = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const text = values[cell] as string;
    const start = used;
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > LAST_ASCII || length > LONGEST_VALUE) {
        used = start;
        bytes[used++] = NO_ASCII;
        break;
      }
      bytes[used++] = code;
    }
    offsets[cell + 1] = used;
  }
  return [bytes, offsets];
}
