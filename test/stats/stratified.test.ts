import { describe, expect, it } from 'vitest';
import { midRanks } from '../../src/stats/ranks.js';
import { kruskalWallis } from '../../src/stats/several-groups.js';
import { meanScoresTest, type Stratum } from '../../src/stats/stratified.js';

/** A 2 × 2 table as records: successes of the first group, its failures, and the same of the second. */
function table(a: number, b: number, c: number, d: number): Stratum {
  const scores = [...Array(a).fill(1), ...Array(b).fill(0), ...Array(c).fill(1), ...Array(d).fill(0)] as number[];
  return { scores, groups: scores.map((_, index) => (index < a + b ? 0 : 1)) };
}

describe('mean scores within strata', () => {
  it('of two groups and rates are Mantel and Haenszel’s: Berkeley’s admissions give 1.5246, p = 0.2169 (R)', () => {
    const test = meanScoresTest(
      [
        table(512, 313, 89, 19),
        table(353, 207, 17, 8),
        table(120, 205, 202, 391),
        table(138, 279, 131, 244),
        table(53, 138, 94, 299),
        table(22, 351, 24, 317),
      ],
      2,
    );
    expect(test?.statistic).toBeCloseTo(1.5246, 4);
    expect(test?.pValue).toBeCloseTo(0.2169, 4);
  });

  it('of ranks with one record a cell are Friedman’s: rounding first base gives 11.143, p = 0.0038 (Hollander, Wolfe)', () => {
    const times = [
      5.4, 5.5, 5.55, 5.85, 5.7, 5.75, 5.2, 5.6, 5.5, 5.55, 5.5, 5.4, 5.9, 5.85, 5.7, 5.45, 5.55, 5.6, 5.4, 5.4, 5.35,
      5.45, 5.5, 5.35, 5.25, 5.15, 5.0, 5.85, 5.8, 5.7, 5.25, 5.2, 5.1, 5.65, 5.55, 5.45, 5.6, 5.35, 5.45, 5.05, 5.0,
      4.95, 5.5, 5.5, 5.4, 5.45, 5.55, 5.5, 5.55, 5.55, 5.35, 5.45, 5.5, 5.55, 5.5, 5.45, 5.25, 5.65, 5.6, 5.4, 5.7,
      5.65, 5.55, 6.3, 6.3, 6.25,
    ];
    const strata = Array.from({ length: 22 }, (_, player) => ({
      scores: midRanks(Float64Array.from(times.slice(3 * player, 3 * player + 3))).ranks,
      groups: [0, 1, 2],
    }));
    const test = meanScoresTest(strata, 3);
    expect(test?.statistic).toBeCloseTo(11.143, 3);
    expect(test?.pValue).toBeCloseTo(0.003805, 6);
  });

  it('of ranks in one stratum are Kruskal and Wallis’s', () => {
    const samples = [
      [1, 2, 2, 3, 4, 5, 5],
      [2, 3, 3, 6, 7, 8],
      [5, 6, 6, 9, 10, 1],
    ];
    const { ranks } = midRanks(Float64Array.from(samples.flat()));
    const groups = samples.flatMap((sample, group) => sample.map(() => group));
    expect(meanScoresTest([{ scores: ranks, groups }], 3)?.statistic).toBeCloseTo(
      kruskalWallis(samples)?.statistic ?? 0,
      9,
    );
  });

  it('have no test where a group has no records or nothing differs', () => {
    expect(meanScoresTest([table(3, 4, 2, 5)], 3)).toBeNull();
    expect(meanScoresTest([table(3, 0, 2, 0)], 2)).toBeNull();
    expect(meanScoresTest([], 2)).toBeNull();
  });
});
