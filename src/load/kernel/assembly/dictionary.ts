import { PLACE, placed } from './cells';
import { allocate, release } from './memory';
import { pays, repeatsEnough } from './repeats';
import { appendText, clearSlots, offsetOf, rowsInAll, SLOT, Store } from './store';
import { hashOf, isSame } from './text';
import { areValues, IDS, PLACES } from './values';

/**
 * The dictionary of a column: open addressing over slots of 24 bytes. A slot holds the text itself where it is short
 * (two words, zeros behind it), else two words that tell most texts apart; then code + 1 (0 = free) and the length.
 * What is looked for is mostly there, and short: one slot is read, and nothing else.
 */

/** Distinct cells from which it is asked, whenever they are twice as many, whether a dictionary will pay: see repeats.ts. */
const FIRST_LOOK: u32 = 4096;
/** Days and numbers take no more room than codes would: nearly all filled cells distinct up to here, and they are values. */
const VALUES_LIMIT: u32 = 1024;
const MOSTLY: f64 = 0.9;
/** Bytes that a slot holds. */
const SHORT: u32 = 16;
const ONE_FACTOR: u64 = 0x9e3779b97f4a7c15;
const OTHER_FACTOR: u64 = 0xc2b2ae3d27d4eb4f;

/**
 * By length up to SHORT: of two words, those of their bytes that belong to a text. In a block of this reader's own: what
 * stands in the program's data is cleared under one reader when another begins in the same memory.
 */
let masks: usize = 0;

export function startDictionaries(): void {
  if (masks !== 0) return;
  masks = allocate(<usize>(SHORT + 1) * 16);
  for (let length: usize = 0; length <= <usize>SHORT; length++) {
    for (let byte: usize = 0; byte < <usize>SHORT; byte++) {
      store<u8>(masks + length * 16 + byte, byte < length ? 0xff : 0);
    }
  }
}

/** The empty text is the first of every dictionary, as of every category: so what is read as one keeps its codes. */
export function addEmptyText(column: Store): void {
  const cell = allocate(PLACE + 4);
  store<u64>(cell, placed(masks, 0));
  codesOf(column, cell, 1, cell + PLACE, 0);
  release(cell, PLACE + 4);
}

/**
 * Looks the texts of rows up, and adds those that are new.
 *
 * @param words gets the codes
 * @param joined rows that will have a text when those of another part, whose texts these are, are added: the last that
 *   are; 0 where the texts are those of rows
 * @returns of how many of them: fewer than `count` when a dictionary no longer pays
 */
export function codesOf(column: Store, cells: usize, count: u32, words: usize, joined: u32): u32 {
  let filled = column.filled;
  let slots = column.slots;
  let end = slots + <usize>column.slotCount * SLOT;
  let shift = shiftOf(column);
  for (let index: u32 = 0; index < count; index++) {
    const cell = cells + <usize>index * PLACE;
    const start = <usize>load<u32>(cell);
    const length = load<u32>(cell, 4);
    let one: u64 = 0;
    let other: u64 = 0;
    if (length <= SHORT) {
      const mask = masks + ((<usize>length) << 4);
      one = load<u64>(start) & load<u64>(mask);
      other = load<u64>(start, 8) & load<u64>(mask, 8);
    } else {
      one = hashOf(start, <usize>length);
      other = load<u64>(start + <usize>length - 8);
    }
    let slot = slots + <usize>(hashOfWords(one, other, length) >> shift) * SLOT;
    let code: u32 = 0;
    while (true) {
      code = load<u32>(slot, 16);
      if (
        load<u64>(slot) === one &&
        load<u64>(slot, 8) === other &&
        load<u32>(slot, 20) === length &&
        code !== 0 &&
        (length <= SHORT || isText(column, code - 1, start, <usize>length))
      ) {
        break;
      }
      if (code === 0) {
        if (
          length !== 0 &&
          !(joined === 0 ? mayGrow(column, filled, column.rows + index) : pays(column.distinct, joined))
        ) {
          column.filled = filled;
          return index;
        }
        store<u64>(slot, one);
        store<u64>(slot, other, 8);
        store<u32>(slot, length, 20);
        code = column.distinct + 1;
        store<u32>(slot, code, 16);
        appendText(column, start, <usize>length, code - 1);
        column.distinct = code;
        if (joined === 0 ? code << 1 > column.slotCount : code + (code >> 3) > column.slotCount) {
          rehash(column);
          slots = column.slots;
          end = slots + <usize>column.slotCount * SLOT;
          shift = shiftOf(column);
        }
        break;
      }
      slot += SLOT;
      if (slot === end) slot = slots;
    }
    store<u32>(words + ((<usize>index) << 2), code - 1);
    filled += length !== 0 ? 1 : 0;
  }
  column.filled = filled;
  return count;
}

/** The first bits of a hash choose the slot. */
function shiftOf(column: Store): u64 {
  return <u64>(64 - ctz(column.slotCount));
}

function hashOfWords(one: u64, other: u64, length: u32): u64 {
  const hash = (one * ONE_FACTOR) ^ ((other + <u64>length) * OTHER_FACTOR);
  return (hash ^ (hash >> 32)) * ONE_FACTOR;
}

function isText(column: Store, code: u32, start: usize, length: usize): bool {
  return isSame(column.bytes + offsetOf(column, code), start, length);
}

function mayGrow(column: Store, filled: u32, rows: u32): bool {
  const distinct = column.distinct;
  // Ids and places take as much room as wide codes, and are read like other texts while they are few.
  const kind = column.mayBe;
  if (
    distinct === VALUES_LIMIT &&
    kind !== 0 &&
    kind !== IDS &&
    kind !== PLACES &&
    <f64>distinct > MOSTLY * <f64>filled
  ) {
    return !areValues(kind, column.bytes, column.offsets, distinct);
  }
  if (distinct < FIRST_LOOK || popcnt(distinct) !== 1) return true;
  const before = column.filledAtHalf;
  column.filledAtHalf = filled;
  return distinct === FIRST_LOOK || repeatsEnough(distinct, filled, before, rows, rowsInAll());
}

function rehash(column: Store): void {
  const old = column.slots;
  const oldEnd = old + <usize>column.slotCount * SLOT;
  const count = column.slotCount * 2;
  const slots = clearSlots(count);
  const end = slots + <usize>count * SLOT;
  column.slotCount = count;
  column.slots = slots;
  const shift = shiftOf(column);
  for (let from = old; from < oldEnd; from += SLOT) {
    if (load<u32>(from, 16) === 0) continue;
    const hash = hashOfWords(load<u64>(from), load<u64>(from, 8), load<u32>(from, 20));
    let slot = slots + <usize>(hash >> shift) * SLOT;
    while (load<u32>(slot, 16) !== 0) {
      slot += SLOT;
      if (slot === end) slot = slots;
    }
    store<u64>(slot, load<u64>(from));
    store<u64>(slot, load<u64>(from, 8), 8);
    store<u64>(slot, load<u64>(from, 16), 16);
  }
  release(old, oldEnd - old);
}
