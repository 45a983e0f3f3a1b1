/** Days on which many deals were closed at once: a clean-up, whose dates say nothing of when the deals were decided. */
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { type Interval, wilson } from '../stats/interval.js';
import { quantile } from '../stats/quantile.js';
import type { DayTally } from './day-tally.js';

/** Fewest deals closed on one day before it is called a clean-up. */
const LEAST_DEALS = 20;
/** So many times the closings of a usual day (the median of the days on which anything was closed). */
const TIMES_USUAL = 10;

export interface ClosingDays {
  readonly all: number;
  /** Closings of a usual day. */
  readonly usual: number;
  /** The day with most closings, the first of several. */
  readonly busiest: { readonly day: CivilDay; readonly n: number };
  /** The clean-ups, with the interval of their share in all. */
  readonly bulk: readonly { readonly day: CivilDay; readonly n: number; readonly interval: Interval }[];
}

/** The days on which the given deals were closed, up to the snapshot; null where they are not two or more. */
export function closingDays(decided: Population<'closed_at'>, asOf: CivilDay): ClosingDays | null {
  const { first, counts } = countDays(decided.column('closed_at'), decided.rows, asOf);
  return found(first, counts);
}

/** The same of the won and lost deals of a tally by closing, whose days are all there. */
export function talliedClosingDays(tally: DayTally, asOf: CivilDay): ClosingDays | null {
  const { first, last, counts } = tally;
  const decided = new Uint32Array(Math.max(0, Math.min(last, asOf) + 1 - first));
  for (let at = 0; at < decided.length; at++) {
    const slot = at * OUTCOMES.length;
    decided[at] = (counts[slot + WON] as number) + (counts[slot + LOST] as number);
  }
  return found(first, decided);
}

function found(first: CivilDay, counts: Uint32Array): ClosingDays | null {
  const perDay = Array.from(counts, (n, at) => ({ day: first + at, n })).filter(({ n }) => n > 0);
  const [one] = perDay;
  if (one === undefined || perDay.length < 2) return null;
  const all = perDay.reduce((sum, { n }) => sum + n, 0);
  const usual = quantile(
    perDay.map(({ n }) => n),
    0.5,
  );
  const bulk = perDay.flatMap(({ day, n }) => {
    const interval = wilson(n, all);
    const many = interval !== null && n >= LEAST_DEALS && interval.low * all >= TIMES_USUAL * usual;
    return many ? [{ day, n, interval }] : [];
  });
  return { all, usual, busiest: perDay.reduce((most, other) => (other.n > most.n ? other : most), one), bulk };
}

/** How many of the rows have each day, from the first one to the snapshot. */
function countDays(
  days: Int32Array,
  rows: Uint32Array,
  asOf: CivilDay,
): { readonly first: CivilDay; readonly counts: Uint32Array } {
  let first = asOf + 1;
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day < first && day !== NO_DAY) first = day;
  }
  const counts = new Uint32Array(asOf + 1 - first);
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY && day <= asOf) counts[day - first] = (counts[day - first] as number) + 1;
  }
  return { first, counts };
}
