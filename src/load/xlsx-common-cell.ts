import { Declined } from './declined.js';
import { WIDEST } from './sheet-rows.js';
import type { NumberTexts } from './xlsx-numbers.js';
import type { SheetRows } from './xlsx-rows.js';
import type { SharedStrings } from './xlsx-strings.js';
import { xmlText } from './xml-text.js';
import { tagEnd } from './xml-tokens.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const C = 0x63;
const I = 0x69;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;

/** The cell is of no common form, or not all of it is there. */
export const NOT_COMMON = -2;

const UNKNOWN = 0;
const NUMBER = 1;
const SHARED = 2;
const TEXT = 3;
const BOOLEAN = 4;
const INLINE = 5;

/** What turns the content of cells into text. */
export interface CellTexts {
  readonly numbers: NumberTexts;
  readonly strings: Pick<SharedStrings, 'text'>;
}

/**
 * Reads `<c r="B2" s="1" t="s"><v>12</v></c>` and its like, which is what programs write, from the `<` on. Nothing is
 * taken on trust: at any other byte than the expected one the cell is left alone.
 *
 * @param prefix bytes of the prefix in front of names, with its colon
 * @returns where the cell ends, or NOT_COMMON
 */
export function commonCell(bytes: Buffer, at: number, prefix: number, rows: SheetRows, texts: CellTexts): number {
  const length = bytes.length;
  let column = rows.column + 1;
  let style = 0;
  let type = NUMBER;
  let p = at + 2 + prefix;
  for (;;) {
    if (p + 4 >= length) return NOT_COMMON;
    const byte = bytes[p];
    if (byte === GT) break;
    if (byte === SLASH) {
      if (bytes[p + 1] !== GT) return NOT_COMMON;
      rows.column = column;
      return p + 2;
    }
    if (byte !== SPACE || bytes[p + 2] !== EQUALS || bytes[p + 3] !== QUOTE) return NOT_COMMON;
    const attribute = bytes[p + 1];
    p += 4;
    const from = p;
    if (attribute === R) {
      let letters = 0;
      for (let letter = 0; p < length; p++) {
        letter = (bytes[p] ?? 0) - 0x40;
        if (letter < 1 || letter > 26) break;
        letters = letters * 26 + letter;
      }
      let row = 0;
      while (p < length && isDigit(bytes[p] ?? 0)) row = row * 10 + (bytes[p++] ?? 0) - 0x30;
      if (letters === 0 || letters > WIDEST || row !== rows.row) return NOT_COMMON;
      column = letters - 1;
    } else if (attribute === S) {
      while (p < length && isDigit(bytes[p] ?? 0)) style = style * 10 + (bytes[p++] ?? 0) - 0x30;
    } else if (attribute === T) {
      while (p < length && bytes[p] !== QUOTE) p++;
      type = commonType(bytes, from, p);
    } else return NOT_COMMON;
    if (type === UNKNOWN || bytes[p] !== QUOTE) return NOT_COMMON;
    p++;
  }
  // Elements in the cell: name and prefix of the first and the last, the prefix only by its length.
  const inner = p + 2 + prefix;
  const first = bytes[inner];
  if (bytes[p + 1] !== LT || first !== (type === INLINE ? I : V)) return NOT_COMMON;
  if (type === INLINE) return commonInline(bytes, p + 1, prefix, column, rows);
  if (bytes[inner + 1] !== GT) return NOT_COMMON;
  const from = inner + 2;
  let to = from;
  while (to < length && bytes[to] !== LT) to++;
  // </v></c>
  const close = to + 2 + prefix;
  const next = close + 6 + prefix;
  if (next > length || to === from || bytes[to + 1] !== SLASH || bytes[close] !== V) return NOT_COMMON;
  if (bytes[close + 1] !== GT || bytes[close + 2] !== LT || bytes[close + 3] !== SLASH) return NOT_COMMON;
  if (bytes[next - 2] !== C || bytes[next - 1] !== GT) return NOT_COMMON;
  rows.column = column;
  if (!rows.ignores(column)) rows.put(commonText(bytes, from, to, type, style, texts));
  return next;
}

/** `<is><t>text</t></is></c>`. */
function commonInline(bytes: Buffer, at: number, prefix: number, column: number, rows: SheetRows): number {
  const length = bytes.length;
  const behind = at + 3 + prefix;
  const name = behind + 2 + prefix;
  if (bytes[behind - 1] !== S || bytes[behind] !== GT || bytes[behind + 1] !== LT || bytes[name] !== T) {
    return NOT_COMMON;
  }
  let from = name + 1;
  if (bytes[from] === SPACE) {
    // xml:space: the text is taken as it is anyway.
    from = tagEnd(bytes, from);
    if (from < 0 || bytes[from - 1] === SLASH) return NOT_COMMON;
  } else if (bytes[from] !== GT) return NOT_COMMON;
  from++;
  let to = from;
  while (to < length && bytes[to] !== LT) to++;
  // </t></is></c>
  const close = to + 2 + prefix;
  const second = close + 4 + prefix;
  const next = second + 7 + prefix;
  if (next > length || bytes[to + 1] !== SLASH || bytes[close] !== T || bytes[close + 1] !== GT) return NOT_COMMON;
  if (bytes[close + 3] !== SLASH || bytes[second] !== I || bytes[second + 2] !== GT) return NOT_COMMON;
  if (bytes[second + 4] !== SLASH || bytes[next - 2] !== C || bytes[next - 1] !== GT) return NOT_COMMON;
  rows.column = column;
  if (!rows.ignores(column)) rows.put(xmlText(bytes, from, to));
  return next;
}

function commonText(bytes: Buffer, from: number, to: number, type: number, style: number, texts: CellTexts): string {
  if (type === NUMBER) return texts.numbers.text(bytes, from, to, style);
  if (type === TEXT) return xmlText(bytes, from, to);
  if (type === BOOLEAN) return booleanText(bytes.toString('latin1', from, to));
  let index = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) throw new Declined('a shared string without a number');
    index = index * 10 + byte - 0x30;
  }
  return texts.strings.text(index);
}

function commonType(bytes: Buffer, from: number, to: number): number {
  const first = bytes[from];
  if (to === from + 1) return first === S ? SHARED : first === 0x6e ? NUMBER : first === 0x62 ? BOOLEAN : UNKNOWN;
  if (to === from + 3 && first === S && bytes[from + 1] === T && bytes[from + 2] === R) return TEXT;
  return to === from + 9 && bytes.toString('latin1', from, to) === 'inlineStr' ? INLINE : UNKNOWN;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** A boolean as it is written in a sheet, as text. */
export function booleanText(value: string): string {
  return value === '1' || value === 'true' ? 'true' : 'false';
}
