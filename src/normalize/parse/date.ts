import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { type CivilDay, civilDay, isCivilDate } from '../../model/civil-day.js';
import { cleanDate, formOf, minutesOf, shortJalaliYear, TIME, YEAR_LAST, YEAR_LAST_HOUR } from './date-cell.js';
import type { DateFormat } from './date-order.js';
import { monthOf } from './month-names.js';
import { isMissing, shortCell } from './text.js';

export {
  type DateFormat,
  type DateOrder,
  decideDateFormat,
  isOnePlace,
  mergedEvidence,
  noEvidence,
  type OrderEvidence,
} from './date-order.js';

/** The civil day of an instant: what a time zone decides. */
export type ZoneDay = (epochMilliseconds: number) => CivilDay;

/** A cell read as a day, null when it stands for nothing, undefined when it is no date. */
export type DayReading = CivilDay | null | undefined;

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
/** `Monday,`, `سه‌شنبه`, `پنج شنبه،` */
const DAY_NAME = String.raw`(?:[\p{L}\u200c]{2,12}(?: \u0634\u0646\u0628\u0647)?\.?[,\u060c]?\s+)?`;
const DAY_MONTH_NAME = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]*(?:de\s+)?(\p{L}[\p{L}\u200c]{1,14})\.?,?[-\s/]*(?:del?\s+)?(\d{4}|\d{2})${TIME}$`,
  'iu',
);
const MONTH_NAME_DAY = new RegExp(
  String.raw`^${DAY_NAME}(\p{L}{3,14})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})${TIME}(?:\s*\(.*\))?$`,
  'iu',
);
const JS_DATE = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d{4})(?: \d{2}:\d{2}:\d{2}(?: GMT[+-]\d{4})?(?: \(.*\))?)?$/u;
/** Years of our time, by the Gregorian and the Jalali calendar. */
const COMPACT = /^((?:19|20)\d{2}|1[34]\d{2})(\d{2})(\d{2})$/;
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

/** A zone that leaves every time stamp on the day that is written. */
const AS_WRITTEN = 'as written';
type Zone = ZoneDay | typeof AS_WRITTEN;

/** Reads one cell as a civil day. Nothing rolls over: 30 February is no date. */
export function parseDay(text: string, format: DateFormat, instantDay: ZoneDay): DayReading {
  if (text === '') return null;
  if (ISO_DAY.test(text)) {
    // The commonest shape, read without a capture. Jalali years fall through.
    const year = Number(text.slice(0, 4));
    if (year >= 1500) return civil(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  }
  const short = shortCell(text);
  if (short === null) return isMissing(text) ? null : undefined;
  const cell = cleanDate(short);
  const zone = format.asWritten === true ? AS_WRITTEN : instantDay;
  return (
    readYearFirst(cell, zone) ??
    readYearLast(cell, format, zone) ??
    readNamed(cell, zone) ??
    readNumeric(cell, instantDay) ??
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

function readYearFirst(cell: string, zone: Zone): CivilDay | undefined {
  const match = YEAR_FIRST.exec(cell);
  if (match === null) return undefined;
  return atZone(civil(Number(match[1]), Number(match[3]), Number(match[4])), match, 5, zone);
}

function readYearLast(cell: string, format: DateFormat, zone: Zone): CivilDay | undefined {
  const match = YEAR_LAST.exec(cell);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (format.shortYear !== 'last' && match[4]?.length === 2) {
    const shortYear = format.shortYear === 'first' ? fullYear(match[1] ?? '') : shortJalaliYear(first);
    return atZone(civil(shortYear, second, Number(match[4])), match, 5, zone);
  }
  const year = fullYear(match[4] ?? '');
  const order = format.orders?.[formOf(match)] ?? format.order;
  const day = order === 'dmy' ? civil(year, second, first) : civil(year, first, second);
  return atZone(day, match, YEAR_LAST_HOUR, zone);
}

function readNamed(cell: string, zone: Zone): CivilDay | undefined {
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

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < TWO_DIGIT_PIVOT ? 2000 + year : 1900 + year;
}

/** A time with an offset is an instant, whose civil day the zone decides; a time without one never shifts the date. */
function atZone(day: CivilDay | undefined, match: RegExpExecArray, at: number, zone: Zone): CivilDay | undefined {
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
  if (offset === undefined || zone === AS_WRITTEN) return day;
  const minutes = minutesOf(offset);
  const offsetMinutes = Number.isNaN(minutes) ? 0 : minutes;
  return zone(((day * 24 + hour) * 60 + minute - offsetMinutes) * 60_000 + second * 1000);
}

/** Whether a cell is a count of seconds or milliseconds since 1970. */
export function isEpoch(text: string): boolean {
  return EPOCH_SECONDS.test(text) || EPOCH_MILLISECONDS.test(text);
}

/** Civil days in UTC. */
export const utcDay: ZoneDay = (milliseconds) => Math.floor(milliseconds / 86_400_000);

/** Offsets change at whole quarter hours of UTC at most, so one lookup serves every instant of a quarter. */
const QUARTER_HOUR = 900_000;

/** Civil days in an IANA time zone. Throws RangeError for a zone that does not exist. */
export function zoneDay(timezone: string): ZoneDay {
  // Names of zones take their time to load.
  if (timezone === 'UTC') return utcDay;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
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
