import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { asciiDigits } from '../../locale/fold.js';
import { type CivilDay, civilDay, isCivilDate } from '../../model/civil-day.js';
import { cellText, forEachCell, type TextColumn } from '../../model/text-column.js';
import { dayInBytes, NO_READING } from './cell-bytes.js';
import { monthOf } from './month-names.js';
import { isMissing, shortCell } from './text.js';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How the dates of one column are written. Decided once, over all its cells. */
export interface DateFormat {
  /** Order of day and month where the year comes last. */
  readonly order: 'dmy' | 'mdy';
  /** What `03/05/12` is: year last as `order` says, or the year first, Gregorian or Jalali. */
  readonly shortYear: 'last' | 'first' | 'first-jalali';
  readonly decidedBy: 'cells' | 'option' | 'sibling' | 'separator' | 'preset' | 'default';
  /** Cells that would be another day under the other order; 0 when the cells settled it. */
  readonly ambiguous: number;
  /** Cells with day and month before the year, whatever their days. */
  readonly dayMonthCells: number;
}

/** The civil day of an instant: what a time zone decides. */
export type ZoneDay = (epochMilliseconds: number) => CivilDay;

/** A cell read as a day, null when it stands for nothing, undefined when it is no date. */
export type DayReading = CivilDay | null | undefined;

const TIME = String.raw`(?:[T\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const DAY_NAME = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;
const DAY_MONTH_NAME = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]*(?:de\s+)?(\p{L}[\p{L}\u200c]{1,14})\.?,?[-\s/]*(?:de\s+)?(\d{4}|\d{2})${TIME}$`,
  'iu',
);
const MONTH_NAME_DAY = new RegExp(
  String.raw`^${DAY_NAME}(\p{L}{3,14})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})${TIME}(?:\s*\(.*\))?$`,
  'iu',
);
const JS_DATE = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d{4})(?: \d{2}:\d{2}:\d{2}(?: GMT[+-]\d{4})?(?: \(.*\))?)?$/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const EPOCH_SECONDS = /^1\d{9}$/;
const EPOCH_MILLISECONDS = /^1\d{12}$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Spreadsheet serials that are dates of this trade: 1954-10-03 … 2119-01-10. */
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
/** Serial 25569 is 1970-01-01 in the 1900 date system. */
const SERIAL_OF_1970 = 25_569;
/** Two-digit years: 00…69 are 2000…2069, 70…99 are 1970…1999 (POSIX strptime). */
const TWO_DIGIT_PIVOT = 70;

function clean(text: string): string {
  const trimmed = text.trim();
  return /[^\x20-\x7e]/.test(trimmed)
    ? asciiDigits(trimmed.normalize('NFKC'))
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\u2212\u2010\u2011\u2013]/g, '-')
        .replace(/\u2044/g, '/')
        .trim()
    : trimmed;
}

/** Counts what the cells of a column say about the order of day and month. */
export interface OrderEvidence {
  /** Cells whose first number can only be a day. */
  readonly dmy: number;
  /** Cells whose second number can only be a day. */
  readonly mdy: number;
  /** Cells where both could be a month and the two readings differ. */
  readonly either: number;
  /** Cells with the year last at all. */
  readonly yearLast: number;
  /** How many of them use `/`. */
  readonly slashes: number;
  /** Cells of three two-digit numbers, and how many of them are a Jalali date with the year first. */
  readonly short: number;
  readonly shortJalali: number;
}

export function orderEvidence(column: TextColumn): OrderEvidence {
  let dmy = 0;
  let mdy = 0;
  let either = 0;
  let yearLast = 0;
  let slashes = 0;
  let short = 0;
  let shortJalali = 0;
  const judge = (text: string, count: number): void => {
    if (text.length < 6 || text.length > 40) return;
    const match = YEAR_LAST.exec(clean(text));
    if (match === null) return;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (match[4]?.length === 2) {
      short += count;
      if (isValidJalaaliDate(shortJalaliYear(first), second, Number(match[4]))) shortJalali += count;
    }
    yearLast += count;
    if (match[2] === '/') slashes += count;
    if (first > 12 && second <= 12) dmy += count;
    else if (second > 12 && first <= 12) mdy += count;
    else if (first !== second && first <= 12 && second <= 12) either += count;
  };
  if (column.kind === 'plain') {
    for (let row = 0; row < column.length; row++) {
      const start = column.offsets[row] ?? 0;
      const end = column.offsets[row + 1] ?? start;
      if (start !== end && dayInBytes(column.bytes, start, end) === NO_READING) judge(cellText(column, row), 1);
    }
  } else forEachCell(column, judge);
  return { dmy, mdy, either, yearLast, slashes, short, shortJalali };
}

