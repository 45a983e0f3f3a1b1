import type { Breakdown } from '../analysis/breakdown.js';
import type { GroupDifference } from '../analysis/group-differences.js';

/** The tests of the win rate between the groups of one column each, which a finding must not contradict. */
export function testsOfWinRate(
  breakdowns: readonly Breakdown[],
  differences: readonly (readonly GroupDifference[])[],
): ReadonlyMap<string, GroupDifference> {
  return new Map(
    breakdowns.flatMap(({ by: [name, ...more] }, index) => {
      const test = differences[index]?.find(({ kpi }) => kpi === 'win_rate');
      return name === undefined || more.length > 0 || test === undefined ? [] : [[name, test] as const];
    }),
  );
}
