import { type GroupEffect, kitagawa } from '../../stats/decomposition.js';
import { sum } from '../../stats/sum.js';
import { namedGroups } from './named-groups.js';
import type { GroupSide, MixRateGroup, MixRatePart } from './parts.js';
import { bothSides, type Tallies, type Tally } from './tally.js';

/** Under so many records of both sides to a group, its rate or mean is mostly chance, and the column a list of names. */
const LEAST_MEAN_SIZE = 5;

/**
 * A change of a rate or a mean by one column: composition and what changed within the groups (Kitagawa 1955; see
 * {@link kitagawa}). Null where the column tells nothing: one group, too many of them for the records, or a side
 * without any.
 */
export function mixRatePart(by: string, before: Tallies, after: Tallies): MixRatePart | null {
  const groups = bothSides(before, after);
  const records = groups.reduce((total, one) => total + one.before.size + one.after.size, 0);
  if (groups.length < 2 || records < LEAST_MEAN_SIZE * groups.length) return null;
  const change = kitagawa(groups.map((one) => ({ before: rateOf(one.before), after: rateOf(one.after) })));
  if (change === null) return null;
  const all = groups.map((one, index) => ({
    key: one.key,
    groups: 1,
    tallies: one,
    ...(change.groups[index] as GroupEffect),
  }));
  const named = namedGroups(
    all,
    ({ mix, rate }) => mix + rate,
    (rest) => ({
      tallies: {
        key: '',
        before: together(rest.map(({ tallies }) => tallies.before)),
        after: together(rest.map(({ tallies }) => tallies.after)),
      },
      mix: sum(rest.map(({ mix }) => mix)),
      rate: sum(rest.map(({ rate }) => rate)),
    }),
  );
  return {
    kind: 'mix_rate',
    by,
    mix: change.mix,
    rate: change.rate,
    groups: named.map(
      ({ key, groups: count, tallies, mix, rate }): MixRateGroup => ({
        key,
        groups: count,
        before: sideOf(tallies.before),
        after: sideOf(tallies.after),
        mix,
        rate,
      }),
    ),
  };
}

function rateOf({ size, total }: Tally): { size: number; rate: number | null } {
  return { size, rate: size === 0 ? null : total / size };
}

function sideOf({ size, total }: Tally): GroupSide {
  return { size, value: size === 0 ? null : total / size };
}

function together(parts: readonly Tally[]): Tally {
  return { size: sum(parts.map(({ size }) => size)), total: sum(parts.map(({ total }) => total)) };
}
