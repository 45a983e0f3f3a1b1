import type { Numbers } from './numbers.js';
import type { Cells } from './pick-rows.js';
import { copyOf } from './shared-memory.js';
import { storedWords, ValueColumn } from './stored-values.js';

/**
 * The block that files are read into is kept where at least this share of it lives on. Much of it was asked for and never
 * written to, which costs nothing: so it is more of what stands there. Of less, a copy is smaller than what
 * it leaves behind.
 */
const WORTH_KEEPING = 1 / 5;

/**
 * How columns live on that may be views of blocks that files were read into (see load/kernel): as such views where they
 * are much of a block, which stays with them; else in memory of their own, for a few columns would keep the whole.
 *
 * @param all every column that lives on
 */
export function livingOn(all: readonly Cells[]): <C extends Cells>(cells: C) => C {
  const used = new Map<ArrayBufferLike, number>();
  for (const array of new Set(all.flatMap(arraysOf))) {
    if (isPartOfBlock(array)) used.set(array.buffer, (used.get(array.buffer) ?? 0) + array.byteLength);
  }
  const stays = (array: Numbers): boolean =>
    !isPartOfBlock(array) || (used.get(array.buffer) ?? 0) >= WORTH_KEEPING * array.buffer.byteLength;
  const own = <A extends Numbers>(array: A): A => (stays(array) ? array : copyOf(array));
  function kept<C extends Cells>(cells: C): C;
  function kept(cells: Cells): Cells {
    if (ArrayBuffer.isView(cells)) return own(cells);
    const stored = storedWords(cells);
    if (stored !== null && 'length' in cells) {
      const { rows, bytes, offsets } = stored.others;
      const texts = { rows: own(rows), bytes: own(bytes), offsets: own(offsets) };
      return new ValueColumn(cells.length, stored.like(own(stored.words), stored.empty, texts));
    }
    if ('bytes' in cells) return { ...cells, bytes: own(cells.bytes), offsets: own(cells.offsets) };
    if ('numbers' in cells) return { codes: own(cells.codes), numbers: own(cells.numbers) };
    // Texts that nobody has asked for stay where they stand, or are made: a copy has them.
    return cells.unmade !== undefined && arraysOf(cells).every(stays) ? cells : { ...cells, codes: own(cells.codes) };
  }
  return kept;
}

/** Whether any of some columns is a view of a block that files were read into, which stays as long as it does. */
export function areInBlock(columns: readonly Cells[]): boolean {
  return columns.some((cells) => arraysOf(cells).some(isPartOfBlock));
}

/** Whether an array is of memory that threads share and other things are in, too. */
export function isPartOfBlock({ buffer, byteLength }: Numbers): boolean {
  return !(buffer instanceof ArrayBuffer) && byteLength !== buffer.byteLength;
}

function arraysOf(cells: Cells): Numbers[] {
  if (ArrayBuffer.isView(cells)) return [cells];
  const stored = storedWords(cells);
  if (stored !== null) return [stored.words, stored.others.rows, stored.others.bytes, stored.others.offsets];
  if ('numbers' in cells) return [cells.codes, cells.numbers];
  if ('bytes' in cells) return [cells.bytes, cells.offsets];
  const written = cells.unmade?.texts;
  return written === undefined ? [cells.codes] : [cells.codes, written.bytes, written.offsets];
}
