import { describe, expect, it } from 'vitest';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import { dealsOf } from '../../support/deals.js';
import { buyersOf } from '../../support/drawn.js';
import { measure } from '../../support/question.js';

const UNTIL = 7 * 104;
const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
const deals = dealsOfBuyers(buyersOf(1_500, KNOWN, { seed: 20_240_303, until: UNTIL, joining: 7 * 52 }));

describe('clv_predicted', () => {
  const found = measure('clv_predicted', deals, { asOf: BUYERS_START + UNTIL });

  it('is the mean over all customers, with an interval, the counts and the parameters', () => {
    expect(found.value).toBeGreaterThan(0);
    expect(found.n).toBe(1_500);
    if (found.value === null) return;
    expect(found.interval?.method).toBe('delta-method');
    expect(found.details?.['total']).toBeCloseTo(found.value * 1_500, 4);
    expect([found.numerator?.total, found.denominator?.total]).toEqual([found.details?.['total'], 1_500]);
    expect(Object.keys(found.details ?? {})).toEqual(expect.arrayContaining(['r', 'alpha', 'a', 'b', 'p', 'q', 'v']));
  });

  it('says that it is revenue, what it is discounted with, and whom P(alive) is not told of', () => {
    expect(found.notes?.map(({ code }) => code)).toEqual(['alive_by_construction', 'lifetime_horizon', 'revenue']);
  });

  it('with a period, is of what was known at its end', () => {
    const early = measure('clv_predicted', deals, { asOf: BUYERS_START + UNTIL, period: '2022' });
    const then = measure('clv_predicted', deals, { asOf: BUYERS_START + 364 });
    expect(early.value).toBe(then.value);
    expect(early.n).toBeLessThanOrEqual(1_500);
  });

  it('has no value, and a reason, with few customers', () => {
    const few = dealsOf(`
      id outcome customer closed_at  amount
      D1 won     Ada      2024-01-05 100
      D2 won     Ada      2024-05-05 100`);
    expect(measure('clv_predicted', few)).toMatchObject({ value: null, reason: 'few_repeat_customers' });
  });
});
