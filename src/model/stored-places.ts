/**
 * Texts that stay in the file because nearly all of a column are such as nobody has to look at. Four bytes each, where they
 * begin there; they are read again when somebody asks. What is odd in any way is stored as a text beside, so that most
 * questions of rules are answered by those.
 */
import { UserError } from '../errors/user-error.js';
import type { OtherCells } from './other-cells.js';
import { NO_WORD } from './stored-values.js';

/** Instead of a place: the cell is empty, or its text is stored. */
export const NO_PLACE = NO_WORD;
/** Bytes of the longest text that stays in a file. */
export const LONGEST_PLACED = 120;
/**
 * Words, in any case of their letters, with which no text stays in the file: those by which rules know a name that
 * somebody made up. Three bytes at least.
 */
export const KEPT_WORDS: readonly string[] = [
  ...['asdf', 'qwert', 'dummy', 'xxx', 'blabla', 'lorem'],
  ...['test', 'demo', 'sample', 'example'],
];

const ODD = /[^ !#->@-~]/;
const LETTERS = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
] as const;

/** Which file texts stay in, and what it was when they were found there: plain data. */
export interface PlacedFile {
  /** As the user named it. */
  readonly file: string;
  readonly path: string;
  /** One byte of ASCII. */
  readonly delimiter: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/** Reads texts of a file at their places. */
export interface PlacedTexts {
  readonly file: PlacedFile;
  /**
   * Writes the text that begins at a place; returns the place behind it. One after the other is quickest.
   * @throws UserError `changed_while_reading` where the file is no longer what it was
   */
  write(place: number, bytes: Uint8Array, from: number): number;
}

/** Whether something failed because a file in which texts stayed is no longer what it was. */
export function isOfChangedFile(error: unknown): boolean {
  return error instanceof UserError && error.code === 'changed_while_reading';
}

/** What is kept of them. */
export interface PlaceCells {
  /** By row. */
  readonly places: Uint32Array;
  readonly texts: PlacedTexts;
  /** Rows that are empty. */
  readonly empty: number;
  readonly others: OtherCells;
}

export class StoredPlaces implements PlaceCells {
  readonly kind = 'places';
  readonly places: Uint32Array;
  readonly texts: PlacedTexts;
  readonly empty: number;
  readonly others: OtherCells;
  readonly longest = LONGEST_PLACED;

  constructor({ places, texts, empty, others }: PlaceCells) {
    this.places = places;
    this.texts = texts;
    this.empty = empty;
    this.others = others;
  }

  get words(): Uint32Array {
    return this.places;
  }

  /** The same of other rows. */
  like(words: Uint32Array, empty: number, others: OtherCells): StoredPlaces {
    return new StoredPlaces({ places: words, texts: this.texts, empty, others });
  }

  /** Writes the text of a row, if it stayed in the file; returns the place behind it. */
  write(row: number, bytes: Uint8Array, from: number): number {
    const place = this.places[row] as number;
    return place === NO_PLACE ? from : this.texts.write(place, bytes, from);
  }
}

/** Whether any text that stays in a file may hold one of some words, in whatever case of its letters. */
export function mayHoldPlaced(words: readonly string[]): boolean {
  return words.some((word) => {
    const small = word.toLowerCase();
    return !ODD.test(word) && !KEPT_WORDS.some((kept) => small.includes(kept));
  });
}

/** The bytes that such texts may begin with. */
export function firstPlacedBytes(): readonly number[] {
  return LETTERS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
