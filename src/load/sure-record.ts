import type { RecordScanner } from './record-scanner.js';

const SPACE = 0x20;
const DELETE = 0x7f;

/**
 * By first byte of a character: 1 where it can stand in no cell that reads as a number, an amount or a span of two
 * dates (row-sorter.ts, cell-look.ts), whatever stands around it. ASCII but what numbers are written with (digits,
 * signs, currency codes, the `to` of a span), and letters of Latin, Cyrillic and Persian script.
 */
export const SAYS_TEXT: Uint8Array = new Uint8Array(256);
for (let byte = SPACE + 1; byte < DELETE; byte++) {
  if (!/[-+()$.,'%etoA-Z0-9]/.test(String.fromCharCode(byte))) SAYS_TEXT[byte] = 1;
}
// U+00C0–U+017F, U+0400–U+047F, U+0680–U+06BF.
for (const lead of [0xc3, 0xc4, 0xc5, 0xd0, 0xd1, 0xda]) SAYS_TEXT[lead] = 1;
/** U+0600–U+063F: letters from U+0628 on, of which ت ر are in the names of currencies. */
const ARABIC = 0xd8;
const FIRST_LETTER = 0xa8;
const CURRENCY_LETTERS = [0xaa, 0xb1];

/** First bytes of the characters that `trim` takes off, and of some others: U+00A0, U+1680, U+2000–U+206F, U+3000, U+FEFF. */
export const MAY_BE_SPACE: Uint8Array = new Uint8Array(256);
for (let byte = 0; byte <= SPACE; byte++) MAY_BE_SPACE[byte] = 1;
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MAY_BE_SPACE[lead] = 1;

const encoder = new TextEncoder();

/**
 * A test on bytes that tells, of nearly every record, that the row sorter would keep it at once. It is true only if
 * the first cell that is filled differs from the header's, another cell behind it is text and no name of its column,
 * and no word stands in a column of numbers or dates (`data`): then the row is neither blank nor alone in its cells, no
 * repeated header in its own or other words, no total and no sums. False says nothing: the sorter decides.
 */
export function createRecordTest(
  header: readonly string[] | null,
  columns: number,
  data: readonly boolean[] = [],
): (record: RecordScanner) => boolean {
  const names = header === null ? [] : header.map((name) => encoder.encode(name));
  const dataColumns = dataColumnsOf(columns, data);
  // Where the last record had its text, and its number or date: the next has them there too.
  let usual = 1;
  let usualData = dataColumns[0] ?? -1;
  const holdsData = (record: RecordScanner, cells: number): boolean => {
    if (usualData < 0 || header === null) return true;
    if (usualData < cells && hasDigit(record, usualData)) return true;
    let filled = false;
    for (const column of dataColumns) {
      if (column >= cells || record.starts[column] === record.ends[column]) continue;
      filled = true;
      if (!hasDigit(record, column)) continue;
      usualData = column;
      return true;
    }
    return !filled;
  };
  return (record) => {
    const cells = Math.min(record.cells, columns);
    let first = 0;
    while (first < cells && record.starts[first] === record.ends[first]) first++;
    if (first >= cells || MAY_BE_SPACE[record.bytes[record.starts[first] ?? 0] ?? 0] === 1) return false;
    const name = names[0];
    if (name !== undefined && (first === 0 ? mayBe(name, record, 0) : name.length === 0)) return false;
    if (!holdsData(record, cells)) return false;
    if (usual > first && usual < cells && saysText(record, usual) && !isNamed(names, record, usual)) return true;
    for (let cell = first + 1; cell < cells; cell++) {
      if (saysText(record, cell) && !isNamed(names, record, cell)) {
        usual = cell;
        return true;
      }
    }
    return false;
  };
}

/** The columns that hold numbers or dates. */
export function dataColumnsOf(columns: number, data: readonly boolean[]): number[] {
  return data.flatMap((holds, column) => (holds && column < columns ? [column] : []));
}

/** Whether a cell may be the name of its column. Behind the header's last name it tells nothing either way. */
function isNamed(names: readonly Uint8Array[], record: RecordScanner, cell: number): boolean {
  const name = names[cell];
  return name === undefined ? names.length > 0 : mayBe(name, record, cell);
}

/** Whether a cell may be, trimmed and whatever the case of its ASCII letters, the given name. */
function mayBe(name: Uint8Array, { bytes, starts, ends }: RecordScanner, cell: number): boolean {
  let start = starts[cell] ?? 0;
  const end = ends[cell] ?? 0;
  // Doubled quotes are rare.
  if (end < 0) return true;
  if (cell > 0) while (start < end && (bytes[start] ?? 0) <= SPACE) start++;
  for (let index = 0; index < name.length; index++) {
    if (small(bytes[start + index] ?? 0) !== small(name[index] ?? 0)) {
      // Behind white space beyond ASCII the name may stand.
      return MAY_BE_SPACE[bytes[start] ?? 0] === 1 && index === 0 && start < end;
    }
  }
  return start + name.length >= end || MAY_BE_SPACE[bytes[start + name.length] ?? 0] === 1;
}

/** A byte, A–Z as a–z. */
function small(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

/** Whether a cell has a digit of ASCII; of other digits the sorter knows. */
function hasDigit({ bytes, starts, ends }: RecordScanner, cell: number): boolean {
  let end = ends[cell] ?? 0;
  if (end < 0) end = ~end;
  for (let at = starts[cell] ?? 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) return true;
  }
  return false;
}

function saysText({ bytes, starts, ends }: RecordScanner, cell: number): boolean {
  let end = ends[cell] ?? 0;
  if (end < 0) end = ~end;
  for (let at = starts[cell] ?? 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (SAYS_TEXT[byte] === 1) return true;
    if (byte === ARABIC) {
      const next = bytes[at + 1] ?? 0;
      if (next >= FIRST_LETTER && !CURRENCY_LETTERS.includes(next)) return true;
    }
  }
  return false;
}
