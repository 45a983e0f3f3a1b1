/**
 * Cells that were read as values when they were stored, because nearly all of a column are written plainly: a day, a
 * number, an id or a place in the file each, and what its text looked like. A text that says anything else stands beside. So all texts can be made
 * again, byte for byte, and a column of values is a plain column whose bytes are made when somebody asks for them.
 */
import { firstFrom } from './ascending-rows.js';
import { type CivilDay, civilDate, NO_DAY } from './civil-day.js';
import type { OtherCells } from './other-cells.js';
import type { StoredIds } from './stored-ids.js';
import type { StoredPlaces } from './stored-places.js';
import type { PlainColumn } from './text-column.js';

export type StoredValues = StoredDays | StoredNumbers | StoredWords;

/**
 * Texts of which each is a word, the largest of which means another text or none: they are picked, sent and kept as such.
 * Other values become those of a field, so that nobody needs to.
 */
export type StoredWords = StoredIds | StoredPlaces;

/** Instead of a word of `StoredWords`: the cell is empty, or another text. */
export const NO_WORD = 0xffff_ffff;

/** The texts of a column, where they are stored as words. */
export function storedWords(column: object): StoredWords | null {
  if (!(column instanceof ValueColumn)) return null;
  const { stored } = column;
  return stored.kind === 'ids' || stored.kind === 'places' ? stored : null;
}

const ZERO = 0x30;
const MINUS = 0x2d;
const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;
const DOLLAR = 0x24;
const COMMA = 0x2c;
const POINT = 0x2e;

/** Of the time of a day: it is there, it stands behind a `T`, it has seconds. Below are the seconds since midnight. */
const [HAS_TIME, HAS_LETTER, HAS_SECONDS] = [1 << 19, 1 << 18, 1 << 17];
/** Bytes of a time. */
export const TIME_BYTES = 3;
/** The longest text of a day: `2024-01-31T08:15:30`. */
export const LONGEST_DAY = 19;

/** Days from the year 1500 on: `2024-01-31`, alone or with a time that has no offset. */
export class StoredDays {
  readonly kind = 'days';
  /** By row; `NO_DAY` where the cell is empty or another text. */
  readonly days: Int32Array;
  /** Three bytes for each, the lowest first: see above. Or what reads the texts again where they came from. */
  readonly times: Uint8Array | DayTexts;
  /** Rows that are empty. */
  readonly empty: number;
  readonly others: OtherCells;

  constructor(days: Int32Array, times: Uint8Array | DayTexts, empty: number, others: OtherCells) {
    this.days = days;
    this.times = times;
    this.empty = empty;
    this.others = others;
  }

  /** Writes the text of a row's day, if it has one; returns the place behind it. */
  write(row: number, bytes: Uint8Array, from: number): number {
    const day = this.days[row] as number;
    if (day === NO_DAY) return from;
    const { times } = this;
    return times instanceof Uint8Array
      ? writeDay(day, timeAt(times, row), bytes, from)
      : times.write(row, day, bytes, from);
  }

  readonly longest = LONGEST_DAY;
}

/** Texts of days that are read again. */
export interface DayTexts {
  /**
   * Writes the text of a row that has a day; returns the place behind it.
   * @throws UserError `changed_while_reading` where it cannot be read again
   */
  write(row: number, day: CivilDay, bytes: Uint8Array, from: number): number;
}

/** Days whose texts are read again. */
export type PlacedDayCells = StoredDays & { readonly times: DayTexts };

/** The days of a column, where their texts are read again. */
export function placedDays(column: object): PlacedDayCells | null {
  if (!(column instanceof ValueColumn)) return null;
  const { stored } = column;
  return stored.kind === 'days' && isPlaced(stored) ? stored : null;
}

function isPlaced(stored: StoredDays): stored is PlacedDayCells {
  return !(stored.times instanceof Uint8Array);
}

function timeAt(times: Uint8Array, row: number): number {
  const at = TIME_BYTES * row;
  return (times[at] as number) | ((times[at + 1] as number) << 8) | ((times[at + 2] as number) << 16);
}

/** Writes a day without a time: ten bytes. */
export function writeDate(civil: CivilDay, bytes: Uint8Array, from: number): number {
  const { year, month, day } = civilDate(civil);
  let at = writePair(Math.floor(year / 100), bytes, from);
  at = writePair(year % 100, bytes, at);
  bytes[at] = MINUS;
  at = writePair(month, bytes, at + 1);
  bytes[at] = MINUS;
  return writePair(day, bytes, at + 1);
}

function writeDay(civil: CivilDay, time: number, bytes: Uint8Array, from: number): number {
  let at = writeDate(civil, bytes, from);
  if ((time & HAS_TIME) === 0) return at;
  const seconds = time & (HAS_SECONDS - 1);
  bytes[at] = (time & HAS_LETTER) === 0 ? SPACE : LETTER_T;
  at = writePair(Math.floor(seconds / 3600), bytes, at + 1);
  bytes[at] = COLON;
  at = writePair(Math.floor(seconds / 60) % 60, bytes, at + 1);
  if ((time & HAS_SECONDS) === 0) return at;
  bytes[at] = COLON;
  return writePair(seconds % 60, bytes, at + 1);
}

