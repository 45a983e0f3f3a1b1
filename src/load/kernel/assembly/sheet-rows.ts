import { addRow, storeBatch } from './batch';
import { morePlaces, PLACE, placed, placeOf, placesAt, placesEnd } from './cells';
import { keepRow } from './index';
import { allocate, enlarged } from './memory';
import { DATE, DATE_BYTES, isShortest, PLAIN, startTexts, writeDate, writeTime } from './sheet-texts';
import { isSureRecord } from './sure';
import { SLACK } from './text';

/**
 * The rows of a sheet: `<row r="2"><c r="A2" s="1" t="s"><v>12</v></c></row>` and its like, which is what programs write.
 * Nothing is taken on trust: at any other byte than an expected one the row is the caller's, who knows all forms.
 */

/** What `runSheet` ends with: no whole row is left; the row that begins here is of no common form; the row is the caller's. */
const MORE: i32 = 0;
const UNCOMMON: i32 = 1;
const UNSURE: i32 = 2;
/** What reading a row ends with besides: it is common. */
const COMMON: i32 = 3;

/** Of Excel's grid. */
const WIDEST: u32 = 16_384;
const MOST_ROWS: u32 = 1_048_576;

/** Bytes behind the input that may be read. */
const SENTINELS: usize = 80;
/** Texts that do not stand in the input as they are: so many bytes of them wait for a batch to end. */
const WAITING: usize = 1 << 15;
/** Room for one of the caller's making: of three bytes a character at most, 32,767 characters. */
const LONGEST_MADE: usize = 100_000;

const LT: u32 = 0x3c;
const GT: u32 = 0x3e;
const SLASH: u32 = 0x2f;
const SPACE: u32 = 0x20;
const QUOTE: u32 = 0x22;
const APOSTROPHE: u32 = 0x27;
const AMPERSAND: u32 = 0x26;
const UNDERSCORE: u32 = 0x5f;
const RETURN: u32 = 0x0d;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;
const ONE: u32 = 0x31;
const LETTER_C: u32 = 0x63;

/** ` r="`, ` s="`, ` t="`. */
const REFERENCE: u32 = 0x223d7220;
const STYLE: u32 = 0x223d7320;
const TYPE: u32 = 0x223d7420;
/** `<row`, `</row>`, `<v>`, `<f`, `</f>`, `</c>`, `</v></c>`. */
const ROW: u32 = 0x776f723c;
const ROW_END: u64 = 0x3e776f722f3c;
const V: u32 = 0x3e763c;
const F: u32 = 0x663c;
const F_END: u32 = 0x3e662f3c;
const C_END: u32 = 0x3e632f3c;
const V_END: u64 = 0x3e632f3c3e762f3c;
/** `<is><t`, `</t></is`, `></c>`. */
const INLINE_OPEN: u64 = 0x743c3e73693c;
const INLINE_CLOSE: u64 = 0x73692f3c3e742f3c;
const INLINE_END: u32 = 0x632f3c3e;
const SIX_BYTES: u64 = 0xffffffffffff;
const THREE_BYTES: u32 = 0xffffff;

/** Types of cells. */
const NUMBER: u32 = 0;
const SHARED: u32 = 1;
const TEXT: u32 = 2;
const BOOLEAN: u32 = 3;
const INLINE: u32 = 4;

/** The text of a number that only the caller knows, put where it says; its length, −1 when there is no room. */
declare function numberText(from: usize, length: u32, style: u32, to: usize, room: u32): i32;
/** The same of characters with entities or escapes among them. */
declare function plainText(from: usize, length: u32, to: usize, room: u32): i32;

let input: usize = 0;
let inputRoom: usize = 0;
let end: usize = 0;
/** Behind what was read, and behind the last row that is whole. */
let at: usize = 0;
let wholeTo: usize = 0;

let columns: u32 = 0;
let strings: usize = 0;
let stringsCount: u32 = 0;
/** The number format of each style. */
let formats: usize = 0;
let formatCount: u32 = 0;
/** `true` and `false`, 16 bytes each. */
let booleans: usize = 0;
let made: usize = 0;
let madeRoom: usize = 0;
let madeTo: usize = 0;

/** The current row, the last one that has a text, and the column of the last cell, −1 = none. */
let row: u32 = 0;
let lastRow: u32 = 0;
let column: u32 = 0xffffffff;
/** Of the current row, the cells up to its last text. */
let filled: u32 = 0;
/** How the current row's number and the quote behind it stand in the references of its cells. */
let rowWord: u64 = 0;
let rowMask: u64 = 0;
let rowBytes: usize = 0;

