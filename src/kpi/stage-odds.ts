import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Population } from '../model/population.js';
import { counted, lost as lostOf, won as wonOf } from './populations.js';
import { closingNames, type Places, placesOf, reachedBy } from './stage-way.js';
import type { Whole } from './whole.js';

/**
 * Weight of the prior of a stage's odds, in deals: a stage that few decided deals have reached is drawn towards the
 * overall win rate, one that a hundred have reached hardly. A judgement (a Beta prior with this many pseudo-deals).
 */
const PRIOR_DEALS = 10;

type Field = 'outcome' | 'closed_at' | 'stage' | 'status' | 'pipeline';

/** P(win | reached a stage). */
export interface StageOdds {
  readonly places: Places;
  /** The odds of a place in a pipeline, by its name; NaN where none of its decided deals was ever seen there. */
  at(pipeline: string, place: number): number;
}

/** The decided deals of one pipeline. */
interface Counts {
  won: number;
  /** By the furthest place that lost deals came to. */
  readonly lostAt: Uint32Array;
  /** 1 for each place in which one of them was seen. */
  readonly seen: Uint8Array;
}

/**
 * P(win | reached the stage) among the deals decided by a day, per pipeline: won / (won + lost) of those that came to
 * the stage or past it, as the funnel counts them, where a won deal has passed every stage. Each is the mean of a Beta
 * posterior whose prior is the overall win rate with the weight of `PRIOR_DEALS` deals. Null where no stage times are
 * known, or the decided deals are all won or all lost: then every stage would lead to a win, or none.
 *
 * @param t the day: what was entered or decided later was not known
 * @param undated whether deals decided on a day that is not known count
 */
export function stageOdds(
  { population, history, closing = [] }: Whole<Field>,
  t: CivilDay,
  undated: boolean,
): StageOdds | null {
  if (history === null) return null;
  const closedAt = population.column('closed_at');
  const known = (row: number): boolean => {
    const day = closedAt[row] as number;
    return day === NO_DAY ? undated : day <= t;
  };
  const [wins, losses] = [wonOf(population).where(known), lostOf(population).where(known)];
  if (wins.size === 0 || losses.size === 0) return null;
  const overall = wins.size / (wins.size + losses.size);
  const places = placesOf(history, closingNames(counted(population), closing));
  const reached = reachedBy(history, places, closedAt.length, t);
  const pipeline = population.column('pipeline');
  const byPipeline = new Map<string, Counts>();
  const countsOf = (row: number): Counts => {
    const name = pipeline.values[pipeline.codes[row] as number] as string;
    const n = places.stages.length;
    const counts = byPipeline.get(name) ?? { won: 0, lostAt: new Uint32Array(n), seen: new Uint8Array(n) };
    byPipeline.set(name, counts);
    return counts;
  };
  const isDecided = new Uint8Array(closedAt.length);
  const visit = (deals: Population<never>, isWon: boolean): void => {
    for (const row of deals.rows) {
      const place = reached[row] as number;
      if (place < 0) continue;
      isDecided[row] = 1;
      const counts = countsOf(row);
      if (isWon) counts.won++;
      else counts.lostAt[place] = (counts.lostAt[place] as number) + 1;
    }
  };
  visit(wins, true);
  visit(losses, false);
  for (let entry = 0; entry < history.size; entry++) {
    const row = history.deal[entry] as number;
    if (isDecided[row] === 0 || (history.enteredAt[entry] as number) > t) continue;
    const { seen } = countsOf(row);
    for (const stage of [history.from[entry], history.stage[entry]]) {
      const place = places.place[stage as number] as number;
      if (place >= 0) seen[place] = 1;
    }
  }
  return {
    places,
    at(name, place) {
      const counts = byPipeline.get(name);
      if (counts === undefined || counts.seen[place] !== 1) return Number.NaN;
      const { won, lostAt } = counts;
      const decided = won + lostAt.subarray(place).reduce((sum, n) => sum + n, 0);
      return (won + PRIOR_DEALS * overall) / (decided + PRIOR_DEALS);
    },
  };
}
