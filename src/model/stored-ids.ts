/**
 * Ids that were read as numbers when they were stored, because nearly all of a column are a beginning and a number:
 * `D-00000017`, or 17. Four bytes each, where their texts and where those begin would take fifteen.
 */
import type { OtherCells } from './other-cells.js';
import { NO_WORD } from './stored-values.js';

/** Instead of a number: the cell is empty, or another text. */
export const NO_ID = NO_WORD;
/** Of so many digits every number is a word. */
const MOST_DIGITS = 9;
const ZERO = 0x30;

/** What the ids of a column have in common. */
export interface IdForm {
  /** What all begin with: some ASCII, no white space first. */
  readonly beginning: Uint8Array;
  /** Digits of the number; 0 = as many as it has, without zeros in front. */
  readonly digits: number;
}

/** Bytes of the longest id of a form that there may be. */
export function longestOf({ beginning, digits }: IdForm): number {
  return beginning.length + (digits === 0 ? MOST_DIGITS : digits);
}

/** What is kept of them: plain data. */
export interface IdCells {
  /** By row. */
  readonly ids: Uint32Array;
  readonly form: IdForm;
  /** Rows that are empty. */
  readonly empty: number;
  readonly others: OtherCells;
}

export class StoredIds implements IdCells {
  readonly kind = 'ids';
  readonly ids: Uint32Array;
  readonly form: IdForm;
  readonly empty: number;
  readonly others: OtherCells;
  /** Bytes of the longest id that there may be. */
  readonly longest: number;

  constructor({ ids, form, empty, others }: IdCells) {
    this.ids = ids;
    this.form = form;
    this.empty = empty;
    this.others = others;
    this.longest = longestOf(form);
  }

  get words(): Uint32Array {
    return this.ids;
  }

  /** The same of other rows. */
  like(words: Uint32Array, empty: number, others: OtherCells): StoredIds {
    return new StoredIds({ ids: words, form: this.form, empty, others });
  }

  /** Writes the text of a row's id, if it has one; returns the place behind it. */
  write(row: number, bytes: Uint8Array, from: number): number {
    const id = this.ids[row] as number;
    return id === NO_ID ? from : writeId(this.form, id, bytes, from);
  }
}

function writeId({ beginning, digits }: IdForm, id: number, bytes: Uint8Array, from: number): number {
  for (let at = 0; at < beginning.length; at++) bytes[from + at] = beginning[at] as number;
  const start = from + beginning.length;
  let length = digits;
  if (length === 0) {
    length = 1;
    for (let most = 10; id >= most; most *= 10) length++;
  }
  let rest = id;
  for (let at = start + length - 1; at >= start; at--) {
    const tenth = Math.floor(rest / 10);
    bytes[at] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return start + length;
}

/** The number of an id of some form, from one byte up to another; `NO_ID` where a text is none. */
export function idIn({ beginning, digits }: IdForm, bytes: Uint8Array, from: number, to: number): number {
  const start = from + beginning.length;
  const length = to - start;
  if (length < 1 || length > MOST_DIGITS) return NO_ID;
  if (digits !== 0 ? length !== digits : length > 1 && bytes[start] === ZERO) return NO_ID;
  for (let at = 0; at < beginning.length; at++) if (bytes[from + at] !== beginning[at]) return NO_ID;
  let id = 0;
  for (let at = start; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return NO_ID;
    id = id * 10 + digit;
  }
  return id;
}
