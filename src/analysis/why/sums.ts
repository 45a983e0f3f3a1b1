import { sum } from '../../stats/sum.js';
import { namedGroups } from './named-groups.js';
import type { SumGroup, SumPart } from './parts.js';
import { bothSides, type Tallies } from './tally.js';

/** A change of a sum, by one column: what each group adds. Null where there is one group, or none. */
export function sumPart(by: string, before: Tallies, after: Tallies): SumPart | null {
  const sides = bothSides(before, after);
  if (sides.length < 2) return null;
  const groups = sides.map(
    (one): SumGroup => ({
      key: one.key,
      groups: 1,
      before: one.before.total,
      after: one.after.total,
      effect: one.after.total - one.before.total,
    }),
  );
  const named = namedGroups(
    groups,
    ({ effect }) => effect,
    (rest) => ({
      before: sum(rest.map((one) => one.before)),
      after: sum(rest.map((one) => one.after)),
      effect: sum(rest.map((one) => one.effect)),
    }),
  );
  return { kind: 'sum', by, groups: named };
}
