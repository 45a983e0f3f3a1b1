import fc from 'fast-check';
import { isoDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { day, dealsOf } from './deals.js';

/** Two quarters of deals of every kind: some without an amount, an owner or a day of creation, some credits. */
export const TWO_QUARTERS = { before: '2024-Q1', after: '2024-Q2' } as const;

const deal = fc.record({
  outcome: fc.constantFrom('won', 'won', 'lost', 'lost', 'open', 'excluded'),
  owner: fc.constantFrom('Ann', 'Bob', 'Cleo', 'Dan', '.'),
  // More than are named.
  product: fc.integer({ min: 1, max: 14 }).map((number) => `P${number}`),
  amount: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -5_000, max: -1 }) },
  ),
  created: fc.option(fc.integer({ min: -200, max: 181 }), { freq: 20 }),
  closed: fc.integer({ min: 0, max: 181 }),
});

/** Deals closed, or open, in {@link TWO_QUARTERS}. */
export const randomDeals: fc.Arbitrary<Deals> = fc.array(deal, { minLength: 1, maxLength: 120 }).map((deals) => {
  const first = day('2024-01-01');
  const rows = deals.map(({ outcome, owner, product, amount, created, closed }, index) =>
    [
      `D${index + 1}`,
      outcome,
      owner,
      product,
      amount ?? '.',
      created === null ? '.' : isoDay(first + created),
      outcome === 'won' || outcome === 'lost' ? isoDay(first + closed) : '.',
    ].join(' '),
  );
  return dealsOf(['id outcome owner product amount created_at closed_at', ...rows].join('\n'));
});
