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

/** By position of the deals. */
function slotsOf({ deals, indices, from, size }: Slots): Uint16Array {
  const { rows } = deals;
  const days = deals.column('closed_at');
  const found = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    const at = day - from;
    found[i] = at >= 0 && at < indices.length ? (indices[at] as number) : day === NO_DAY ? size - 2 : size - 1;
  }
  return found;
}

/** Σ amount of each slot, added up in the order of the rows as one sum of them would be. */
function totals(slots: Slots): Figure[] {
  const { deals, size } = slots;
  const { rows } = deals;
  const amount = deals.column('amount');
  const at = slotsOf(slots);
  const [all, priced] = [new Uint32Array(size), new Uint32Array(size)];
  const [sums, lost] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < rows.length; i++) {
    const slot = at[i] as number;
    const value = amount[rows[i] as number] as number;
    all[slot] = (all[slot] as number) + 1;
    if (Number.isNaN(value)) continue;
    priced[slot] = (priced[slot] as number) + 1;
    addTo(sums, lost, slot, value);
  }
  return Array.from(sums, (sum, slot): Figure => {
    const n = priced[slot] as number;
    // Of deals without an amount there is no sum, and of none it is 0.
    return n === 0 && (all[slot] as number) > 0 ? NOTHING : { ...NOTHING, value: sum + (lost[slot] as number), n };
  });
}

/** Mean of each slot, and its interval: two passes, as for the moments of one sample (see stats/moments). */
function means(slots: Slots, of: 'amount' | 'days', resampled: boolean): Figure[] {
  const { deals, size } = slots;
  const at = slotsOf(slots);
  const values = of === 'amount' ? amountsOf(deals) : daysOf(deals);
  const counts = new Uint32Array(size);
  const [sums, lost] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const slot = at[i] as number;
    counts[slot] = (counts[slot] as number) + 1;
    addTo(sums, lost, slot, value);
  }
  const mean = sums.map((sum, slot) => (sum + (lost[slot] as number)) / (counts[slot] as number));
  const [squares, drift] = [new Float64Array(size), new Float64Array(size)];
  // Only of few values is the sample itself looked at.
  const samples = Array.from(counts, (n) => (resampled && n < STUDENT_FROM ? new Float64Array(n) : null));
  const taken = new Uint32Array(size);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const slot = at[i] as number;
    const deviation = value - (mean[slot] as number);
    squares[slot] = (squares[slot] as number) + deviation * deviation;
    drift[slot] = (drift[slot] as number) + deviation;
    const sample = samples[slot] as Float64Array | null;
    if (sample === null) continue;
    const place = taken[slot] as number;
    sample[place] = value;
    taken[slot] = place + 1;
  }
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

const NO_VALUES = new Float64Array(0);

/** By position; NaN of a deal without an amount, and of a credit. */
function amountsOf(deals: Population<DealField>): Float64Array {
  const { rows } = deals;
  const amount = deals.column('amount');
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = amount[rows[i] as number] as number;
    found[i] = value >= 0 ? value : Number.NaN;
  }
  return found;
}

/** By position: from creation to closing; NaN where a day is missing, or the closing lies before the creation. */
function daysOf(deals: Population<DealField>): Float64Array {
  const { rows } = deals;
  const [created, closed] = [deals.column('created_at'), deals.column('closed_at')];
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const [from, to] = [created[row] as number, closed[row] as number];
    // No day is before all days.
    found[i] = from !== NO_DAY && to >= from ? to - from : Number.NaN;
  }
  return found;
}
