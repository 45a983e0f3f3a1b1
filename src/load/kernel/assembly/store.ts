import { allocate, enlarged, release } from './memory';
import { copyText, hashOf, isSame, SLACK } from './text';

/** Past this many distinct cells, nearly all rows so far distinct, the column holds ids or names: plain from here. */
const EARLY_LIMIT: u32 = 8192;
const NEARLY_ALL: f64 = 0.99;
/** So many distinct cells, more than half of the rows, and a dictionary never pays. */
const LIMIT: u32 = 50_000;
const MOST: f64 = 0.5;
/** At the beginning: rows, distinct cells, their bytes. */
const FIRST_ROWS: u32 = 1024;
const FIRST_TEXTS: u32 = 256;
const FIRST_BYTES: usize = 4096;
const PLANNED_SPARE: usize = 1 << 17;

/** Rows there will be in all, as far as one can tell. */
let expected: u32 = 0;

export function expectRows(rows: u32): void {
  expected = rows;
}

/**
 * A column's cells: a dictionary over stored bytes (open addressing, codes of 1, 2 or 4 bytes) until too many cells
 * differ, then plain bytes with offsets. Another thread's reader looks at it by its place.
 */
@unmanaged
export class Store {
  rows: u32 = 0;
  isPlain: bool = false;
  /** Of the dictionary: bytes of a code, the code of each row, and how many rows fit. */
  width: u32 = 0;
  codes: usize = 0;
  codesRoom: u32 = 0;
  distinct: u32 = 0;
  emptyCode: i32 = 0;
  /** Pairs of hash and code + 1; 0 in the second is a free slot. Always a power of two. */
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
}

export function createStore(): Store {
  const column = changetype<Store>(allocate(offsetof<Store>()));
  memory.fill(changetype<usize>(column), 0, offsetof<Store>());
  column.width = 1;
  column.codesRoom = FIRST_ROWS;
  column.codes = allocate(FIRST_ROWS);
  column.emptyCode = -1;
  column.slots = clearSlots(FIRST_TEXTS);
  column.slotCount = FIRST_TEXTS;
  column.bytesRoom = FIRST_BYTES;
  column.bytes = allocate(FIRST_BYTES);
  column.offsetsRoom = FIRST_TEXTS;
  column.offsets = allocate((<usize>FIRST_TEXTS) << 2);
  store<u32>(column.offsets, 0);
  return column;
}

/** Adds a cell. */
export function push(column: Store, start: usize, length: usize): void {
  if (!column.isPlain) {
    const code = length === 0 ? codeOfEmpty(column) : codeOf(column, start, length);
    if (code >= 0) {
      const row = column.rows;
      if (row === column.codesRoom) moreCodes(column, row + 1);
      column.rows = row + 1;
      setCode(column.codes, column.width, row, <u32>code);
      return;
    }
    becomePlain(column);
  }
  append(column, start, length, column.rows++);
}

function setCode(codes: usize, width: u32, row: u32, code: u32): void {
  if (width === 1) store<u8>(codes + <usize>row, <u8>code);
  else if (width === 2) store<u16>(codes + ((<usize>row) << 1), <u16>code);
  else store<u32>(codes + ((<usize>row) << 2), code);
}

function codeIn(codes: usize, width: u32, row: u32): u32 {
  if (width === 1) return load<u8>(codes + <usize>row);
  if (width === 2) return load<u16>(codes + ((<usize>row) << 1));
  return load<u32>(codes + ((<usize>row) << 2));
}

function offsetOf(column: Store, index: u32): usize {
  return <usize>load<u32>(column.offsets + ((<usize>index) << 2));
}

function codeOfEmpty(column: Store): i32 {
  if (column.emptyCode < 0) column.emptyCode = <i32>addText(column, 0, 0);
  return column.emptyCode;
}

/** The code of a text, new or known; -1 when a dictionary no longer pays. */
function codeOf(column: Store, start: usize, length: usize): i32 {
  const hash = hashOf(start, length);
  const slots = column.slots;
  const mask = column.slotCount - 1;
  let slot = hash & mask;
  while (true) {
    const entry = load<u64>(slots + ((<usize>slot) << 3));
    const code = <u32>(entry >> 32);
    if (code === 0) break;
    if (<u32>entry === hash) {
      const at = offsetOf(column, code - 1);
      if (offsetOf(column, code) - at === length && isSame(column.bytes + at, start, length)) return <i32>(code - 1);
    }
    slot = (slot + 1) & mask;
  }
  const distinct = column.distinct;
  if (distinct >= EARLY_LIMIT) {
    const most = distinct >= LIMIT ? MOST : NEARLY_ALL;
    if (<f64>distinct > most * <f64>column.rows) return -1;
  }
  store<u64>(slots + ((<usize>slot) << 3), <u64>hash | ((<u64>(distinct + 1)) << 32));
  addText(column, start, length);
  if (column.distinct << 1 > column.slotCount) rehash(column);
  return <i32>distinct;
}

