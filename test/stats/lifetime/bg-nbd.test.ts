import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliveProbability,
  type BgNbd,
  bgNbdLogLikelihood,
  expectedComing,
  expectedPurchases,
  fitBgNbd,
  purchasesProbability,
} from '../../../src/stats/lifetime/bg-nbd.js';
import { deltaError, slopesOf } from '../../../src/stats/lifetime/estimates.js';
import { groupHistories, type Histories } from '../../../src/stats/lifetime/histories.js';
import { type Buyer, buyersOf } from '../../support/drawn.js';
import { hypergeometric } from '../../support/hypergeometric.js';

/** CDNOW, weeks: as estimated in the paper (table 2), and to more digits. */
const ROUNDED: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const CDNOW: BgNbd = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425754 };

/** Equation 9 of the paper as it stands. */
function published({ r, alpha, a, b }: BgNbd, t: number): number {
  const z = t / (alpha + t);
  const rest = (alpha / (alpha + t)) ** r * hypergeometric(r, b, a + b - 1, z);
  return ((a + b - 1) / (a - 1)) * (1 - rest);
}

/** Equation 10 likewise. */
function publishedComing(model: BgNbd, t: number, x: number, last: number, age: number): number {
  const { r, alpha, a, b } = model;
  const z = t / (alpha + age + t);
  const rest = ((alpha + age) / (alpha + age + t)) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, z);
  const dead = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x);
  return (((a + b + x - 1) / (a - 1)) * (1 - rest)) / (1 + dead);
}

describe('published figures of CDNOW', () => {
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
  ])('E[X(%d)] = %d', (t, expected) => {
    expect(expectedPurchases(CDNOW, t)).toBeCloseTo(expected, 4);
  });

  it('E[X(78)] is that of the whole series: 1.8576, which the authors’ spreadsheet has, is the one cut after 150 terms', () => {
    expect(expectedPurchases(CDNOW, 78)).toBeCloseTo(published(CDNOW, 78), 9);
    expect(expectedPurchases(CDNOW, 78)).toBeCloseTo(1.858, 3);
  });

  it('E[Y(39)] of a customer who bought twice again, last in week 30.43', () => {
    expect(expectedComing(CDNOW, 39, 2, 30.43, 38.86)).toBeCloseTo(1.226, 3);
  });

  it.each([
    [2, 30.43, 0.7266],
    [1, 1.71, 0.2121],
    [7, 29.43, 0.6418],
    [1, 5, 0.3148],
    [2, 35.71, 0.7848],
  ])('P(alive) of %d repeat purchases, the last in week %d', (x, last, expected) => {
    expect(aliveProbability(ROUNDED, x, last, 38.86)).toBeCloseTo(expected, 4);
  });

  it('P(alive) is 1 by construction without a repeat purchase', () => {
    expect(aliveProbability(CDNOW, 0, 0, 38.86)).toBe(1);
  });

  it('P(X = 0) in 39 weeks and P(X = 10) in 2', () => {
    expect(purchasesProbability(ROUNDED, 0, 39)).toBeCloseTo(0.5737864, 7);
    expect(purchasesProbability(ROUNDED, 10, 2) / 1.07869e-7).toBeCloseTo(1, 5);
  });
});

const model = fc.record({
  r: fc.double({ min: 0.1, max: 5, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 40, noNaN: true }),
  a: fc.double({ min: 0.1, max: 5, noNaN: true }),
  b: fc.double({ min: 0.5, max: 8, noNaN: true }),
});

describe('for every model', () => {
  it('what is expected is what the paper’s formulas with ₂F₁ say', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 300 }), (one, x, t) => {
        // Where a = 1 and where a + b + x = 1 the formula divides 0 by 0, and near there it has no digits left.
        fc.pre(Math.abs(one.a - 1) > 0.05 && Math.abs(one.a + one.b + x - 1) > 0.05);
        const [last, age] = x === 0 ? [0, 60] : [31, 60];
        expect(expectedPurchases(one, t) / published(one, t)).toBeCloseTo(1, 6);
        expect(expectedComing(one, t, x, last, age) / publishedComing(one, t, x, last, age)).toBeCloseTo(1, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('a = 1 is a point like others: the formula’s value is between its neighbours', () => {
    const at = (a: number): number => published({ ...CDNOW, a }, 78);
    const here = expectedPurchases({ ...CDNOW, a: 1 }, 78);
    expect(here).toBeCloseTo((at(1.001) + at(0.999)) / 2, 5);
  });

  it('counts of purchases have probabilities that add up to 1, and a mean', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 20 }), (one, t) => {
        // Rates of a gamma distribution reach far: elsewhere 400 counts are not all of them.
        fc.pre(t / (one.alpha + t) < 0.95);
        const counts = Array.from({ length: 400 }, (_, k) => purchasesProbability(one, k, t));
        expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
        const mean = counts.reduce((sum, p, k) => sum + k * p, 0);
        expect(mean / expectedPurchases(one, t)).toBeCloseTo(1, 4);
      }),
      { numRuns: 40 },
    );
  });
});

