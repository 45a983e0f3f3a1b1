import type { Calendar, DateStyle } from '../locale/calendar.js';
import type { Lang } from '../locale/text.js';

/** How the days of a document are told: in the calendar that it names, Gregorian where it names none. */
export function dateStyle(
  document: { readonly calendar?: Calendar; readonly fiscalYearStart?: number },
  lang: Lang,
): DateStyle {
  return { lang, calendar: document.calendar ?? 'gregorian', fiscalYearStart: document.fiscalYearStart };
}
