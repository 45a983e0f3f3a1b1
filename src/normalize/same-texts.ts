import type { PlainColumn } from '../model/text-column.js';

/** Cells of a plain column by what they say. */
export interface SameTexts {
  /** The number of its text, by cell: texts are numbered as they are met. */
  readonly numberOf: Uint32Array;
  /** The first cell of each text. */
  readonly first: Uint32Array;
}

/** Slots of a table that is still small, and texts for which there is room. */
const FIRST_SLOTS = 8192;

/** Finds cells that are the same by their bytes: no string is made (an open-addressing table, at most half full). */
export function sameTexts({ bytes, offsets, length }: PlainColumn): SameTexts {
  const numberOf = new Uint32Array(length);
  let first = new Uint32Array(FIRST_SLOTS / 2);
  let hashes = new Int32Array(FIRST_SLOTS / 2);
  // A text's number + 1; 0 = free.
  let slots = new Uint32Array(FIRST_SLOTS);
  let texts = 0;

  const isSame = (number: number, start: number, end: number): boolean => {
    const cell = first[number] as number;
    const from = offsets[cell] as number;
    if ((offsets[cell + 1] as number) - from !== end - start) return false;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false;
    return true;
  };
  const makeRoom = (): void => {
    first = longer(first);
    hashes = longer(hashes);
    slots = new Uint32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < texts; number++) {
      let slot = (hashes[number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  };
  for (let cell = 0; cell < length; cell++) {
    const start = offsets[cell] as number;
    const end = offsets[cell + 1] as number;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x9e3779b1) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash ^= hash >>> 13;
    const mask = slots.length - 1;
    let slot = hash & mask;
    let number = (slots[slot] as number) - 1;
    while (number >= 0 && (hashes[number] !== hash || !isSame(number, start, end))) {
      slot = (slot + 1) & mask;
      number = (slots[slot] as number) - 1;
    }
    if (number < 0) {
      number = texts++;
      slots[slot] = texts;
      first[number] = cell;
      hashes[number] = hash;
      if (texts * 2 === slots.length) makeRoom();
    }
    numberOf[cell] = number;
  }
  return { numberOf, first: first.subarray(0, texts) };
}

function longer<N extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: N): N {
  const larger = new (array.constructor as { new (length: number): N })(array.length * 2);
  larger.set(array);
  return larger;
}
