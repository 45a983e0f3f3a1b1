import { absorbPlain } from './absorb';
import { standsInFile } from './begins';
import { PLACE } from './cells';
import { dayOf, NO_DAY, timeOfDay } from './days';
import { idOf, isSameForm, LONGEST_ID, NO_ID, writeId } from './ids';
import { allocate, enlarged, release } from './memory';
import {
  EITHER_COMMA,
  EITHER_DOT,
  lookOfNumber,
  NO_NUMBER,
  numberOf,
  TELLS_COMMA,
  TELLS_DOT,
  UNSEPARATED,
  whatNumberTells,
} from './numbers';
import { isCommon, NO_PLACE } from './places';
import { isInInput, placeInFile } from './scan';
import { appendText, createStore, Store } from './store';
import { SLACK } from './text';

/** What the cells of a column may be stored as. */
export const DAYS: u32 = 1;
export const NUMBERS: u32 = 2;
export const IDS: u32 = 3;
export const PLACES: u32 = 4;
/** Days whose times are read in the file again, where somebody asks. */
export const PLACED_DAYS: u32 = 5;

/** Of the look of a cell without a day: it is among the texts. Where it is empty, 0. */
const IS_TEXT: u32 = 1;

/** Rows for which there is room at the beginning. */
const FIRST_ROOM: u32 = 1024;
/** Share of distinct cells, and most of them that are looked at, that must be values. */
const MOST: f64 = 0.9;
/** The same of texts that stay in the file: where half of them are stored, a third of the room is saved all the same. */
const MOST_STAY: f64 = 0.5;
const LOOKED: u32 = 4096;
/** Where more of the cells of ids than this are none, and not just a few, texts take less room. */
const MOST_TEXTS: f64 = 0.25;
const FEW_TEXTS: u32 = 1024;

/** The cells of a column as values and what they look like; texts of those that are none, and of which rows. */
@unmanaged
export class Values {
  kind: u32 = 0;
  rows: u32 = 0;
  room: u32 = 0;
  /** Of ids, what they have in common: see ids.ts. */
  form: usize = 0;
  /** Days, ids and places as words, or numbers as double words; and for each day three bytes, for each number one, of what it looks like. */
  cells: usize = 0;
  looks: usize = 0;
  empty: u32 = 0;
  dots: u32 = 0;
  commas: u32 = 0;
  eitherDot: u32 = 0;
  eitherComma: u32 = 0;
  unseparated: u32 = 0;
  /** A plain store. */
  texts: usize = 0;
  textRows: usize = 0;
  textRoom: u32 = 0;
}

export const DESCRIPTION_BYTES: usize = 56;

/** What is to be known of values outside, as words in this order. */
export function describe(values: Values, words: usize): void {
  const texts = changetype<Store>(values.texts);
  store<u32>(words, values.kind);
  store<u32>(words, <u32>values.cells, 4);
  store<u32>(words, <u32>values.looks, 8);
  store<u32>(words, values.empty, 12);
  store<u32>(words, texts.rows, 16);
  store<u32>(words, <u32>values.textRows, 20);
  store<u32>(words, <u32>texts.bytes, 24);
  store<u32>(words, <u32>texts.offsets, 28);
  store<u32>(words, values.dots, 32);
  store<u32>(words, values.commas, 36);
  store<u32>(words, values.eitherDot, 40);
  store<u32>(words, values.eitherComma, 44);
  store<u32>(words, values.unseparated, 48);
  store<u32>(words, <u32>values.form, 52);
}

export function cellBytes(kind: u32): usize {
  return kind === NUMBERS ? 8 : 4;
}

export function lookBytes(kind: u32): usize {
  return kind === DAYS ? 3 : kind === NUMBERS ? 1 : 0;
}

/**
 * @param form of ids
 * @param cells where they are to stand; 0 = anywhere
 */
