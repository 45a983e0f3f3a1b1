/**
 * Periods by their labels (`1403-Q4`, `2017-09`, `1403-W12`, `2017-07-01..2017-07-10`) as people read them. The label
 * of a document stays as it is; a written year says its own calendar, so nothing but the label need be known.
 */
import { type Calendar, calendarOfYear, type DateStyle, datePartsOf, monthName } from './calendar.js';
import { dayText, monthText, rangeText } from './days.js';
import { localDigits } from './digits.js';

const ORDINALS = ['اول', 'دوم', 'سوم', 'چهارم'] as const;
const SEASONS = ['بهار', 'تابستان', 'پاییز', 'زمستان'] as const;

/** The parts of a label; null where it is a range or none of ours. */
interface Label {
  readonly year: number;
  readonly quarter: number | null;
  readonly week: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly calendar: Calendar;
}

/**
 * A period's name in a sentence or a title: English as labels are written (`2017-Q3`), ranges of days as `1–10 Jul
 * 2017`; Persian `زمستان ۱۴۰۳`, `بهمن ۱۴۰۳`, `هفته‌ی ۱۲ سال ۱۴۰۳`, `سال ۱۴۰۳`, and `سه‌ماهه‌ی سوم ۲۰۲۵ میلادی` of the
 * calendar that the other days are not told in. What is no label stays as it is. Beside a period of the same year that
 * was just named the year is left out: `Q2`, `June`, `بهار`.
 */
export function periodText(label: string, style: DateStyle, beside?: string): string {
  const short = beside === undefined ? null : withoutYear(labelOf(label), labelOf(beside), style);
  if (short !== null) return short;
  const [from, to] = label.split('..');
  if (from !== undefined && to !== undefined) return rangeOfLabels(label, from, to, style);
  const parts = labelOf(label);
  if (parts === null) return label;
  const own = { ...style, calendar: parts.calendar };
  if (style.lang === 'en') return label;
  const said = persian(parts, own);
  return parts.calendar === style.calendar ? said : `${said} ${parts.calendar === 'jalali' ? 'شمسی' : 'میلادی'}`;
}

/**
 * A point of a series in a narrow place, such as the first column of a table: as {@link periodText}, but a week by its
 * first day and a year by its number alone.
 */
export function pointText(
  { label, start }: { readonly label: string; readonly start: string },
  style: DateStyle,
): string {
  const parts = labelOf(label);
  if (parts === null || parts.week !== null || parts.day !== null) return dayText(start, style);
  if (parts.quarter === null && parts.month === null) return localDigits(label, style.lang);
  return periodText(label, { ...style, calendar: parts.calendar });
}

/**
 * A point on an axis, as short as can be, and the year that it is of: `3 Jul`, `Jul`, `Q3`, `تیر`, `پاییز`; a week by its
 * first day. What is a year has none beside it.
 */
export function axisText(
  { label, start }: { readonly label: string; readonly start: string },
  style: DateStyle,
): { readonly name: string; readonly year: string | null } {
  const parts = labelOf(label);
  if (parts === null || parts.week !== null || parts.day !== null) {
    const date = datePartsOf(start, style.calendar);
    if (date === null) return { name: dayText(start, style), year: null };
    const { lang } = style;
    return {
      name: localDigits(`${date.day} ${monthName(date.month, style, true)}`, lang),
      year: localDigits(String(date.year), lang),
    };
  }
  const { year, month, calendar } = parts;
  const own = { ...style, calendar };
  const number = localDigits(String(year), style.lang);
  if (month !== null) return { name: monthName(month, own, true), year: number };
  const quarter = withoutYear(parts, parts, own);
  return quarter === null ? { name: number, year: null } : { name: quarter, year: number };
}

function labelOf(label: string): Label | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/.exec(label);
  if (match === null) return null;
  const [, year, quarter, week, month, day] = match;
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return {
    year: Number(year),
    quarter: number(quarter),
    week: number(week),
    month: number(month),
    day: number(day),
    calendar: calendarOfYear(Number(year)),
  };
}

function persian({ year, quarter, week, month, day, calendar }: Label, style: DateStyle): string {
  const number = localDigits(String(year), 'fa');
  const fiscal = (style.fiscalYearStart ?? 1) !== 1;
  if (quarter !== null) {
    if (calendar === 'jalali' && !fiscal) return `${SEASONS[quarter - 1]} ${number}`;
    return `سه‌ماهه‌ی ${ORDINALS[quarter - 1]} ${fiscal ? 'سال مالی ' : ''}${number}`;
  }
  if (week !== null) return `هفته‌ی ${localDigits(String(week), 'fa')} سال ${number}`;
  if (month === null) return `سال ${fiscal ? 'مالی ' : ''}${number}`;
  if (day === null) return monthText(year, month, style);
  return `${localDigits(String(day), 'fa')} ${monthName(month, style)} ${number}`;
}

/** A quarter, week or month by its name in its year; null where the year must be said. */
function withoutYear(parts: Label | null, beside: Label | null, style: DateStyle): string | null {
  if (parts === null || beside === null || parts.year !== beside.year || parts.day !== null) return null;
  const { quarter, week, month, calendar } = parts;
  const { lang } = style;
  const own = { ...style, calendar };
  if (month !== null) return monthName(month, own);
  if (week !== null)
    return lang === 'en' ? `W${String(week).padStart(2, '0')}` : `هفته‌ی ${localDigits(String(week), lang)}`;
  if (quarter === null) return null;
  if (lang === 'en') return `Q${quarter}`;
  const seasons = calendar === 'jalali' && (style.fiscalYearStart ?? 1) === 1;
  return seasons ? (SEASONS[quarter - 1] ?? null) : `سه‌ماهه‌ی ${ORDINALS[quarter - 1]}`;
}

/** A range in the words of its ends; of whole months by their names. Its days are in the calendar of its labels. */
function rangeOfLabels(label: string, from: string, to: string, style: DateStyle): string {
  const [first, last] = [labelOf(from), labelOf(to)];
  if (first === null || last === null || first.month === null || last.month === null) return label;
  const own = { ...style, calendar: first.calendar };
  if (first.day !== null && last.day !== null) {
    // Gregorian labels are ISO days; Jalali ones are named by the same pattern.
    if (first.calendar === 'gregorian') return rangeText(from, to, own);
    return daysOfLabels(first, last, own);
  }
  if (first.day !== null || last.day !== null) return label;
  return `${monthText(first.year, first.month, own)} – ${monthText(last.year, last.month, own)}`;
}

/** As {@link rangeText}, of days that are Jalali already: nothing is said twice. */
function daysOfLabels(first: Label, last: Label, style: DateStyle): string {
  const { lang } = style;
  const month = ({ month: number }: Label): string => monthName(number ?? 1, style, true);
  const whole = (parts: Label): string => localDigits(`${parts.day} ${month(parts)} ${parts.year}`, lang);
  const day = localDigits(String(first.day), lang);
  if (first.year !== last.year) return `${whole(first)} – ${whole(last)}`;
  if (first.month !== last.month) return `${day} ${month(first)} – ${whole(last)}`;
  return first.day === last.day ? whole(last) : `${day}${lang === 'fa' ? ' تا ' : '–'}${whole(last)}`;
}
