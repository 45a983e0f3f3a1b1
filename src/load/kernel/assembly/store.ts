import { PLACE } from './cells';
import { formOf } from './ids';
import { allocate, enlarged, release } from './memory';
import { copyText, SLACK } from './text';
import {
  areValues,
  createValues,
  hasManyTexts,
  IDS,
  moveTexts,
  pushValue,
  pushValues,
  Values,
  writeIds,
} from './values';

/** At the beginning: rows, distinct cells, their bytes. */
const FIRST_ROWS: u32 = 1024;
const FIRST_TEXTS: u32 = 256;
const FIRST_BYTES: usize = 4096;
/** More is not asked for at once: there are no more than four thirds of it in all. */
const MOST_BYTES: f64 = 3_221_225_472;
/** Of a dictionary's slot; see dictionary.ts. */
export const SLOT: usize = 24;

/** Rows there will be in all, as far as one can tell. */
let expected: u32 = 0;
/** The same of a part and what it is a part of. */
let expectedInAll: u32 = 0;

export function expectRows(rows: u32): void {
  expected = rows;
}

export function expectRowsInAll(rows: u32): void {
  expectedInAll = rows;
}

/** Rows there will be in the whole table, as far as one can tell; 0 = nobody knows. */
export function rowsInAll(): u32 {
  return max(expected, expectedInAll);
}

/**
 * A column's cells: a dictionary over stored bytes (codes of 1, 2 or 4 bytes) until too many cells differ, then plain
 * bytes with offsets. Another thread's reader looks at it by its place.
 */
@unmanaged
export class Store {
  rows: u32 = 0;
  /** Of the rows, those with a text, while it is a dictionary. */
  filled: u32 = 0;
  /** The same when it had half of its distinct texts, or more than half: see dictionary.ts. */
  filledAtHalf: u32 = 0;
  isPlain: bool = false;
  /** Of the dictionary: bytes of a code, the code of each row, and how many rows fit. */
  width: u32 = 0;
  codes: usize = 0;
  codesRoom: u32 = 0;
  distinct: u32 = 0;
  /** Always a power of two. */
  slots: usize = 0;
  slotCount: u32 = 0;
  /** Texts one after the other: of the dictionary's values, or of all rows. */
  bytes: usize = 0;
  bytesRoom: usize = 0;
  used: usize = 0;
  offsets: usize = 0;
  offsetsRoom: u32 = 0;
  /** Where its texts and their offsets will stand once it is plain, and how much room is there: 4 words; 0 = anywhere. */
  planned: usize = 0;
  /** The same of the texts beside values: 5 words. */
  plannedTexts: usize = 0;
  /** Where its codes will stand while it is a dictionary: words as of plan.ts; 0 = anywhere. */
  plannedCodes: usize = 0;
  /** Bytes of a code there: the first two words are of such codes, the others of codes twice as wide. */
  plannedWidth: u32 = 0;
  /** What its cells may be stored as instead of texts, once it is plain (see values.ts); 0 = nothing. */
  mayBe: u32 = 0;
  /** Where they are ids, what these have in common: see ids.ts. */
  form: usize = 0;
  /** It was planned that they are. */
  plansValues: bool = false;
  /** It is plain from its first row on. */
  startsPlain: bool = false;
  /** Where they are; 0 = it has texts. */
  values: usize = 0;
}

export function createStore(): Store {
  const column = changetype<Store>(allocate(offsetof<Store>()));
  memory.fill(changetype<usize>(column), 0, offsetof<Store>());
  column.width = 1;
  column.codesRoom = FIRST_ROWS;
  column.codes = allocate(FIRST_ROWS);
  column.slots = clearSlots(FIRST_TEXTS);
  column.slotCount = FIRST_TEXTS;
  column.bytesRoom = FIRST_BYTES;
  column.bytes = allocate(FIRST_BYTES);
  column.offsetsRoom = FIRST_TEXTS;
  column.offsets = allocate((<usize>FIRST_TEXTS) << 2);
  store<u32>(column.offsets, 0);
  return column;
}