export function createValues(kind: u32, form: usize, room: u32, cells: usize, looks: usize): Values {
  const values = changetype<Values>(allocate(offsetof<Values>()));
  memory.fill(changetype<usize>(values), 0, offsetof<Values>());
  values.kind = kind;
  values.form = form;
  values.room = cells !== 0 ? room : max(room, FIRST_ROOM);
  values.cells = cells !== 0 ? cells : allocate(<usize>values.room * cellBytes(kind));
  values.looks = looks !== 0 ? looks : allocate(<usize>values.room * lookBytes(kind));
  const texts = createStore();
  texts.isPlain = true;
  values.texts = changetype<usize>(texts);
  return values;
}

/** Whether nearly all of some texts, which stand one after the other, are values. */
export function areValues(kind: u32, bytes: usize, offsets: usize, texts: u32): bool {
  let filled: u32 = 0;
  let fitting: u32 = 0;
  const looked = min(texts, LOOKED);
  for (let text: u32 = 0; text < looked; text++) {
    const entry = offsets + ((<usize>text) << 2);
    const start = <usize>load<u32>(entry);
    const length = <usize>load<u32>(entry, 4) - start;
    if (length === 0) continue;
    filled++;
    if (isValue(kind, bytes + start, length)) fitting++;
  }
  return filled > 0 && <f64>fitting >= (kind === PLACES ? MOST_STAY : MOST) * <f64>filled;
}

function isValue(kind: u32, start: usize, length: usize): bool {
  if (kind === DAYS || kind === PLACED_DAYS) return dayOf(start, length) !== NO_DAY;
  return kind === PLACES ? isCommon(start, length) : isNumber(start, length);
}

function isNumber(start: usize, length: usize): bool {
  numberOf(start, length);
  return lookOfNumber() !== NO_NUMBER;
}

/** Adds a cell. */
export function pushValue(values: Values, start: usize, length: usize, expected: u32): void {
  const row = values.rows;
  if (row === values.room) moreRoom(values, max(row * 2, expected));
  values.rows = row + 1;
  if (values.kind === DAYS) pushDay(values, row, start, length);
  else if (values.kind === IDS) pushId(values, row, start, length);
  else if (values.kind === PLACES) pushPlace(values, row, start, length);
  else if (values.kind === PLACED_DAYS) pushPlacedDay(values, row, start, length);
  else pushNumber(values, row, start, length);
}

/** Adds cells, by the places of their texts. */
export function pushValues(values: Values, cells: usize, count: u32, expected: u32): void {
  let row = values.rows;
  if (row + count > values.room) moreRoom(values, max(max(row * 2, expected), row + count));
  values.rows = row + count;
  const end = cells + <usize>count * PLACE;
  if (values.kind === DAYS) {
    for (let cell = cells; cell < end; cell += PLACE) {
      pushDay(values, row++, <usize>load<u32>(cell), <usize>load<u32>(cell, 4));
    }
  } else if (values.kind === IDS) {
    for (let cell = cells; cell < end; cell += PLACE) {
      pushId(values, row++, <usize>load<u32>(cell), <usize>load<u32>(cell, 4));
    }
  } else if (values.kind === PLACES) {
    for (let cell = cells; cell < end; cell += PLACE) {
      pushPlace(values, row++, <usize>load<u32>(cell), <usize>load<u32>(cell, 4));
    }
  } else if (values.kind === PLACED_DAYS) {
    for (let cell = cells; cell < end; cell += PLACE) {
      pushPlacedDay(values, row++, <usize>load<u32>(cell), <usize>load<u32>(cell, 4));
    }
  } else {
    for (let cell = cells; cell < end; cell += PLACE) {
      pushNumber(values, row++, <usize>load<u32>(cell), <usize>load<u32>(cell, 4));
    }
  }
}

function pushDay(values: Values, row: u32, start: usize, length: usize): void {
  const cell = values.cells + ((<usize>row) << 2);
  const look = values.looks + <usize>row * 3;
  const day = length === 0 ? NO_DAY : dayOf(start, length);
  store<i32>(cell, day);
  if (day !== NO_DAY) {
    storeLook(look, timeOfDay());
    return;
  }
  storeLook(look, length === 0 ? 0 : IS_TEXT);
  if (length === 0) values.empty++;
  else pushText(values, row, start, length);
}