/** Adds a text to the dictionary, as the next code. */
function addText(column: Store, start: usize, length: usize): u32 {
  const code = column.distinct;
  append(column, start, length, code);
  column.distinct = code + 1;
  if (code === 0x100) widenCodes(column, 2);
  else if (code === 0x10000) widenCodes(column, 4);
  return code;
}

/** Puts a text behind the others as number `index`. */
function append(column: Store, start: usize, length: usize, index: u32): void {
  const used = column.used;
  if (used + length + SLACK > column.bytesRoom) moreBytes(column, length);
  if (index + 1 >= column.offsetsRoom) moreOffsets(column, index + 2);
  copyText(column.bytes + used, start, length);
  column.used = used + length;
  store<u32>(column.offsets + ((<usize>index) << 2), <u32>(used + length), 4);
}

function becomePlain(column: Store): void {
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
  release(column.slots, (<usize>column.slotCount) << 3);
  const room = max(rows * 2, expected) + 1;
  column.isPlain = true;
  if (column.planned !== 0) takePlanned(column);
  else {
    column.offsetsRoom = room;
    column.offsets = allocate((<usize>room) << 2);
    // The mean of the distinct cells is near that of all cells, when most cells are distinct.
    column.bytesRoom = <usize>((<f64>used / <f64>distinct) * <f64>room) + FIRST_BYTES;
    column.bytes = allocate(column.bytesRoom);
  }
  store<u32>(column.offsets, 0);
  column.used = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const text = offsets + ((<usize>codeIn(codes, width, row)) << 2);
    const start = <usize>load<u32>(text);
    append(column, bytes + start, <usize>load<u32>(text, 4) - start, row);
  }
  release(codes, <usize>codesRoom * <usize>width);
  release(bytes, bytesRoom);
  release(offsets, (<usize>offsetsRoom) << 2);
}

function takePlanned(column: Store): void {
  const planned = column.planned;
  column.bytes = <usize>load<u32>(planned);
  column.bytesRoom = <usize>load<u32>(planned, 4);
  column.offsets = <usize>load<u32>(planned, 8);
  column.offsetsRoom = load<u32>(planned, 12);
}

/** Words that `planPlaces` writes: those of the column's own part, and those of the part that follows. */
export const PLAN_BYTES: usize = 32;

/**
 * Chooses where the texts of a column will stand that is plain, or will be: those of the first part, and right behind
 * them those that another thread reads, so that they need not be copied but only moved up to them. Room that stays
 * empty costs nothing.
 */
export function planPlaces(column: Store, plan: usize, firstRows: u32, allRows: u32): void {
  memory.fill(plan, 0, PLAN_BYTES);
  const texts = column.isPlain ? column.rows : column.distinct;
  // Most cells repeat: it stays a dictionary.
  if (texts === 0 || texts * 3 < column.rows) return;
  const mean = <f64>column.used / <f64>texts;
  const bytesRoom = <usize>(mean * <f64>allRows) + PLANNED_SPARE;
  const firstBytes = (<usize>(mean * <f64>firstRows) + PLANNED_SPARE / 2) & ~15;
  const firstOffsets = (firstRows + 4) & ~3;
  const bytes = allocate(bytesRoom);
  const offsets = allocate((<usize>(allRows + 8)) << 2);
  if (column.used + SLACK > firstBytes || column.rows >= firstOffsets) return;
  store<u32>(plan, <u32>bytes);
  store<u32>(plan, <u32>firstBytes, 4);
  store<u32>(plan, <u32>offsets, 8);
  store<u32>(plan, firstOffsets, 12);
  store<u32>(plan, <u32>(bytes + firstBytes), 16);
  store<u32>(plan, <u32>(bytesRoom - firstBytes), 20);
  store<u32>(plan, <u32>(offsets + ((<usize>firstOffsets) << 2)), 24);
  store<u32>(plan, allRows + 8 - firstOffsets, 28);
  column.planned = plan;
  if (!column.isPlain) return;
  memory.copy(bytes, column.bytes, column.used);
  memory.copy(offsets, column.offsets, (<usize>(column.rows + 1)) << 2);
  release(column.bytes, column.bytesRoom);
  release(column.offsets, (<usize>column.offsetsRoom) << 2);
  takePlanned(column);
}

/** The same for the part that follows, by the plan of the first. */
export function followPlan(column: Store, plan: usize): void {
  if (load<u32>(plan) !== 0) column.planned = plan + PLAN_BYTES / 2;
}