/** Gives back all that a store holds. */
export function releaseStore(column: Store): void {
  if (!column.isPlain) {
    release(column.slots, <usize>column.slotCount * SLOT);
    release(column.codes, <usize>column.codesRoom * <usize>column.width);
  }
  release(column.bytes, column.bytesRoom);
  release(column.offsets, (<usize>column.offsetsRoom) << 2);
}

export function clearSlots(count: u32): usize {
  const bytes = <usize>count * SLOT;
  const slots = allocate(bytes);
  memory.fill(slots, 0, bytes);
  return slots;
}

export function codeIn(codes: usize, width: u32, row: u32): u32 {
  if (width === 1) return load<u8>(codes + <usize>row);
  if (width === 2) return load<u16>(codes + ((<usize>row) << 1));
  return load<u32>(codes + ((<usize>row) << 2));
}

export function offsetOf(column: Store, index: u32): usize {
  return <usize>load<u32>(column.offsets + ((<usize>index) << 2));
}

/** Makes codes as wide as the distinct cells need. */
export function fitCodes(column: Store): void {
  const width: u32 = column.distinct <= 0x100 ? 1 : column.distinct <= 0x10000 ? 2 : 4;
  if (width > column.width) widenCodes(column, width);
}

/** Adds rows by their codes, words of which the column's dictionary holds each. */
export function appendCodes(column: Store, words: usize, count: u32): void {
  fitCodes(column);
  const row = column.rows;
  if (row + count > column.codesRoom) moreCodes(column, row + count);
  const codes = column.codes;
  const end = words + ((<usize>count) << 2);
  if (column.width === 1) {
    for (let to = codes + <usize>row; words < end; words += 4, to++) store<u8>(to, load<u8>(words));
  } else if (column.width === 2) {
    for (let to = codes + ((<usize>row) << 1); words < end; words += 4, to += 2) store<u16>(to, load<u16>(words));
  } else memory.copy(codes + ((<usize>row) << 2), words, end - words);
  column.rows = row + count;
}

/** Puts a text behind the others as number `index`. */
export function appendText(column: Store, start: usize, length: usize, index: u32): void {
  const used = column.used;
  if (used + length + SLACK > column.bytesRoom) moreBytes(column, length);
  if (index + 1 >= column.offsetsRoom) moreOffsets(column, index + 2);
  copyText(column.bytes + used, start, length);
  column.used = used + length;
  store<u32>(column.offsets + ((<usize>index) << 2), <u32>(used + length), 4);
}

/** Adds rows to a plain column, by the places of their texts. */
export function appendTexts(column: Store, cells: usize, count: u32): void {
  const end = cells + <usize>count * PLACE;
  let length: usize = 0;
  for (let cell = cells; cell < end; cell += PLACE) length += <usize>load<u32>(cell, 4);
  const row = column.rows;
  if (column.used + length + SLACK > column.bytesRoom) moreBytes(column, length);
  if (row + count >= column.offsetsRoom) moreOffsets(column, row + count + 1);
  const bytes = column.bytes;
  let to = bytes + column.used;
  let offset = column.offsets + ((<usize>row) << 2);
  for (let cell = cells; cell < end; cell += PLACE) {
    const own = <usize>load<u32>(cell, 4);
    copyText(to, <usize>load<u32>(cell), own);
    to += own;
    offset += 4;
    store<u32>(offset, <u32>(to - bytes));
  }
  column.used += length;
  column.rows = row + count;
}

