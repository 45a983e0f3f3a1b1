/** Texts as places in memory. All of these read and write up to 16 bytes more than a text has. */

/** Bytes that must belong to whoever holds a text, behind its last one. */
export const SLACK: usize = 16;

export function hashOf(at: usize, length: usize): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ <u64>length;
  while (length >= 8) {
    hash = (hash ^ load<u64>(at)) * 0xd6e8feb86659fd93;
    hash ^= hash >> 32;
    at += 8;
    length -= 8;
  }
  if (length !== 0) {
    hash = (hash ^ (load<u64>(at) & lowBytes(length))) * 0xd6e8feb86659fd93;
    hash ^= hash >> 32;
  }
  hash *= 0xd6e8feb86659fd93;
  return <u32>(hash >> 32);
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
  const end = from + length;
  while (from < end) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
}
