/**
 * Memory for columns. That of large ones is shared between threads: whoever is sent such a column sees the same cells,
 * and nothing is copied. Where there is no such memory, a thread that is sent a column gets a copy.
 */

import type { Numbers } from './numbers.js';

/** Smaller columns are copied as quickly as they are shared. */
const SHARED_FROM = 128 * 1024;

type Kind<N extends Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): N;
  new (buffer: ArrayBufferLike): N;
};

/** An array of so many zeros. */
export function roomFor<N extends Numbers>(kind: Kind<N>, length: number): N {
  const bytes = length * kind.BYTES_PER_ELEMENT;
  if (bytes < SHARED_FROM || typeof SharedArrayBuffer === 'undefined') return new kind(length);
  return new kind(new SharedArrayBuffer(bytes));
}

/** A copy of an array. */
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