/**
 * @param stringsFound places of the shared strings
 * @param formatsAt a byte for each style, of sheet-texts.ts; 2 = only the caller knows it
 */
export function startSheet(
  columnCount: u32,
  stringsFound: usize,
  stringCount: u32,
  formatsAt: usize,
  formatsGiven: u32,
  is1904: bool,
): void {
  columns = columnCount;
  strings = stringsFound;
  stringsCount = stringCount;
  formats = formatsAt;
  formatCount = formatsGiven;
  startTexts(is1904);
  while (placesEnd() < placeOf(columns)) morePlaces();
  booleans = allocate(48);
  store<u32>(booleans, 0x65757274);
  store<u64>(booleans, 0x65736c6166, 16);
  madeRoom = WAITING + <usize>columns * DATE_BYTES + LONGEST_MADE;
  made = allocate(madeRoom + SLACK);
  madeTo = made;
  at = end = wholeTo = input = 0;
  inputRoom = 0;
  row = lastRow = 0;
}

/** Makes room for so many bytes behind those that were not read yet; where they go. */
export function roomForSheet(length: usize): usize {
  const rest = end - at;
  const needed = rest + length + SENTINELS;
  if (at !== input) memory.copy(input, at, rest);
  if (needed > inputRoom) {
    input = inputRoom === 0 ? allocate(needed * 2) : enlarged(input, inputRoom, rest, needed * 2);
    inputRoom = needed * 2;
  }
  at = input;
  end = input + rest;
  return end;
}

/** So many bytes were put there. */
export function givenSheet(length: usize): void {
  end += length;
  memory.fill(end, 0, SENTINELS);
  wholeTo = end;
  while (wholeTo >= at + 6 && (load<u64>(wholeTo - 6) & SIX_BYTES) !== ROW_END) wholeTo--;
  if (wholeTo < at + 6) wholeTo = at;
}

/** Behind what was read, and behind what was given. */
export function sheetAt(): usize {
  return at;
}
export function sheetEnd(): usize {
  return end;
}

/** What the caller read of the sheet: up to where, and what came last. */
export function goOnWithRows(next: usize, current: u32, last: u32): void {
  at = next;
  row = current;
  lastRow = last;
}

/** The row that is the caller's counts as read. */
export function resumeRows(): void {
  lastRow = row;
}

export function rowFound(): u32 {
  return row;
}
export function lastFilledRow(): u32 {
  return lastRow;
}
export function lastCellColumn(): i32 {
  return <i32>column;
}
export function filledCells(): u32 {
  return filled;
}

/**
 * Reads whole rows, and keeps those that are certainly records and follow on the last one.
 *
 * @param handBack the next row with a text is the caller's, whatever it is
 */
export function runSheet(handBack: bool): i32 {
  const found = runOn(handBack);
  storeBatch();
  return found;
}

function runOn(handBack: bool): i32 {
  while (true) {
    while (at < wholeTo && <u32>load<u8>(at) !== LT) at++;
    if (at >= wholeTo) return MORE;
    if (madeTo - made > WAITING) {
      storeBatch();
      madeTo = made;
    }
    const rowBefore = row;
    const columnBefore = column;
    if (readRow() === UNCOMMON) {
      row = rowBefore;
      column = columnBefore;
      return UNCOMMON;
    }
    if (filled === 0) continue;
    if (handBack || row !== lastRow + 1 || !isSureRecord(filled)) return UNSURE;
    addRow(filled);
    keepRow(row, 0);
    lastRow = row;
  }
}

