import type { WhyFactor } from '../../locale/why-figures.js';
import { dasGupta } from '../../stats/decomposition.js';
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
