import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { StageHistory } from '../model/history.js';
import type { Population } from '../model/population.js';
import { quantile } from '../stats/quantile.js';

/** Least number of stays behind a stage's quantile (under five values no interval of a mean is printed either). */
export const LEAST_STAYS = 5;

/** Which stage each deal was in on a day, by row of the deals. */
export interface StagesAt {
  /** Code of the stage, into the history's `stages`; 0 = the history does not say. */
  readonly stage: Uint32Array;
  /** The day it was entered; NO_DAY where the history does not say. */
  readonly since: Int32Array;
}

/** Where every deal stood on a day: the stage that it entered last, up to and on that day. One pass. */
export function stagesAt(history: StageHistory, deals: number, t: CivilDay): StagesAt {
  const stage = new Uint32Array(deals);
  const since = new Int32Array(deals).fill(NO_DAY);
  for (let entry = 0; entry < history.size; entry++) {
    const entered = history.enteredAt[entry] as number;
    if (entered > t) continue;
    const row = history.deal[entry] as number;
    stage[row] = history.stage[entry] as number;
    since[row] = entered;
  }
  return { stage, since };
}

/**
 * The given quantile of how long won deals stayed in a stage, in days, by code of the stage; NaN under `LEAST_STAYS`
 * stays. A stay ends with the next stage entered, the last one with the closing; entries after the day `t` are not
 * known yet.
 */
export function stayQuantiles(
  history: StageHistory,
  won: Population<'closed_at'>,
  p: number,
  t: CivilDay,
): Float64Array {
  const closedAt = won.column('closed_at');
  const isWon = new Uint8Array(closedAt.length);
  for (const row of won.rows) isWon[row] = 1;
  const stays: number[][] = history.stages.map(() => []);
  for (let entry = 0; entry < history.size; entry++) {
    const row = history.deal[entry] as number;
    const entered = history.enteredAt[entry] as number;
    if (isWon[row] === 0 || entered > t) continue;
    const later = history.deal[entry + 1] === row ? (history.enteredAt[entry + 1] as number) : Number.POSITIVE_INFINITY;
    const next = later <= t ? later : (closedAt[row] as number);
    const days = next - entered;
    // An entry after the closing is no stay on the way to it.
    if (next !== NO_DAY && days >= 0) stays[history.stage[entry] as number]?.push(days);
  }
  return Float64Array.from(stays, (days) => (days.length < LEAST_STAYS ? Number.NaN : quantile(days, p)));
}
