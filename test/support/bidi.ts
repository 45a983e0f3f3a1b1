import factory from 'bidi-js';

const bidi = factory();

/** Marks of direction and joiners, which nobody sees. */
const UNSEEN = /[\u200b-\u200f\u2066-\u2069]/g;

/** A line as it is seen from left to right (Unicode Bidirectional Algorithm), in a paragraph of the given direction. */
export function seen(line: string, direction: 'ltr' | 'rtl'): string {
  const levels = bidi.getEmbeddingLevels(line, direction);
  return bidi.getReorderedString(line, levels).replace(UNSEEN, '');
}

/** The same from right to left, letter by letter, as a reader of Persian goes. */
export function readFromRight(line: string, direction: 'ltr' | 'rtl'): string {
  return [...seen(line, direction)].reverse().join('');
}
