import type { DictionaryColumn, PlainColumn, TextColumn } from '../model/text-column.js';

/** The row that had the same id first, asked row by row in order. */
export interface SeenIds {
  /** The first row from the given one on that has to be asked about: ids that have plainly not been seen need no question. */
  next(row: number): number;
  /** The first row with the same id; −1 for an empty id, and for one that is seen for the first time. */
  earlier(row: number): number;
}

/** Ids as they are met, compared without outer white space and with their case. */
export function seenIds(ids: TextColumn): SeenIds {
  return ids.kind === 'plain' ? seenByBytes(ids) : seenByCode(ids);
}

function seenByCode(ids: DictionaryColumn): SeenIds {
  // Values that differ by outer white space are one id.
  const first = new Map<string, number>();
  const idOf = ids.values.map((value, code) => {
    const id = value.trim();
    if (id === '') return -1;
    const known = first.get(id);
    if (known === undefined) first.set(id, code);
    return known ?? code;
  });
  const holder = new Int32Array(ids.values.length).fill(-1);
  const id = (row: number): number => idOf[ids.codes[row] ?? 0] ?? -1;
  return {
    next: (row) => row,
    earlier(row) {
      const code = id(row);
      if (code < 0) return -1;
      const earlier = holder[code] ?? -1;
      if (earlier < 0) holder[code] = row;
      return earlier;
    },
  };
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): good enough where equal hashes are compared byte by byte. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** So many ids may be out of order, and then one in so many, before the order is given up. */
const FEW_STRAYS = 1024;
const STRAY_SHARE = 8;
/** Pairs of hash and row + 1 in a table that is still small. */
const FIRST_SLOTS = 4096;

/**
 * Exports are mostly sorted by their id: then each new one is greater than the last, and nothing has to be looked up
 * (1 M rows: a third of the time that a hash table takes). Ids that are not are looked for among the ordered ones by
 * bisection, and in an open-addressing table of their own, at most half full; when they are many, all move there, and
 * it takes as long as a table alone, or a fifth longer. No string per id.
 */
function seenByBytes({ bytes, offsets, length }: PlainColumn): SeenIds {
  // Rows whose ids ascend (shorter ones first), and the first and last byte of the last of them.
  let chain = new Uint32Array(Math.min(length, FIRST_SLOTS));
  let chained = 0;
  let lastStart = 0;
  let lastEnd = 0;
  let inOrder = true;
  let slots = new Int32Array(2 * FIRST_SLOTS);
  let strays = 0;
  // The id asked about last.
  let start = 0;
  let end = 0;

  const find = (row: number): void => {
    start = offsets[row] as number;
    end = offsets[row + 1] as number;
    while (start < end && (bytes[start] as number) <= 0x20) start++;
    while (end > start && (bytes[end - 1] as number) <= 0x20) end--;
  };
  /** The id asked about, against another: negative, 0 or positive. Shorter ids come first. */
  const compare = (otherStart: number, otherEnd: number): number => {
    const difference = end - start - (otherEnd - otherStart);
    if (difference !== 0) return difference;
    for (let at = start, other = otherStart; at < end; at++, other++) {
      if (bytes[at] !== bytes[other]) return (bytes[at] as number) - (bytes[other] as number);
    }
    return 0;
  };
  const compareWithRow = (row: number): number => {
    let from = offsets[row] as number;
    let to = offsets[row + 1] as number;
    while (from < to && (bytes[from] as number) <= 0x20) from++;
    while (to > from && (bytes[to - 1] as number) <= 0x20) to--;
    return compare(from, to);
  };
  const lengthen = (): void => {
    const longer = new Uint32Array(Math.min(length, chained * 4));
    longer.set(chain);
    chain = longer;
  };
  const append = (row: number): void => {
    if (chained === chain.length) lengthen();
    chain[chained++] = row;
    lastStart = start;
    lastEnd = end;
  };
  const inChain = (): number => {
    let low = 0;
    let high = chained - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareWithRow(chain[middle] as number);
      if (order === 0) return middle;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return -1;
  };
  /** The row in the table that holds the id asked about; −1 after putting the given one there. */
  const inTable = (row: number): number => {
    let hash = FNV_OFFSET;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
    hash ^= hash >>> 15;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & mask) {
      const other = (slots[slot + 1] as number) - 1;
      if (slots[slot] === hash && compareWithRow(other) === 0) return other;
    }
    slots[slot] = hash;
    slots[slot + 1] = row + 1;
    if (++strays * 4 > slots.length) grow(slots.length * 2);
    return -1;
  };
  const grow = (size: number): void => {
    const old = slots;
    slots = new Int32Array(size);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = ((old[from] as number) << 1) & (size - 1);
      while (slots[slot + 1] !== 0) slot = (slot + 2) & (size - 1);
      slots[slot] = old[from] as number;
      slots[slot + 1] = old[from + 1] as number;
    }
  };
  const giveUpOrder = (): void => {
    inOrder = false;
    const all = 4 * 2 ** Math.ceil(Math.log2(Math.max(2, length)));
    if (all > slots.length) grow(all);
    const ids = chained;
    for (let index = 0; index < ids; index++) {
      find(chain[index] as number);
      inTable(chain[index] as number);
    }
    chain = new Uint32Array(0);
  };

  /** Appends rows as long as their ids ascend; on its own locals, because nearly all rows of a sorted file pass here. */
  const ascend = (from: number): number => {
    let row = from;
    let lastFrom = lastStart;
    let lastTo = lastEnd;
    for (; row < length; row++) {
      let first = offsets[row] as number;
      let last = offsets[row + 1] as number;
      while (first < last && (bytes[first] as number) <= 0x20) first++;
      while (last > first && (bytes[last - 1] as number) <= 0x20) last--;
      const longer = last - first - (lastTo - lastFrom);
      if (first === last) continue;
      if (longer < 0) break;
      if (longer === 0) {
        let at = first;
        let other = lastFrom;
        while (at < last && bytes[at] === bytes[other]) {
          at++;
          other++;
        }
        if (at === last || (bytes[at] as number) < (bytes[other] as number)) break;
      }
      if (chained === chain.length) lengthen();
      chain[chained++] = row;
      lastFrom = first;
      lastTo = last;
    }
    lastStart = lastFrom;
    lastEnd = lastTo;
    return row;
  };

  return {
    next: (row) => (inOrder ? ascend(row) : row),
    earlier(row) {
      find(row);
      if (start === end) return -1;
      if (!inOrder) return inTable(row);
      const order = chained === 0 ? 1 : compare(lastStart, lastEnd);
      if (order > 0) {
        append(row);
        return -1;
      }
      const held = order === 0 ? chained - 1 : inChain();
      if (held >= 0) return chain[held] as number;
      if (strays >= FEW_STRAYS && strays * STRAY_SHARE > row) {
        giveUpOrder();
        find(row);
      }
      return inTable(row);
    },
  };
}
