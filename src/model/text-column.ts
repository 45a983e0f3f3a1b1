import { textOfCode } from './distinct-texts.js';
import type { StoredValues } from './stored-values.js';
import type { KeptTexts } from './written-texts.js';

/**
 * A column of cells as text, as a reader produced it. Few distinct cells: a dictionary (distinct texts and a code per
 * row). Nearly all distinct: plain UTF-8 bytes with offsets, because a JavaScript string per cell costs more memory
 * than the file itself. Everything that gives cells a meaning works on distinct cells, so each is parsed once.
 */
export type TextColumn = DictionaryColumn | PlainColumn;

export interface DictionaryColumn {
  readonly kind: 'dictionary';
  readonly length: number;
  /** Index into `values`, per row: as few bytes each as so many values need. */
  readonly codes: Codes;
  readonly values: readonly string[];
  /** Where its texts are made only when somebody asks for `values`: see `distinct-texts.ts`. */
  readonly unmade?: KeptTexts;
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;

export interface PlainColumn {
  readonly kind: 'plain';
  readonly length: number;
  /** UTF-8 of all cells, one after the other. */
  readonly bytes: Uint8Array;
  /** `length + 1` offsets: cell i is bytes[offsets[i] … offsets[i + 1]]. */
  readonly offsets: Uint32Array;
  /** Where its cells were read as values when they were stored: its texts are made when they are asked for. */
  readonly stored?: StoredValues;
  /** UTF-8 of one of its cells then; good until the next call. */
  cell?(row: number): Uint8Array;
}

/** The cells of a column are more text than offsets can count: `most` bytes. */
export class TooMuchText extends Error {}

/** Bytes of all cells of a plain column, at most: where they stand are words of 32 bits. */
export const MOST_TEXT = 0xffff_ffff;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of one cell; '' for an empty cell or a row that the column does not have. */
export function cellText(column: TextColumn, row: number): string {
  if (column.kind === 'dictionary') return textOfCode(column, column.codes[row] ?? -1);
  if (column.cell !== undefined) return row < column.length ? utf8.decode(column.cell(row)) : '';
  const start = column.offsets[row] ?? 0;
  const end = column.offsets[row + 1] ?? start;
  return start === end ? '' : utf8.decode(column.bytes.subarray(start, end));
}

/** Whether two rows have the same text. */
export function haveSameText(column: TextColumn, a: number, b: number): boolean {
  if (column.kind === 'dictionary') return column.codes[a] === column.codes[b];
  const { stored } = column;
  // Days tell most of them apart, and no text has to be made.
  if (stored?.kind === 'days' && stored.days[a] !== stored.days[b]) return false;
  return cellText(column, a) === cellText(column, b);
}

/** Calls `visit` once per distinct cell of a dictionary, once per cell of a plain column, with how many rows hold it. */
export function forEachCell(column: TextColumn, visit: (text: string, count: number) => void): void {
  if (column.kind === 'plain') {
    for (let row = 0; row < column.length; row++) visit(cellText(column, row), 1);
    return;
  }
  const counts = new Uint32Array(column.values.length);
  const { codes } = column;
  for (let row = 0; row < codes.length; row++)
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  column.values.forEach((text, code) => {
    const count = counts[code] ?? 0;
    if (count > 0) visit(text, count);
  });
}

const encoder = new TextEncoder();
/** Past this many distinct cells, and more than half of the filled ones distinct, a dictionary no longer pays. */
const DICTIONARY_LIMIT = 50_000;
/** Past this many, nearly all of them distinct, the column holds ids or names: it will come to the same. */
const EARLY_LIMIT = 8192;
const NEARLY_ALL = 0.99;
/** Texts up to this length are copied character by character, which is quicker than a call out of JavaScript. */
const SHORT = 48;

/** Collects cells row by row and chooses dictionary or plain storage as it goes. */
export class TextColumnBuilder {
  private codes = new Uint32Array(1024);
  private readonly values: string[] = [];
  private index: Map<string, number> | null = new Map();
  private bytes = new Uint8Array(0);
  private offsets = new Uint32Array(0);
  private used = 0;
  private rows = 0;
  /** Of the rows, those with a text, while it is a dictionary. */
  private filled = 0;
  private readonly sliced: boolean;
  private readonly most: number;

  /**
   * @param sliced the texts may be slices of larger ones, which they must not keep in memory
   * @param most bytes of a plain column
   */
  constructor(sliced = true, most: number = MOST_TEXT) {
    this.sliced = sliced;
    this.most = most;
  }

  /** @throws TooMuchText */
  push(text: string): void {
    if (this.index === null) {
      this.pushPlain(text);
      return;
    }
    let code = this.index.get(text);
    if (code === undefined) {
      const distinct = this.values.length;
      const most = distinct >= DICTIONARY_LIMIT ? 0.5 : distinct >= EARLY_LIMIT ? NEARLY_ALL : 1;
      if (most < 1 && distinct > most * this.filled) {
        this.becomePlain();
        this.pushPlain(text);
        return;
      }
      code = this.values.length;
      // The copy cuts the tie to the chunk of the file that the text was sliced from, which it would keep alive.
      const own = this.sliced ? utf8.decode(encoder.encode(text)) : text;
      this.values.push(own);
      this.index.set(own, code);
    }
    if (this.rows === this.codes.length) this.codes = grown(this.codes, this.rows * 2);
    this.codes[this.rows++] = code;
    if (text !== '') this.filled++;
  }

  /** The finished column. The builder must not be used afterwards. */
  finish(): TextColumn {
    if (this.index !== null) {
      return { kind: 'dictionary', length: this.rows, codes: this.codes.subarray(0, this.rows), values: this.values };
    }
    return {
      kind: 'plain',
      length: this.rows,
      bytes: this.bytes.subarray(0, this.used),
      offsets: this.offsets.subarray(0, this.rows + 1),
    };
  }

  private becomePlain(): void {
    const { codes, values, rows } = this;
    this.index = null;
    this.rows = 0;
    this.offsets = new Uint32Array(Math.max(1024, rows * 2));
    this.bytes = new Uint8Array(Math.max(16_384, rows * 24));
    for (let row = 0; row < rows; row++) this.pushPlain(values[codes[row] ?? 0] ?? '');
    this.codes = new Uint32Array(0);
    values.length = 0;
  }

  private pushPlain(text: string): void {
    const worst = this.used + text.length * 3;
    if (worst > this.bytes.length) {
      if (worst > this.most) throw new TooMuchText();
      const larger = new Uint8Array(Math.max(worst, Math.min(this.bytes.length * 2, this.most)));
      larger.set(this.bytes.subarray(0, this.used));
      this.bytes = larger;
    }
    if (this.rows + 2 > this.offsets.length) this.offsets = grown(this.offsets, this.offsets.length * 2);
    this.used += this.writeAscii(text) ? text.length : encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
    this.offsets[++this.rows] = this.used;
  }

  /** Writes a short text of ASCII behind the others; false when it is another. */
  private writeAscii(text: string): boolean {
    const { bytes, used } = this;
    const { length } = text;
    if (length > SHORT) return false;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return false;
      bytes[used + at] = code;
    }
    return true;
  }
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

/** A dictionary column over given texts: for tests, and for tables that are small anyway. */
export function textColumn(cells: Iterable<string>): TextColumn {
  const builder = new TextColumnBuilder();
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}
