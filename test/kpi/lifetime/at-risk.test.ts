import { describe, expect, it } from 'vitest';
import { atRiskOf } from '../../../src/kpi/lifetime/at-risk.js';
import type { Summaries } from '../../../src/kpi/lifetime/summaries.js';
import type { BgNbdName } from '../../../src/stats/lifetime/bg-nbd.js';
import type { Estimates } from '../../../src/stats/lifetime/estimates.js';

/** CDNOW's published parameters, in weeks. */
const CDNOW: Estimates<BgNbdName> = {
  names: ['r', 'alpha', 'a', 'b'],
  values: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  standardErrors: null,
  covariance: null,
  logLikelihood: 0,
  end: 'converged',
  starts: 1,
  evaluations: 1,
  n: 1,
};

interface One {
  readonly purchases: number;
  /** Days after the first purchase. */
  readonly last: number;
  readonly age: number;
}

function summaries(customers: readonly One[]): Summaries {
  const at = 1_000;
  const size = customers.length;
  return {
    at,
    size,
    codes: Uint32Array.from(customers, (_, i) => i + 1),
    purchases: Uint32Array.from(customers, ({ purchases }) => purchases),
    first: Int32Array.from(customers, ({ age }) => at - age),
    last: Int32Array.from(customers, ({ age, last }) => at - age + last),
    spent: new Float64Array(size),
    paidRepeats: new Uint32Array(size),
    paidMean: new Float64Array(size),
  };
}

/** Whether the first of the customers is at risk, beside four who have spent less. */
function isAtRisk(one: One, past = 100): boolean {
  const others = Array.from({ length: 4 }, () => ({ purchases: 1, last: 0, age: 10 }));
  return atRiskOf(CDNOW, summaries([one, ...others]), Float64Array.of(past, 10, 20, 30, 40))[0] === 1;
}

describe('at risk', () => {
  // P(alive) as published: 0.2121 of one repeat purchase in week 1.71 of 38.86, 0.7266 of two, the last in week 30.43.
  it('is who spent much and is more likely gone than not', () => {
    expect(isAtRisk({ purchases: 2, last: 12, age: 272 })).toBe(true);
    expect(isAtRisk({ purchases: 3, last: 213, age: 272 })).toBe(false);
  });

  it('is not who spent less than the top fifth', () => {
    expect(isAtRisk({ purchases: 2, last: 12, age: 272 }, 5)).toBe(false);
  });

  it('is nobody who bought once: of them the model says 1 by construction', () => {
    expect(isAtRisk({ purchases: 1, last: 0, age: 272 })).toBe(false);
  });

  it('is not who is all but gone: ten repeat purchases in twenty weeks, and two years of silence', () => {
    // u = 0.793 / 11.426 · ((4.414 + 124) / (4.414 + 20))^10.243 is about 1.7 million.
    expect(isAtRisk({ purchases: 11, last: 140, age: 868 })).toBe(false);
  });

  it('is who fell fast within a quarter of silence, however far', () => {
    // The same buyer 13 weeks after the last purchase: ((4.414 + 33) / 24.414)^10.243 · 0.0694 = 5.5, P(alive) 0.154;
    // with 15 weeks of silence 0.096; thirteen weeks earlier it was 0.865.
    expect(isAtRisk({ purchases: 11, last: 140, age: 245 })).toBe(true);
  });

  it('is not who bought within the quarter and is likely to come back', () => {
    expect(isAtRisk({ purchases: 11, last: 140, age: 150 })).toBe(false);
  });

  it('is nobody where nothing is priced', () => {
    const one = summaries([{ purchases: 2, last: 12, age: 272 }]);
    expect(Array.from(atRiskOf(CDNOW, one, Float64Array.of(Number.NaN)))).toEqual([0]);
  });
});