/** Of a row that is not what its record says, the text is kept beside the day. */
function pushPlacedDay(values: Values, row: u32, start: usize, length: usize): void {
  const day = length === 0 ? NO_DAY : dayOf(start, length);
  store<i32>(values.cells + ((<usize>row) << 2), day);
  if (length === 0) values.empty++;
  else if (day === NO_DAY || !(isInInput(start) || standsInFile(row))) pushText(values, row, start, length);
}

/** The byte behind may be another reader's. */
function storeLook(at: usize, look: u32): void {
  store<u16>(at, <u16>look);
  store<u8>(at, <u8>(look >> 16), 2);
}

function pushId(values: Values, row: u32, start: usize, length: usize): void {
  const id = idOf(values.form, start, length);
  store<u32>(values.cells + ((<usize>row) << 2), id);
  if (id !== NO_ID) return;
  if (length === 0) values.empty++;
  else pushText(values, row, start, length);
}

/** What no longer stands in the input is kept as a text, whatever it is. */
function pushPlace(values: Values, row: u32, start: usize, length: usize): void {
  const isPlaced = length !== 0 && isInInput(start) && isCommon(start, length);
  store<u32>(values.cells + ((<usize>row) << 2), isPlaced ? placeInFile(start) : NO_PLACE);
  if (isPlaced) return;
  if (length === 0) values.empty++;
  else pushText(values, row, start, length);
}

/** Whether ids are no longer worth being stored as numbers. */
export function hasManyTexts(values: Values): bool {
  if (values.kind !== IDS) return false;
  const texts = changetype<Store>(values.texts).rows;
  return texts > FEW_TEXTS && <f64>texts > MOST_TEXTS * <f64>values.rows;
}

export function haveSameForm(values: Values, other: Values): bool {
  return values.kind !== IDS || isSameForm(values.form, other.form);
}

/** Adds the texts of ids to a plain store, and gives back what they stand in. */
export function writeIds(values: Values, to: Store): void {
  const texts = changetype<Store>(values.texts);
  const scratch = allocate(LONGEST_ID + SLACK);
  let text: u32 = 0;
  for (let row: u32 = 0; row < values.rows; row++) {
    const id = load<u32>(values.cells + ((<usize>row) << 2));
    if (id !== NO_ID) appendText(to, scratch, writeId(values.form, id, scratch), row);
    else if (text < texts.rows && load<u32>(values.textRows + ((<usize>text) << 2)) === row) {
      const entry = texts.offsets + ((<usize>text) << 2);
      const start = <usize>load<u32>(entry);
      appendText(to, texts.bytes + start, <usize>load<u32>(entry, 4) - start, row);
      text++;
    } else appendText(to, scratch, 0, row);
  }
  release(scratch, LONGEST_ID + SLACK);
  release(values.cells, <usize>values.room * cellBytes(IDS));
  releaseTexts(values, texts);
}

function releaseTexts(values: Values, texts: Store): void {
  release(texts.bytes, texts.bytesRoom);
  release(texts.offsets, (<usize>texts.offsetsRoom) << 2);
  if (values.textRoom > 0) release(values.textRows, (<usize>values.textRoom) << 2);
}

function pushNumber(values: Values, row: u32, start: usize, length: usize): void {
  const cell = values.cells + ((<usize>row) << 3);
  if (length === 0) {
    store<f64>(cell, NaN);
    store<u8>(values.looks + <usize>row, 0);
    values.empty++;
    return;
  }
  store<f64>(cell, numberOf(start, length));
  const look = lookOfNumber();
  store<u8>(values.looks + <usize>row, <u8>look);
  if (look === NO_NUMBER) {
    pushText(values, row, start, length);
    return;
  }
  const tells = whatNumberTells();
  if (tells === TELLS_DOT) values.dots++;
  else if (tells === TELLS_COMMA) values.commas++;
  else if (tells === EITHER_DOT) values.eitherDot++;
  else if (tells === EITHER_COMMA) values.eitherComma++;
  else if (tells === UNSEPARATED) values.unseparated++;
}

