import type { MixRatePart, SumPart } from './parts.js';

/** Columns by which one change is told: more are read by nobody. */
export const MOST_COLUMNS = 3;

/**
 * Of the parts by single columns those that are told: the ones asked for by name, then those that explain most, at most
 * three. A column explains by the one group that makes more of the change than its share of the records, or of the
 * figure, would: by a column that has nothing to do with the change each group makes its share of it. Equals stay in the
 * order given.
 */
export function chosen<P extends MixRatePart | SumPart>(parts: readonly (P | null)[], asked: readonly string[]): P[] {
  const there = parts.filter((part) => part !== null);
  const rank = (part: P): number => (asked.includes(part.by) ? 0 : 1);
  const excess = new Map(there.map((part) => [part, excessOf(part)]));
  const sorted = [...there].sort((a, b) => rank(a) - rank(b) || (excess.get(b) as number) - (excess.get(a) as number));
  const named = there.filter((part) => asked.includes(part.by)).length;
  return sorted.slice(0, Math.max(MOST_COLUMNS, named));
}

/** How much more than its share the one group makes that stands out most; in the unit of the figure. */
export function excessOf(part: MixRatePart | SumPart): number {
  const groups = weighted(part);
  const change = groups.reduce((total, { effect }) => total + effect, 0);
  const weight = groups.reduce((total, one) => total + one.weight, 0);
  const share = (one: Weighted): number => (weight === 0 ? 0 : (one.weight / weight) * change);
  // Where nothing changed in all, whatever moved a group stands out.
  const sign = Math.sign(change);
  const beyond = (one: Weighted): number => {
    const more = one.effect - share(one);
    return sign === 0 ? Math.abs(more) : more * sign;
  };
  return groups.length === 0 ? 0 : Math.max(...groups.filter(({ isRest }) => !isRest).map(beyond));
}

interface Weighted {
  readonly effect: number;
  readonly weight: number;
  readonly isRest: boolean;
}

function weighted(part: MixRatePart | SumPart): Weighted[] {
  if (part.kind === 'sum') {
    return part.groups.map(({ key, before, after, effect }) => ({
      effect,
      weight: Math.abs(before) + Math.abs(after),
      isRest: key === null,
    }));
  }
  const [old, now] = (['before', 'after'] as const).map((side) =>
    part.groups.reduce((total, one) => total + one[side].size, 0),
  ) as [number, number];
  return part.groups.map(({ key, before, after, mix, rate }) => ({
    effect: mix + rate,
    weight: before.size / old + after.size / now,
    isRest: key === null,
  }));
}
