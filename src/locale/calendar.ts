/**
 * The two calendars that days are told in, and the names of their months. Arithmetic of days is the model's; this is
 * what turns an ISO day of a document into the day, month and year that a reader knows.
 */
import { toJalaali } from 'jalaali-js';
import { asciiDigits, foldText } from './fold.js';
import type { Lang } from './text.js';

export const CALENDARS = ['gregorian', 'jalali'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Years read as Jalali: 1300…1499 are 1921…2121, and no CRM has a deal from the Middle Ages. */
export const JALALI_YEARS = { first: 1300, last: 1499 } as const;

/** The calendar that a written year is one of. */
export function calendarOfYear(year: number): Calendar {
  return year >= JALALI_YEARS.first && year <= JALALI_YEARS.last ? 'jalali' : 'gregorian';
}

/** A day as a calendar numbers it; months from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Gregorian years for which the tables of the Jalali calendar are made (years −61 to 3177), a year left at both ends. */
const JALALI_REACH = { first: 562, last: 3797 } as const;

/** An ISO day in a calendar; null for what is no ISO day, and for days that the Jalali calendar does not reach. */
export function datePartsOf(iso: string, calendar: Calendar): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (calendar === 'gregorian') return { year, month, day };
  if (year < JALALI_REACH.first || year > JALALI_REACH.last) return null;
  const { jy, jm, jd } = toJalaali(year, month, day);
  return { year: jy, month: jm, day: jd };
}

/** Persian names of Gregorian months as Iran writes them (CLDR, fa); English ones of Jalali months likewise (CLDR, en). */
const MONTHS: { readonly [C in Calendar]: { readonly [L in Lang]: readonly string[] } } = {
  gregorian: {
    en: 'January February March April May June July August September October November December'.split(' '),
    fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' '),
  },
  jalali: {
    en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
    fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
  },
};
/** Other spellings that people type. */
const SPELT: Readonly<Record<string, readonly [Calendar, number]>> = {
  امرداد: ['jalali', 5],
  می: ['gregorian', 5],
  جولای: ['gregorian', 7],
  ژوییه: ['gregorian', 7],
  آگوست: ['gregorian', 8],
  اگوست: ['gregorian', 8],
  sept: ['gregorian', 9],
  amordad: ['jalali', 5],
};

/** The name of a month, 1 to 12. English Gregorian months may be shortened to three letters, as dates are written. */
export function monthName(month: number, { lang, calendar }: DateStyle, short = false): string {
  const name = MONTHS[calendar][lang][month - 1] ?? String(month);
  return short && calendar === 'gregorian' && lang === 'en' ? name.slice(0, 3) : name;
}

/** How days are told: in whose words, in which calendar, and from which month fiscal years are counted (default 1). */
export interface DateStyle {
  readonly lang: Lang;
  readonly calendar: Calendar;
  readonly fiscalYearStart?: number | undefined;
}

/** A month by its name, in either language: `April`, `Apr`, `Farvardin`, `مهر`. Null for what names none. */
export function monthNamed(text: string): { readonly calendar: Calendar; readonly month: number } | null {
  const name = foldText(text).replace(/\.$/, '');
  for (const calendar of CALENDARS) {
    for (const lang of ['en', 'fa'] as const) {
      const months = MONTHS[calendar][lang].map(foldText);
      const short = calendar === 'gregorian' && lang === 'en' ? months.map((month) => month.slice(0, 3)) : [];
      const at = Math.max(months.indexOf(name), short.indexOf(name));
      if (at >= 0) return { calendar, month: at + 1 };
    }
  }
  const spelt = Object.entries(SPELT).find(([word]) => foldText(word) === name)?.[1];
  return spelt === undefined ? null : { calendar: spelt[0], month: spelt[1] };
}

/** A month as a config says it: its number in any digits, or its name, which is of one calendar. Null for neither. */
export function monthMeant(
  month: number | string,
): { readonly month: number; readonly calendar: Calendar | null } | null {
  const number =
    typeof month === 'number' ? month : /^\d{1,2}$/.test(asciiDigits(month)) ? Number(asciiDigits(month)) : 0;
  if (Number.isInteger(number) && number >= 1 && number <= 12) return { month: number, calendar: null };
  return typeof month === 'string' ? monthNamed(month) : null;
}

/** Every name of a month that is taken, for suggestions. */
export function monthNames(): readonly string[] {
  return CALENDARS.flatMap((calendar) => [...MONTHS[calendar].en, ...MONTHS[calendar].fa]);
}

/**
 * A day or period as it is typed, in the one form that is read: Persian and Arabic digits as Latin ones, `1403/12/29`
 * and `1403.12.29` with hyphens, months and days of one digit with two, invisible marks of direction left out.
 */
export function plainDate(text: string): string {
  return asciiDigits(text)
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?(?!\d)/g, (_, year: string, month: string, day?: string) =>
      [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-'),
    );
}

function two(number: string): string {
  return number.padStart(2, '0');
}
