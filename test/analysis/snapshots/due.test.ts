import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparison, compareSnapshots } from '../../../src/analysis/snapshots/compare.js';
import { type Due, daysBetween, dueOf, EXPECTED, FATES, wonOfOpen } from '../../../src/analysis/snapshots/due.js';
import { promisedBy } from '../../../src/analysis/snapshots/promise.js';
import { type CivilDay, isoDay } from '../../../src/model/civil-day.js';
import type { Deals } from '../../../src/model/deals.js';
import { day, dealsOf } from '../../support/deals.js';
import { dealsFrom, exports, millionths, type Row } from '../../support/snapshots.js';

const [TAKEN, LATER] = [day('2025-01-31'), day('2025-02-28')];
const DAYS = { from: TAKEN + 1, until: LATER };

function compared(old: Deals, now: Deals, taken: readonly (CivilDay | null)[] = [TAKEN, LATER]): Comparison {
  return compareSnapshots([old, now].map((deals, at) => ({ deals, taken: taken[at] ?? null })));
}

const OLD = `id outcome amount  probability expected_close closed_at
             A  open    100     0.5         2025-02-05     .
             B  open    200.10  0.25        2025-02-20     .
             C  open    300.20  0.9         2025-02-28     .
             D  open    400     0.1         2025-02-10     .
             E  open    50      .           2025-02-15     .
             F  open    60      0           2025-02-01     .
             G  open    .       0.5         2025-02-14     .
             H  open    70.70   1           2025-02-14     .
             I  open    1000    0.5         2025-01-31     .
             J  open    2000    0.5         2025-03-01     .
             K  open    500     0.5         2025-04-01     .
             L  open    10      0.5         .              .
             M  won     5000    1           2025-02-10     2025-01-10
             N  lost    600     0           2025-02-10     2025-01-10`;
const NOW = `id outcome  amount  expected_close closed_at
             A  won      120     2025-02-05     2025-02-10
             B  lost     200.10  2025-02-20     2025-02-20
             C  open     300.20  2025-03-01     .
             D  open     400     2025-02-28     .
             E  open     50      .              .
             F  excluded 60      2025-02-01     .
             H  won      70.70   2025-02-14     2025-02-28
             I  won      900     2025-01-31     2025-02-03
             J  won      2100    2025-03-01     2025-02-27
             K  lost     500     2025-04-01     2025-02-27
             L  won      11      .              2025-02-27
             M  won      5000    2025-02-10     2025-01-10
             N  won      600     2025-02-10     2025-02-11
             P  won      7000    2025-02-10     2025-02-11`;

/** Tallies as `deals × amount`. */
function short(due: Due): Record<string, string> {
  return Object.fromEntries(FATES.map((fate) => [fate, `${due.fates[fate].deals} × ${due.fates[fate].amount}`]));
}

describe('what was due', () => {
  const { pairs, money } = compared(dealsOf(OLD), dealsOf(NOW));
  const due = dueOf(pairs[0], money, DAYS) as Due;

  test('is what was open and expected in the days after the older export, up to that of the newer one', () => {
    expect(daysBetween(pairs[0])).toEqual(DAYS);
    // A to H: 100 + 200.10 + 300.20 + 400 + 50 + 60 + 70.70; G has no amount.
    expect([due.deals, due.amount, due.unpriced]).toEqual([8, 1181, 1]);
  });

  test('has one fate each, with what the older export had it at', () => {
    expect(short(due)).toEqual({
      won: '2 × 170.7',
      lost: '1 × 200.1',
      slipped: '1 × 300.2',
      still: '1 × 400',
      undated: '1 × 50',
      setAside: '1 × 60',
      vanished: '1 × 0',
    });
    expect(due.wonFor.amount).toBe(190.7);
  });

  test('is apart from what was pulled in: J and K', () => {
    expect([due.pulledIn.deals, due.pulledIn.amount]).toEqual([2, 2500]);
  });

  test('was promised by the probabilities deal by deal, against all that was won of the open deals', () => {
    const { reason, expected, counted, due: all, won } = promisedBy(pairs[0], money, DAYS, due);
    // A 50 + B 50.025 + C 270.18 + D 40 + F 0 + H 70.70; E has no probability, G no amount.
    expect([reason, counted, all]).toEqual([null, 6, 8]);
    expect(expected).toBeCloseTo(480.905, 9);
    // A 120 + H 70.70; J 2,100; I 900; L 11. N was lost then, P was not there.
    expect([won.deals, won.amount]).toEqual([5, 3201.7]);
    expect(EXPECTED.map((one) => won.parts[one].amount)).toEqual([190.7, 2100, 900, 11]);
  });
});

