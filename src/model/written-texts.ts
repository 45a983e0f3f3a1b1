import type { Codes, PlainColumn } from './text-column.js';

/** Texts as they stand in memory, one after the other: UTF-8 with offsets. */
export type WrittenTexts = Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>;

/** Texts of a dictionary, by code, and where they stand. */
export interface KeptTexts {
  readonly values: readonly string[];
  readonly texts: WrittenTexts;
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
