import { askBegins } from './begins';
import { PLACE, placed } from './cells';
import { codesOf } from './dictionary';
import { allocate, release } from './memory';
import {
  appendText,
  becomePlain,
  becomeTexts,
  becomeValues,
  codeIn,
  fitCodes,
  hasTexts,
  moreBytes,
  moreCodes,
  moreOffsets,
  offsetOf,
  releaseStore,
  Store,
  valuesOf,
} from './store';
import { SLACK } from './text';
import { hasManyTexts, haveSameForm, IDS, joinValues } from './values';
import { copyRaised } from './words';

/** Rows whose codes are translated at once. */
const ROWS: u32 = 1024;

/**
 * Adds the rows of another store behind the own ones, and takes over its memory.
 *
 * @param begins where the other's records begin: see begins.ts
 */
export function absorb(column: Store, other: Store, begins: usize): void {
  addRows(column, other, begins);
  releaseStore(other);
}

function addRows(column: Store, other: Store, begins: usize): void {
  if (column.values === 0 && other.values === 0) {
    if (!column.isPlain && !other.isPlain && absorbCodes(column, other)) return;
    if (!column.isPlain) becomePlain(column);
  }
  agreeOnTexts(column, other);
  if (column.values !== 0 || other.values !== 0) {
    // Where one of them holds values, both do from then on.
    if (column.values === 0) becomeValues(column, valuesOf(other).form);
    if (other.values !== 0 && !haveSameForm(valuesOf(column), valuesOf(other))) becomeTexts(other);
    if (other.values === 0) {
      askBegins(begins);
      becomeValues(other, valuesOf(column).form);
      askBegins(0);
    }
    joinValues(valuesOf(column), valuesOf(other));
    column.rows += other.rows;
    if (hasManyTexts(valuesOf(column))) becomeTexts(column);
    return;
  }
  if (other.isPlain) absorbPlain(column, other);
  else {
    for (let row: u32 = 0; row < other.rows; row++) {
      const code = codeIn(other.codes, other.width, row);
      const start = offsetOf(other, code);
      appendText(column, other.bytes + start, offsetOf(other, code + 1) - start, column.rows++);
    }
  }
}

/** What one reader found to be no ids are texts for both. */
function agreeOnTexts(column: Store, other: Store): void {
  if (column.mayBe !== IDS) return;
  if (hasTexts(other) && column.values !== 0) becomeTexts(column);
  else if (hasTexts(column) && other.values !== 0) becomeTexts(other);
}

/** False when a dictionary no longer pays. */
function absorbCodes(column: Store, other: Store): bool {
  const distinct = other.distinct;
  const cells = allocate(<usize>ROWS * PLACE);
  const codes = allocate((<usize>distinct) << 2);
  const joined = column.filled + other.filled;
  let known: u32 = 0;
  for (let first: u32 = 0; first < distinct && known === first; first += ROWS) {
    const count = min(ROWS, distinct - first);
    for (let value: u32 = 0; value < count; value++) {
      const start = offsetOf(other, first + value);
      const length = <u32>(offsetOf(other, first + value + 1) - start);
      store<u64>(cells + <usize>value * PLACE, placed(other.bytes + start, length));
    }
    known += codesOf(column, cells, count, codes + ((<usize>first) << 2), joined);
  }
  column.filled = joined;
  release(cells, <usize>ROWS * PLACE);
  if (known === distinct) addTranslated(column, other, codes);
  release(codes, (<usize>distinct) << 2);
  return known === distinct;
}

/** Adds the rows of another store, the code of each of its values being known. */
function addTranslated(column: Store, other: Store, codes: usize): void {
  fitCodes(column);
  const rows = column.rows;
  const width = column.width;
  const otherWidth = other.width;
  if (width === otherWidth && column.codes + <usize>column.codesRoom * <usize>width === other.codes) {
    column.codesRoom += other.codesRoom;
    other.codesRoom = 0;
  } else if (rows + other.rows > column.codesRoom) moreCodes(column, rows + other.rows);
  const to = column.codes + <usize>rows * <usize>width;
  for (let first: u32 = 0; first < other.rows; first += ROWS) {
    const from = other.codes + <usize>first * <usize>otherWidth;
    const count = min(ROWS, other.rows - first);
    translate(to + <usize>first * <usize>width, width, from, otherWidth, count, codes);
  }
  column.rows = rows + other.rows;
}

/** Some codes only, so that it is called often: it is compiled well when it was, not while it runs. */
function translate(to: usize, width: u32, from: usize, fromWidth: u32, count: u32, codes: usize): void {
  if (width === 1) {
    for (let row: u32 = 0; row < count; row++) {
      store<u8>(to + <usize>row, load<u8>(codes + ((<usize>load<u8>(from + <usize>row)) << 2)));
    }
  } else if (width === 2) {
    for (let row: u32 = 0; row < count; row++) {
      store<u16>(to + ((<usize>row) << 1), load<u16>(codes + ((<usize>codeIn(from, fromWidth, row)) << 2)));
    }
  } else {
    for (let row: u32 = 0; row < count; row++) {
      store<u32>(to + ((<usize>row) << 2), load<u32>(codes + ((<usize>codeIn(from, fromWidth, row)) << 2)));
    }
  }
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