function widenCodes(column: Store, width: u32): void {
  const codes = column.codes;
  const rows = column.rows;
  const old = column.width;
  const room = max(column.codesRoom, expected);
  const wider = allocate(<usize>room * <usize>width);
  for (let row: u32 = 0; row < rows; row++) setCode(wider, width, row, codeIn(codes, old, row));
  release(codes, <usize>column.codesRoom * <usize>old);
  column.codes = wider;
  column.codesRoom = room;
  column.width = width;
}

function moreCodes(column: Store, least: u32): void {
  const width = <usize>column.width;
  const old = <usize>column.codesRoom;
  const room = max(max(column.codesRoom * 2, expected), least);
  column.codes = enlarged(column.codes, old * width, old * width, <usize>room * width);
  column.codesRoom = room;
}

function moreBytes(column: Store, length: usize): void {
  const used = column.used;
  const rows = column.rows;
  const promised = column.isPlain && rows > 0 ? <usize>((<f64>used / <f64>rows) * <f64>expected) : 0;
  const room = max(max(column.bytesRoom * 2, promised), used + length) + SLACK;
  column.bytes = enlarged(column.bytes, column.bytesRoom, used, room);
  column.bytesRoom = room;
}

function moreOffsets(column: Store, least: u32): void {
  const old = (<usize>column.offsetsRoom) << 2;
  const room = max(max(column.offsetsRoom * 2, column.isPlain ? expected + 1 : 0), least);
  column.offsets = enlarged(column.offsets, old, old, (<usize>room) << 2);
  column.offsetsRoom = room;
}

function rehash(column: Store): void {
  const old = column.slots;
  const oldCount = column.slotCount;
  const count = oldCount * 2;
  const mask = count - 1;
  const slots = clearSlots(count);
  for (let from: u32 = 0; from < oldCount; from++) {
    const entry = load<u64>(old + ((<usize>from) << 3));
    if (entry >> 32 === 0) continue;
    let slot = <u32>entry & mask;
    while (load<u32>(slots + ((<usize>slot) << 3), 4) !== 0) slot = (slot + 1) & mask;
    store<u64>(slots + ((<usize>slot) << 3), entry);
  }
  release(old, (<usize>oldCount) << 3);
  column.slots = slots;
  column.slotCount = count;
}

function clearSlots(count: u32): usize {
  const bytes = (<usize>count) << 3;
  const slots = allocate(bytes);
  memory.fill(slots, 0, bytes);
  return slots;
}

/** Adds the rows of another store behind the own ones, and takes over its memory. */
export function absorb(column: Store, other: Store): void {
  addRows(column, other);
  if (!other.isPlain) {
    release(other.slots, (<usize>other.slotCount) << 3);
    release(other.codes, <usize>other.codesRoom * <usize>other.width);
  }
  release(other.bytes, other.bytesRoom);
  release(other.offsets, (<usize>other.offsetsRoom) << 2);
}

function addRows(column: Store, other: Store): void {
  if (!column.isPlain && !other.isPlain && absorbCodes(column, other)) return;
  if (!column.isPlain) becomePlain(column);
  if (other.isPlain) absorbPlain(column, other);
  else {
    for (let row: u32 = 0; row < other.rows; row++) {
      const code = codeIn(other.codes, other.width, row);
      const start = offsetOf(other, code);
      append(column, other.bytes + start, offsetOf(other, code + 1) - start, column.rows++);
    }
  }
}

/** False when a dictionary no longer pays. */
function absorbCodes(column: Store, other: Store): bool {
  const distinct = other.distinct;
  const rows = other.rows;
  const room = ((<usize>distinct) << 2) + 4;
  const codes = allocate(room);
  for (let value: u32 = 0; value < distinct; value++) {
    const start = offsetOf(other, value);
    const length = offsetOf(other, value + 1) - start;
    const code = length === 0 ? codeOfEmpty(column) : codeOf(column, other.bytes + start, length);
    if (code < 0) {
      release(codes, room);
      return false;
    }
    store<u32>(codes + ((<usize>value) << 2), <u32>code);
  }
  const total = column.rows + rows;
  if (total > column.codesRoom) moreCodes(column, total);
  for (let row: u32 = 0; row < rows; row++) {
    const code = load<u32>(codes + ((<usize>codeIn(other.codes, other.width, row)) << 2));
    setCode(column.codes, column.width, column.rows + row, code);
  }
  column.rows = total;
  release(codes, room);
  return true;
}

function absorbPlain(column: Store, other: Store): void {
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
  // Upwards: they may be moved within the same room.
  const to = column.offsets + ((<usize>rows) << 2);
  for (let row: u32 = 1; row <= other.rows; row++) {
    store<u32>(to + ((<usize>row) << 2), <u32>used + load<u32>(other.offsets + ((<usize>row) << 2)));
  }
  column.rows = rows + other.rows;
  column.used = used + other.used;
}