/** From now on every row has its own text. */
export function becomePlain(column: Store): void {
  const codes = column.codes;
  const width = column.width;
  const codesRoom = column.codesRoom;
  const bytes = column.bytes;
  const bytesRoom = column.bytesRoom;
  const offsets = column.offsets;
  const offsetsRoom = column.offsetsRoom;
  const rows = column.rows;
  const distinct = column.distinct;
  const used = column.used;
  release(column.slots, <usize>column.slotCount * SLOT);
  const room = max(rows * 2, expected) + 1;
  const values = willHoldValues(column);
  column.isPlain = true;
  if (values) {
    takeValues(column, room);
    column.bytesRoom = 0;
    column.offsetsRoom = 0;
  } else if (column.planned !== 0) takePlanned(column);
  else {
    column.offsetsRoom = room;
    column.offsets = allocate((<usize>room) << 2);
    // The mean of the distinct cells is near that of all cells, when most cells are distinct.
    column.bytesRoom = <usize>min((<f64>used / <f64>distinct) * <f64>room, MOST_BYTES) + FIRST_BYTES;
    column.bytes = allocate(column.bytesRoom);
  }
  if (!values) store<u32>(column.offsets, 0);
  column.used = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const text = offsets + ((<usize>codeIn(codes, width, row)) << 2);
    const start = <usize>load<u32>(text);
    const length = <usize>load<u32>(text, 4) - start;
    if (values) pushValue(valuesOf(column), bytes + start, length, expected);
    else appendText(column, bytes + start, length, row);
  }
  release(codes, <usize>codesRoom * <usize>width);
  release(bytes, bytesRoom);
  release(offsets, (<usize>offsetsRoom) << 2);
}

/** Whether a dictionary that becomes plain will hold values: as planned, else by the cells so far. */
export function willHoldValues(column: Store): bool {
  if (column.planned !== 0) return column.plansValues;
  if (column.mayBe === IDS) {
    column.form = formOf(column.bytes, column.offsets, column.distinct);
    return column.form !== 0;
  }
  return column.mayBe !== 0 && areValues(column.mayBe, column.bytes, column.offsets, column.distinct);
}

function takeValues(column: Store, room: u32): void {
  const planned = column.planned;
  const values =
    planned === 0
      ? createValues(column.mayBe, column.form, room, 0, 0)
      : createValues(
          column.mayBe,
          column.form,
          load<u32>(planned, 4),
          <usize>load<u32>(planned),
          <usize>load<u32>(planned, 8),
        );
  const texts = column.plannedTexts;
  if (texts !== 0) {
    moveTexts(
      values,
      <usize>load<u32>(texts),
      <usize>load<u32>(texts, 4),
      <usize>load<u32>(texts, 8),
      <usize>load<u32>(texts, 12),
      load<u32>(texts, 16),
    );
  }
  column.values = changetype<usize>(values);
}

export function valuesOf(column: Store): Values {
  return changetype<Values>(column.values);
}

/** Adds rows to a column of values, by the places of their texts. */
export function appendValues(column: Store, cells: usize, count: u32): void {
  pushValues(valuesOf(column), cells, count, expected);
  column.rows += count;
  if (hasManyTexts(valuesOf(column))) becomeTexts(column);
}

/** A store of ids becomes one of texts, wherever they are to stand: too many are none. */
export function becomeTexts(column: Store): void {
  const values = valuesOf(column);
  const rows = column.rows;
  const others = changetype<Store>(values.texts);
  const room = max(rows, expected) + 1;
  column.values = 0;
  column.offsetsRoom = room;
  column.offsets = allocate((<usize>room) << 2);
  column.bytesRoom = <usize>min((<f64>others.used / <f64>max(others.rows, 1)) * <f64>room, MOST_BYTES) + FIRST_BYTES;
  column.bytes = allocate(column.bytesRoom);
  store<u32>(column.offsets, 0);
  column.used = 0;
  writeIds(values, column);
}

/** Whether it is plain, and holds texts. */
export function hasTexts(column: Store): bool {
  return column.isPlain && column.values === 0;
}

/**
 * A store of texts becomes one of values, wherever they are to stand.
 *
 * @param form of ids
 */
