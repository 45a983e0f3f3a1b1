import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { byCustomer, forEachNear } from '../../src/quality/deals-near.js';

const deals = fc.array(fc.tuple(fc.nat(3), fc.constantFrom(NO_DAY, -2, 0, 1, 5, 9, 40)), { maxLength: 120 });
const columns = (cells: readonly (readonly [number, number])[]) => {
  const customer = { codes: Uint32Array.from(cells, ([code]) => code), values: ['', 'a', 'b', 'c'] };
  return { customer, created: Int32Array.from(cells, ([, day]) => day) };
};

describe('byCustomer', () => {
  it('has the dated deals of each customer by day, then by row', () => {
    fc.assert(
      fc.property(deals, (cells) => {
        const { customer, created } = columns(cells);
        const { order, days, starts } = byCustomer(Uint32Array.from(cells.keys()), customer, created);
        const dated = cells.flatMap(([code, day], row) => (code === 0 || day === NO_DAY ? [] : [{ code, day, row }]));
        dated.sort((a, b) => a.code - b.code || a.day - b.day || a.row - b.row);
        expect([...order]).toEqual(dated.map(({ row }) => row));
        expect([...days]).toEqual(dated.map(({ day }) => day));
        expect([...starts]).toEqual([0, 1, 2, 3, 4].map((code) => dated.filter((one) => one.code < code).length));
      }),
    );
  });
});

describe('forEachNear', () => {
  it('visits the pairs of a customer within the days, the latest first, until told to stop', () => {
    fc.assert(
      fc.property(deals, fc.nat(9), fc.boolean(), (cells, within, stops) => {
        const { customer, created } = columns(cells);
        const dated = byCustomer(Uint32Array.from(cells.keys()), customer, created);
        const seen: string[] = [];
        forEachNear(
          { ...dated, within },
          () => true,
          (row, other) => {
            seen.push(`${row} ${other}`);
            return stops;
          },
        );
        const { order, days } = dated;
        const expected = [...order].flatMap((row, at) => {
          const before = [...order.subarray(0, at)].flatMap((other, back) =>
            customer.codes[other] === customer.codes[row] && (days[at] ?? 0) - (days[back] ?? 0) <= within
              ? [`${row} ${other}`]
              : [],
          );
          return stops ? before.slice(-1) : before.reverse();
        });
        expect(seen).toEqual(expected);
      }),
    );
  });
});
