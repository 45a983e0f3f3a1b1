/** The periods of a series counted in one pass, where the figure follows from counts and sums by day. */
import type { ByDay } from '../kpi/by-day.js';
import type { Kpi, MeasuredValue } from '../kpi/definition.js';
import { meanInterval, STUDENT_FROM } from '../kpi/figures.js';
import { coverageOfPeriod, type Question } from '../kpi/measure.js';
import { oneSidedFile } from '../kpi/survivors.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { EXCLUDED, LOST, WON } from '../model/outcome.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { byOutcome } from '../model/selections.js';
import { type Interval, wilson } from '../stats/interval.js';
import { addTo } from '../stats/sum.js';
import { closedTally, createdTally, outcomesWithin } from './day-tally.js';
import { cutsOf } from './points.js';
import { type Days, indexByDay, type Line, spanOf } from './split-by-days.js';

/** A figure in one period, or of the deals without a day. */
interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly interval: Interval | null;
  readonly bounds: MeasuredValue['bounds'] | null;
}

/** The same with what its period is. */
export interface TalliedPoint extends Figure {
  readonly period: Period;
  readonly partial: boolean;
  readonly apart: boolean;
}

export interface Tallied {
  readonly points: readonly TalliedPoint[];
  /** Of all data: what the figure counts and no point has. Null where there is nothing. */
  readonly undated: { readonly value: number | null; readonly n: number } | null;
}

const NOTHING: Figure = { value: null, n: 0, interval: null, bounds: null };

/**
 * What `measuredPoints` gives of a KPI whose figure follows from numbers that are added up by day (`byDay`), without a
 * population for each period. Null where it does not: no such form, a field that the files lack, days beyond two
 * centuries. `resampled`: means of few values have their intervals.
 */
export function talliedPoints(
  kpi: Kpi,
  { line, periods }: Line,
  days: Days,
  catalogue: readonly Kpi[],
  question: Question,
  resampled: boolean,
): Tallied | null {
  const figures = figuresOf(kpi, periods, days, question, resampled);
  if (figures === null) return null;
  const { period: all, asOf } = question;
  const points = cutsOf(periods, line, all).flatMap(({ period, apart, clipped, grainEnd }, index): TalliedPoint[] => {
    const own = figures[index] as Figure;
    if (apart && own.n === 0) return [];
    const coverage = apart ? null : coverageOfPeriod(catalogue, kpi, { ...question, period });
    // Of all data no deal is left out, however it lies to the edges of the usual days and to the snapshot.
    const isTold = coverage?.state !== 'outside' || (isAllTime(all) && own.n > 0);
    const partial = clipped || grainEnd - 1 > asOf || coverage?.state === 'partly';
    return [{ ...(isTold ? own : NOTHING), period, partial, apart }];
  });
  const undated = figures[periods.length] as Figure;
  const isBeside = isAllTime(all) && undated.n > 0;
  return { points, undated: isBeside ? { value: undated.value, n: undated.n } : null };
}

/** By the periods, and behind them of the deals without a day. */
function figuresOf(
  kpi: Kpi,
  periods: readonly Period[],
  { alone, fields, population }: Days,
  question: Question,
  resampled: boolean,
): readonly Figure[] | null {
  const { byDay, needs } = kpi;
  const [field] = fields;
  if (byDay === undefined || !alone || field === undefined || periods.length === 0) return null;
  if (!population.has('outcome') || !needs.every((one) => population.has(one))) return null;
  if (byDay.form === 'count' || byDay.form === 'win_rate') {
    const { tally } = field === 'created_at' ? createdTally(population) : closedTally(population);
    if (tally === null) return null;
    const parts = [...periods.map(({ start, end }) => outcomesWithin(tally, start, end)), tally.undated];
    return parts.map((outcomes) => countedFigure(byDay, outcomes, question));
  }
  const indices = indexByDay(periods);
  if (field !== 'closed_at' || indices === null) return null;
  const deals = byOutcome(population)[byDay.outcome] as Population<DealField>;
  const slots = { deals, indices, from: spanOf(periods).from, size: periods.length + 2 };
  return byDay.form === 'total' ? totals(slots) : means(slots, byDay.of, resampled);
}

function countedFigure(byDay: ByDay, outcomes: Uint32Array, { file, settings }: Question): Figure {
  if (byDay.form === 'count') {
    const n = byDay.outcomes.reduce((sum, one) => sum + (outcomes[one] as number), 0);
    return { value: n, n, interval: null, bounds: null };
  }
  const [won, unknown] = [outcomes[WON] as number, outcomes[EXCLUDED] as number];
  const size = won + (outcomes[LOST] as number);
  if (size === 0 || oneSidedFile({ size }, file, settings) !== null) return NOTHING;
  const all = size + unknown;
  const bounds = unknown > 0 ? { low: won / all, high: (won + unknown) / all } : null;
  return { value: won / size, n: size, interval: wilson(won, size), bounds };
}

