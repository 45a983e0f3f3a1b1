import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { type Lifetime, lifetimeOf } from '../../../src/kpi/lifetime/lifetime-of.js';
import { ALL_TIME } from '../../../src/model/period.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import type { Buyer } from '../../support/drawn.js';

/**
 * Three invented sets of customers, whose models and values were found outside of this project: SciPy 1.17, the
 * likelihoods of the papers by `betaln`, `gammaln` and `logaddexp` with weeks, BFGS and Nelder–Mead to 1e-10; what is
 * expected by equation 10 with `hyp2f1`, month by month of 365.25/12 days, each over 1.1^(month/12); customers without a
 * repeat purchase with the mean of all.
 */
const SETS = [
  {
    made: { seed: 11, customers: 400, until: 730, stop: 0.9, gap: 60 },
    counts: [186, 1_044],
    buying: { r: 0.204471, alpha: 2.841847, a: 1.456671, b: 4.000444 },
    buyingLikelihood: -2636.243152,
    spending: { p: 3.10178, q: 3.849249, v: 112.0844 },
    spendingLikelihood: -1047.237256,
    mean: 97.18195,
    // Customers 1 to 3, with 2, 0 and 3 repeat purchases.
    purchases: [1.215451, 0.294628, 0.0127111],
    values: [91.43352, 31.45111, 1.891019],
  },
  {
    made: { seed: 22, customers: 500, until: 540, stop: 0.5, gap: 50 },
    counts: [309, 1_734],
    buying: { r: 0.416397, alpha: 4.440251, a: 1.163009, b: 5.056634 },
    buyingLikelihood: -4408.393759,
    spending: { p: 2.522973, q: 4.836442, v: 169.6945 },
    spendingLikelihood: -1701.873238,
    mean: 258.2515,
    // With 1, 0 and 15.
    purchases: [0.2415994, 0.7881641, 0.0551911],
    values: [20.58675, 76.98855, 4.786024],
  },
  {
    made: { seed: 33, customers: 800, until: 1_095, stop: 0.8, gap: 40 },
    counts: [394, 2_683],
    buying: { r: 0.179514, alpha: 1.626413, a: 1.682543, b: 5.153257 },
    buyingLikelihood: -6910.000791,
    spending: { p: 2.203534, q: 4.947763, v: 210.4327 },
    spendingLikelihood: -2189.887975,
    mean: 82.84832,
    // With 10, 0 and 0.
    purchases: [9.143134, 0.1584303, 0.2088073],
    values: [812.0772, 16.21314, 21.40468],
  },
] as const;

interface Made {
  readonly seed: number;
  readonly customers: number;
  /** In days. */
  readonly until: number;
  readonly stop: number;
  readonly gap: number;
}

/** By a generator that is written down in a line in any language: s ← (1103515245 s + 12345) mod 2³¹. */
function made({ seed, customers, until, stop, gap }: Made): Buyer[] {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 2 ** 31;
  };
  return Array.from({ length: customers }, () => {
    const [days, values]: [number[], number[]] = [[], []];
    let day = Math.floor(uniform() * until * 0.6);
    const mean = gap * (0.3 + 1.7 * uniform());
    const value = 20 + 180 * uniform();
    const stops = Math.min(0.95, stop * 0.1 + 1.8 * stop * uniform() ** 2);
    while (day <= until) {
      days.push(day);
      values.push(Math.round(value * (0.5 + uniform()) * 100) / 100);
      if (uniform() < stops) break;
      day += 1 + Math.trunc(-mean * Math.log(1 - uniform()));
    }
    return { days, values };
  });
}

/** To so many digits, whatever the size. */
function agree(found: number | null | undefined, expected: number, digits = 5): void {
  expect((found ?? Number.NaN) / expected).toBeCloseTo(1, digits);
}

describe.each(SETS)('customers of seed $made.seed, as SciPy has them', (set) => {
  const lifetime: Lifetime = lifetimeOf({
    population: dealsOfBuyers(made(set.made)).all(),
    period: ALL_TIME,
    asOf: BUYERS_START + set.made.until,
    settings: { ...DEFAULT_SETTINGS, horizonMonths: 36, discountRate: 0.1 },
  });

  it('are the same customers', () => {
    expect([lifetime.repeatCustomers, lifetime.purchases]).toEqual(set.counts);
  });

  it('have the same models', () => {
    for (const [name, value] of Object.entries(set.buying)) {
      agree(lifetime.buying.estimates?.values[name as keyof typeof set.buying], value);
    }
    for (const [name, value] of Object.entries(set.spending)) {
      agree(lifetime.spending.estimates?.values[name as keyof typeof set.spending], value);
    }
    expect(lifetime.buying.estimates?.logLikelihood).toBeCloseTo(set.buyingLikelihood, 5);
    expect(lifetime.spending.estimates?.logLikelihood).toBeCloseTo(set.spendingLikelihood, 5);
  });

  it('are expected to buy as often, and are worth as much', () => {
    agree(lifetime.mean()?.value, set.mean);
    const all = Array.from(lifetime.ranked(), lifetime.customer);
    for (const [at, name] of ['C1', 'C2', 'C3'].entries()) {
      const one = all.find(({ customer }) => customer === name);
      agree(one?.expectedPurchases, set.purchases[at] as number);
      agree(one?.expectedValue, set.values[at] as number);
    }
  });
});
