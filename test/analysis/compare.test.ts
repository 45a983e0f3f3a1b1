import { describe, expect, it } from 'vitest';
import { compareMeasurements } from '../../src/analysis/compare.js';
import type { Measurement } from '../../src/kpi/definition.js';
import { mean, share, valuesIn } from '../../src/kpi/figures.js';
import { sixteenDeals } from '../support/deals.js';
import { measured } from '../support/question.js';

const CLOSED = { basis: 'closed' } as const;
const value = (amount: number): Measurement => ({ value: amount, n: 1, excluded: [] });
const meanOf = (values: readonly number[]): Measurement =>
  mean(valuesIn(Float64Array.from(values)), { rows: new Uint32Array(0) }, 'no_won_deals');

/** 0 … n − 1, shifted. */
const upTo = (n: number, shift: number) => Array.from({ length: n }, (_, i) => i + shift);

describe('a change of a rate', () => {
  it('is significant when Newcombe’s interval leaves 0 out: 56/70 against 48/80, (0.0524, 0.3339)', () => {
    const change = compareMeasurements(CLOSED, share(56, 70, 'no_deals'), share(48, 80, 'no_deals'));
    expect(change).toMatchObject({ significant: true, interval: { method: 'newcombe' } });
    expect(change?.absolute).toBeCloseTo(0.2, 12);
    expect(change?.relative).toBeCloseTo(1 / 3, 12);
    expect(change?.interval?.low).toBeCloseTo(0.0524, 4);
    expect(change?.interval?.high).toBeCloseTo(0.3339, 4);
  });

  it('is not when the interval holds 0: 12/20 against 10/20', () => {
    const change = compareMeasurements(CLOSED, share(12, 20, 'no_deals'), share(10, 20, 'no_deals'));
    expect(change?.significant).toBe(false);
    expect(change?.pValue).toBeGreaterThan(0.5);
  });

  it('is not with under 20 records on a side, however far apart: 19/19 against 0/40', () => {
    const all = compareMeasurements(CLOSED, share(19, 19, 'no_deals'), share(0, 40, 'no_deals'));
    expect(all?.interval?.low).toBeGreaterThan(0);
    expect(all?.significant).toBe(false);
    expect(compareMeasurements(CLOSED, share(20, 20, 'no_deals'), share(0, 40, 'no_deals'))?.significant).toBe(true);
  });

  it('has Fisher’s p: 7/34 against 1/34 is 0.0544', () => {
    const change = compareMeasurements(CLOSED, share(7, 34, 'no_deals'), share(1, 34, 'no_deals'));
    expect(change?.pValue).toBeCloseTo(0.0544, 4);
  });

  it('of amounts has no test', () => {
    const [q1, q2] = ['2024-Q1', '2024-Q2'].map((period) => measured('win_rate_value', sixteenDeals(), { period }));
    if (q1 === undefined || q2 === undefined) throw new Error('two quarters');
    expect(compareMeasurements(q1.kpi, q2.measurement, q1.measurement)).toMatchObject({
      significant: null,
      pValue: null,
      interval: null,
    });
  });
});

