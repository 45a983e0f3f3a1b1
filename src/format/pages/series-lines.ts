import type { Lang } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { currencyName, titleOf, unitOf } from './kpi-lines.js';
import type { NamedSeries } from './trends.js';

type Series = Report['series'][number];

/** A KPI over time, in one currency where there are several. */
export interface SeriesLine extends NamedSeries {
  readonly kpi: string;
  readonly points: Series['points'];
}

/** The lines of all series that have points. */
export function seriesLines(report: Report, lang: Lang): readonly SeriesLine[] {
  return report.series.filter(({ points }) => points.length > 0).flatMap((series) => linesOf(series, report, lang));
}

/** Money of several currencies has a line for each; in a period without an amount it has no point. */
function linesOf(series: Series, report: Report, lang: Lang): SeriesLine[] {
  const { kpi, points } = series;
  const [title, unit] = [titleOf(kpi, report), unitOf(kpi, report)];
  const currencies = new Set(points.flatMap(({ byCurrency }) => (byCurrency ?? []).map(({ currency }) => currency)));
  if (currencies.size === 0) return [{ kpi, title, unit, points, series }];
  return [...currencies].sort().map((currency) => ({
    kpi,
    title: `${title} · ${currencyName(currency, lang)}`,
    unit,
    points: points.flatMap((point) => {
      const own = (point.byCurrency ?? []).find((one) => one.currency === currency);
      return own === undefined ? [] : [{ ...point, value: own.value, n: own.n }];
    }),
    series: { ...series, trend: null },
  }));
}
