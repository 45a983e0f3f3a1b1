import { axisText } from '../../../locale/periods.js';
import type { Report } from '../../../report/schema.js';
import { pointWords } from '../../pages/figures.js';
import { seriesLines } from '../../pages/series-lines.js';
import type { TimePoint } from '../charts/time-frame.js';
import { drawnText } from '../drawn-text.js';
import { nameText, plainText } from '../markup.js';
import type { Page } from '../page.js';

/** A spark has no room for more points, and the newest are what is asked about. */
const MOST = 60;

type Points = Report['series'][number]['points'];

/** The points of a series as the sparks of the cards take them, the newest {@link MOST}. */
export function drawnPoints(points: Points, page: Page): TimePoint[] {
  return points.slice(-MOST).map((point) => ({
    label: plainText([pointWords(point, page.options)]),
    value: point.value,
    partial: point.partial,
    previous: point.previous?.value ?? null,
  }));
}

/** Those of a KPI, or null where the report has no series of it in this currency (null = its own). */
export function timePoints(report: Report, kpi: string, currency: string | null, page: Page): TimePoint[] | null {
  if (currency !== null) return null;
  const line = seriesLines(report, page.lang).find((one) => one.kpi === kpi);
  return line === undefined || line.series.trend === undefined ? null : drawnPoints(line.points, page);
}

/** What an axis calls places in time, with their years where these are several or nothing else names the year. */
export function placeNames(
  places: readonly { readonly label: string; readonly start: string }[],
  page: Page,
  { period }: Pick<Report, 'period'>,
): { readonly label: string; readonly year: string | null }[] {
  const said = places.map((place) => axisText(place, page.options));
  const several = period === null || new Set(said.map(({ year }) => year)).size > 1;
  return said.map(({ name, year }) => ({ label: nameText(drawnText([name], page)), year: several ? year : null }));
}
