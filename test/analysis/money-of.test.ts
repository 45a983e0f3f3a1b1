import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../src/analysis/money-of.js';
import { moneyBeside } from '../../src/kpi/ranking.js';
import { dealsOf } from '../support/deals.js';

const all = (lines: readonly string[]) => dealsOf(['id outcome amount currency', ...lines].join('\n')).all();

describe('the money of deals', () => {
  it('is one sum of one currency, with what names none taken for it', () => {
    const deals = all(['A open 5 EUR', 'B open . EUR', 'C open 7 .']);
    expect(moneyOf(deals)).toEqual({ priced: 2, amount: 12, currency: 'EUR', byCurrency: null });
    expect(moneyOf(dealsOf('id outcome amount\nA open 2').all())).toMatchObject({ amount: 2, currency: null });
    expect(moneyOf(all(['A open . EUR']))).toEqual({ priced: 0, amount: null, currency: null, byCurrency: null });
  });

  it('is one sum of each of several, the commonest of the file first, also of what names none', () => {
    const deals = all(['A open 5 USD', 'B open 2 EUR', 'C open . EUR', 'D open 7 .', 'E open . IRR']);
    expect(moneyOf(deals)).toEqual({
      priced: 3,
      amount: null,
      currency: null,
      byCurrency: [
        { currency: 'EUR', amount: 2, n: 2 },
        { currency: '', amount: 7, n: 1 },
        { currency: 'USD', amount: 5, n: 1 },
      ],
    });
  });

  it('is to the last digit what the deals of each currency add up to', () => {
    const deal = fc.tuple(
      fc.option(fc.double({ min: -1e6, max: 1e12, noNaN: true })),
      fc.constantFrom('EUR', 'USD', '.'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 80 }), (cells) => {
        const deals = all(cells.map(([amount, currency], at) => `D${at} open ${amount ?? '.'} ${currency}`));
        const some = deals.where((row) => cells[row]?.[2] === true);
        const { codes, values } = deals.column('currency');
        const found = moneyOf(some);
        expect(found.amount).toBe(moneyBeside(some));
        for (const { currency, amount, n } of found.byCurrency ?? []) {
          const own = some.where((row) => values[codes[row] as number] === currency);
          expect([amount, n]).toEqual([moneyBeside(own), own.size]);
        }
      }),
    );
  });
});
