/** Days along an axis: where months begin in the reader's calendar. Days are counted, never asked of the machine's clock. */
import { type DateStyle, datePartsOf, monthName } from '../../../locale/calendar.js';
import { monthText } from '../../../locale/days.js';
import { textWidth } from './axis.js';

/** Days since 1 March of the year 0 of the Gregorian calendar (Hinnant, days_from_civil); null for what is no ISO day. */
export function dayNumber(iso: string): number | null {
  const parts = datePartsOf(iso, 'gregorian');
  if (parts === null) return null;
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const month = (parts.month + 9) % 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leaps + Math.floor((153 * month + 2) / 5) + parts.day - 1;
}

/** The ISO day of such a number (Hinnant, civil_from_days). */
export function isoOfDay(number: number): string {
  const era = Math.floor(number / 146_097);
  const day = number - era * 146_097;
  const ofEra = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const ofYear = day - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const civil = month < 10 ? month + 3 : month - 9;
  const year = era * 400 + ofEra + (civil <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(civil).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export interface DayTick {
  readonly at: number;
  readonly text: string;
}

/** Months between two ticks. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200] as const;
const APART = 14;

/** First days of months from one day to another, as many as can be written along `width` without touching. */
export function monthTicks(from: number, to: number, width: number, style: DateStyle): DayTick[] {
  const starts = monthStarts(from, to, style);
  for (const step of STEPS) {
    const ticks = starts
      .filter(({ index }) => index % step === 0)
      .map(({ at, year, month }, place): DayTick => {
        const isFirst = place === 0 || month === 1;
        return { at, text: isFirst ? monthText(year, month, style) : monthName(month, style, true) };
      });
    const widest = Math.max(0, ...ticks.map(({ text }) => textWidth(text))) + APART;
    if (ticks.length * widest <= width || ticks.length < 2) return ticks;
  }
  return [];
}

/** Months are counted from the year 0, so that every step meets the first of the year. */
function monthStarts(from: number, to: number, { calendar }: DateStyle) {
  const starts: { at: number; year: number; month: number; index: number }[] = [];
  for (let at = from; at <= to; at++) {
    const parts = datePartsOf(isoOfDay(at), calendar) ?? datePartsOf(isoOfDay(at), 'gregorian');
    if (parts === null) return starts;
    const { year, month, day } = parts;
    if (day === 1) starts.push({ at, year, month, index: year * 12 + month - 1 });
    // No month has fewer days than 28: on to the last of them.
    at += Math.max(0, 27 - day);
  }
  return starts;
}