describe('reasons', () => {
  const reasonOf = (old: string, now = NOW): unknown => {
    const { pairs, money } = compared(dealsOf(old), dealsOf(now));
    const due = dueOf(pairs[0], money, DAYS);
    return typeof due === 'string' ? due : promisedBy(pairs[0], money, DAYS, due).reason;
  };

  test.each([
    ['missing_field:expected_close', 'id outcome amount probability\nA open 1 0.5'],
    ['no_expected_close', 'id outcome amount probability expected_close\nA open 1 0.5 .'],
    ['no_open_deals', 'id outcome amount probability expected_close\nA won 1 0.5 2025-02-05'],
    ['nothing_due', 'id outcome amount probability expected_close\nA open 1 0.5 2025-03-05'],
    ['missing_field:probability', 'id outcome amount expected_close\nA open 1 2025-02-05'],
    ['missing_field:amount', 'id outcome probability expected_close\nA open 0.5 2025-02-05'],
    [
      'no_probability_due',
      'id outcome amount probability expected_close\nA open 1 . 2025-02-05\nB open . 0.5 2025-02-05',
    ],
  ])('%s', (reason, old) => {
    expect(reasonOf(old)).toBe(reason);
  });

  test('mixed_currencies: what was due is told in each', () => {
    const old = dealsOf(`id outcome amount currency probability expected_close
                         A  open    1.5    EUR      0.5         2025-02-05
                         B  open    7      USD      0.5         2025-02-05`);
    const { pairs, money } = compared(old, old);
    const due = dueOf(pairs[0], money, DAYS) as Due;
    expect([due.deals, due.amount, due.byCurrency]).toEqual([
      2,
      null,
      [
        { currency: 'EUR', amount: 1.5 },
        { currency: 'USD', amount: 7 },
      ],
    ]);
    expect(promisedBy(pairs[0], money, DAYS, due).reason).toBe('mixed_currencies');
  });

  test('of days that nobody knows, or that are none', () => {
    const deals = dealsOf(OLD);
    expect(daysBetween(compared(deals, deals, [null, LATER]).pairs[0])).toBe('exports_undated');
    expect(daysBetween(compared(deals, deals, [TAKEN, TAKEN]).pairs[0])).toBe('no_days_between');
  });

  test('an export without amounts tells deals, and no amount of them', () => {
    const { pairs, money } = compared(dealsOf('id outcome expected_close\nA open 2025-02-05'), dealsOf(NOW));
    const due = dueOf(pairs[0], money, DAYS) as Due;
    expect([due.deals, due.amount, due.fates.won.deals, due.wonFor.amount]).toEqual([1, null, 1, 120]);
  });
});

/** Whether the row was due, in words of its own. */
const isDue = (row: Row): boolean =>
  row.outcome === 'open' && row.expected_close > isoDay(TAKEN) && row.expected_close <= isoDay(LATER);
const total = (amounts: readonly string[]): number =>
  Number(amounts.reduce((sum, amount) => sum + millionths(amount), 0n)) / 1e6;

test('on any two exports every deal due has exactly one fate, and the parts add up to the whole', () => {
  fc.assert(
    fc.property(exports(2), ([old = [], now = []]) => {
      const { pairs, money } = compared(dealsFrom(old), dealsFrom(now));
      const due = dueOf(pairs[0], money, DAYS);
      const open = old.filter(({ outcome }) => outcome === 'open');
      if (typeof due === 'string') {
        expect(open.every(({ expected_close }) => expected_close === '')).toBe(true);
        return;
      }
      const expected = old.filter(isDue);
      expect(due.deals).toBe(expected.length);
      expect(due.amount).toBeCloseTo(total(expected.map(({ amount }) => amount)), 5);
      expect(FATES.reduce((n, fate) => n + due.fates[fate].deals, 0)).toBe(due.deals);
      const units = FATES.reduce((sum, fate) => sum + Math.round((due.fates[fate].amount ?? 0) * 1e6), 0);
      expect(units).toBe(Math.round((due.amount ?? 0) * 1e6));
      const won = wonOfOpen(pairs[0], money, DAYS);
      expect(due.fates.won.deals).toBe(won.parts.due.deals);
      expect(due.wonFor.amount).toBe(won.parts.due.amount);
      expect(EXPECTED.reduce((n, one) => n + won.parts[one].deals, 0)).toBe(won.deals);
      expect(won.deals).toBe(pairs[0].classes.find((one) => one.class === 'won')?.deals);
      expect(due.fates.won.deals).toBeLessThanOrEqual(won.deals);
    }),
    { numRuns: 100 },
  );
});

test('an export against itself: what was due is open still, and nothing was won', () => {
  fc.assert(
    fc.property(exports(1), ([rows = []]) => {
      const deals = dealsFrom(rows);
      const { pairs, money } = compared(deals, deals);
      const due = dueOf(pairs[0], money, DAYS);
      if (typeof due === 'string') return;
      expect(due.fates.still).toEqual({ deals: due.deals, amount: due.amount, byCurrency: due.byCurrency });
      expect([due.pulledIn.deals, wonOfOpen(pairs[0], money, DAYS).deals]).toEqual([0, 0]);
    }),
    { numRuns: 50 },
  );
});