function writePair(value: number, bytes: Uint8Array, at: number): number {
  bytes[at] = ZERO + Math.floor(value / 10);
  bytes[at + 1] = ZERO + (value % 10);
  return at + 2;
}

/** Of the look of a number: one more than its decimals, thousands grouped by commas, a dollar sign in front. */
const [DECIMALS, HAS_GROUPS] = [15, 32];
export const LOOKS_DOLLAR = 16;
/** Instead of a look: it is another text. An empty cell has 0. */
export const NO_NUMBER = 255;
/** `$999,999,999,999,999` and `999,999.999999999`: a sign, fifteen digits, and what parts them. */
const LONGEST_NUMBER = 24;

/** What the cells of a column say about its decimal sign; see `NumberEvidence`. */
export interface SeparatorCounts {
  readonly dots: number;
  readonly commas: number;
  readonly eitherDot: number;
  readonly eitherComma: number;
  readonly unseparated: number;
}

/** Numbers under a decimal point, of at most fifteen digits: `12345.67` and `$12,345.67`. */
export class StoredNumbers {
  readonly kind = 'numbers';
  /** By row; NaN where the cell is empty or another text. */
  readonly values: Float64Array;
  readonly looks: Uint8Array;
  /** Rows that are empty. */
  readonly empty: number;
  readonly others: OtherCells;
  /** What the numbers say of the column; the other texts not heard. */
  readonly heard: SeparatorCounts;

  constructor(values: Float64Array, looks: Uint8Array, empty: number, others: OtherCells, heard: SeparatorCounts) {
    this.values = values;
    this.looks = looks;
    this.empty = empty;
    this.others = others;
    this.heard = heard;
  }

  /** Writes the text of a row's number, if it has one; returns the place behind it. */
  write(row: number, bytes: Uint8Array, from: number): number {
    const look = this.looks[row] as number;
    return look === 0 || look === NO_NUMBER ? from : writeNumber(this.values[row] as number, look, bytes, from);
  }

  readonly longest = LONGEST_NUMBER;
}

function writeNumber(value: number, look: number, bytes: Uint8Array, from: number): number {
  const decimals = (look & DECIMALS) - 1;
  // Fifteen digits, scaled: the next whole number is the one that was written.
  const digits = String(Math.round(Math.abs(value) * 10 ** decimals)).padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  let at = from;
  if ((look & LOOKS_DOLLAR) !== 0) bytes[at++] = DOLLAR;
  if (value < 0) bytes[at++] = MINUS;
  for (let digit = 0; digit < digits.length; digit++) {
    if (digit === whole) bytes[at++] = POINT;
    else if (digit > 0 && digit < whole && (whole - digit) % 3 === 0 && (look & HAS_GROUPS) !== 0) bytes[at++] = COMMA;
    bytes[at++] = digits.charCodeAt(digit);
  }
  return at;
}

/** A plain column over values: the texts of all cells are made when they are first asked for as bytes. */
export class ValueColumn implements PlainColumn {
  readonly kind = 'plain';
  readonly length: number;
  readonly stored: StoredValues;
  readonly #scratch: Uint8Array;
  #texts: Pick<PlainColumn, 'bytes' | 'offsets'> | null = null;

  constructor(length: number, stored: StoredValues) {
    this.length = length;
    this.stored = stored;
    this.#scratch = new Uint8Array(stored.longest);
  }

  get bytes(): Uint8Array {
    this.#texts ??= this.#write();
    return this.#texts.bytes;
  }

  get offsets(): Uint32Array {
    this.#texts ??= this.#write();
    return this.#texts.offsets;
  }

  /** UTF-8 of one cell. A view that is good until the next call. */
  cell(row: number): Uint8Array {
    const { others } = this.stored;
    const end = this.stored.write(row, this.#scratch, 0);
    const other = end > 0 ? -1 : indexOf(others.rows, row);
    if (other < 0) return this.#scratch.subarray(0, end);
    return others.bytes.subarray(others.offsets[other] as number, others.offsets[other + 1] as number);
  }

  #write(): Pick<PlainColumn, 'bytes' | 'offsets'> {
    const { length, stored } = this;
    const { rows, bytes: texts, offsets: ends } = stored.others;
    const bytes = new Uint8Array((length - rows.length - stored.empty) * stored.longest + texts.length);
    const offsets = new Uint32Array(length + 1);
    let [at, other] = [0, 0];
    for (let row = 0; row < length; row++) {
      if (rows[other] === row) {
        const [start, end] = [ends[other] as number, ends[other + 1] as number];
        bytes.set(texts.subarray(start, end), at);
        at += end - start;
        other++;
      } else at = stored.write(row, bytes, at);
      offsets[row + 1] = at;
    }
    return { bytes: bytes.slice(0, at), offsets };
  }
}

/** Where a row stands among ascending ones; −1 = nowhere. */
export function indexOf(rows: Uint32Array, row: number): number {
  const at = firstFrom(rows, row);
  return rows[at] === row ? at : -1;
}
