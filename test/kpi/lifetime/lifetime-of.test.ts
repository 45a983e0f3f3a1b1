import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type KpiSettings } from '../../../src/kpi/definition.js';
import { type Lifetime, lifetimeOf } from '../../../src/kpi/lifetime/lifetime-of.js';
import type { Deals } from '../../../src/model/deals.js';
import { ALL_TIME } from '../../../src/model/period.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import { type Buyer, buyersOf } from '../../support/drawn.js';

/** In weeks. */
const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
const UNTIL = 7 * 104;
const AT = BUYERS_START + UNTIL;
const buyers = buyersOf(1_500, KNOWN, { seed: 20_240_303, until: UNTIL, joining: 7 * 52 });

function of(deals: Deals, asOf = AT, settings: Partial<KpiSettings> = {}): Lifetime {
  return lifetimeOf({
    population: deals.all(),
    period: ALL_TIME,
    asOf,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
}

const lifetime = of(dealsOfBuyers(buyers));

describe('invented customers', () => {
  it('are counted', () => {
    expect(lifetime.customers).toBe(1_500);
    expect(lifetime.repeatCustomers).toBe(buyers.filter(({ days }) => days.length > 1).length);
    expect(lifetime.purchases).toBe(buyers.reduce((sum, { days }) => sum + days.length, 0));
  });

  it('have models that find what they were made with', () => {
    const found: Record<string, number> = {
      ...lifetime.buying.estimates?.values,
      ...lifetime.spending.estimates?.values,
    };
    const errors: Record<string, number> = {
      ...lifetime.buying.estimates?.standardErrors,
      ...lifetime.spending.estimates?.standardErrors,
    };
    for (const [name, known] of Object.entries(KNOWN)) {
      // Purchases of one day count as one, which takes a little off the rate.
      expect(Math.abs((found[name] ?? 0) - known) / (errors[name] ?? 0), name).toBeLessThan(3.5);
    }
  });

  it('are ranked by what is expected of them, once each', () => {
    const ranked = Array.from(lifetime.ranked(), lifetime.customer);
    expect(new Set(ranked.map(({ customer }) => customer)).size).toBe(1_500);
    const values = ranked.map(({ expectedValue }) => expectedValue ?? Number.NaN);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const mean = lifetime.mean();
    expect(mean?.total).toBeCloseTo(
      values.reduce((sum, one) => sum + one, 0),
      4,
    );
    expect(mean?.value).toBeCloseTo((mean?.total ?? 0) / 1_500, 8);
  });

  it('have an interval around what is expected of each, and a narrower one around the mean', () => {
    const mean = lifetime.mean();
    expect(mean?.interval?.low).toBeLessThan(mean?.value ?? 0);
    expect(mean?.interval?.high).toBeGreaterThan(mean?.value ?? 0);
    const { interval, expectedValue } = lifetime.customer(lifetime.ranked()[0] as number);
    expect(interval?.low).toBeGreaterThan(0);
    expect(interval?.low).toBeLessThan(expectedValue ?? 0);
  });

  it('P(alive) is not told of those who bought once', () => {
    for (const number of lifetime.ranked()) {
      const { purchases, pAlive } = lifetime.customer(number);
      expect(pAlive === null, `${purchases}`).toBe(purchases === 1);
    }
  });

  it('make as many purchases in the next year as is expected, and bring as much', () => {
    const later = buyersOf(1_500, KNOWN, { seed: 20_240_303, until: UNTIL + 365, joining: 7 * 52 });
    // The same draws do not make the same customers, so that the sums are those of another sample of the same kind.
    const actual = later.reduce((sum, { days }) => sum + days.filter((day) => day >= UNTIL).length, 0);
    const ahead = of(dealsOfBuyers(buyers), AT, { horizonMonths: 12, discountRate: 0 });
    const expected = Array.from(ahead.ranked(), ahead.customer).reduce(
      (sum, { expectedPurchases }) => sum + (expectedPurchases ?? 0),
      0,
    );
    expect(expected / actual).toBeGreaterThan(0.85);
    expect(expected / actual).toBeLessThan(1.15);
  });

  it('at risk are of the fifth that spent most, silent or likely gone, and bought twice', () => {
    const spent = buyers.map(({ values }) => values.reduce((sum, one) => sum + one, 0)).sort((a, b) => b - a);
    const least = spent[300] ?? 0;
    const risky = Array.from(lifetime.atRisk(), lifetime.customer);
    expect(risky.length).toBeGreaterThan(0);
    for (const one of risky) {
      expect(one.atRisk).toBe(true);
      expect(one.value).toBeGreaterThanOrEqual(least);
      expect(one.purchases).toBeGreaterThan(1);
      expect((one.pAlive ?? 1) < 0.5 || one.daysSince >= 91).toBe(true);
    }
    expect(risky.map(({ value }) => value)).toEqual(
      risky.map(({ value }) => value).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    );
  });

  it('repeat as often as expected, also in the third of the days that the model did not see', () => {
    const frequency = lifetime.frequency() ?? [];
    expect(frequency.reduce((sum, { observed }) => sum + observed, 0)).toBe(1_500);
    expect(frequency.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(1_500, 6);
    // Pearson's statistic of 8 groups: above 24 by chance once in a thousand times.
    const statistic = frequency.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);
    expect(statistic).toBeLessThan(24);
    const held = lifetime.holdOut() ?? [];
    const [expected, actual] = held.reduce<readonly [number, number]>(
      ([e, a], group) => [e + group.customers * group.expected, a + group.customers * group.actual],
      [0, 0],
    );
    expect(expected / actual).toBeGreaterThan(0.85);
    expect(expected / actual).toBeLessThan(1.15);
  });

  it('are worth less with a margin, a shorter horizon and a higher rate', () => {
    const deals = dealsOfBuyers(buyers);
    const value = (settings: Partial<KpiSettings>): number => of(deals, AT, settings).mean()?.value ?? 0;
    const whole = value({});
    expect(value({ margin: 0.4 })).toBeCloseTo(whole * 0.4, 8);
    expect(value({ horizonMonths: 12 })).toBeLessThan(whole);
    expect(value({ discountRate: 0.3 })).toBeLessThan(whole);
  });
});

it('looks at nothing after the snapshot', () => {
  const early = BUYERS_START + 7 * 70;
  const past = buyers
    .map(({ days, values }) => ({ days: days.filter((day) => day <= 7 * 70), values }))
    .filter(({ days }) => days.length > 0);
  const [seen, cut] = [of(dealsOfBuyers(buyers), early), of(dealsOfBuyers(past), early)];
  expect(seen.customers).toBe(cut.customers);
  expect(seen.buying.estimates?.values).toEqual(cut.buying.estimates?.values);
  expect(seen.mean()?.value).toBe(cut.mean()?.value);
  expect(seen.excluded.map(({ reason }) => reason)).toEqual(['after_snapshot']);
});

it('does not depend on the order of the records', () => {
  const reversed = of(dealsOfBuyers(buyers.toReversed()));
  expect(reversed.buying.estimates?.values).toEqual(lifetime.buying.estimates?.values);
  expect(reversed.mean()?.value).toBeCloseTo(lifetime.mean()?.value ?? 0, 8);
});

describe('what the data cannot carry', () => {
  const reasons = (deals: Deals, asOf = AT): (string | null)[] => {
    const { buying, spending, mean, ranked, atRisk } = of(deals, asOf);
    if (buying.reason !== null || spending.reason !== null) expect(mean()).toBeNull();
    expect(atRisk().length).toBeLessThanOrEqual(ranked().length);
    return [buying.reason, spending.reason];
  };

  it.each<readonly [string, readonly Buyer[], number, string, string | null]>([
    ['nobody', [], UNTIL, 'no_customers', 'few_priced_repeat_customers'],
    ['ten customers', buyers.slice(0, 10), UNTIL, 'few_repeat_customers', 'few_priced_repeat_customers'],
    [
      'nobody who came back',
      buyers.map(({ days, values }) => ({ days: days.slice(0, 1), values })),
      UNTIL,
      'few_repeat_customers',
      'few_priced_repeat_customers',
    ],
    [
      'a single month',
      buyers.map(({ days, values }) => ({ days: [(days[0] ?? 0) % 10, 10 + ((days[0] ?? 0) % 20)], values })),
      30,
      'purchases_too_short',
      null,
    ],
    [
      'all alike',
      Array.from({ length: 100 }, () => ({ days: [0, 100, 200], values: [50, 50, 50] })),
      400,
      'purchases_undetermined',
      'spending_undetermined',
    ],
    [
      'nobody who leaves',
      Array.from({ length: 200 }, (_, i) => ({
        days: Array.from({ length: 10 + (i % 4) }, (_, k) => 30 * k + (i % 7)),
        values: Array.from({ length: 14 }, (_, k) => 20 + ((i * 7 + k * 3) % 31)),
      })),
      399,
      'purchases_undetermined',
      null,
    ],
  ])('%s', (_, those, until, buying, spending) => {
    const found = reasons(dealsOfBuyers(those), BUYERS_START + until);
    expect(found).toEqual([buying, spending ?? found[1]]);
  });

  it('amounts whose mean is hardly there', () => {
    // q is 1.3: the mean over customers exists, but 53 of them do not tell it within a factor of ten.
    const wild = { r: 0.6, alpha: 30, a: 0.3, b: 5, p: 2, q: 1.3, v: 20 };
    const some = buyersOf(100, wild, { seed: 3, until: UNTIL, joining: 500 });
    expect(reasons(dealsOfBuyers(some))).toEqual([null, 'spending_vague']);
  });

  it('whatever the purchases are, there is a reason or every figure is one', () => {
    const buyer = fc.record({
      days: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }),
      values: fc.array(fc.oneof(fc.constant(0), fc.constant(-10), fc.double({ min: 0.01, max: 1e9, noNaN: true })), {
        minLength: 3,
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(fc.array(buyer, { minLength: 55, maxLength: 90 }), fc.integer({ min: 1, max: 3 }), (some, copies) => {
        const all = Array.from({ length: copies }, () => some).flat();
        const found = of(dealsOfBuyers(all), BUYERS_START + 450);
        const mean = found.mean();
        if (mean !== null) {
          expect(mean.value).toBeGreaterThan(0);
          expect(mean.value).toBeLessThan(Number.MAX_VALUE);
        }
        if (found.buying.estimates === null) return;
        for (const number of found.ranked()) {
          const { pAlive, expectedPurchases, expectedValue, interval } = found.customer(number);
          expect(pAlive ?? 0.5).toBeGreaterThanOrEqual(0);
          expect(pAlive ?? 0.5).toBeLessThanOrEqual(1);
          expect(expectedPurchases).toBeGreaterThanOrEqual(0);
          expect(expectedPurchases).toBeLessThan(1e6);
          if (expectedValue !== null) expect(Number.isFinite(expectedValue)).toBe(true);
          if (interval !== null) expect(interval.low).toBeLessThanOrEqual(interval.high);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('purchases without amounts have a model of how often, and none of how much', () => {
    const free = buyers.map(({ days }) => ({ days, values: [] }));
    const found = of(dealsOfBuyers(free));
    expect([found.buying.reason, found.spending.reason]).toEqual([null, 'few_priced_repeat_customers']);
    const first = found.customer(found.ranked()[0] as number);
    expect(first).toMatchObject({ value: null, meanValue: null, expectedValue: null, interval: null });
    expect(first.expectedPurchases).toBeGreaterThan(0);
    expect(found.notes.map(({ code }) => code)).toContain('priced');
  });

  it('refunds are no purchases, and lower what was bought', () => {
    const [first, ...rest] = buyers;
    const refund = { days: [...(first?.days ?? []), 700], values: [...(first?.values ?? []), -5] };
    const found = of(dealsOfBuyers([refund, ...rest]));
    expect(found.purchases).toBe(lifetime.purchases);
    expect(found.excluded.map(({ reason, rows }) => [reason, rows.length])).toEqual([['negative_amount', 1]]);
    const bought = (of: Lifetime): number | null =>
      Array.from(of.ranked(), of.customer).find(({ customer }) => customer === 'C1')?.value ?? null;
    expect(bought(found)).toBeCloseTo((bought(lifetime) ?? 0) - 5, 8);
  });

  it('says where frequency and value go together', () => {
    const tied = buyers.map(({ days, values }) => ({ days, values: values.map((one) => one * days.length) }));
    expect(of(dealsOfBuyers(tied)).notes.map(({ code }) => code)).toContain('spending_correlated');
    expect(lifetime.notes.map(({ code }) => code)).not.toContain('spending_correlated');
  });
});
