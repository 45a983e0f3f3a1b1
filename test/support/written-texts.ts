import { textsWhenAsked } from '../../src/load/kernel/stores.js';
import type { CategoryColumn } from '../../src/model/column.js';
import { UnmadeCategory, UnmadeDictionary } from '../../src/model/distinct-texts.js';
import type { DictionaryColumn } from '../../src/model/text-column.js';
import type { KeptTexts, WrittenTexts } from '../../src/model/written-texts.js';

/** Texts as the kernel leaves them: UTF-8 one after the other, in memory that threads share. */
export function writtenTextsOf(values: readonly string[]): WrittenTexts {
  const encoded = values.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * (values.length + 1)));
  encoded.forEach(({ length }, at) => {
    offsets[at + 1] = (offsets[at] as number) + length;
  });
  const bytes = new Uint8Array(new SharedArrayBuffer(offsets[values.length] as number));
  encoded.forEach((text, at) => {
    bytes.set(text, offsets[at] as number);
  });
  return { bytes, offsets, length: values.length };
}

/** The same, of which texts are made when somebody asks. */
export function keptTextsOf(values: readonly string[]): KeptTexts {
  return textsWhenAsked(writtenTextsOf(values));
}

/** A category column with the texts of another one, none of them made yet. */
export function unmadeCategory({ codes, values }: CategoryColumn): UnmadeCategory {
  return new UnmadeCategory(codes, keptTextsOf(values));
}

/** Cells with the texts of others, none of them made yet. */
export function unmadeDictionary({ codes, values }: DictionaryColumn): UnmadeDictionary {
  return new UnmadeDictionary(codes, keptTextsOf(values));
}