/** The row that begins here; `at` stays before one that is not common. */
function readRow(): i32 {
  let p = at;
  if (load<u32>(p) !== ROW) return UNCOMMON;
  p += 4;
  let number: u32 = 0;
  rowBytes = 0;
  if (load<u32>(p) === REFERENCE) {
    p += 4;
    const digits = p;
    for (let digit = <u32>load<u8>(p) - ZERO; digit < 10; digit = <u32>load<u8>(++p) - ZERO) {
      if (p - digits === 7) return UNCOMMON;
      number = number * 10 + digit;
    }
    if (<u32>load<u8>(p++) !== QUOTE) return UNCOMMON;
    rowBytes = p - digits;
    rowMask = rowBytes === 8 ? <u64>-1 : ((<u64>1) << ((<u64>rowBytes) << 3)) - 1;
    rowWord = load<u64>(digits) & rowMask;
    p = tagEnd(p);
    if (p === 0) return UNCOMMON;
  } else if (<u32>load<u8>(p) !== GT) return UNCOMMON;
  else number = row + 1;
  if (number <= lastRow || number > MOST_ROWS) return UNCOMMON;
  row = number;
  column = 0xffffffff;
  filled = 0;
  if (<u32>load<u8>(p - 1) !== SLASH) {
    memory.fill(placesAt(), 0, <usize>columns * PLACE);
    p = readCells(p + 1);
    if (p === 0) return UNCOMMON;
    at = p;
  } else at = p + 1;
  return COMMON;
}