/**
 * Decides the order of day and month for a column. The user's word comes first, then a cell that fits only one order,
 * then the other date columns of the file, then the separator (dots and dashes are written day first), then the
 * preset; last, month first, with the number of cells that would change.
 */
export function decideDateFormat(
  evidence: OrderEvidence,
  hints: {
    readonly option?: DateOrder;
    readonly sibling?: 'dmy' | 'mdy' | null;
    readonly preset?: DateOrder;
    /** The header or the cells are Persian: `03/05/12` is 12 Mordad 1403 there. */
    readonly persian?: boolean;
  },
): DateFormat {
  const { dmy, mdy, either, yearLast, slashes, short, shortJalali } = evidence;
  const jalali = hints.persian === true && short > 0 && shortJalali === short;
  if (short > 0 && short === yearLast && (hints.option === 'ymd' || (hints.option === undefined && jalali))) {
    const decidedBy = hints.option === 'ymd' ? 'option' : 'cells';
    return {
      order: 'dmy',
      shortYear: jalali ? 'first-jalali' : 'first',
      decidedBy,
      ambiguous: 0,
      dayMonthCells: yearLast,
    };
  }
  const settled = (order: 'dmy' | 'mdy', decidedBy: DateFormat['decidedBy'], ambiguous = 0): DateFormat => ({
    order,
    shortYear: 'last',
    decidedBy,
    ambiguous,
    dayMonthCells: yearLast,
  });
  if (hints.option === 'dmy' || hints.option === 'mdy') return settled(hints.option, 'option');
  if (dmy > 0 || mdy > 0) return settled(dmy >= mdy ? 'dmy' : 'mdy', 'cells');
  if (either === 0) return settled('dmy', 'default');
  if (hints.sibling) return settled(hints.sibling, 'sibling');
  if (hints.preset === 'dmy' || hints.preset === 'mdy') return settled(hints.preset, 'preset', either);
  if (slashes === 0) return settled('dmy', 'separator', either);
  return settled('mdy', 'default', either);
}

