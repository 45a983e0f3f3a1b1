import type { Report } from '../../../report/schema.js';
import { pointWords } from '../../pages/figures.js';
import { seriesLines } from '../../pages/series-lines.js';
import type { TimePoint } from '../charts/columns.js';
import { plainText } from '../markup.js';
import type { Page } from '../page.js';

/** More points than this are drawn no better, and the newest are what is asked about. */
const MOST = 60;

type Points = Report['series'][number]['points'];

/** The points of a series as charts take them, the newest {@link MOST}. */
export function drawnPoints(points: Points, page: Page): TimePoint[] {
  return points.slice(-MOST).map((point) => ({
    label: plainText([pointWords(point, page.options)]),
    value: point.value,
    partial: point.partial,
    previous: point.previous?.value ?? null,
    low: point.interval?.low ?? null,
    high: point.interval?.high ?? null,
  }));
}

/** Those of a KPI, or null where the report has no series of it in this currency (null = its own). */
export function timePoints(report: Report, kpi: string, currency: string | null, page: Page): TimePoint[] | null {
  if (currency !== null) return null;
  const line = seriesLines(report, page.lang).find((one) => one.kpi === kpi);
  return line === undefined || line.series.trend === undefined ? null : drawnPoints(line.points, page);
}