/** Where the tag ends that `from` is in, the quotes of attributes minded; 0 = not before the input does. */
function tagEnd(from: usize): usize {
  let quote: u32 = 0;
  for (let p = from; p < wholeTo; p++) {
    const byte = <u32>load<u8>(p);
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return p;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return 0;
}

/** The cells from here to the end of the row; where it ends, 0 = the row is not common. */
function readCells(from: usize): usize {
  let p = from;
  while (p < wholeTo) {
    const tag = load<u32>(p);
    if ((tag & 0xff) !== LT) {
      p++;
      continue;
    }
    const name = (tag >> 8) & 0xff;
    if (name === SLASH) return (load<u64>(p) & SIX_BYTES) === ROW_END ? p + 6 : 0;
    if (name !== LETTER_C) return 0;
    p = readCell(p + 2);
    if (p === 0) return 0;
  }
  return 0;
}

/** The cell whose name ends here; where it ends, 0 = it is not common. */
function readCell(from: usize): usize {
  let p = from;
  let style: u32 = 0;
  let type = NUMBER;
  column++;
  while (true) {
    const word = load<u32>(p);
    if (word === REFERENCE) {
      p += 4;
      const letters = p;
      let place: u32 = 0;
      for (let letter = <u32>load<u8>(p) - 0x40; letter - 1 < 26; letter = <u32>load<u8>(++p) - 0x40) {
        place = place * 26 + letter;
      }
      if (p === letters || p - letters > 3 || rowBytes === 0 || (load<u64>(p) & rowMask) !== rowWord) return 0;
      p += rowBytes;
      column = place - 1;
    } else if (word === STYLE) {
      p += 4;
      const digits = p;
      for (let digit = <u32>load<u8>(p) - ZERO; digit < 10; digit = <u32>load<u8>(++p) - ZERO)
        style = style * 10 + digit;
      if (p - digits > 6 || <u32>load<u8>(p++) !== QUOTE) return 0;
    } else if (word === TYPE) {
      p += 4;
      const first = <u32>load<u16>(p);
      if (first === 0x2273) type = SHARED;
      else if (first === 0x226e) type = NUMBER;
      else if (first === 0x2262) type = BOOLEAN;
      else if (load<u32>(p) === 0x22727473) {
        type = TEXT;
        p += 2;
      } else if (load<u64>(p) === 0x7453656e696c6e69 && <u32>load<u16>(p, 8) === 0x2272) {
        type = INLINE;
        p += 8;
      } else return 0;
      p += 2;
    } else break;
  }
  if (column >= WIDEST) return 0;
  const last = <u32>load<u8>(p);
  if (last === SLASH) return <u32>load<u8>(p, 1) === GT ? p + 2 : 0;
  if (last !== GT) return 0;
  p++;
  if (type === INLINE) return readInline(p);
  let formula = false;
  if ((load<u32>(p) & 0xffff) === F) {
    p = formulaEnd(p + 2);
    if (p === 0) return 0;
    formula = true;
  }
  if ((load<u32>(p) & THREE_BYTES) !== V) return !formula && type !== BOOLEAN && load<u32>(p) === C_END ? p + 4 : 0;
  p += 3;
  const to =
    type === NUMBER
      ? readNumber(p, style)
      : type === SHARED
        ? readShared(p)
        : type === TEXT
          ? readText(p)
          : readBoolean(p);
  if (to === 0 || load<u64>(to) !== V_END) return 0;
  // A formula without a value is a finding.
  if (to === p && (formula || type === BOOLEAN)) return 0;
  return to + 8;
}

/** Where the formula ends whose name ends here. What it says is of no matter where there is a value. */
function formulaEnd(from: usize): usize {
  const byte = <u32>load<u8>(from);
  if (byte !== GT && byte !== SPACE && byte !== SLASH) return 0;
  let p = tagEnd(from);
  if (p === 0) return 0;
  if (<u32>load<u8>(p - 1) === SLASH) return p + 1;
  while (p < wholeTo && <u32>load<u8>(p) !== LT) p++;
  return load<u32>(p) === F_END ? p + 4 : 0;
}

/** Puts a text in the current column; false when it is behind the last one. */
function put(start: usize, length: u32): bool {
  if (length === 0) return true;
  if (column >= columns) return false;
  store<u64>(placeOf(column), placed(start, length));
  filled = max(filled, column + 1);
  return true;
}

/** `from`, where a value begins, to the `<` behind it; 0 = it is none that is known. */
function readShared(from: usize): usize {
  let p = from;
  let index: u32 = 0;
  for (let digit = <u32>load<u8>(p) - ZERO; digit < 10; digit = <u32>load<u8>(++p) - ZERO) index = index * 10 + digit;
  if (p === from) return p;
  if (p - from > 9 || index >= stringsCount) return 0;
  const string = strings + <usize>index * PLACE;
  return put(<usize>load<u32>(string), load<u32>(string, 4)) ? p : 0;
}

function readBoolean(from: usize): usize {
  const digit = <u32>load<u8>(from);
  if ((digit !== ZERO && digit !== ONE) || <u32>load<u8>(from, 1) !== LT) return 0;
  return put(digit === ONE ? booleans : booleans + 16, digit === ONE ? 4 : 5) ? from + 1 : 0;
}

function readNumber(from: usize, style: u32): usize {
  let p = from;
  let whole: u64 = 0;
  let point: usize = 0;
  let odd = false;
  for (; ; p++) {
    const byte = <u32>load<u8>(p);
    if (byte - ZERO < 10) whole = whole * 10 + <u64>(byte - ZERO);
    else if (byte === LT) break;
    else if (byte === POINT && point === 0) point = p;
    else if (byte === MINUS && p === from) continue;
    else if (p >= wholeTo) return 0;
    else odd = true;
  }
  if (p === from) return p;
  const format = style < formatCount ? <u32>load<u8>(formats + <usize>style) : PLAIN;
  if (!odd) {
    if (format === PLAIN && isShortest(from, point, p)) return put(from, <u32>(p - from)) ? p : 0;
    if (format === DATE && <u32>load<u8>(from) !== MINUS && p - from < 20 && roomToMake() >= <u32>DATE_BYTES) {
      const length = point === 0 ? writeDate(p - from > 9 ? 0 : whole, madeTo) : writeTime(from, point, p, madeTo);
      if (length !== 0) return putMade(length) ? p : 0;
    }
  }
  return putMade(numberText(from, <u32>(p - from), style, madeTo, roomToMake())) ? p : 0;
}

function readText(from: usize): usize {
  let p = from;
  let special = false;
  for (; ; p++) {
    const byte = <u32>load<u8>(p);
    if (byte === LT) break;
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) special = true;
    else if (byte === 0 && p >= wholeTo) return 0;
  }
  if (special) return putMade(plainText(from, <u32>(p - from), madeTo, roomToMake())) ? p : 0;
  return put(from, <u32>(p - from)) ? p : 0;
}

/** `<is><t>text</t></is></c>`; where it ends. */
function readInline(from: usize): usize {
  if ((load<u64>(from) & SIX_BYTES) !== INLINE_OPEN) return 0;
  let p = from + 6;
  if (<u32>load<u8>(p) === SPACE) {
    // xml:space: the text is taken as it is anyway.
    p = tagEnd(p);
    if (p === 0 || <u32>load<u8>(p - 1) === SLASH) return 0;
  } else if (<u32>load<u8>(p) !== GT) return 0;
  p = readText(p + 1);
  if (p === 0 || load<u64>(p) !== INLINE_CLOSE || load<u32>(p, 8) !== INLINE_END || <u32>load<u8>(p, 12) !== GT)
    return 0;
  return p + 13;
}

function roomToMake(): u32 {
  return <u32>(made + madeRoom - madeTo);
}

/** Puts a text that was made in the current column; −1 = there was no room for it. */
function putMade(length: i32): bool {
  if (length < 0) return false;
  const start = madeTo;
  madeTo += <usize>length;
  return put(start, <u32>length);
}
