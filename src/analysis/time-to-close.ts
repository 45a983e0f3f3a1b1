/** How long deals took from creation to closing: the values behind the mean of the sales cycle. */
import type { Measurement } from '../kpi/definition.js';
import { countsOf, withSampleOf } from '../kpi/figures.js';
import { saysTwoHumps } from '../kpi/notes.js';
import { type TwoHumps, twoHumps } from '../stats/two-humps.js';
import { countIn, type DayBin, dayBins, MOST_BINS } from './day-bins.js';
import { listed as listedCounts, type ValueCount, valueCounts } from './value-counts.js';

/** Under so many won deals each is listed: bins of so few would show a shape that is none. */
const LEAST_BINNED = 20;
/** Lost deals listed beside them at most; where there are more, none is. */
const MOST_LOST_LISTED = 40;
/** Under so many values nobody can say what a mean describes (see stats/two-humps). */
const LEAST_SHAPED = 30;
const NO_OTHERS: ReadonlyMap<number, number> = new Map();

/** Deals by the days they took. */
export interface CycleBin extends DayBin {
  readonly won: number;
  readonly lost: number;
}

/** A deal, and the days it took. */
export interface Closing {
  readonly row: number;
  readonly days: number;
}

export interface TimeToClose {
  /** Empty under 20 won deals. The won deals of all bins are those of the mean, and so are the lost ones. */
  readonly bins: readonly CycleBin[];
  /** The single deals, the longest first; null where the bins stand for them. */
  readonly deals: readonly Closing[] | null;
  /** Whether the mean describes deals that there are: not where they lie in two heaps beside it. Null under 30 deals. */
  readonly meanDescribes: boolean | null;
  /** The two heaps, where they lie so. */
  readonly heaps: TwoHumps | null;
}

/**
 * The values behind `sales_cycle` and `sales_cycle_lost`. The bins are chosen for the won deals: what took longer, as
 * lost deals that are closed in bulk, stands in the last one.
 */
export function timeToClose(won: Measurement, lost: Measurement): TimeToClose {
  const [wins, losses] = [daysOf(won), daysOf(lost)];
  const { value } = won;
  const heaps = value === null || !saysTwoHumps(won) ? null : withSampleOf(won, (days) => twoHumps(days, value));
  const size = wins.reduce((sum, { n }) => sum + n, 0);
  const meanDescribes = size < LEAST_SHAPED ? null : heaps === null;
  if (size < LEAST_BINNED) return { bins: [], deals: listed(won, lost), meanDescribes, heaps };
  const bins = reaching(dayBins(wins), losses);
  const [wonIn, lostIn] = [countIn(bins, wins), countIn(bins, losses)];
  return {
    bins: bins.map((bin, at) => ({ ...bin, won: wonIn[at] as number, lost: lostIn[at] as number })),
    deals: null,
    meanDescribes,
    heaps,
  };
}

/** How often each number of days occurs. */
function daysOf(measured: Measurement): ValueCount[] {
  const counted = measured.value === null ? null : countsOf(measured);
  return counted === null ? withSampleOf(measured, valueCounts) : listedCounts(counted.counts, 0, NO_OTHERS);
}

/** The bins and more of their width, for the values that lie beyond them; what the most bins cannot reach in an open one. */
function reaching(bins: readonly DayBin[], others: readonly ValueCount[]): DayBin[] {
  const [first, last] = [bins[0], bins[bins.length - 1]];
  if (first === undefined || last === undefined) return [];
  const least = others[0]?.value ?? Number.POSITIVE_INFINITY;
  const most = others[others.length - 1]?.value ?? Number.NEGATIVE_INFINITY;
  const before = least < first.from ? [{ from: 0, to: first.from }] : [];
  const after: DayBin[] = [];
  let { to } = last;
  const width = (first.to ?? first.from) - first.from;
  while (to !== null && most >= to) {
    const from: number = to;
    to = bins.length + after.length < MOST_BINS - 1 ? from + width : null;
    after.push({ from, to });
  }
  return [...before, ...bins, ...after];
}

function listed(won: Measurement, lost: Measurement): Closing[] {
  const of = (measurement: Measurement): Closing[] => {
    if (measurement.value === null) return [];
    const { rows = [] } = measurement;
    return withSampleOf(measurement, (days) => Array.from(rows, (row, at) => ({ row, days: days[at] as number })));
  };
  const losses = of(lost);
  return [...of(won), ...(losses.length > MOST_LOST_LISTED ? [] : losses)].sort(
    (a, b) => b.days - a.days || a.row - b.row,
  );
}
