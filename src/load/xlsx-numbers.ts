import { type DateSystem, excelText, serialText } from './excel-cell.js';

/** Number formats that a workbook does not spell out, by id (ECMA-376 part 1, 18.8.30). */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  // Dates and times of Chinese, Japanese and Korean programs; what they look like is of no matter here.
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd'] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm:ss'] as const),
]);

/** What shows as it is written: quoted text, an escaped character, a space as wide as one, a number's digits. */
const SHOWN_AS_IS = /general|"[^"]*"?|\\.|_.|[0#.](?:[0#?.,E+%-]|\\-(?=[0#]))*/gi;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const IN_BRACKETS = /\[[^\]]*\]?/g;
/** Parts of a date or time (ECMA-376 part 1, 18.8.31), in the Chinese way as well. */
const DATE_PART = /[ymdhsebBg]|a\/p|am\/pm|上午\/下午/i;

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const code = format.replace(SHOWN_AS_IS, (shown) => (/^[0#.].*e/.test(shown) ? 'e' : ''));
  return ELAPSED.test(code) || DATE_PART.test(code.replace(IN_BRACKETS, ''));
}

/** Texts of the cells of a workbook that hold numbers, by their styles. The same as `excelText` gives, but cached. */
export interface NumberTexts {
  /** By style: 0 where numbers show as they are, 1 where they are days or times, 2 where they are anything else. */
  readonly kinds: Uint8Array;
  readonly system: DateSystem;
  /** The text of a number as it is written in the sheet: bytes[from … to]. */
  text(bytes: Buffer, from: number, to: number, style: number): string;
}

const PLAIN = 0;
const DATE = 1;
const OTHER = 2;

/** Numbers that are shown often: small ones, and days. */
const SMALL = 10_000;
const LAST_DAY = 2_958_465;
/** Every decimal of as many digits is the shortest text of its binary number (IEEE 754 double: 15). */
const EXACT_DIGITS = 15;

/** @param formats number format by style; styles beyond it are General */
export function createNumberTexts(formats: readonly string[], system: DateSystem): NumberTexts {
  const kinds = Uint8Array.from(formats, kindOf);
  const small: string[] = Array.from({ length: SMALL }, (_, value) => String(value));
  const days = new Map<number, string>();

  const dayText = (serial: number): string => {
    let text = days.get(serial);
    if (text === undefined) {
      text = serialText(serial, system) ?? String(serial);
      if (serial <= LAST_DAY) days.set(serial, text);
    }
    return text;
  };
  const otherText = (value: number, style: number): string =>
    excelText({ t: 'n', v: value, z: formats[style] }, system, isDateFormat);

  return {
    kinds,
    system,
    text(bytes, from, to, style) {
      const kind = kinds[style] ?? PLAIN;
      const whole = wholeNumber(bytes, from, to);
      if (whole >= 0) {
        if (kind === DATE) return dayText(whole);
        if (kind === OTHER) return otherText(whole, style);
        return whole < SMALL ? (small[whole] ?? '') : String(whole);
      }
      const written = bytes.toString('latin1', from, to);
      if (kind === PLAIN && isShortest(bytes, from, to)) return written;
      // Like SheetJS: what follows a number is not looked at.
      const value = Number.parseFloat(written);
      if (kind === DATE) return serialText(value, system) ?? String(value);
      return otherText(value, style);
    },
  };
}

function kindOf(format: string): number {
  if (isDateFormat(format)) return ELAPSED.test(format) ? OTHER : DATE;
  return format.includes('%') ? OTHER : PLAIN;
}

/** A number written with up to nine digits and nothing else; -1 otherwise. */
function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (to - from > 9 || to === from) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a number is written as JavaScript would write it: `-12.5`, not `012`, `.5`, `1.50`, `1E3`, `-0`. */
function isShortest(bytes: Buffer, from: number, to: number): boolean {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  const first = at;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e && point < 0) point = at;
    else if (byte < 0x30 || byte > 0x39) return false;
  }
  const digits = to - first - (point < 0 ? 0 : 1);
  const wholeEnd = point < 0 ? to : point;
  if (digits > EXACT_DIGITS || wholeEnd === first) return false;
  if (bytes[first] === 0x30) {
    // Below a millionth JavaScript writes an exponent.
    if (wholeEnd > first + 1 || point < 0) return false;
    let zeros = point + 1;
    while (zeros < to && bytes[zeros] === 0x30) zeros++;
    if (zeros - point > 6) return false;
  }
  return point < 0 || (point < to - 1 && bytes[to - 1] !== 0x30);
}
