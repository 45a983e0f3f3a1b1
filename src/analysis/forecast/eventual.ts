/** What becomes of the open deals of each stage in the end, whenever that is. */
import type { Forecast } from './forecast.js';
import { type Future, winsByClass } from './outlook.js';
import { worthAt } from './product-worth.js';
import { futureIn } from './stage-effects.js';

/** As good as for ever. */
const DAYS = 5 * 365;

export interface StageForecast {
  readonly pipeline: string;
  readonly stage: string;
  readonly deals: number;
  readonly priced: number;
  readonly amount: number;
  /** Expected wins, and their value. */
  readonly wins: number;
  readonly value: number;
}

/** The open deals by pipeline and stage, most first. Their chance of winning is that of their age, and of their stage where a history tells it. */
export function stageForecasts(
  { facts, fit, t, own, pipeline, amounts }: Forecast,
  placeOf: (row: number) => { readonly pipeline: string; readonly stage: string },
): StageForecast[] {
  const future: Future = {
    months: 1,
    month: new Int32Array(DAYS),
    win: new Float64Array(DAYS).fill(1),
    loss: new Float64Array(DAYS).fill(1),
    created: new Float64Array(0),
  };
  const chance = winsByClass(fit.hazards, future, pipeline.count, pipeline.ages, (stage) =>
    futureIn(future, fit.stages, stage),
  );
  const found = new Map<string, { -readonly [K in keyof StageForecast]: StageForecast[K] }>();
  const { row, created, closed, amount, size } = facts;
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    if ((closed[at] as number) <= t) continue;
    const place = placeOf(row[at] as number);
    const key = JSON.stringify([place.pipeline, place.stage]);
    const one = found.get(key) ?? { ...place, deals: 0, priced: 0, amount: 0, wins: 0, value: 0 };
    found.set(key, one);
    const price = amount[at] as number;
    const p = chance[pipeline.classAt(at)] as number;
    one.deals++;
    one.wins += p;
    if (!Number.isNaN(price)) {
      one.priced++;
      one.amount += price;
    }
    one.value +=
      p * (own && !Number.isNaN(price) ? Math.max(0, price) : pipeline.imputed * worthAt(facts, amounts.worth, at));
  }
  return [...found.values()].sort(
    (a, b) =>
      b.deals - a.deals || (a.pipeline < b.pipeline ? -1 : a.pipeline > b.pipeline ? 1 : a.stage < b.stage ? -1 : 1),
  );
}