/** Reads one cell as a civil day. Nothing rolls over: 30 February is no date. */
export function parseDay(text: string, format: DateFormat, zone: ZoneDay): DayReading {
  if (text === '') return null;
  if (ISO_DAY.test(text)) {
    // The commonest shape, read without a capture. Jalali years fall through.
    const year = Number(text.slice(0, 4));
    if (year >= 1500) return civil(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  }
  const short = shortCell(text);
  if (short === null) return isMissing(text) ? null : undefined;
  const cell = clean(short);
  return (
    readYearFirst(cell, zone) ??
    readYearLast(cell, format, zone) ??
    readNamed(cell, zone) ??
    readNumeric(cell, zone) ??
    (isMissing(cell) ? null : undefined)
  );
}

function civil(year: number, month: number, day: number): CivilDay | undefined {
  if (year >= 1300 && year < 1500) {
    if (!isValidJalaaliDate(year, month, day)) return undefined;
    const { gy, gm, gd } = toGregorian(year, month, day);
    return civilDay(gy, gm, gd);
  }
  return isCivilDate(year, month, day) ? civilDay(year, month, day) : undefined;
}

function readYearFirst(cell: string, zone: ZoneDay): CivilDay | undefined {
  const match = YEAR_FIRST.exec(cell);
  if (match === null) return undefined;
  return atZone(civil(Number(match[1]), Number(match[3]), Number(match[4])), match, 5, zone);
}

function readYearLast(cell: string, format: DateFormat, zone: ZoneDay): CivilDay | undefined {
  const match = YEAR_LAST.exec(cell);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (format.shortYear !== 'last' && match[4]?.length === 2) {
    const shortYear = format.shortYear === 'first' ? fullYear(match[1] ?? '') : shortJalaliYear(first);
    return atZone(civil(shortYear, second, Number(match[4])), match, 5, zone);
  }
  const year = fullYear(match[4] ?? '');
  const day = format.order === 'dmy' ? civil(year, second, first) : civil(year, first, second);
  return atZone(day, match, 5, zone);
}

function readNamed(cell: string, zone: ZoneDay): CivilDay | undefined {
  if (!/\p{L}{2}/u.test(cell)) return undefined;
  const js = JS_DATE.exec(cell);
  if (js !== null) return named(js[1], js[2], js[3]);
  const dayFirst = DAY_MONTH_NAME.exec(cell);
  if (dayFirst !== null) return atZone(named(dayFirst[2], dayFirst[1], dayFirst[3]), dayFirst, 4, zone);
  const monthFirst = MONTH_NAME_DAY.exec(cell);
  if (monthFirst !== null) return atZone(named(monthFirst[1], monthFirst[2], monthFirst[3]), monthFirst, 4, zone);
  return undefined;
}

function named(name: string | undefined, day: string | undefined, year: string | undefined): CivilDay | undefined {
  const month = monthOf(name ?? '');
  if (month === null) return undefined;
  const jalali = month.calendar === 'jalali' && (year ?? '').length === 2 ? 1400 + Number(year) : null;
  return civil(jalali ?? fullYear(year ?? ''), month.month, Number(day));
}

function readNumeric(cell: string, zone: ZoneDay): CivilDay | undefined {
  const compact = COMPACT.exec(cell);
  if (compact !== null) return civil(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const serial = SERIAL.exec(cell);
  if (serial !== null) {
    const value = Number(serial[1]);
    return value >= SERIAL_MIN && value <= SERIAL_MAX ? value - SERIAL_OF_1970 : undefined;
  }
  if (EPOCH_SECONDS.test(cell)) return zone(Number(cell) * 1000);
  if (EPOCH_MILLISECONDS.test(cell)) return zone(Number(cell));
  return undefined;
}

/** Two-digit Jalali years: 00…49 are 1400…1449, 50…99 are 1350…1399 (1971…2020). */
function shortJalaliYear(year: number): number {
  return year < 50 ? 1400 + year : 1300 + year;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < TWO_DIGIT_PIVOT ? 2000 + year : 1900 + year;
}

/** A time with an offset is an instant, whose civil day the zone decides; a time without one never shifts the date. */
function atZone(day: CivilDay | undefined, match: RegExpExecArray, at: number, zone: ZoneDay): CivilDay | undefined {
  const hourText = match[at];
  if (day === undefined || hourText === undefined) return day;
  let hour = Number(hourText);
  const minute = Number(match[at + 1]);
  const second = Number(match[at + 2] ?? 0);
  const half = match[at + 3]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  }
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const offset = match[at + 4];
  if (offset === undefined) return day;
  const sign = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  const offsetMinutes = sign === null ? 0 : (sign[1] === '-' ? -1 : 1) * (Number(sign[2]) * 60 + Number(sign[3] ?? 0));
  return zone(((day * 24 + hour) * 60 + minute - offsetMinutes) * 60_000 + second * 1000);
}

/** Civil days in UTC. */
export const utcDay: ZoneDay = (milliseconds) => Math.floor(milliseconds / 86_400_000);

/** Offsets change at whole quarter hours of UTC at most, so one lookup serves every instant of a quarter. */
const QUARTER_HOUR = 900_000;

/** Civil days in an IANA time zone. Throws RangeError for a zone that does not exist. */
export function zoneDay(timezone: string): ZoneDay {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  if (timezone === 'UTC') return utcDay;
  const known = new Map<number, CivilDay>();
  return (milliseconds) => {
    const quarter = Math.floor(milliseconds / QUARTER_HOUR);
    let day = known.get(quarter);
    if (day === undefined) {
      const [month = 1, dayOfMonth = 1, year = 1970] = parts
        .format(quarter * QUARTER_HOUR)
        .split('/')
        .map(Number);
      day = civilDay(year, month, dayOfMonth);
      known.set(quarter, day);
    }
    return day;
  };
}
