import type { PlainColumn } from '../model/text-column.js';
import { mayBeMissing } from './parse/text.js';

const [SPACE, LOWER_CASE, ZERO, NINE, LETTER_A, LETTER_Z] = [0x20, 0x20, 0x30, 0x39, 0x61, 0x7a];

/**
 * The texts that surely say themselves, as they stand: plain ones, whose cleaned form they are, and none of which stands for
 * nothing. Found of their bytes: reading them as texts takes several times as long.
 *
 * @returns by text: 1 = it does
 */
export function textsAsTheyStand({
  bytes,
  offsets,
  length,
}: Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>): Uint8Array {
  const marks = new Uint8Array(length);
  for (let text = 0; text < length; text++) {
    const start = offsets[text] as number;
    const end = offsets[text + 1] as number;
    if (isPlain(bytes, start, end) && !mayBeMissing(bytes[start] as number, end - start)) marks[text] = 1;
  }
  return marks;
}

/** Whether a text, which may be empty, is words of ASCII letters and digits, a space between them, never with digits on both sides: those are kept apart in its key. */
export function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  // 0 = a space, or nothing yet; 1 = a letter; 2 = a digit.
  let last = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === SPACE) {
      if (last === 0) return false;
      // The last letter may be a space: then what is behind it makes no difference.
      const next = bytes[at + 1] as number;
      if (last === 2 && next >= ZERO && next <= NINE) return false;
      last = 0;
    } else if (byte >= ZERO && byte <= NINE) last = 2;
    else {
      const lower = byte | LOWER_CASE;
      if (lower < LETTER_A || lower > LETTER_Z) return false;
      last = 1;
    }
  }
  return last !== 0;
}