const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };

function historiesOf(buyers: readonly Buyer[], until: number): Histories {
  const first = ({ days }: Buyer): number => days[0] ?? 0;
  return groupHistories(
    buyers.map(({ days }) => days.length - 1),
    buyers.map((buyer) => ((buyer.days.at(-1) ?? 0) - first(buyer)) / 7),
    buyers.map((buyer) => (until - first(buyer)) / 7),
  );
}

describe('the fit', () => {
  const buyers = buyersOf(4_000, KNOWN, { seed: 20_240_301, until: 7 * 104, joining: 7 * 52 });
  const histories = historiesOf(buyers, 7 * 104);
  const fit = fitBgNbd(histories);

  it('finds the parameters that invented customers were made with, within three standard errors', () => {
    expect(fit.end).toBe('converged');
    for (const name of fit.names) {
      const error = fit.standardErrors?.[name] ?? 0;
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(fit.values[name] - KNOWN[name]) / error, name).toBeLessThan(3);
    }
  });

  it('is the top: every parameter a little off is less likely', () => {
    expect(bgNbdLogLikelihood(histories, fit.values)).toBeCloseTo(fit.logLikelihood, 6);
    for (const name of fit.names) {
      for (const factor of [0.98, 1.02]) {
        const beside = { ...fit.values, [name]: fit.values[name] * factor };
        expect(bgNbdLogLikelihood(histories, beside)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it('expects as many repeat purchases as there were', () => {
    let [expected, observed] = [0, 0];
    for (let i = 0; i < histories.size; i++) {
      const weight = histories.weight[i] as number;
      expected += weight * expectedPurchases(fit.values, histories.age[i] as number);
      observed += weight * (histories.x[i] as number);
    }
    expect(expected / observed).toBeGreaterThan(0.97);
    expect(expected / observed).toBeLessThan(1.03);
  });

  it('is the same in days, but for the unit', () => {
    const days = fitBgNbd({
      ...histories,
      last: histories.last.map((one) => one * 7),
      age: histories.age.map((one) => one * 7),
    });
    expect(days.values.alpha / 7).toBeCloseTo(fit.values.alpha, 5);
    expect(days.values.r).toBeCloseTo(fit.values.r, 6);
  });

  it('the delta method gives a parameter its own standard error', () => {
    const slopes = slopesOf(fit, ({ r, a }) => Float64Array.of(r, a));
    const errorOf = (one: number): number =>
      deltaError(
        fit,
        slopes.map((along) => along[one] as number),
      ) ?? 0;
    expect(errorOf(0)).toBeCloseTo(fit.standardErrors?.r ?? -1, 6);
    expect(errorOf(1)).toBeCloseTo(fit.standardErrors?.a ?? -1, 6);
  });

  it('says where a parameter runs away: nobody ever drops out', () => {
    // Everybody goes on until the end: the longest gap ends with the observation.
    const steady = Array.from({ length: 300 }, (_, i) => ({ x: 4 + (i % 5), age: 50 + (i % 3) }));
    const end = fitBgNbd(
      groupHistories(
        steady.map(({ x }) => x),
        steady.map(({ age }) => age - 0.1),
        steady.map(({ age }) => age),
      ),
    );
    expect(end.end).not.toBe('converged');
    expect(end.standardErrors).toBeNull();
  });

  it('says so where all customers are alike', () => {
    const same = fitBgNbd(groupHistories(Array(80).fill(2), Array(80).fill(20), Array(80).fill(40)));
    expect(same.end).not.toBe('converged');
  });

  it('of many customers computes the likelihood of all of them a few dozen times, and of equal ones once', () => {
    const many = historiesOf(buyersOf(30_000, KNOWN, { seed: 20_240_304, until: 7 * 104, joining: 7 * 52 }), 7 * 104);
    expect(many.customers).toBe(30_000);
    expect(many.size).toBeGreaterThan(10_000);
    const found = fitBgNbd(many);
    expect(found.end).toBe('converged');
    expect(found.evaluations).toBeLessThan(60);
    // A hundred times as many customers of the same kinds: nothing more is computed.
    const copies = { ...many, weight: many.weight.map((one) => one * 100), customers: many.customers * 100 };
    const large = fitBgNbd(copies);
    expect(large.evaluations).toBe(found.evaluations);
    expect(large.values.r).toBeCloseTo(found.values.r, 8);
    expect((large.standardErrors?.r ?? 0) * 10).toBeCloseTo(found.standardErrors?.r ?? 0, 6);
  });
});
