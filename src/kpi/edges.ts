import { once, said } from '../locale/said.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import { isAllTime, type Period, periodEndInclusive } from '../model/period.js';
import type { RecordedSpan } from '../model/recorded-span.js';
import type { Note } from './definition.js';

/** The kinds of dates that put records into a period. Each has a first and a last day in the files. */
export const CLOCKS = ['created', 'closed', 'leads', 'purchases', 'subscriptions', 'customers'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** How far the files reach: of the whole files, whatever part of them a question is about. */
export interface DataEdges {
  readonly clocks: Readonly<Partial<Record<ClockName, RecordedSpan>>>;
  /** The snapshot date was said, not taken from the data: what it leaves of a period is missing, to the day. */
  readonly asOfSaid: boolean;
  /** A usual gap between recorded days of any kind before the snapshot. */
  readonly gapAtEnd: number;
}

/** What a figure needs of a clock: what happened in the period, or what was known at its end. */
export interface ClockUse {
  readonly clock: ClockName;
  readonly as: 'flow' | 'state';
  /** What was before decides it too: in the first period of the data everybody is new. */
  readonly looksBack?: boolean;
}

/** How much of a period the files tell. */
export interface Coverage {
  readonly state: 'whole' | 'partly' | 'outside';
  /** The clock and its first or last day, where the period goes beyond. */
  readonly notes: readonly Note[];
  /** That the period goes on after the snapshot. */
  readonly running?: Note;
}

export const WHOLE: Coverage = { state: 'whole', notes: [] };

/** A period may begin so many days before the first record without a word: a tenth of it, a week at most. */
const MOST_FREE_DAYS = 7;
const FREE_SHARE = 0.1;

/**
 * Whether so many days without a record are usual: a tenth of the period, a week at most, or fewer than a usual long
 * gap between records there. So January is covered from the third on, and a business of a deal a month is not told
 * that its quarter lacks three weeks.
 */
export function isUsualGap(days: number, usual: number, period: Period): boolean {
  const length = (period.fullEnd ?? period.end) - period.start;
  return days <= Math.min(MOST_FREE_DAYS, Math.floor(FREE_SHARE * length)) || days < usual;
}

/** The snapshot, and the newest record of the deals. */
interface Now {
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly dataEnd: CivilDay;
}

/**
 * Whether a period is not over at the snapshot: to the day where the snapshot was said; where the data alone shows it,
 * when more than a usual gap is missing.
 */
export function isRunning({ period, asOf, edges = null }: Now & { readonly edges?: DataEdges | null }): boolean {
  const { fullEnd } = period;
  if (fullEnd === undefined || edges === null || period.start > asOf || fullEnd - 1 <= asOf) return false;
  return edges.asOfSaid || !isUsualGap(fullEnd - 1 - asOf, edges.gapAtEnd, period);
}

/** What every figure of a running period says. */
export function runningNote({ period, asOf }: Now): Note {
  return said('running_period', { end: isoDay((period.fullEnd ?? period.end) - 1), asOf: isoDay(asOf) });
}

/** How much of the period the clocks of a figure tell; all data is always whole. */
export function coverageOf(uses: readonly ClockUse[], edges: DataEdges, now: Now): Coverage {
  if (isAllTime(now.period)) return WHOLE;
  const found = CLOCKS.flatMap((clock) => uses.filter((use) => use.clock === clock)).flatMap((use) => {
    const span = edges.clocks[use.clock];
    return span === undefined ? [] : [ofClock(use, span, now)];
  });
  const states = found.map(({ state }) => state);
  const state = states.includes('outside') ? 'outside' : states.includes('partly') ? 'partly' : 'whole';
  return { state, notes: once(found.flatMap((one) => one.notes)) };
}

function ofClock(
  { clock, as, looksBack = false }: ClockUse,
  span: RecordedSpan,
  { period, asOf, dataEnd }: Now,
): Coverage {
  const seen = Math.min(periodEndInclusive(period), asOf);
  const early = span.early.some((day) => day >= period.start && day < period.end);
  const begins = said('data_begins', { of: clock, day: isoDay(span.first) });
  if (seen < span.first) return { state: early ? 'partly' : 'outside', notes: [begins] };
  const known = knownUntil(clock, asOf, dataEnd);
  if (period.start > known) return { state: 'outside', notes: [said('data_ends', { of: null, day: isoDay(known) })] };
  const ends = said('data_ends', { of: clock, day: isoDay(span.last) });
  const silent = as === 'flow' ? period.start - span.last : 0;
  if (silent > 0 && !isUsualGap(silent, span.gapAtEnd, period)) return { state: 'outside', notes: [ends] };
  const headless = looksBack
    ? span.first >= period.start
    : !isUsualGap(span.first - period.start, span.gapAtStart, period);
  const silence = as === 'flow' ? seen - span.last : 0;
  // Deals share one export: that it goes on shows that a week without a creation is a week without one.
  const tailless = !isUsualGap(silence, span.gapAtEnd, period) && (!isOfDeals(clock) || silence > MOST_FREE_DAYS);
  return {
    state: headless || tailless ? 'partly' : 'whole',
    notes: [...(headless ? [begins] : []), ...(tailless ? [ends] : [])],
  };
}

/**
 * The last day of which the files can tell. Deals share one export, so that of one kind of date is known what is known
 * of any; orders and leads come in files of their own. Subscriptions and customers go on until they end: the snapshot
 * is their last day.
 */
function knownUntil(clock: ClockName, asOf: CivilDay, dataEnd: CivilDay): CivilDay {
  return isOfDeals(clock) ? Math.min(asOf, dataEnd) : asOf;
}

function isOfDeals(clock: ClockName): boolean {
  return clock === 'created' || clock === 'closed';
}
