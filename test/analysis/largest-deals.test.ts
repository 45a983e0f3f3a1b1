import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFirst, largestIn, largestOf } from '../../src/analysis/largest-deals.js';
import { OF_OUTCOME, type Trait } from '../../src/model/deal-classes.js';
import { WON } from '../../src/model/outcome.js';
import { dealsOf } from '../support/deals.js';

const CURRENCIES = ['EUR', 'USD', 'IRR'];

describe('deals by their amounts', () => {
  it('are the largest of each currency, the commonest ahead, then the second of each', () => {
    const deals = dealsOf(
      'id outcome amount currency\nA open 5 EUR\nB open 900 IRR\nC open 7 EUR\nD open 6 USD\nE open 7 EUR\nF open 1 IRR',
    ).all();
    expect([...largestFirst(deals)].map((row) => 'ABCDEF'[row])).toEqual(['C', 'B', 'D', 'E', 'F', 'A']);
  });

  it('are the same whether all are sorted or only the first are looked for', () => {
    const deal = fc.tuple(fc.option(fc.integer({ min: -3, max: 9 })), fc.constantFrom(...CURRENCIES));
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (cells, most) => {
        const lines = cells.map(([amount, currency], at) => `D${at} open ${amount ?? '.'} ${currency}`);
        const deals = dealsOf(['id outcome amount currency', ...lines].join('\n')).all();
        const inOneOrder = (rows: readonly number[]): number[] =>
          [...rows].sort((a, b) => worthOf(b) - worthOf(a) || a - b);
        const worthOf = (row: number): number => cells[row]?.[0] ?? -1e9;
        const own = cells.map((_, row) => row);
        const priced = new Set(cells.flatMap(([amount, currency]) => (amount === null ? [] : [currency])));
        const parts = CURRENCIES.map((currency) => inOneOrder(own.filter((row) => cells[row]?.[1] === currency)));
        // By place in its currency, then the currency with more deals, then the row.
        const places = parts.flatMap((part) => part.map((row, place) => ({ row, place, deals: part.length })));
        places.sort((a, b) => a.place - b.place || b.deals - a.deals || a.row - b.row);
        const expected = priced.size < 2 ? inOneOrder(own) : places.map(({ row }) => row);
        expect([...largestFirst(deals, most)]).toEqual(expected.slice(0, most));
        expect([...largestFirst(deals)]).toEqual(expected);
      }),
    );
  });

  it('are the same of a part, looked for among the first of all deals', () => {
    const deal = fc.record({
      amount: fc.option(fc.integer({ min: -3, max: 40 }), { freq: 9 }),
      currency: fc.constantFrom(...CURRENCIES, '.'),
      isIn: fc.boolean(),
    });
    const cells = fc.array(deal, { minLength: 100, maxLength: 900, size: 'max' });
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }), (list, most, rare) => {
        const lines = list.map(({ amount, currency }, at) => `D${at} open ${amount ?? '.'} ${currency}`);
        const all = dealsOf(['id outcome amount currency', ...lines].join('\n')).all();
        const some = all.select(all.rows.filter((row) => list[row]?.isIn === true && row % (rare + 1) === 0));
        expect(largestFirst(some, most, all)).toEqual(largestFirst(some, most));
        expect(largestIn(some, most, all)).toEqual(largestIn(some, most));
      }),
      { numRuns: 60 },
    );
  });

  it.each([4, 900])('are those of a part that classes tell, of %i currencies', (currencies) => {
    const size = 3_000;
    const lines = Array.from({ length: size }, (_, row) => {
      return `D${row} ${row % 3 === 0 ? 'won' : 'open'} ${(row * 7919) % size} ${row % 2 === 0 ? 'EUR' : `C${row % currencies}`}`;
    });
    const all = dealsOf(['id outcome amount currency', ...lines].join('\n')).all();
    const won = all.having(OF_OUTCOME[WON] as Trait);
    // The largest won deals of the commonest currency: every sixth row is of it.
    const own = Array.from({ length: size / 6 }, (_, at) => 6 * at);
    const expected = own.sort((a, b) => ((b * 7919) % size) - ((a * 7919) % size));
    const first = [...largestFirst(won, 5, all)];
    expect(first[0]).toBe(expected[0]);
    expect(first).toEqual([
      ...largestFirst(
        all.where((row) => row % 3 === 0),
        5,
      ),
    ]);
    expect([...largestIn(won, 5, all)]).toEqual([...largestOf(won.rows, all.column('amount'), 5)]);
  });
});
