/** A document that is a forecast and nothing else. */
import type { DateStyle } from '../../locale/calendar.js';
import type { Report } from '../../report/schema.js';
import type { Piece } from '../page.js';
import { rangeOfDaysWords } from './figures.js';

/** No other report is without a figure. */
export function isForecastAlone({ kpis, forecast }: Pick<Report, 'kpis' | 'forecast'>): boolean {
  return kpis.length === 0 && forecast !== null;
}

/** The days that are forecast, `27 Jun – 31 Dec 2025`; null where none are. */
export function daysAhead(forecast: Report['forecast'], style: DateStyle): Piece | null {
  const { from = null, until = null } = forecast ?? {};
  return from === null || until === null ? null : rangeOfDaysWords({ start: from, end: until }, style);
}
