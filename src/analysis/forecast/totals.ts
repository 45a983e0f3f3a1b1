/** All months of a forecast together, and what of it rests on deals without an amount or a date. */
import { quantile } from '../../stats/quantile.js';
import { sum } from '../../stats/sum.js';
import type { Forecast } from './forecast.js';
import { chances } from './groups.js';

export interface ForecastTotal {
  readonly wonSoFar: number;
  readonly pipeline: number;
  readonly newBusiness: number;
  readonly expected: number;
  /** Null where it does not reach so far. */
  readonly baseline: number | null;
  readonly wins: number;
}

/** The months of the horizon. */
export function totalOf({ months: all, horizon, expected }: Forecast): ForecastTotal {
  const months = all.slice(0, horizon);
  const of = (value: (month: (typeof months)[number]) => number): number => sum(months.map(value));
  const wonSoFar = of((month) => month.wonSoFar);
  const baselines = months.map(({ baseline }) => baseline);
  return {
    wonSoFar,
    pipeline: of((month) => month.pipeline),
    newBusiness: of((month) => month.newBusiness),
    expected: wonSoFar + sum(expected.subarray(0, horizon)),
    baseline: baselines.some((one) => one === null) ? null : sum(baselines.map((one) => one ?? 0)),
    wins: of((month) => month.wins),
  };
}

/** The open deals of the day. */
export interface OpenDeals {
  readonly deals: number;
  /** Deals that have an amount, whether or not it counts, and their sum. */
  readonly priced: number;
  readonly amount: number;
  readonly undated: number;
  /** Within the horizon. */
  readonly expectedWins: number;
  /** Of the forecast, what rests on usual amounts. */
  readonly unpricedValue: number;
  /**
   * Of the forecast: without what rests on usual amounts; and with these at the 90 % quantile of won amounts, and all
   * deals of unknown age won at it.
   */
  readonly bounds: { readonly low: number; readonly high: number };
}

/** Amounts at this quantile bound what unpriced deals may bring. */
const HIGH = 0.9;

export function openDealsOf(forecast: Forecast): OpenDeals {
  const { facts, t, pipeline, amounts, horizon, scale } = forecast;
  let [priced, amount] = [0, 0];
  for (let at = 0; at < facts.size && (facts.created[at] as number) <= t; at++) {
    if ((facts.closed[at] as number) <= t || Number.isNaN(facts.amount[at] as number)) continue;
    priced++;
    amount += facts.amount[at] as number;
  }
  const chance = chances(forecast, 0, horizon, (month) => scale[month] as number);
  const winsOf = (deals: Float64Array): number => sum(deals.map((n, index) => n * (chance[index] as number)));
  const unpricedValue = winsOf(pipeline.unpriced) * pipeline.imputed;
  const { expected } = totalOf(forecast);
  const high = amounts.sample.length > 0 ? quantile(amounts.sample, HIGH) : 0;
  const undated = facts.undatedOpen.length;
  return {
    deals: pipeline.deals,
    priced,
    amount,
    undated,
    expectedWins: winsOf(pipeline.count),
    unpricedValue,
    bounds: {
      low: Math.max(0, expected - unpricedValue),
      high: expected + Math.max(0, winsOf(pipeline.withoutAmount) * high - unpricedValue) + undated * Math.max(0, high),
    },
  };
}
