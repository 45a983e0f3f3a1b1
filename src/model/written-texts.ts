import type { DictionaryColumn, PlainColumn } from './text-column.js';

/** Texts of a dictionary as they stand in memory, one after the other: UTF-8 with offsets. */
export type WrittenTexts = Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>;

/** Of columns: what is made of one does not hold the memory. */
const known = new WeakMap<DictionaryColumn, WrittenTexts>();

/** Says where the texts of a column stand: nobody may write there while the column is in use. */
export function keepWritten(column: DictionaryColumn, texts: WrittenTexts): void {
  known.set(column, texts);
}

/** Where the texts of a column stand, by code; null where that is not kept. */
export function writtenTexts(column: DictionaryColumn): WrittenTexts | null {
  return known.get(column) ?? null;
}
