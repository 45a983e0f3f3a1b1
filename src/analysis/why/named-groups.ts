import type { GroupName } from './parts.js';

/** Groups named in a part; the others are added up, so that the contributions still make the change. */
export const MOST_GROUPS = 10;

/**
 * The groups with the largest effects first, at most ten of them, and then what is left as one. Equal effects stay in
 * the order given.
 */
export function namedGroups<G extends GroupName>(
  groups: readonly G[],
  effectOf: (group: G) => number,
  together: (rest: readonly G[]) => Omit<G, keyof GroupName>,
): (G | (Omit<G, keyof GroupName> & GroupName))[] {
  const sorted = [...groups].sort((a, b) => Math.abs(effectOf(b)) - Math.abs(effectOf(a)));
  const rest = sorted.slice(MOST_GROUPS);
  if (rest.length === 0) return sorted;
  const all = rest.reduce((total, one) => total + one.groups, 0);
  return [...sorted.slice(0, MOST_GROUPS), { ...together(rest), key: null, groups: all }];
}