describe('a change of a mean', () => {
  it('is tested by Welch from 30 values on each side', () => {
    // Both have variance n(n + 1)/12 = 77.5, so t = 5 / √(2 · 77.5 / 30) = 2.1997 with 58 degrees of freedom.
    const change = compareMeasurements(CLOSED, meanOf(upTo(30, 5)), meanOf(upTo(30, 0)));
    expect(change).toMatchObject({ absolute: 5, significant: true, interval: { method: 'welch' } });
    expect(change?.pValue).toBeCloseTo(0.0318, 4);
    expect(compareMeasurements(CLOSED, meanOf(upTo(30, 4)), meanOf(upTo(30, 0)))?.significant).toBe(false);
  });

  it('is tested by the seeded bootstrap under 30 values, without a p-value', () => {
    const change = compareMeasurements(CLOSED, meanOf([45, 44, 30, 90, 30, 0, 60]), meanOf([60, 90, 90, 100, 85]));
    expect(change).toMatchObject({ significant: true, pValue: null, interval: { method: 'bca-bootstrap' } });
    expect(compareMeasurements(CLOSED, meanOf(upTo(29, 2)), meanOf(upTo(30, 0)))?.significant).toBe(false);
    expect(compareMeasurements(CLOSED, meanOf(upTo(29, 50)), meanOf(upTo(30, 0)))?.significant).toBe(true);
  });

  it('has no test under five values, beside thousands, or without any spread', () => {
    expect(compareMeasurements(CLOSED, meanOf(upTo(4, 50)), meanOf(upTo(30, 0)))?.significant).toBeNull();
    expect(compareMeasurements(CLOSED, meanOf(upTo(29, 50)), meanOf(upTo(501, 0)))?.significant).toBeNull();
    for (const n of [40, 10]) {
      const flat = new Array<number>(n).fill(3);
      expect(compareMeasurements(CLOSED, meanOf(flat), meanOf(flat))?.significant).toBeNull();
    }
  });
});

it('a change of a count or a sum has no test', () => {
  expect(compareMeasurements(CLOSED, value(30), value(20))).toEqual({
    absolute: 10,
    relative: 0.5,
    significant: null,
    pValue: null,
    interval: null,
    reason: 'no_test',
    likeForLike: null,
  });
});

it('a figure over the same records twice has no test: snapshots, and what looks back over all data', () => {
  for (const basis of ['all', 'snapshot'] as const) {
    const change = compareMeasurements({ basis }, share(90, 100, 'no_deals'), share(10, 100, 'no_deals'));
    expect(change).toMatchObject({ significant: null, reason: 'shared_records' });
    expect(change?.absolute).toBeCloseTo(0.8, 12);
  }
});

describe('figures that are not alike get no verdict, but a reason', () => {
  const none = { significant: null, pValue: null, interval: null };

  it('a figure to date contains the earlier one', () => {
    const change = compareMeasurements({ basis: 'all', cumulative: true }, value(85), value(60));
    expect(change).toMatchObject({ ...none, absolute: 25, reason: 'cumulative', likeForLike: null });
  });

  it('a mean over customers has the same customers on both sides', () => {
    const change = compareMeasurements(
      { basis: 'closed', needs: ['customer'] },
      meanOf(upTo(30, 5)),
      meanOf(upTo(30, 0)),
    );
    expect(change).toMatchObject({ ...none, reason: 'shared_records' });
  });

  it('means of under five values are too few', () => {
    expect(compareMeasurements(CLOSED, meanOf(upTo(4, 50)), meanOf(upTo(30, 0)))?.reason).toBe('few_records');
  });

  it('a count of open deals is judged as a share of them: 48/80 → 56/70 by Newcombe, (0.0524, 0.3339)', () => {
    const stalled = (n: number, open: number): Measurement => ({ ...value(n), details: { ofOpenDeals: open } });
    const change = compareMeasurements({ basis: 'snapshot' }, stalled(56, 70), stalled(48, 80));
    expect(change).toMatchObject({ ...none, absolute: 8, reason: 'judged_as_share' });
    expect(change?.likeForLike).toMatchObject({
      by: 'share_of_open_deals',
      value: 0.8,
      previous: 0.6,
      significant: true,
    });
    expect(change?.likeForLike?.interval?.low).toBeCloseTo(0.0524, 4);
  });
});

it('a change from 0 has no share, and one from a negative amount is measured by its size', () => {
  expect(compareMeasurements(CLOSED, value(5), value(0))?.relative).toBeNull();
  expect(compareMeasurements(CLOSED, value(5), value(-10))?.relative).toBe(1.5);
});

it('there is no change where either has no value', () => {
  const nothing: Measurement = { value: null, reason: 'no_deals', n: 0, excluded: [] };
  expect(compareMeasurements(CLOSED, nothing, value(1))).toBeNull();
  expect(compareMeasurements(CLOSED, value(1), nothing)).toBeNull();
});
