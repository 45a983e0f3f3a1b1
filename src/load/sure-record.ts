import type { RecordScanner } from './record-scanner.js';

const SPACE = 0x20;
const DELETE = 0x7f;

/**
 * By first byte of a character: 1 where it can stand in no cell that reads as a number, an amount or a span of two
 * dates (row-sorter.ts, cell-look.ts), whatever stands around it. ASCII but what numbers are written with (digits,
 * signs, currency codes, the `to` of a span), and letters of Latin, Cyrillic and Persian script.
 */
const SAYS_TEXT = new Uint8Array(256);
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
const MAY_BE_SPACE = new Uint8Array(256);
for (let byte = 0; byte <= SPACE; byte++) MAY_BE_SPACE[byte] = 1;
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MAY_BE_SPACE[lead] = 1;

const encoder = new TextEncoder();

/**
 * A test on bytes that tells, of nearly every record, that the row sorter would keep it at once. It is true only if
 * the first cell that is filled differs from the header's and another cell behind it is text: then the row is neither
 * blank nor alone in its cells, no repeated header, no total and no sums. False says nothing: the sorter decides.
 */
export function createRecordTest(
  header: readonly string[] | null,
  columns: number,
): (record: RecordScanner) => boolean {
  const name = header === null ? null : encoder.encode(header[0] ?? '');
  // Where the last record had its text: the next has it there too.
  let usual = 1;
  return (record) => {
    const cells = Math.min(record.cells, columns);
    let first = 0;
    while (first < cells && record.starts[first] === record.ends[first]) first++;
    if (first >= cells || MAY_BE_SPACE[record.bytes[record.starts[first] ?? 0] ?? 0] === 1) return false;
    if (name !== null && (first === 0 ? mayBe(name, record) : name.length === 0)) return false;
    if (usual > first && usual < cells && saysText(record, usual)) return true;
    for (let cell = first + 1; cell < cells; cell++) {
      if (saysText(record, cell)) {
        usual = cell;
        return true;
      }
    }
    return false;
  };
}

/** Whether the first cell may be, trimmed, the given name; it begins with no space. */
function mayBe(name: Uint8Array, { bytes, starts, ends }: RecordScanner): boolean {
  const start = starts[0] ?? 0;
  const end = ends[0] ?? 0;
  // Doubled quotes are rare in first cells.
  if (end < 0) return true;
  for (let index = 0; index < name.length; index++) if (bytes[start + index] !== name[index]) return false;
  return start + name.length >= end || MAY_BE_SPACE[bytes[start + name.length] ?? 0] === 1;
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
