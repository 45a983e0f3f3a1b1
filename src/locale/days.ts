/** Days and ranges of days as people read them. The days of a document are ISO; here they get a calendar and words. */
import { type DateStyle, datePartsOf, monthName } from './calendar.js';
import { localDigits } from './digits.js';

/**
 * A day in a list or a table: `2017-09-30`, `1403-11-27`, in Persian `۱۴۰۳/۱۱/۲۷`. A day that the calendar does not
 * reach is told in the Gregorian one; what is no ISO day stays as it is.
 */
export function dayText(iso: string, { lang, calendar }: DateStyle): string {
  const date = datePartsOf(iso, calendar) ?? datePartsOf(iso, 'gregorian');
  if (date === null) return iso;
  const parts = [String(date.year).padStart(4, '0'), two(date.month), two(date.day)];
  return localDigits(parts.join(lang === 'fa' ? '/' : '-'), lang);
}

/** A day in a sentence or a title: `30 Sep 2017`, `27 Bahman 1403`, `۲۷ بهمن ۱۴۰۳`. */
export function dayInProse(iso: string, style: DateStyle): string {
  const date = datePartsOf(iso, style.calendar);
  if (date === null) return dayText(iso, style);
  return localDigits(`${date.day} ${monthName(date.month, style, true)} ${date.year}`, style.lang);
}

/** Month and year: `Sep 2017`, `Bahman 1403`, `بهمن ۱۴۰۳`. */
export function monthText(year: number, month: number, style: DateStyle): string {
  return localDigits(`${monthName(month, style, true)} ${year}`, style.lang);
}

/**
 * The days from one to another, both included, with nothing said twice: `1 Jul – 30 Sep 2017`, `1–9 Jul 2017`,
 * `۱ تیر – ۳۱ شهریور ۱۴۰۳`; of one day, the day.
 */
export function rangeText(start: string, end: string, style: DateStyle): string {
  const [from, to] = [datePartsOf(start, style.calendar), datePartsOf(end, style.calendar)];
  if (start === end) return dayInProse(start, style);
  if (from === null || to === null || from.year !== to.year) {
    return `${dayInProse(start, style)} – ${dayInProse(end, style)}`;
  }
  const last = dayInProse(end, style);
  if (from.month !== to.month) {
    return `${localDigits(String(from.day), style.lang)} ${monthName(from.month, style, true)} – ${last}`;
  }
  return `${localDigits(String(from.day), style.lang)}${style.lang === 'fa' ? ' تا ' : '–'}${last}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
