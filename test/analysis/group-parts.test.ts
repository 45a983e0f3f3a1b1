import fc from 'fast-check';
import { expect, it } from 'vitest';
import { split } from '../../src/analysis/group-parts.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Measurement } from '../../src/kpi/definition.js';
import { measureAll } from '../../src/kpi/measure.js';
import { dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

/** Currencies that classes of deals tell apart one by one, and more of them. */
const FEW = ['EUR', 'USD', 'GBP'];
const MANY = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY'];

const cell = {
  owner: fc.constantFrom('Ada', 'Bo', '.'),
  outcome: fc.constantFrom('won', 'won', 'lost', 'open', 'excluded'),
  amount: fc.constantFrom('.', '0', '-5', '0.1', '0.2', '1e16', '7.7'),
  created_at: fc.constantFrom('.', '2024-01-01', '2024-02-09', '2024-03-05'),
  closed_at: fc.constantFrom('.', '2024-02-08', '2024-03-05', '2024-06-30'),
  customer: fc.constantFrom('.', 'Acme', 'Birch', 'Cole', 'Dove'),
};
const tables = fc
  .constantFrom(FEW, MANY)
  .chain((currencies) =>
    fc.array(fc.record({ ...cell, currency: fc.constantFrom('.', ...currencies) }), { minLength: 150, maxLength: 260 }),
  );

/** A figure with all that is found when it is read. */
function plain(one: Measurement) {
  const { value, n, excluded, notes, details } = one;
  const shared = {
    value,
    n,
    notes: notes ?? [],
    details,
    left: excluded.map(({ reason, rows }) => [reason, [...rows]]),
  };
  if (one.value === null) return { ...shared, reason: one.reason };
  const { rows, sample, interval, distribution, bounds, ranking } = one;
  const sides = [one.numerator, one.denominator].map((side) => side && [side.total, [...side.rows]]);
  return { ...shared, sides, rows: rows && [...rows], sample, interval, distribution, bounds, ranking };
}

it('a group says what its deals say alone, to the last digit, with the deals behind it', () => {
  const ids = kpis.flatMap(({ id, onDemand }: { id: string; onDemand?: boolean }) => (onDemand === true ? [] : [id]));
  fc.assert(
    fc.property(tables, fc.constantFrom(undefined, '2024-Q1'), (rows, period) => {
      const names = [...Object.keys(cell), 'currency'] as (keyof (typeof rows)[number])[];
      const lines = rows.map((row, id) => [id, ...names.map((name) => row[name])].join(' '));
      const deals = dealsOf([`id ${names.join(' ')}`, ...lines].join('\n'));
      const question = questionOf(deals, period === undefined ? {} : { period });
      const whole = { population: deals.all(), history: null };
      const parts = split([{ name: 'owner', column: deals.column('owner') }], deals.all());
      for (const { population } of parts) {
        const grouped = measureAll(kpis, ids, { ...question, whole, population });
        const alone = measureAll(kpis, ids, {
          ...question,
          whole,
          population: deals.all().select(population.rows.slice()),
        });
        grouped.forEach(({ measurement, byCurrency }, at) => {
          const other = alone[at];
          expect(plain(measurement)).toEqual(other && plain(other.measurement));
          expect(byCurrency?.map((one) => [one.currency, plain(one.measurement)])).toEqual(
            other?.byCurrency?.map((one) => [one.currency, plain(one.measurement)]),
          );
        });
      }
    }),
    { numRuns: 12 },
  );
});

it.each([30, 400])('values stand as the deals have them, of %i deals, and those that none has are left out', (n) => {
  const owners = Array.from({ length: n }, (_, row) => (row === n - 1 ? 'Cy' : row % 3 === 0 ? '.' : 'Bo'));
  // Ada, whom the column knows first, has the first deal alone.
  const deals = dealsOf(['id owner', '0 Ada', ...owners.map((owner, row) => `${row + 1} ${owner}`)].join('\n'));
  const column = deals.column('owner');
  const others = deals.all().select(Uint32Array.from({ length: n }, (_, at) => at + 1));
  const told = (population: typeof others) =>
    split([{ name: 'owner', column }], population).map(({ key, population }) => [key[0], [...population.rows]]);
  const rowsOf = (test: (owner: string) => boolean) => owners.flatMap((owner, at) => (test(owner) ? [at + 1] : []));
  const expected = [
    ['', rowsOf((owner) => owner === '.')],
    ['Bo', rowsOf((owner) => owner === 'Bo')],
    ['Cy', [n]],
  ];
  expect(told(others)).toEqual(expected);
  expect(told(deals.all())).toEqual([['Ada', [0]], ...expected]);
});