function pushText(values: Values, row: u32, start: usize, length: usize): void {
  const texts = changetype<Store>(values.texts);
  const text = texts.rows;
  if (text === values.textRoom) moreTextRoom(values, text * 2);
  store<u32>(values.textRows + ((<usize>text) << 2), row);
  appendText(texts, start, length, text);
  texts.rows = text + 1;
}

function moreTextRoom(values: Values, least: u32): void {
  const old = (<usize>values.textRoom) << 2;
  const room = max(least, FIRST_ROOM);
  values.textRows = old === 0 ? allocate((<usize>room) << 2) : enlarged(values.textRows, old, old, (<usize>room) << 2);
  values.textRoom = room;
}

function moreRoom(values: Values, least: u32): void {
  const old = <usize>values.room;
  const room = <usize>least;
  const width = cellBytes(values.kind);
  values.cells = enlarged(values.cells, old * width, old * width, room * width);
  const look = lookBytes(values.kind);
  values.looks = enlarged(values.looks, old * look, old * look, room * look);
  values.room = least;
}

/** Moves it to where more room is. */
export function moveValues(values: Values, cells: usize, looks: usize, room: u32): void {
  const width = cellBytes(values.kind);
  const look = lookBytes(values.kind);
  memory.copy(cells, values.cells, <usize>values.rows * width);
  memory.copy(looks, values.looks, <usize>values.rows * look);
  release(values.cells, <usize>values.room * width);
  release(values.looks, <usize>values.room * look);
  values.cells = cells;
  values.looks = looks;
  values.room = room;
}

/** The same of the texts beside values: room for so many bytes, and so many texts. */
export function moveTexts(
  values: Values,
  bytes: usize,
  bytesRoom: usize,
  offsets: usize,
  textRows: usize,
  room: u32,
): void {
  const texts = changetype<Store>(values.texts);
  memory.copy(bytes, texts.bytes, texts.used);
  memory.copy(offsets, texts.offsets, (<usize>(texts.rows + 1)) << 2);
  memory.copy(textRows, values.textRows, (<usize>texts.rows) << 2);
  releaseTexts(values, texts);
  texts.bytes = bytes;
  texts.bytesRoom = bytesRoom;
  texts.offsets = offsets;
  texts.offsetsRoom = room;
  values.textRows = textRows;
  values.textRoom = room;
}

/** Adds the cells of another one behind the own ones, and takes over its memory. */
export function joinValues(values: Values, other: Values): void {
  const rows = values.rows;
  const width = cellBytes(values.kind);
  const look = lookBytes(values.kind);
  const isBehind =
    values.cells + <usize>values.room * width === other.cells &&
    values.looks + <usize>values.room * look === other.looks;
  if (isBehind) values.room += other.room;
  else if (rows + other.rows > values.room) moreRoom(values, rows + other.rows);
  memory.copy(values.cells + <usize>rows * width, other.cells, <usize>other.rows * width);
  memory.copy(values.looks + <usize>rows * look, other.looks, <usize>other.rows * look);
  if (!isBehind) {
    release(other.cells, <usize>other.room * width);
    release(other.looks, <usize>other.room * look);
  }
  values.rows = rows + other.rows;
  values.empty += other.empty;
  values.dots += other.dots;
  values.commas += other.commas;
  values.eitherDot += other.eitherDot;
  values.eitherComma += other.eitherComma;
  values.unseparated += other.unseparated;
  joinTexts(values, other, rows);
}

function joinTexts(values: Values, other: Values, rows: u32): void {
  const texts = changetype<Store>(values.texts);
  const more = changetype<Store>(other.texts);
  const count = texts.rows;
  const all = count + more.rows;
  if (values.textRows + ((<usize>values.textRoom) << 2) === other.textRows) {
    values.textRoom += other.textRoom;
    other.textRoom = 0;
  } else if (all > values.textRoom) moreTextRoom(values, all);
  for (let text: u32 = 0; text < more.rows; text++) {
    const row = rows + load<u32>(other.textRows + ((<usize>text) << 2));
    store<u32>(values.textRows + ((<usize>(count + text)) << 2), row);
  }
  absorbPlain(texts, more);
  releaseTexts(other, more);
}
