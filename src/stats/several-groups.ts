import { chiSquaredTail } from './chi-squared.js';
import type { WholeCounts } from './quantile.js';
import { randomIntegers } from './random.js';
import { rankSums, rankSumsOfCounts } from './ranks.js';

/** One test of whether several groups differ at all. */
export interface GroupsTest {
  readonly method: 'chi-squared' | 'permutation' | 'kruskal-wallis';
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
}

/** Successes among the records of one group. */
export interface GroupRate {
  readonly successes: number;
  readonly n: number;
}

/** The chi-squared distribution is trusted from so many expected successes and failures in every group (Cochran 1954). */
const LEAST_EXPECTED = 5;
/** Up to so many records all tables are drawn at random instead: beyond, that costs more than it tells. */
const PERMUTED_UP_TO = 5_000;
const PERMUTATIONS = 9_999;
/** Any constant does: the same file must give the same p-value. */
const SEED = 20_240_101;

/**
 * Whether the rates of several groups differ: Pearson's chi-squared test of a 2 × k table (K. Pearson 1900) where every
 * group expects 5 successes and 5 failures (W. G. Cochran, Biometrics 10, 1954); else, up to 5,000 records, the seeded
 * permutation test of the same statistic with both margins fixed (the Monte Carlo form of Freeman and Halton's test;
 * p = (1 + as extreme) / (1 + 9,999), B. Phipson and G. K. Smyth 2010). Null under two groups with records, where all
 * records agree, and for larger tables with small groups, which the caller leaves out.
 */
export function ratesTest(groups: readonly GroupRate[]): GroupsTest | null {
  const there = groups.filter(({ n }) => n > 0);
  const n = there.reduce((total, group) => total + group.n, 0);
  const successes = there.reduce((total, group) => total + group.successes, 0);
  if (there.length < 2 || successes === 0 || successes === n) return null;
  const rate = successes / n;
  const statisticOf = (counts: ArrayLike<number>): number => {
    let total = 0;
    there.forEach((group, index) => {
      const apart = (counts[index] as number) - group.n * rate;
      total += (apart * apart) / (group.n * rate * (1 - rate));
    });
    return total;
  };
  const statistic = statisticOf(there.map((group) => group.successes));
  const df = there.length - 1;
  const expected = Math.min(...there.map((group) => group.n)) * Math.min(rate, 1 - rate);
  if (expected >= LEAST_EXPECTED)
    return { method: 'chi-squared', statistic, df, pValue: chiSquaredTail(statistic, df) };
  if (n > PERMUTED_UP_TO) return null;
  return { method: 'permutation', statistic, df, pValue: permuted(there, Math.min(successes, n - successes), n, rate) };

  function permuted(sides: readonly GroupRate[], marked: number, size: number, share: number): number {
    // Failures have the same statistic as successes: the fewer of the two are dealt out.
    const [drawn, part] = [new Uint32Array(sides.length), Math.min(share, 1 - share)];
    const cards = new Uint32Array(size);
    let at = 0;
    sides.forEach((side, index) => {
      cards.fill(index, at, at + side.n);
      at += side.n;
    });
    const { first, apart } = statisticsBySize(sides, part);
    const random = randomIntegers(SEED);
    let extreme = 0;
    for (let round = 0; round < PERMUTATIONS; round++) {
      drawn.fill(0);
      for (let i = 0; i < marked; i++) {
        const other = i + (random() % (size - i));
        const card = cards[other] as number;
        cards[other] = cards[i] as number;
        cards[i] = card;
        drawn[card] = (drawn[card] as number) + 1;
      }
      let total = 0;
      for (let index = 0; index < sides.length; index++) {
        total += apart[(first[index] as number) + (drawn[index] as number)] as number;
      }
      // The slack lets tables of equal statistic count as equal.
      if (total >= statistic * (1 - 1e-9)) extreme++;
    }
    return (1 + extreme) / (1 + PERMUTATIONS);
  }
}

/**
 * What a group adds to the statistic by how many it was dealt, found once for groups of one size: of group `i` dealt
 * `k`, `apart[first[i] + k]`.
 */
function statisticsBySize(
  groups: readonly GroupRate[],
  rate: number,
): { readonly first: Uint32Array; readonly apart: Float64Array } {
  const starts = new Map<number, number>();
  const apart: number[] = [];
  const first = Uint32Array.from(groups, ({ n }) => {
    let start = starts.get(n);
    if (start === undefined) {
      start = apart.length;
      starts.set(n, start);
      for (let dealt = 0; dealt <= n; dealt++) {
        const distance = dealt - n * rate;
        apart.push((distance * distance) / (n * rate * (1 - rate)));
      }
    }
    return start;
  });
  return { first, apart: Float64Array.from(apart) };
}

/**
 * Whether the values of several groups tend to be larger in one of them: the rank test of W. H. Kruskal and W. A. Wallis
 * (JASA 47, 1952) with the correction for ties, which a few very large amounts do not decide. From five values in each
 * group its p-value can be trusted. Null under two groups, where a group is empty, and where all values are equal.
 */
export function kruskalWallis(samples: readonly ArrayLike<number>[]): GroupsTest | null {
  return ofRanks(
    samples.map(({ length }) => length),
    () => rankSums(samples),
  );
}

/** {@link kruskalWallis} of samples that were counted: the same to the last digit. */
export function kruskalWallisOfCounts(samples: readonly WholeCounts[]): GroupsTest | null {
  return ofRanks(
    samples.map(({ n }) => n),
    () => rankSumsOfCounts(samples),
  );
}

function ofRanks(sizes: readonly number[], rank: () => ReturnType<typeof rankSums>): GroupsTest | null {
  if (sizes.length < 2 || sizes.includes(0)) return null;
  const n = sizes.reduce((total, size) => total + size, 0);
  const { sums, tied } = rank();
  const correction = 1 - tied / (n ** 3 - n);
  if (!(correction > 0)) return null;
  let total = 0;
  sizes.forEach((size, index) => {
    const apart = (sums[index] as number) / size - (n + 1) / 2;
    total += size * apart * apart;
  });
  const statistic = (12 * total) / (n * (n + 1)) / correction;
  const df = sizes.length - 1;
  return { method: 'kruskal-wallis', statistic, df, pValue: chiSquaredTail(statistic, df) };
}
