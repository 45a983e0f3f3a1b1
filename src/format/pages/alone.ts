/** A document that is one answer and nothing else: a forecast, or what changed between exports. */
import type { DateStyle } from '../../locale/calendar.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import type { sections } from '../../report/sections/catalogue/index.js';
import type { Piece } from '../page.js';
import { rangeOfDaysWords } from './figures.js';

/** What a document is of that has no figure; null of a report. */
export type Alone = 'forecast' | 'changes' | null;

/** No report is without a figure. */
export function aloneOf({ kpis, forecast, changes }: Pick<Report, 'kpis' | 'forecast' | 'changes'>): Alone {
  if (kpis.length > 0) return null;
  return changes !== null ? 'changes' : forecast !== null ? 'forecast' : null;
}

/** What such a page is called. */
export const ALONE_TITLES: { readonly [A in NonNullable<Alone>]: Text } = {
  forecast: { en: 'Forecast', fa: 'پیش‌بینی' },
  changes: { en: 'What changed', fa: 'چه تغییر کرده' },
};

/** The heading of the section whose name the page has already. */
const HEADINGS: { readonly [A in NonNullable<Alone>]: Text } = {
  forecast: { en: 'Won value by month', fa: 'ارزش معامله‌های برنده به تفکیک ماه' },
  changes: { en: 'From the old pipeline to the new one', fa: 'از پایپ‌لاین قبلی تا پایپ‌لاین تازه' },
};

/** The heading of a section. */
export function headingOf({ id, title }: (typeof sections)[number], report: Report, lang: Lang): string {
  const alone = aloneOf(report);
  return (alone === id ? HEADINGS[alone] : title)[lang];
}

/** The days that such a page is about, `27 Jun – 31 Dec 2025`; null where none are known. */
export function daysOfAlone(report: Pick<Report, 'kpis' | 'forecast' | 'changes'>, style: DateStyle): Piece | null {
  const [start, end] = aloneOf(report) === 'changes' ? daysCompared(report.changes) : daysAhead(report.forecast);
  return start === null || end === null ? null : rangeOfDaysWords({ start, end }, style);
}

type Days = readonly [string | null, string | null];

function daysAhead(forecast: Report['forecast']): Days {
  return [forecast?.from ?? null, forecast?.until ?? null];
}

/** When the first and the last export were taken. */
function daysCompared(changes: Report['changes']): Days {
  const taken = (changes?.snapshots ?? []).map((one) => one.taken);
  return [taken[0] ?? null, taken[taken.length - 1] ?? null];
}
