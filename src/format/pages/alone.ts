/** A document that is a forecast and nothing else. */
import type { DateStyle } from '../../locale/calendar.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import type { sections } from '../../report/sections/catalogue/index.js';
import type { Piece } from '../page.js';
import { rangeOfDaysWords } from './figures.js';

/** No other report is without a figure. */
export function isForecastAlone({ kpis, forecast }: Pick<Report, 'kpis' | 'forecast'>): boolean {
  return kpis.length === 0 && forecast !== null;
}

/** The page is called a forecast already. */
const BY_MONTH: Text = { en: 'Won value by month', fa: 'ارزش معامله‌های برنده به تفکیک ماه' };

/** The heading of a section. */
export function headingOf({ id, title }: (typeof sections)[number], report: Report, lang: Lang): string {
  return (id === 'forecast' && isForecastAlone(report) ? BY_MONTH : title)[lang];
}

/** The days that are forecast, `27 Jun – 31 Dec 2025`; null where none are. */
export function daysAhead(forecast: Report['forecast'], style: DateStyle): Piece | null {
  const { from = null, until = null } = forecast ?? {};
  return from === null || until === null ? null : rangeOfDaysWords({ start: from, end: until }, style);
}
