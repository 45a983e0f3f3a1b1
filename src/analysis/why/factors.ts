import type { WhyFactor } from '../../locale/why-figures.js';
import { dasGupta } from '../../stats/decomposition.js';
import { sumRows } from '../../stats/sum.js';
import type { FactorsPart } from './parts.js';

/** A factor on both sides; null where a side has nothing that it could be taken of. */
export interface FactorSides {
  readonly factor: WhyFactor;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What each factor of a product adds to its change (Das Gupta 1993; see {@link dasGupta}). A factor that one side lacks,
 * as the value of a win where nothing was won, is given that of the other: that there was none is then the effect of
 * the factor that is 0. Null where a factor is known of neither side.
 */
export function factorsPart(sides: readonly FactorSides[]): FactorsPart | null {
  if (sides.some(({ before, after }) => before === null && after === null)) return null;
  const filled = sides.map(({ before, after }) => ({ before: before ?? after ?? 0, after: after ?? before ?? 0 }));
  const effects = dasGupta(
    filled.map(({ before }) => before),
    filled.map(({ after }) => after),
  );
  return { kind: 'factors', factors: sides.map((one, index) => ({ ...one, effect: effects[index] ?? 0 })) };
}

/** A count, and of how many: null of none. */
export function shareOf(some: number, all: number): number | null {
  return all === 0 ? null : some / all;
}

/** Deals of which a value is told: how many they are, and those with an amount. */
export interface Worth {
  readonly deals: number;
  readonly priced: { readonly rows: Uint32Array; readonly size: number };
  /** By row. */
  readonly amount: Float64Array;
}

/**
 * What a deal is worth as the share of deals with an amount × the mean of those, so that a cell that was not filled in
 * is not taken for a smaller deal. The share is left out where every deal of both sides has an amount.
 */
export function worthFactors(before: Worth, after: Worth): FactorSides[] {
  const share = ({ deals, priced }: Worth) => shareOf(priced.size, deals);
  const mean = ({ amount, priced: { rows, size } }: Worth) => (size === 0 ? null : sumRows(amount, rows) / size);
  const every = [before, after].every(({ deals, priced }) => priced.size === deals);
  return [
    ...(every ? [] : [{ factor: 'share_priced' as const, before: share(before), after: share(after) }]),
    { factor: 'mean_amount', before: mean(before), after: mean(after) },
  ];
}