export function becomeValues(column: Store, form: usize): void {
  const rows = column.rows;
  const values = createValues(column.mayBe, form, rows, 0, 0);
  for (let row: u32 = 0; row < rows; row++) {
    const text = column.isPlain ? row : codeIn(column.codes, column.width, row);
    const start = offsetOf(column, text);
    pushValue(values, column.bytes + start, offsetOf(column, text + 1) - start, rows);
  }
  releaseStore(column);
  column.bytesRoom = 0;
  column.offsetsRoom = 0;
  column.isPlain = true;
  column.values = changetype<usize>(values);
}

/** Takes the places that were planned for it. */
export function takePlanned(column: Store): void {
  const planned = column.planned;
  column.bytes = <usize>load<u32>(planned);
  column.bytesRoom = <usize>load<u32>(planned, 4);
  column.offsets = <usize>load<u32>(planned, 8);
  column.offsetsRoom = load<u32>(planned, 12);
}

function widenCodes(column: Store, width: u32): void {
  const codes = column.codes;
  const rows = column.rows;
  const old = column.width;
  const planned = placeOfCodes(column, width);
  const room = planned !== 0 ? load<u32>(planned, 4) : max(column.codesRoom, expected);
  const wider = planned !== 0 ? <usize>load<u32>(planned) : allocate(<usize>room * <usize>width);
  for (let row: u32 = 0; row < rows; row++) {
    const code = codeIn(codes, old, row);
    if (width === 2) store<u16>(wider + ((<usize>row) << 1), <u16>code);
    else store<u32>(wider + ((<usize>row) << 2), code);
  }
  release(codes, <usize>column.codesRoom * <usize>old);
  column.codes = wider;
  column.codesRoom = room;
  column.width = width;
}

/** Words of the place that was planned for codes of some width and has room for those that there are; 0 = none. */
function placeOfCodes(column: Store, width: u32): usize {
  const planned = column.plannedCodes;
  const place = width === column.plannedWidth ? planned : width === column.plannedWidth * 2 ? planned + 8 : 0;
  return place !== 0 && load<u32>(place) !== 0 && load<u32>(place, 4) >= column.rows ? place : 0;
}

/** Lets the codes stand where they are planned, if they are as wide. */
export function placeCodes(column: Store): void {
  const place = placeOfCodes(column, column.width);
  if (place === 0) return;
  const width = <usize>column.width;
  const codes = <usize>load<u32>(place);
  memory.copy(codes, column.codes, <usize>column.rows * width);
  release(column.codes, <usize>column.codesRoom * width);
  column.codes = codes;
  column.codesRoom = load<u32>(place, 4);
}

/** Makes room for codes of so many rows in all. */
export function moreCodes(column: Store, least: u32): void {
  const width = <usize>column.width;
  const old = <usize>column.codesRoom;
  const room = max(max(column.codesRoom * 2, expected), least);
  column.codes = enlarged(column.codes, old * width, old * width, <usize>room * width);
  column.codesRoom = room;
}

/** Makes room for texts of so many bytes more. */
export function moreBytes(column: Store, length: usize): void {
  const used = column.used;
  const rows = column.rows;
  const promised = column.isPlain && rows > 0 ? <usize>min((<f64>used / <f64>rows) * <f64>expected, MOST_BYTES) : 0;
  const room = max(max(column.bytesRoom * 2, promised), used + length) + SLACK;
  column.bytes = enlarged(column.bytes, column.bytesRoom, used, room);
  column.bytesRoom = room;
}

/** Makes room for so many offsets in all. */
export function moreOffsets(column: Store, least: u32): void {
  const old = (<usize>column.offsetsRoom) << 2;
  const room = max(max(column.offsetsRoom * 2, column.isPlain ? expected + 1 : 0), least);
  column.offsets = enlarged(column.offsets, old, old, (<usize>room) << 2);
  column.offsetsRoom = room;
}
