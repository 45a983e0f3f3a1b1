import type { Codes, PlainColumn } from './text-column.js';

/** Texts as they stand in memory, one after the other: UTF-8 with offsets. */
export type WrittenTexts = Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>;

/** Once so many were made one by one as this part of all is, all are made: somebody goes through the rows. */
const FEW = 1 / 2;

/** Makes texts of those that stand in memory. */
export interface TextMaker {
  all(): readonly string[];
  /** Of a code that there is. */
  one(code: number): string;
}

/** Texts of a dictionary, by code, and where they stand. */
export class KeptTexts {
  readonly texts: WrittenTexts;
  readonly #make: TextMaker;
  #values: readonly string[] | null = null;
  #asked = 0;

  constructor(texts: WrittenTexts, make: TextMaker) {
    this.texts = texts;
    this.#make = make;
  }

  /** All texts: made when they are first asked for. Of tens of thousands a report shows a few. */
  get values(): readonly string[] {
    this.#values ??= this.#make.all();
    return this.#values;
  }

  /** The text of a code; '' where there is none. */
  text(code: number): string {
    const { length } = this.texts;
    if (this.#values !== null || ++this.#asked > FEW * length) return this.values[code] ?? '';
    return code >= 0 && code < length ? this.#make.one(code) : '';
  }
}

/** By the codes of a column, which stand in the same memory: what is made of one, with codes of its own, does not hold it. */
const known = new WeakMap<Codes, KeptTexts>();

/** Says where the texts of a column stand: nobody may write there while its codes are in use. */
export function keepWritten(codes: Codes, kept: KeptTexts): void {
  known.set(codes, kept);
}

/** Where the texts of a column stand, by code; null where that is not kept. */
export function writtenTexts({ codes }: { readonly codes: Codes }): KeptTexts | null {
  return known.get(codes) ?? null;
}
