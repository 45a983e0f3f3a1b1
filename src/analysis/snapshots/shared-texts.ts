/** Texts of two snapshots under common numbers, without a string per row. */
import { cellText, type DictionaryColumn, type PlainColumn, type TextColumn } from '../../model/text-column.js';

/** Per row the number of its text; 0 = empty. Texts without outer spaces, and with their case. */
export interface SharedTexts {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  /** Numbers are under it. */
  readonly size: number;
}

/** Numbers the texts of two columns: equal ones have one number. O(bytes). */
export function sharedTexts(before: TextColumn, after: TextColumn): SharedTexts {
  if (before.kind === 'plain' && after.kind === 'plain') return byBytes(before, after);
  const numbers = new Map<string, number>([['', 0]]);
  const own = (column: TextColumn): Uint32Array => {
    const numberOf = (text: string): number => {
      const key = text.trim();
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    };
    if (column.kind === 'plain') {
      return Uint32Array.from({ length: column.length }, (_, row) => numberOf(cellText(column, row)));
    }
    return ofDictionary(column, numberOf);
  };
  const [then, now] = [own(before), own(after)];
  return { before: then, after: now, size: numbers.size };
}

/** Values that no row has get no number. */
function ofDictionary({ codes, values }: DictionaryColumn, numberOf: (text: string) => number): Uint32Array {
  const known = new Int32Array(values.length).fill(-1);
  const numbers = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (known[code] === -1) known[code] = numberOf(values[code] as string);
    numbers[row] = known[code] as number;
  }
  return numbers;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): good enough where equal hashes are compared byte by byte. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** An open-addressing table, at most half full: of each text its hash, its number and where it stands. */
function byBytes(before: PlainColumn, after: PlainColumn): SharedTexts {
  const length = before.length + after.length;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * length))) - 1;
  const hashes = new Int32Array(mask + 1);
  const numberAt = new Uint32Array(mask + 1);
  // Where the text of each number stands: its column, and its first and last byte.
  const columns = [before, after] as const;
  const [sides, starts, ends] = [new Uint8Array(length + 1), new Uint32Array(length + 1), new Uint32Array(length + 1)];
  let size = 1;
  const numbersOf = (side: 0 | 1): Uint32Array => {
    const { bytes, offsets, length: rows } = columns[side];
    const numbers = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      let [start, end] = [offsets[row] as number, offsets[row + 1] as number];
      while (start < end && (bytes[start] as number) <= 0x20) start++;
      while (end > start && (bytes[end - 1] as number) <= 0x20) end--;
      if (start === end) continue;
      let hash = FNV_OFFSET;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
      hash ^= hash >>> 15;
      let slot = hash & mask;
      for (; numberAt[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] !== hash) continue;
        const number = numberAt[slot] as number;
        const other = columns[sides[number] as 0 | 1].bytes;
        if (isSame(bytes, start, end, other, starts[number] as number, ends[number] as number)) break;
      }
      if (numberAt[slot] === 0) {
        hashes[slot] = hash;
        numberAt[slot] = size;
        sides[size] = side;
        starts[size] = start;
        ends[size] = end;
        size++;
      }
      numbers[row] = numberAt[slot] as number;
    }
    return numbers;
  };
  const then = numbersOf(0);
  const now = numbersOf(1);
  return { before: then, after: now, size };
}

function isSame(a: Uint8Array, from: number, to: number, b: Uint8Array, start: number, end: number): boolean {
  if (to - from !== end - start) return false;
  for (let at = from, other = start; at < to; at++, other++) if (a[at] !== b[other]) return false;
  return true;
}
