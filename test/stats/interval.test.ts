import { describe, expect, it, test } from 'vitest';
import { medianInterval, medianRanks, newcombe, studentMean, welch, wilson } from '../../src/stats/interval.js';

describe('wilson', () => {
  // Newcombe 1998, table I, and the tests of statsmodels; the rest by the formula, computed independently.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
    [12, 20, 0.3866, 0.7812],
    [3, 10, 0.1078, 0.6032],
    [5, 15, 0.1518, 0.5829],
    [20, 50, 0.2761, 0.5382],
    [0, 1, 0, 0.7935],
  ])('%i of %i is (%f, %f)', (x, n, low, high) => {
    const interval = wilson(x, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test.each([
    [18, 20, 0.698966, 0.972134],
    [4, 20, 0.080658, 0.416017],
    [4, 200, 0.007804, 0.050287],
    [190, 200, 0.910422, 0.972617],
    [100, 200, 0.4313609, 0.5686391],
  ])('%i of %i is (%f, %f) to six places', (x, n, low, high) => {
    expect(wilson(x, n)?.low).toBeCloseTo(low, 6);
    expect(wilson(x, n)?.high).toBeCloseTo(high, 6);
  });

  it('agrees with statsmodels to fourteen places at 19 of 38', () => {
    expect(wilson(19, 38)?.low).toBeCloseTo(0.348499283643951, 14);
    expect(wilson(19, 38)?.high).toBeCloseTo(0.651500716356049, 14);
  });

  it('ends exactly at 0 and at 1 where nothing or everything succeeded', () => {
    for (const n of [1, 7, 20, 1000, 12_345_678]) {
      expect(wilson(0, n)?.low).toBe(0);
      expect(wilson(n, n)?.high).toBe(1);
    }
  });

  it('has no interval for no records', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('newcombe', () => {
  it('gives the published interval of 56/70 against 48/80 (Newcombe 1998, table II)', () => {
    const interval = newcombe(56, 70, 48, 80);
    expect(interval?.low).toBeCloseTo(0.0524, 4);
    expect(interval?.high).toBeCloseTo(0.3339, 4);
    expect(interval?.method).toBe('newcombe');
  });

  it('gives the published interval of 7/34 against 1/34 (Fagerland and others 2015), not Wald (0.029, 0.324)', () => {
    const interval = newcombe(7, 34, 1, 34);
    expect(interval?.low).toBeCloseTo(0.0189, 4);
    expect(interval?.high).toBeCloseTo(0.3404, 4);
  });

  it('is mirrored when the two sides are swapped', () => {
    const [a, b] = [newcombe(3, 10, 20, 50), newcombe(20, 50, 3, 10)];
    expect(a?.low).toBeCloseTo(-(b?.high ?? 0), 12);
    expect(a?.high).toBeCloseTo(-(b?.low ?? 0), 12);
  });

  it('has no interval when a side has no records', () => {
    expect(newcombe(1, 2, 0, 0)).toBeNull();
    expect(newcombe(0, 0, 1, 2)).toBeNull();
  });
});

/** R's `sleep` data: extra hours of sleep under two drugs (Cushny and Peebles 1905, in "Student" 1908). */
const SLEEP_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2.0];
const SLEEP_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('studentMean', () => {
  it('gives the interval that R prints for group 1 of sleep', () => {
    const interval = studentMean(SLEEP_1);
    expect(interval?.low).toBeCloseTo(-0.5297804, 7);
    expect(interval?.high).toBeCloseTo(2.0297804, 7);
  });

  it('gives the interval of NIST ZARR13 from its published moments', () => {
    const interval = studentMean({ n: 195, mean: 9.26146, sd: 0.022789 });
    expect(interval?.low).toBeCloseTo(9.258241, 6);
    expect(interval?.high).toBeCloseTo(9.264679, 6);
  });

  it('has no interval for one value', () => {
    expect(studentMean([3])).toBeNull();
  });
});

describe('welch', () => {
  it.each([1e-150, 1e-90, 1, 1e90, 1e150])('tells the same of values %d times as large', (scale) => {
    const by = (values: readonly number[]) => values.map((value) => value * scale);
    const [one, other] = [welch(SLEEP_1, SLEEP_2), welch(by(SLEEP_1), by(SLEEP_2))];
    expect(other?.df).toBeCloseTo(one?.df ?? 0, 8);
    expect(other?.pValue).toBeCloseTo(one?.pValue ?? 0, 8);
    expect((other?.interval.low ?? 0) / scale).toBeCloseTo(one?.interval.low ?? 0, 8);
  });

  it('gives what R prints for sleep: t test of extra by group', () => {
    const test = welch(SLEEP_1, SLEEP_2);
    expect(test?.difference).toBeCloseTo(-1.58, 10);
    expect(test?.df).toBeCloseTo(17.776, 3);
    expect(test?.pValue).toBeCloseTo(0.07939, 5);
    expect(test?.interval.low).toBeCloseTo(-3.3654832, 7);
    expect(test?.interval.high).toBeCloseTo(0.2054832, 7);
  });

  it('says nothing about samples without spread or of one value', () => {
    expect(welch([2, 2, 2], [3, 3])).toBeNull();
    expect(welch([-1e200, 1e200], [0, 1])).toBeNull();
    expect(welch([2], [3, 4])).toBeNull();
  });
});

describe('medianInterval', () => {
  // Exact binomial coverages: 1 − 2·P(X < k), X ~ Binomial(n, ½), by hand.
  test.each([
    [6, 1, 6, 0.9688],
    [7, 1, 7, 0.9844],
    [8, 1, 8, 0.9922],
    [10, 2, 9, 0.9785],
    [20, 6, 15, 0.9586],
    [30, 10, 21, 0.9572],
  ])('of %i values it runs from the %ith to the %ith, covering %f', (n, low, high, coverage) => {
    expect(medianRanks(n)).toMatchObject({ low, high });
    expect(medianRanks(n)?.coverage).toBeCloseTo(coverage, 4);
  });

  it('is impossible at 95 % with five values', () => {
    expect(medianRanks(5)).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
  });

  it('picks the values by rank, whatever their order, and leaves the sample alone', () => {
    const sample = [60, 10, 50, 20, 40, 30, 90, 80, 70, 100];
    expect(medianInterval(sample)).toMatchObject({ low: 20, high: 90, method: 'order-statistics' });
    expect(sample[0]).toBe(60);
  });
});
