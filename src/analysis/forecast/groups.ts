/** The forecast of the deals of each owner, product … : parts that add up to the whole. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Interval } from '../../stats/interval.js';
import type { Forecast } from './forecast.js';
import { correctedDraws, reachOfDraws } from './intervals.js';
import { partDraws, type Share, sharedVariance, sharesBy } from './shares.js';

/** What is forecast of one group. */
export interface GroupForecast {
  readonly code: number;
  /** Open deals, and what those with an amount add up to; null where none has one. */
  readonly deals: number;
  readonly amount: number | null;
  readonly wonSoFar: number;
  readonly pipeline: number;
  readonly newBusiness: number;
  readonly expected: number;
  readonly interval: Interval;
  /** What is still to come, drawn many times. */
  readonly draws: Float64Array;
}

/**
 * Parts of the months `from`…`to` (exclusive) by a code per row. Open deals count where they are; new business is shared
 * out as what was won in the last year. Groups without an open deal and without such a win are left out.
 *
 * @param wonFrom first day of what is won so far
 */
export function groupForecasts(
  forecast: Forecast,
  codeOf: (row: number) => number,
  parts: number,
  [from, to]: readonly [number, number],
  wonFrom: CivilDay,
): GroupForecast[] {
  const { facts, t, own, pipeline, amounts, months, scale } = forecast;
  const chance = chances(forecast, from, to, (month) => scale[month] as number);
  const splittable = { facts, classAt: pipeline.classAt, t, own, imputed: pipeline.imputed, amounts };
  const shares = sharesBy(splittable, codeOf, parts, chance, wonFrom).filter(
    ({ deals, past, won }) => deals > 0 || past > 0 || won !== 0,
  );
  const fresh = months.slice(from, to).reduce((sum, { newBusiness }) => sum + newBusiness, 0);
  const told = shares.reduce((sum, { past }) => sum + past, 0);
  const all = shares.reduce((sum, { deals }) => sum + deals, 0);
  const shareOf = ({ past, deals }: Share): number => (told > 0 ? past / told : all > 0 ? deals / all : 0);
  // New wins one by one: as many as the value is worth, each with the spread of a won amount.
  const freshVariance = amounts.mean > 0 ? (fresh / amounts.mean) * (amounts.mean ** 2 + amounts.variance) : 0;
  const ownVariance = freshVariance + shares.reduce((sum, { variance }) => sum + variance, 0);
  const common = sharedVariance(correctedDraws(forecast, from, to), ownVariance);
  return shares.map((share) => {
    const newBusiness = fresh * shareOf(share);
    const coming = share.value + newBusiness;
    const draws = partDraws(coming, share.variance + freshVariance * shareOf(share), common);
    return {
      code: share.code,
      deals: share.deals,
      amount: share.priced > 0 || share.deals === 0 ? share.amount : null,
      wonSoFar: share.won,
      pipeline: share.value,
      newBusiness,
      expected: share.won + coming,
      interval: reachOfDraws(draws, coming, share.won).interval,
      draws,
    };
  });
}

/** By class of the open deals: P(win in the months), each month times a factor. */
export function chances(
  { expectation, pipeline }: Forecast,
  from: number,
  to: number,
  factor: (month: number) => number,
): Float64Array {
  const { pWin, future } = expectation;
  const chance = new Float64Array(pipeline.classes);
  for (let index = 0; index < chance.length; index++) {
    for (let month = from; month < to; month++) {
      chance[index] = (chance[index] as number) + factor(month) * (pWin[index * future.months + month] as number);
    }
  }
  return chance;
}