/** Deals, and the place of each one's closing among so many periods, the undated and those of no period. */
interface Slots {
  readonly deals: Population<DealField>;
  /** By the days since `from`. */
  readonly indices: Uint32Array;
  readonly from: number;
  readonly size: number;
}

/** Deals by their slots: how many there are, and how many of them count. */
interface Placed {
  /** Of all deals. */
  readonly deals: Uint32Array;
  /** Of those that count. */
  readonly n: Uint32Array;
  /** Σ of their values, added up as one sum of them would be (see stats/sum). */
  readonly sum: Float64Array;
}

/** What counts is a value of 0 or more, an amount or the days from creation to closing; or any amount. */
type Counted = 'any_amount' | 'amount' | 'days';

function placed(slots: Slots, of: Counted): Placed {
  const { size } = slots;
  const [deals, n] = [new Uint32Array(size), new Uint32Array(size)];
  const [sums, lost] = [new Float64Array(size), new Float64Array(size)];
  inPieces(slots, of, (values, places) => {
    for (let i = 0; i < values.length; i++) {
      const slot = places[i] as number;
      const value = values[i] as number;
      deals[slot] = (deals[slot] as number) + 1;
      if (Number.isNaN(value)) continue;
      n[slot] = (n[slot] as number) + 1;
      addTo(sums, lost, slot, value);
    }
  });
  return { deals, n, sum: sums.map((sum, slot) => sum + (lost[slot] as number)) };
}

/** The values of the deals, NaN for one that does not count, and the slot of each, piece by piece: no piece is kept. */
function inPieces(
  { deals, indices, from, size }: Slots,
  of: Counted,
  see: (values: Float64Array, places: Uint16Array) => void,
): void {
  const closed = deals.column('closed_at');
  const created = of === 'days' ? deals.column('created_at') : NO_DAYS;
  const amount = of === 'days' ? NO_VALUES : deals.column('amount');
  const least = of === 'any_amount' ? Number.NEGATIVE_INFINITY : 0;
  let [values, places] = [new Float64Array(0), new Uint16Array(0)];
  deals.inPieces((rows) => {
    if (values.length < rows.length) [values, places] = [new Float64Array(rows.length), new Uint16Array(rows.length)];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const day = closed[row] as number;
      const at = day - from;
      places[i] = at >= 0 && at < indices.length ? (indices[at] as number) : day === NO_DAY ? size - 2 : size - 1;
      // No day is before all days; NaN is not above anything.
      const value =
        of === 'days'
          ? created[row] === NO_DAY
            ? Number.NaN
            : day - (created[row] as number)
          : (amount[row] as number);
      values[i] = value >= least ? value : Number.NaN;
    }
    see(values.subarray(0, rows.length), places.subarray(0, rows.length));
  });
}

const NO_DAYS = new Int32Array(0);
const NO_VALUES = new Float64Array(0);

function totals(slots: Slots): Figure[] {
  const { deals, n, sum } = placed(slots, 'any_amount');
  return Array.from(sum, (value, slot): Figure => {
    // Of deals without an amount there is no sum, and of none it is 0.
    return n[slot] === 0 && (deals[slot] as number) > 0 ? NOTHING : { ...NOTHING, value, n: n[slot] as number };
  });
}

/** Mean of each slot, and its interval: two passes, as for the moments of one sample (see stats/moments). */
function means(slots: Slots, of: 'amount' | 'days', resampled: boolean): Figure[] {
  const { n: counts, sum } = placed(slots, of);
  const mean = sum.map((one, slot) => one / (counts[slot] as number));
  const [squares, drift] = [new Float64Array(slots.size), new Float64Array(slots.size)];
  // Only of few values is the sample itself looked at.
  const samples = Array.from(counts, (n) => (resampled && n < STUDENT_FROM ? new Float64Array(n) : null));
  const taken = new Uint32Array(slots.size);
  inPieces(slots, of, (values, places) => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) continue;
      const slot = places[i] as number;
      const deviation = value - (mean[slot] as number);
      squares[slot] = (squares[slot] as number) + deviation * deviation;
      drift[slot] = (drift[slot] as number) + deviation;
      const sample = samples[slot] as Float64Array | null;
      if (sample === null) continue;
      const place = taken[slot] as number;
      sample[place] = value;
      taken[slot] = place + 1;
    }
  });
  return Array.from(counts, (n, slot): Figure => {
    if (n === 0) return NOTHING;
    const value = mean[slot] as number;
    const [off, own] = [drift[slot] as number, samples[slot] as Float64Array | null];
    const sd = n === 1 ? null : Math.sqrt(Math.max(0, (squares[slot] as number) - (off * off) / n) / (n - 1));
    const isShown = n >= STUDENT_FROM || resampled;
    return {
      value,
      n,
      interval: isShown ? meanInterval(own ?? NO_VALUES, { n, mean: value, sd }) : null,
      bounds: null,
    };
  });
}
