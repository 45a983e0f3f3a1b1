/** Texts as places in memory. All of these read and write up to 32 bytes more than a text has. */

/** Bytes that must belong to whoever holds a text, behind its last one. */
export const SLACK: usize = 32;

const FACTOR: u64 = 0xd6e8feb86659fd93;

/** 64 bits of a text of 8 bytes at least. */
export function hashOf(at: usize, length: usize): u64 {
  const last = at + length - 8;
  let hash: u64 = 0x9e3779b97f4a7c15;
  for (; at < last; at += 8) {
    hash = (hash ^ load<u64>(at)) * FACTOR;
    hash ^= hash >> 32;
  }
  return hash;
}

/** Whether two texts of the same length are the same. */
export function isSame(one: usize, other: usize, length: usize): bool {
  while (length >= 8) {
    if (load<u64>(one) !== load<u64>(other)) return false;
    one += 8;
    other += 8;
    length -= 8;
  }
  return length === 0 || ((load<u64>(one) ^ load<u64>(other)) & lowBytes(length)) === 0;
}

/** Of a word, those of its bytes that belong to a text whose last 1…7 bytes it holds. */
function lowBytes(length: usize): u64 {
  return ((<u64>1) << ((<u64>length) << 3)) - 1;
}

/** Copies a text. What is written too much is for the next text to write over. */
export function copyText(to: usize, from: usize, length: usize): void {
  v128.store(to, v128.load(from));
  if (length <= 16) return;
  v128.store(to, v128.load(from, 16), 16);
  for (let at: usize = 32; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}
