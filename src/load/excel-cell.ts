import { isoDay } from '../model/civil-day.js';

/** A cell as SheetJS gives it (dense, without texts of its own making). */
export interface ExcelCell {
  readonly t: string;
  readonly v?: unknown;
  readonly z?: unknown;
  readonly f?: unknown;
}

/** The two ways in which workbooks count days: from 1900 (with a 29 February that never was) or, on old Macs, 1904. */
export type DateSystem = 1900 | 1904;

/** Civil day 0 (1970-01-01) is this serial. */
const EPOCH: { readonly [S in DateSystem]: number } = { 1900: 25_569, 1904: 24_107 };
/** Serial of 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
const FALSE_LEAP_DAY = 60;
const SECONDS = 86_400;

/** Codes of error values (ECMA-376 and [MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/**
 * The text of a cell: as it was typed where it is text, ISO where its number format makes it a date, `25%` where its
 * format makes it a percentage (so that the scale is kept), the shortest text that reads back as the same number
 * otherwise.
 *
 * @param isDate whether a number format shows a date or a time
 */
export function excelText(cell: ExcelCell, system: DateSystem, isDate: (format: string) => boolean): string {
  const { t, v, z } = cell;
  if (t === 'z' || v === undefined || v === null) return '';
  if (t === 'b') return v === true || v === 1 ? 'true' : 'false';
  if (t === 'e') return typeof v === 'number' ? (ERRORS[v] ?? '#ERROR!') : String(v);
  if (v instanceof Date) return v.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');
  if (typeof v !== 'number') return String(v);
  const format = typeof z === 'string' ? z : 'General';
  if (isDate(format)) return /\[[hms]+\]/i.test(format) ? duration(v) : (serialText(v, system) ?? String(v));
  return isPercent(format) ? `${scaledText(v)}%` : String(v);
}

/**
 * A date serial as `2024-01-31`, `2024-01-31 13:05:59`, or `13:05:59` for a time without a day; null when no day has
 * it. Rounded to the second: halves of a millisecond are lost on the way through binary fractions of a day.
 */
export function serialText(serial: number, system: DateSystem): string | null {
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * SECONDS);
  if (seconds === SECONDS) {
    day++;
    seconds = 0;
  }
  if (serial < 0 || day > LAST_SERIAL) return null;
  if (day === 0 && system === 1900) return clock(seconds);
  const date = system === 1900 && day === FALSE_LEAP_DAY ? '1900-02-29' : isoDay(civilDayOf(day, system));
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
}

function civilDayOf(serial: number, system: DateSystem): number {
  // Before the day that never was, serials of the 1900 system are one behind.
  return serial - EPOCH[system] + (system === 1900 && serial < FALSE_LEAP_DAY ? 1 : 0);
}

function duration(days: number): string {
  const seconds = Math.round(Math.abs(days) * SECONDS);
  return `${days < 0 && seconds > 0 ? '-' : ''}${clock(seconds)}`;
}

function clock(seconds: number): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/** `0%`, `0.00 %`; not `0"%"`, where the sign is only text behind the number. */
function isPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, '').includes('%');
}

/** A hundred times a number, without the noise that binary multiplication adds: 0.07 gives 7, not 7.000000000000001. */
export function scaledText(value: number): string {
  return String(Number(`${value}e2`) || Number((value * 100).toPrecision(15)));
}
