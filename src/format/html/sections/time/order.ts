/** Which figures are drawn over time, and in which order: what a sales leader asks about first. */
import type { SeriesLine } from '../../../pages/series-lines.js';

const FIRST = ['revenue_won', 'win_rate', 'mrr', 'won_deals', 'new_deals'];
/** Figures that are drawn; the others stand in the table. */
const MOST_DRAWN = 6;
/** Currencies of one figure that are drawn, those with most records. */
const MOST_CURRENCIES = 3;

/** The series by importance; those without any value last, for there is nothing to see. */
export function inOrder(lines: readonly SeriesLine[]): SeriesLine[] {
  const rank = ({ kpi }: SeriesLine): number => {
    const at = FIRST.indexOf(kpi);
    return at < 0 ? FIRST.length : at;
  };
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.index - b.index)
    .map(({ line }) => line);
}

/** Of the ordered series those that are drawn: of six figures, of each the currencies with most records. */
export function drawnOf(lines: readonly SeriesLine[]): SeriesLine[] {
  const valued = lines.filter(hasValues);
  const kpis = [...new Set(valued.map(({ kpi }) => kpi))].slice(0, MOST_DRAWN);
  return kpis.flatMap((kpi) => {
    const own = valued.filter((line) => line.kpi === kpi);
    return own.length <= MOST_CURRENCIES ? own : mostRecords(own).slice(0, MOST_CURRENCIES);
  });
}

export function hasValues({ points }: SeriesLine): boolean {
  return points.some(({ value }) => value !== null);
}

function mostRecords(lines: readonly SeriesLine[]): SeriesLine[] {
  const records = ({ points }: SeriesLine): number => points.reduce((sum, { n }) => sum + n, 0);
  return [...lines].sort((a, b) => records(b) - records(a));
}
