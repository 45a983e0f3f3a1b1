/**
 * Memory for columns. That of large ones is shared between threads: whoever is sent such a column sees the same cells,
 * and nothing is copied. Where there is no such memory, a thread that is sent a column gets a copy.
 */

import type { Numbers } from './numbers.js';

/** Bytes: smaller columns are copied as quickly as they are shared. */
export const SHARED_FROM = 128 * 1024;
/** Bytes: where arrays of any kind may begin. */
const ALIGNED = 64;

type Kind<N extends Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): N;
  new (buffer: ArrayBufferLike, from?: number, length?: number): N;
};

/** An array of so many zeros. */
export function roomFor<N extends Numbers>(kind: Kind<N>, length: number): N {
  const bytes = length * kind.BYTES_PER_ELEMENT;
  if (bytes < SHARED_FROM || typeof SharedArrayBuffer === 'undefined') return new kind(length);
  return new kind(new SharedArrayBuffer(bytes));
}

/**
 * The same, where nothing is in a block any more that files were read into, if there is such room: its pages were written
 * to before, and a page that is new costs the system more time than most of what is written there.
 * Whoever asks keeps it no longer than the columns of the file, which stay in the block as well.
 */
export function roomInBlock<N extends Numbers>(kind: Kind<N>, length: number): N {
  const bytes = length * kind.BYTES_PER_ELEMENT;
  const given = bytes < SHARED_FROM ? null : takeSpare(bytes);
  if (given === null) return roomFor(kind, length);
  return new kind(given.block, given.at, length).fill(0) as N;
}

/** Where nothing is in a block any more, and nobody will write but who is given room there. */
export interface SpareRoom {
  readonly block: ArrayBufferLike;
  readonly parts: readonly Part[];
}

/** Bytes of a block, from one place up to another. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Does some work while `roomInBlock` gives what is spare. What it has given stays where it is; whoever wants it may have
 * what is left then.
 */
export function usingSpare<T>(rooms: readonly SpareRoom[], work: () => T, takeLeft?: (left: SpareRoom[]) => void): T {
  spare = rooms.flatMap(({ block, parts }) => parts.map(({ from, to }) => ({ block, from: aligned(from), to })));
  try {
    const done = work();
    takeLeft?.(spare.map(({ block, from, to }) => ({ block, parts: [{ from, to }] })));
    return done;
  } finally {
    spare = [];
  }
}

let spare: { readonly block: ArrayBufferLike; from: number; readonly to: number }[] = [];

/** Where the smallest part begins that has so many bytes, which are taken off it. */
function takeSpare(bytes: number): { readonly block: ArrayBufferLike; readonly at: number } | null {
  let best: (typeof spare)[number] | null = null;
  for (const part of spare) {
    const size = part.to - part.from;
    if (size >= bytes && (best === null || size < best.to - best.from)) best = part;
  }
  if (best === null) return null;
  const at = best.from;
  best.from = aligned(at + bytes);
  return { block: best.block, at };
}

/** Behind a place, one where an array of any kind may begin. */
function aligned(at: number): number {
  return Math.ceil(at / ALIGNED) * ALIGNED;
}

/** A copy of an array, in memory of its own. */
export function copyOf<N extends Numbers>(array: N): N {
  const copy = roomFor(kindOf(array), array.length);
  copy.set(array);
  return copy;
}

/** An array of zeros like another one, of so many. */
export function roomLike<N extends Numbers>(array: N, length: number): N {
  return roomFor(kindOf(array), length);
}

function kindOf<N extends Numbers>(array: N): Kind<N> {
  return array.constructor as Kind<N>;
}
