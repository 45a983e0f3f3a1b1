import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealsBehind, firstBehind } from '../../src/analysis/deals-behind.js';
import type { MeasuredValue } from '../../src/kpi/definition.js';
import { dealsOf } from '../support/deals.js';

const rows = (...some: readonly number[]) => Uint32Array.from(some);
const measured = (parts: Partial<MeasuredValue>): MeasuredValue => ({ value: 1, n: 1, excluded: [], ...parts });

describe('the deals behind a figure', () => {
  it('are those of the side that holds the other', () => {
    const [won, closed] = [rows(1, 4), rows(1, 2, 4, 7)];
    const behind = dealsBehind(
      measured({ numerator: { total: 2, rows: won }, denominator: { total: 4, rows: closed } }),
    );
    expect(behind).toEqual({ side: 'denominator', rows: closed });
    expect(dealsBehind(measured({ rows: won }))).toEqual({ side: 'counted', rows: won });
  });

  it('are those of both sides where neither holds the other', () => {
    const both = measured({ numerator: { total: 2, rows: rows(3, 9) }, denominator: { total: 2, rows: rows(1, 3) } });
    expect(dealsBehind(both)).toEqual({ side: 'all', rows: rows(1, 3, 9) });
  });

  it('are none where it is of something else', () => {
    expect(dealsBehind(measured({}))).toBeNull();
    expect(dealsBehind(measured({ rows: rows() }))).toBeNull();
  });
});

describe('the first of the deals', () => {
  it('are the largest, equal ones in the order of the files, those without an amount last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -3, max: 4 })), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (amounts, most) => {
          const lines = amounts.map((amount, at) => `D${at} won ${amount ?? '.'}`);
          const deals = dealsOf(['id outcome amount', ...lines].join('\n')).all();
          const first = firstBehind({ unit: 'money', needs: [] }, deals, { day: null, most, currencies: 1 });
          const isPriced = amounts.some((amount) => (amount ?? 0) > 0);
          const sorted = amounts
            .map((amount, row) => ({ row, amount: amount ?? Number.NEGATIVE_INFINITY }))
            .sort((a, b) => (a.amount === b.amount ? a.row - b.row : b.amount - a.amount));
          const inFiles = amounts.map((_, row) => row);
          expect(first).toEqual({
            order: isPriced ? 'amount' : 'files',
            rows: (isPriced ? sorted.map(({ row }) => row) : inFiles).slice(0, most),
          });
        },
      ),
    );
  });
});
