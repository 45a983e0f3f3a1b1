import type { Cells } from './pick-rows.js';
import { copyOf } from './shared-memory.js';

/**
 * The column in memory of its own, where it is a view of memory that several threads share: that is one block, of which
 * a few columns would keep the whole. Else the column itself.
 */
export function ownCells<C extends Cells>(cells: C): C;
export function ownCells(cells: Cells): Cells {
  if (ArrayBuffer.isView(cells)) return own(cells);
  if ('bytes' in cells) return { ...cells, bytes: own(cells.bytes), offsets: own(cells.offsets) };
  return { ...cells, codes: own(cells.codes) };
}

/** A typed array over memory that nothing of another thread's is in. */
function own<A extends Extract<Cells, ArrayBufferView>>(array: A): A {
  return array.buffer instanceof ArrayBuffer || array.byteLength === array.buffer.byteLength ? array : copyOf(array);
}
