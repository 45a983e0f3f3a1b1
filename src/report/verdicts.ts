import type { Breakdown } from '../analysis/breakdown.js';
import type { GroupDifference } from '../analysis/group-differences.js';

/** The verdicts on the win rate of the breakdowns by one column, which a finding must not contradict. */
export function verdictsOnWinRate(
  breakdowns: readonly Breakdown[],
  differences: readonly (readonly GroupDifference[])[],
): ReadonlyMap<string, boolean> {
  return new Map(
    breakdowns.flatMap(({ by: [name, ...more] }, index) => {
      const test = differences[index]?.find(({ kpi }) => kpi === 'win_rate');
      return name === undefined || more.length > 0 || test === undefined ? [] : [[name, test.significant] as const];
    }),
  );
}
