import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallis, kruskalWallisOfCounts, ratesTest } from '../../src/stats/several-groups.js';

describe('rates of several groups', () => {
  it('are compared by Pearson’s chi-squared: 30, 45 and 28 of 100, 100 and 80 give 4.9915, p = 0.0824 (SciPy)', () => {
    const test = ratesTest([
      { successes: 30, n: 100 },
      { successes: 45, n: 100 },
      { successes: 28, n: 80 },
    ]);
    expect(test).toMatchObject({ method: 'chi-squared', df: 2 });
    expect(test?.statistic).toBeCloseTo(4.991497997915638, 10);
    expect(test?.pValue).toBeCloseTo(0.08243468477008403, 10);
  });

  it('are permuted where a group expects under five: 3/4, 0/5, 4/5, 1/4 have p = 0.03698 over all tables', () => {
    // Counted out over all tables with these margins, outside this program: 0.036976.
    const test = ratesTest([
      { successes: 3, n: 4 },
      { successes: 0, n: 5 },
      { successes: 4, n: 5 },
      { successes: 1, n: 4 },
    ]);
    expect(test).toMatchObject({ method: 'permutation', df: 3 });
    // 9,999 draws: a standard error of 0.0019.
    expect(Math.abs((test?.pValue ?? 1) - 0.036976)).toBeLessThan(0.006);
  });

  it('have no test where nothing can differ, or where a large table has small groups', () => {
    expect(ratesTest([{ successes: 3, n: 9 }])).toBeNull();
    expect(
      ratesTest([
        { successes: 0, n: 9 },
        { successes: 0, n: 9 },
      ]),
    ).toBeNull();
    expect(
      ratesTest([
        { successes: 9, n: 9 },
        { successes: 9, n: 9 },
      ]),
    ).toBeNull();
    expect(
      ratesTest([
        { successes: 3000, n: 6000 },
        { successes: 1, n: 2 },
      ]),
    ).toBeNull();
  });

  it('give a probability that does not depend on the order of the groups nor on what is called a success', () => {
    const group = fc
      .integer({ min: 20, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 8, max: n - 8 }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 8 }), (groups) => {
        const rates = groups.map(([successes, n]) => ({ successes, n }));
        const p = ratesTest(rates);
        if (p?.method !== 'chi-squared') return;
        expect(p.pValue).toBeGreaterThanOrEqual(0);
        expect(p.pValue).toBeLessThanOrEqual(1);
        expect(ratesTest([...rates].reverse())?.statistic).toBeCloseTo(p.statistic, 8);
        expect(ratesTest(rates.map(({ successes, n }) => ({ successes: n - successes, n })))?.statistic).toBeCloseTo(
          p.statistic,
          8,
        );
      }),
    );
  });
});

describe('values of several groups', () => {
  it('are compared by ranks: the mucociliary data of Hollander and Wolfe give H = 0.77143, p = 0.68', () => {
    const test = kruskalWallis([
      [2.9, 3.0, 2.5, 2.6, 3.2],
      [3.8, 2.7, 4.0, 2.4],
      [2.8, 3.4, 3.7, 2.2, 2.0],
    ]);
    expect(test?.statistic).toBeCloseTo(0.7714285714, 9);
    expect(test?.pValue).toBeCloseTo(0.67996477, 7);
  });

  it('may be tied: H = 4.08822, p = 0.12950 (SciPy)', () => {
    const test = kruskalWallis([
      [1, 2, 2, 3, 4, 5, 5],
      [2, 3, 3, 6, 7, 8],
      [5, 6, 6, 9, 10, 1],
    ]);
    expect(test?.statistic).toBeCloseTo(4.08822032820252, 9);
    expect(test?.pValue).toBeCloseTo(0.12949536835232522, 9);
  });

  it('have no test where nothing can differ', () => {
    expect(kruskalWallis([[1, 2, 3]])).toBeNull();
    expect(kruskalWallis([[1, 2, 3], []])).toBeNull();
    expect(
      kruskalWallis([
        [2, 2],
        [2, 2, 2],
      ]),
    ).toBeNull();
  });
});

it('samples that were counted have the test of their values, to the last digit', () => {
  const sample = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 6 }), (samples) => {
      const counted = samples.map((values) => ({
        n: values.length,
        counts: Uint32Array.from(
          { length: 1 + Math.max(0, ...values) },
          (_, value) => values.filter((one) => one === value).length,
        ),
      }));
      expect(kruskalWallisOfCounts(counted)).toEqual(kruskalWallis(samples));
    }),
  );
});
