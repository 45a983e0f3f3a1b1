import { asciiDigits } from '../../locale/fold.js';

/** A time of day behind a date, with its offset: hour, minute, second, half of the day, offset. */
export const TIME = String.raw`(?:[T\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
/** Day and month in some order, the year behind them, or three short numbers in any order. */
export const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
/** Where the hour stands in a match of `YEAR_LAST`. */
export const YEAR_LAST_HOUR = 5;

/** A cell as the patterns of dates see it: digits and dashes of one kind, no marks of direction. */
export function cleanDate(text: string): string {
  const trimmed = text.trim();
  const plain = /[^\x20-\x7e]/.test(trimmed)
    ? asciiDigits(trimmed.normalize('NFKC'))
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\u2212\u2010\u2011\u2013]/g, '-')
        .replace(/\u2044/g, '/')
        // 令和6年3月5日, 平成元年
        .replace(/^(令和|平成|昭和)\s?(\d{1,2}|元)(?=年)/, eraYear)
        // 2024年3月5日, 2024년 3월 5일
        .replace(/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/, '$1-$2-$3')
        // The day of the week behind: 2024/3/5(火), 2024-03-05 (화)
        .replace(/(?<=\d)\s?\((?:[日月火水木金土일월화수목금토]|[周週][一二三四五六日])\)/, '')
        .trim()
    : trimmed;
  return MAY_BE_LOOSE.test(plain) ? tidied(plain) : plain;
}

/** A dot with a space behind it, or a letter behind the digits of a year: all that `tidied` mends has one of them. */
const MAY_BE_LOOSE = /\.\s|\d\.$|\d{4},?\s?\p{L}/u;
const SPACED_DOTS = /^(\d{1,2})\.\s{0,2}(\d{1,2})\.\s{1,2}(?=\d{2})/;
const SPACED_YEAR_FIRST = /^(\d{4})\.\s{0,2}(\d{1,2})\.\s{0,2}(\d{1,2})\.?(?=$|[\s,])/;
/** "Year" behind the year, in Russian, Ukrainian, Polish: `03.06.2024 г.`, `3 червня 2024 р.`, `3 czerwca 2024 r.` */
const YEAR_WORD = /(\d{4})\s?(?:г|года|р|року|r|roku)(?![\p{L}\p{N}])\.?/iu;
/** Turkish names the day of the week behind the date: `3 Haziran 2024 Pazartesi`. */
const DAY_BEHIND = /(\d{4}),?\s(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)(?!\p{L})/iu;

/** `3. 6. 2024` → `3.6.2024`, `2024. 06. 03.` → `2024.06.03`, and without the words that stand behind a year. */
function tidied(text: string): string {
  return text
    .replace(SPACED_DOTS, '$1.$2.')
    .replace(SPACED_YEAR_FIRST, '$1.$2.$3')
    .replace(YEAR_WORD, '$1')
    .replace(DAY_BEHIND, '$1')
    .trim();
}

/** The year before the first one of an era of Japan. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

function eraYear(_: string, era: string, year: string): string {
  return String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year)));
}

/** Two-digit Jalali years: 00…49 are 1400…1449, 50…99 are 1350…1399 (1971…2020). */
export function shortJalaliYear(year: number): number {
  return year < 50 ? 1400 + year : 1300 + year;
}

const SEPARATORS = '-/. ';
const [PAD_UNTOLD, PADDED, UNPADDED] = [0, 1, 2];
/** How dates are filled up: with a leading zero, without, or nobody can tell. */
const PADS = 3;
/** Forms of one family: without and with a time, by how they are filled up. */
export const FORMS_PER_FAMILY = 2 * PADS;
/** A family: one separator, years of four or two digits. */
export const FAMILIES = 2 * SEPARATORS.length;
export const FORMS = FAMILIES * FORMS_PER_FAMILY;

/** The written form of a match of `YEAR_LAST`, as a number below `FORMS`. */
export function formOf(match: RegExpExecArray): number {
  const [, first = '', separator = '', second = '', year = ''] = match;
  const family = 2 * SEPARATORS.indexOf(separator) + (year.length === 4 ? 0 : 1);
  const pad =
    first.length < 2 || second.length < 2
      ? UNPADDED
      : first.startsWith('0') || second.startsWith('0')
        ? PADDED
        : PAD_UNTOLD;
  return family * FORMS_PER_FAMILY + (match[YEAR_LAST_HOUR] === undefined ? 0 : PADS) + pad;
}

/** Two ways to tell the forms of a family apart: by the time of day, or by how they are filled up. */
export const SPLITS: readonly ((form: number) => number)[] = [
  (form) => Math.floor((form % FORMS_PER_FAMILY) / PADS),
  (form) => form % PADS,
];

/** Whether dates of a family are written with slashes, which say nothing of their order. */
export function hasSlash(family: number): boolean {
  return SEPARATORS[family >> 1] === '/';
}

const OFFSET = /\d[:.]\d{2}(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?\s*)?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i;

/** Minutes east of Greenwich that a time stamp says; NaN for `Z`, which is no place; null where it says nothing. */
export function offsetIn(text: string): number | null {
  if (text.length < 12) return null;
  const said = OFFSET.exec(text)?.[1];
  return said === undefined ? null : minutesOf(said);
}

/** `+0330` → 210; NaN for `Z`, `UTC` and `GMT`. */
export function minutesOf(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (match === null) return Number.NaN;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}
