import { PLACE, placed } from './cells';
import { codesOf } from './dictionary';
import { allocate, release } from './memory';
import {
  appendCodes,
  appendText,
  becomePlain,
  becomeValues,
  codeIn,
  moreBytes,
  moreOffsets,
  offsetOf,
  releaseStore,
  Store,
  valuesOf,
} from './store';
import { SLACK } from './text';
import { joinValues } from './values';
import { copyRaised } from './words';

/** Rows whose codes are translated at once. */
const ROWS: u32 = 1024;

/** Adds the rows of another store behind the own ones, and takes over its memory. */
export function absorb(column: Store, other: Store): void {
  addRows(column, other);
  releaseStore(other);
}

function addRows(column: Store, other: Store): void {
  if (column.values !== 0 || other.values !== 0) {
    // Where one of them holds values, both do from then on.
    if (column.values === 0) becomeValues(column);
    if (other.values === 0) becomeValues(other);
    joinValues(valuesOf(column), valuesOf(other));
    column.rows += other.rows;
    return;
  }
  if (!column.isPlain && !other.isPlain && absorbCodes(column, other)) return;
  if (!column.isPlain) becomePlain(column);
  if (other.isPlain) absorbPlain(column, other);
  else {
    for (let row: u32 = 0; row < other.rows; row++) {
      const code = codeIn(other.codes, other.width, row);
      const start = offsetOf(other, code);
      appendText(column, other.bytes + start, offsetOf(other, code + 1) - start, column.rows++);
    }
  }
}

/** False when a dictionary no longer pays. */
function absorbCodes(column: Store, other: Store): bool {
  const distinct = other.distinct;
  const cells = allocate(<usize>distinct * PLACE);
  const codes = allocate((<usize>distinct) << 2);
  for (let value: u32 = 0; value < distinct; value++) {
    const start = offsetOf(other, value);
    const length = <u32>(offsetOf(other, value + 1) - start);
    store<u64>(cells + <usize>value * PLACE, placed(other.bytes + start, length));
  }
  const filled = column.filled;
  const joined = filled + other.filled;
  const known = codesOf(column, cells, distinct, codes, joined);
  column.filled = joined;
  release(cells, <usize>distinct * PLACE);
  if (known === distinct) translate(column, other, codes);
  release(codes, (<usize>distinct) << 2);
  return known === distinct;
}

/** Adds the rows of another store, the code of each of its values being known. */
function translate(column: Store, other: Store, codes: usize): void {
  const words = allocate((<usize>ROWS) << 2);
  for (let first: u32 = 0; first < other.rows; first += ROWS) {
    const count = min(ROWS, other.rows - first);
    for (let row: u32 = 0; row < count; row++) {
      const code = load<u32>(codes + ((<usize>codeIn(other.codes, other.width, first + row)) << 2));
      store<u32>(words + ((<usize>row) << 2), code);
    }
    appendCodes(column, words, count);
  }
  release(words, (<usize>ROWS) << 2);
}

export function absorbPlain(column: Store, other: Store): void {
  const used = column.used;
  const rows = column.rows;
  if (column.bytes + column.bytesRoom === other.bytes) {
    column.bytesRoom += other.bytesRoom;
    other.bytesRoom = 0;
  } else if (used + other.used + SLACK > column.bytesRoom) moreBytes(column, other.used);
  memory.copy(column.bytes + used, other.bytes, other.used);
  if (column.offsets + ((<usize>column.offsetsRoom) << 2) === other.offsets) {
    column.offsetsRoom += other.offsetsRoom;
    other.offsetsRoom = 0;
  } else if (rows + other.rows + 1 > column.offsetsRoom) moreOffsets(column, rows + other.rows + 1);
  copyRaised(column.offsets + ((<usize>(rows + 1)) << 2), other.offsets + 4, other.rows, <u32>used);
  column.rows = rows + other.rows;
  column.used = used + other.used;
}
