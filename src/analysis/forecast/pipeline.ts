/** The open deals of a day as the forecast sees them: by stage and age, each with an amount of its own or that of a usual win. */
import type { CivilDay } from '../../model/civil-day.js';
import { quantile } from '../../stats/quantile.js';
import type { WonAmounts } from './amounts.js';
import type { Facts } from './facts.js';
import { ageClass } from './outlook.js';
import { worthAt } from './product-worth.js';
import { type Stages, stageOn } from './stages.js';

export interface Pipeline {
  readonly deals: number;
  /** Deals with an amount that counts. */
  readonly priced: number;
  /** Classes: of stages (one where stages are not told) and, within each, of ages. */
  readonly classes: number;
  readonly ages: number;
  /** Class of the deal at a place of the facts, which is open. */
  classAt(at: number): number;
  /** Deals by class, all of them. */
  readonly count: Float64Array;
  /** Σ of their amounts, and of the squares of those that are not among the largest. */
  readonly amount: Float64Array;
  readonly restAmount: Float64Array;
  readonly restSquares: Float64Array;
  /**
   * Deals without an amount that counts, by class, each as many as a win of its product is worth usual ones: so
   * many times `imputed` they bring if they are won. And the squares of these multiples.
   */
  readonly unpriced: Float64Array;
  readonly unpricedSquares: Float64Array;
  /** The deals as such. */
  readonly withoutAmount: Float64Array;
  readonly imputed: number;
  /** The largest deals, which are drawn one by one. */
  readonly largest: readonly LargeDeal[];
}

export interface LargeDeal {
  readonly classOf: number;
  readonly amount: number;
}

/** So many deals are drawn one by one: of the others none decides the sum. */
const MOST_SINGLE = 150;

/**
 * The deals open on day t. Where amounts are kept (`own`), a deal counts with its own, and one without an amount with a
 * usual win's times the share of such deals that get one by the time they are won: 1 − (share of won deals without an
 * amount) / (share of open ones without). Where they are not, every deal counts as a usual win. Negative amounts count 0.
 */
export function pipelineAt(
  facts: Facts,
  t: CivilDay,
  own: boolean,
  won: WonAmounts,
  stages: Stages | null = null,
): Pipeline {
  const { row, created, closed, amount, size } = facts;
  const ages = ageClass(Math.max(0, t - (created[0] ?? t))) + 1;
  const classes = (stages?.codes ?? 1) * ages;
  const classAt = (at: number): number =>
    (stages === null ? 0 : stageOn(stages, row[at] as number, t)) * ages + ageClass(t - (created[at] as number));
  const column = (): Float64Array => new Float64Array(classes);
  const [count, amounts, restAmount, restSquares, unpriced] = [column(), column(), column(), column(), column()];
  const [unpricedSquares, withoutAmount] = [column(), column()];
  const values: number[] = [];
  const owners: number[] = [];
  let deals = 0;
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    if ((closed[at] as number) <= t) continue;
    const index = classAt(at);
    deals++;
    count[index] = (count[index] as number) + 1;
    const value = own ? (amount[at] as number) : Number.NaN;
    if (Number.isNaN(value)) {
      const worth = worthAt(facts, won.worth, at);
      unpriced[index] = (unpriced[index] as number) + worth;
      unpricedSquares[index] = (unpricedSquares[index] as number) + worth * worth;
      withoutAmount[index] = (withoutAmount[index] as number) + 1;
      continue;
    }
    values.push(Math.max(0, value));
    owners.push(index);
  }
  const large = leastLarge(values);
  const largest: LargeDeal[] = [];
  values.forEach((value, at) => {
    const index = owners[at] as number;
    amounts[index] = (amounts[index] as number) + value;
    if (value >= large && value > 0 && largest.length < 2 * MOST_SINGLE) {
      largest.push({ classOf: index, amount: value });
      return;
    }
    restAmount[index] = (restAmount[index] as number) + value;
    restSquares[index] = (restSquares[index] as number) + value * value;
  });
  largest.sort((a, b) => b.amount - a.amount || a.classOf - b.classOf);
  const without = deals - values.length;
  const share = own && without > 0 ? Math.max(0, 1 - ((1 - won.priced) * deals) / without) : 1;
  return {
    deals,
    priced: values.length,
    classes,
    ages,
    classAt,
    count,
    amount: amounts,
    restAmount,
    restSquares,
    unpriced,
    unpricedSquares,
    withoutAmount,
    imputed: own ? won.mean * share : won.perWin,
    largest,
  };
}

/** The same deals with nothing told of their stages. */
export function withoutStages(pipeline: Pipeline): Pipeline {
  const { classes, ages, classAt } = pipeline;
  if (classes === ages) return pipeline;
  const together = (column: Float64Array): Float64Array => {
    const out = new Float64Array(ages);
    column.forEach((value, index) => {
      out[index % ages] = (out[index % ages] as number) + value;
    });
    return out;
  };
  return {
    ...pipeline,
    classes: ages,
    classAt: (at) => classAt(at) % ages,
    count: together(pipeline.count),
    amount: together(pipeline.amount),
    restAmount: together(pipeline.restAmount),
    restSquares: together(pipeline.restSquares),
    unpriced: together(pipeline.unpriced),
    unpricedSquares: together(pipeline.unpricedSquares),
    withoutAmount: together(pipeline.withoutAmount),
    largest: pipeline.largest.map(({ classOf, amount }) => ({ classOf: classOf % ages, amount })),
  };
}

/** The least amount of those drawn one by one. */
function leastLarge(values: readonly number[]): number {
  return values.length <= MOST_SINGLE ? 0 : quantile(values, 1 - MOST_SINGLE / values.length);
}
