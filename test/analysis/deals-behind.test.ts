import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chosen, dealsBehind, firstBehind } from '../../src/analysis/deals-behind.js';
import type { MeasuredValue } from '../../src/kpi/definition.js';
import { count, mean, rate, valuesIn } from '../../src/kpi/figures.js';
import { civilDay } from '../../src/model/civil-day.js';
import { OF_OUTCOME, type Trait } from '../../src/model/deal-classes.js';
import { WON } from '../../src/model/outcome.js';
import { dealsOf } from '../support/deals.js';

const rows = (...some: readonly number[]) => Uint32Array.from(some);
const measured = (parts: Partial<MeasuredValue>): MeasuredValue => ({ value: 1, n: 1, excluded: [], ...parts });

const ten = dealsOf(
  ['id outcome', ...Array.from({ length: 10 }, (_, at) => `D${at} ${at % 2 ? 'won' : 'open'}`)].join('\n'),
).all();

/** By their rows. */
function behindOf(parts: Partial<MeasuredValue>) {
  const behind = dealsBehind(measured(parts), new Chosen(ten));
  return behind === null ? null : { side: behind.side, rows: behind.deals.rows };
}

describe('the deals behind a figure', () => {
  it('are those of the side that holds the other', () => {
    const [won, closed] = [rows(1, 4), rows(1, 2, 4, 7)];
    const behind = behindOf({ numerator: { total: 2, rows: won }, denominator: { total: 4, rows: closed } });
    expect(behind).toEqual({ side: 'denominator', rows: closed });
    expect(behindOf({ rows: won })).toEqual({ side: 'counted', rows: won });
  });

  it('are those of both sides where neither holds the other', () => {
    const both = { numerator: { total: 2, rows: rows(3, 9) }, denominator: { total: 2, rows: rows(1, 3) } };
    expect(behindOf(both)).toEqual({ side: 'all', rows: rows(1, 3, 9) });
  });

  it('are none where it is of something else', () => {
    expect(behindOf({})).toBeNull();
    expect(behindOf({ rows: rows() })).toBeNull();
  });

  it('are the very population that was counted, of the same deals; of others those at its rows', () => {
    const [wins, others] = [ten.having(OF_OUTCOME[WON] as Trait), dealsOf('id outcome\nE1 open\nE2 open').all()];
    const all = new Chosen(ten);
    for (const one of [count(wins), mean(valuesIn(Float64Array.of(1)), wins, 'no_won_deals') as MeasuredValue]) {
      expect(dealsBehind(one, all)?.deals).toBe(wins);
    }
    const ratio = rate(wins, ten, 'no_won_deals') as MeasuredValue;
    expect(dealsBehind(ratio, all)).toMatchObject({ side: 'denominator', deals: { isAll: true, size: 10 } });
    const foreign = dealsBehind(count(others), all)?.deals;
    expect(foreign?.column('outcome')).toBe(ten.column('outcome'));
    expect(foreign?.rows).toEqual(rows(0, 1));
    expect(dealsBehind(count(others), all)?.deals).toBe(foreign);
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

  it('are those that took longest, open ones until today, equal ones in the order of the files, undated ones last', () => {
    const deal = fc.record({
      outcome: fc.constantFrom('won', 'lost', 'open'),
      created: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
      closed: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
    });
    const today = civilDay(2024, 3, 8);
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (cells, most, isKnown) => {
          const day = (of: number | null): string => (of === null ? '.' : `2024-03-0${of}`);
          const lines = cells.map(
            ({ outcome, created, closed }, at) => `D${at} ${outcome} ${day(created)} ${day(closed)}`,
          );
          const deals = dealsOf(['id outcome created_at closed_at', ...lines].join('\n')).all();
          const how = { day: isKnown ? today : null, most, currencies: 1 };
          const first = firstBehind({ unit: 'days', needs: ['created_at', 'closed_at'] }, deals, how);
          const took = cells.map(({ outcome, created, closed }, row) => {
            const until = outcome === 'open' ? (isKnown ? 8 : null) : closed;
            return { row, days: created === null || until === null || until < created ? -1 : until - created };
          });
          const isDated = took.some(({ days }) => days >= 0);
          if (isDated) took.sort((a, b) => b.days - a.days || a.row - b.row);
          expect(first).toEqual({
            order: isDated ? 'days' : 'files',
            rows: took.map(({ row }) => row).slice(0, most),
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
