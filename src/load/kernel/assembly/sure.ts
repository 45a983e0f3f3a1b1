import { cellEnd, cellStart, isDoubled, isEmpty } from './cells';

/** The test of sure-record.ts, on the cells of a record: see there what it means. True only of sure records. */

const SPACE: u32 = 0x20;
/** U+0600–U+063F: letters from U+0628 on, of which ت ر are in the names of currencies. */
const ARABIC: u32 = 0xd8;
const FIRST_LETTER: u32 = 0xa8;
const TE: u32 = 0xaa;
const RE: u32 = 0xb1;

let columns: u32 = 0;
let hasHeader: bool = false;
/** Pairs of place and length, of the header's names. */
let names: usize = 0;
let nameCount: u32 = 0;
let dataColumns: usize = 0;
let dataCount: u32 = 0;
/** By byte: 1 where it says text, or may be space. */
let textBytes: usize = 0;
let spaceBytes: usize = 0;
/** Where the last record had its text, and its number or date: the next has them there too. */
let usual: u32 = 1;
let usualData: i32 = -1;

export function expectRecords(
  columnCount: u32,
  headed: bool,
  namesAt: usize,
  namesGiven: u32,
  dataAt: usize,
  dataGiven: u32,
  textAt: usize,
  spaceAt: usize,
): void {
  columns = columnCount;
  hasHeader = headed;
  names = namesAt;
  nameCount = namesGiven;
  dataColumns = dataAt;
  dataCount = dataGiven;
  textBytes = textAt;
  spaceBytes = spaceAt;
  usual = 1;
  usualData = dataGiven > 0 ? load<i32>(dataAt) : -1;
}

export function isSureRecord(recordCells: u32): bool {
  const cells = min(recordCells, columns);
  let first: u32 = 0;
  while (first < cells && isEmpty(first)) first++;
  if (first >= cells || mayBeSpace(cellStart(first))) return false;
  if (nameCount > 0) {
    if (first === 0 ? mayBeName(0, 0) : load<u32>(names, 4) === 0) return false;
  }
  if (!holdsData(cells)) return false;
  if (usual > first && usual < cells && saysText(usual) && !isNamed(usual)) return true;
  for (let cell = first + 1; cell < cells; cell++) {
    if (saysText(cell) && !isNamed(cell)) {
      usual = cell;
      return true;
    }
  }
  return false;
}

function holdsData(cells: u32): bool {
  if (usualData < 0 || !hasHeader) return true;
  if (<u32>usualData < cells && hasDigit(<u32>usualData)) return true;
  let filled = false;
  for (let index: u32 = 0; index < dataCount; index++) {
    const column = load<u32>(dataColumns + ((<usize>index) << 2));
    if (column >= cells || isEmpty(column)) continue;
    filled = true;
    if (!hasDigit(column)) continue;
    usualData = <i32>column;
    return true;
  }
  return !filled;
}

/** Whether a cell may be the name of its column. Behind the header's last name it tells nothing either way. */
function isNamed(cell: u32): bool {
  return cell >= nameCount ? nameCount > 0 : mayBeName(cell, cell);
}

/** Whether a cell may be, trimmed and whatever the case of its ASCII letters, the given name. */
function mayBeName(name: u32, cell: u32): bool {
  // Doubled quotes are rare.
  if (isDoubled(cell)) return true;
  const text = <usize>load<u32>(names + ((<usize>name) << 3));
  const length = <usize>load<u32>(names + ((<usize>name) << 3), 4);
  let start = cellStart(cell);
  const end = cellEnd(cell);
  if (cell > 0) while (start < end && load<u8>(start) <= <u8>SPACE) start++;
  for (let index: usize = 0; index < length; index++) {
    // Behind white space beyond ASCII the name may stand.
    if (small(load<u8>(start + index)) !== small(load<u8>(text + index))) {
      return index === 0 && start < end && mayBeSpace(start);
    }
  }
  return start + length >= end || mayBeSpace(start + length);
}

/** A byte, A–Z as a–z. */
function small(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

function mayBeSpace(at: usize): bool {
  return load<u8>(spaceBytes + <usize>load<u8>(at)) !== 0;
}

/** Whether a cell has a digit of ASCII; of other digits the sorter knows. */
function hasDigit(cell: u32): bool {
  const end = cellEnd(cell);
  for (let at = cellStart(cell); at < end; at++) if (<u32>load<u8>(at) - 0x30 < 10) return true;
  return false;
}

function saysText(cell: u32): bool {
  const end = cellEnd(cell);
  for (let at = cellStart(cell); at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (load<u8>(textBytes + <usize>byte) !== 0) return true;
    if (byte === ARABIC) {
      const following = <u32>load<u8>(at + 1);
      if (following >= FIRST_LETTER && following !== TE && following !== RE) return true;
    }
  }
  return false;
}
