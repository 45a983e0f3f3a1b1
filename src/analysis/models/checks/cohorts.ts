/** Whether deals created lately go the way of those created earlier: the newer half of them beside the older one. */
import { BY_WINNING, type DealDurations } from '../../../kpi/durations.js';
import { said } from '../../../locale/said.js';
import { type CivilDay, isoDay } from '../../../model/civil-day.js';
import { normalCdf } from '../../../stats/normal.js';
import { aalenJohansenOf, type IncidenceCurves, incidenceAt } from '../../../stats/survival/aalen-johansen.js';
import { type LifeTable, lifeTable, stepAt } from '../../../stats/survival/life-table.js';
import { type LogRankTest, logRank } from '../../../stats/survival/log-rank.js';
import { reachOf } from '../../../stats/survival/reach.js';
import { type Check, SIGNIFICANT } from './definition.js';

/** Deals up to a day of creation, and those created from the day after on. */
export interface Halves {
  /** The first day of the newer half. */
  readonly since: CivilDay;
  readonly older: LifeTable;
  readonly newer: LifeTable;
  /** Of the time to any closing; null where it cannot be made. */
  readonly test: LogRankTest | null;
}

/** Closings that each half must have before anything is told of a difference (a judgement, as of the curves themselves). */
const LEAST_CLOSED = 20;
/** Closings within a tenth of what is expected, and win rates within three points, are the same for any plan (judgements). */
const ALIKE_CLOSINGS = 0.1;
const ALIKE_RATES = 0.03;

/**
 * The two halves of the deals that are seen from the start; null where a half has under twenty closings.
 *
 * @param created by row
 * @param from the day on which the closings of the file begin, where that is later than its deals (`closingsFrom`): of
 * those created before, the quick ones are missing
 */
export function halvesOf(durations: DealDurations, created: Int32Array, from: CivilDay | null): Halves | null {
  const { rows, days, causes } = durations;
  const born = Int32Array.from(rows, (row) => created[row] as number);
  const seen = Uint32Array.from(rows, (_, at) => at).filter((at) => from === null || (born[at] as number) >= from);
  if (seen.length === 0) return null;
  const since = Int32Array.from(seen, (at) => born[at] as number).sort()[Math.floor(seen.length / 2)] as number;
  const half = (newer: boolean): LifeTable => {
    const own = seen.filter((at) => (born[at] as number) >= since === newer);
    return lifeTable(
      Int32Array.from(own, (at) => days[at] as number),
      Uint8Array.from(own, (at) => causes[at] as number),
    );
  };
  const [older, newer] = [half(false), half(true)];
  if (closingsOf(older) < LEAST_CLOSED || closingsOf(newer) < LEAST_CLOSED) return null;
  return { since, older, newer, test: logRank([older, newer]) };
}

export function closingsOf({ events }: LifeTable): number {
  return events[0].reduce((sum, n) => sum + n, 0) + events[1].reduce((sum, n) => sum + n, 0);
}

/** By the log-rank test; a difference of under a tenth of the closings is none that matters. */
export function sameSpeed(halves: Halves | null): Check {
  const test = halves?.test ?? null;
  if (halves === null || test === null) return tooFew();
  const [observed, expected] = [test.observed[1] as number, test.expected[1] as number];
  const { pValue } = test;
  const holds = pValue >= SIGNIFICANT || Math.abs(observed / expected - 1) <= ALIKE_CLOSINGS;
  return { holds, evidence: said('newer_half_closes', { since: isoDay(halves.since), observed, expected, pValue }) };
}

/** By the shares won up to the age that the newer half is known to; a difference of under three points is none. */
export function sameWins(halves: Halves | null): Check {
  if (halves === null) return tooFew();
  const [older, newer] = [aalenJohansenOf(halves.older), aalenJohansenOf(halves.newer)];
  const reach = Math.min(reachOf(older) ?? -1, reachOf(newer) ?? -1);
  if (reach < 0) return tooFew();
  const [before, since] = [incidenceAt(older, BY_WINNING, reach), incidenceAt(newer, BY_WINNING, reach)];
  const variance = varianceAt(older, reach) + varianceAt(newer, reach);
  const z = variance > 0 ? Math.abs(since - before) / Math.sqrt(variance) : 0;
  const pValue = 2 * (1 - normalCdf(z));
  const holds = pValue >= SIGNIFICANT || Math.abs(since - before) <= ALIKE_RATES;
  return {
    holds,
    evidence: said('newer_half_wins', {
      since: isoDay(halves.since),
      days: reach,
      newer: since,
      older: before,
      pValue,
    }),
  };
}

function varianceAt({ times, incidenceVariance }: IncidenceCurves, day: number): number {
  return stepAt(times, incidenceVariance[0], day, 0);
}

function tooFew(): Check {
  return { holds: null, evidence: said('halves_too_small', { least: LEAST_CLOSED }) };
}
