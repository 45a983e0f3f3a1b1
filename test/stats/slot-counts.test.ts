import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWhole, type WholeCounts } from '../../src/stats/quantile.js';
import { countsOfSlot, countWholeBy } from '../../src/stats/slot-counts.js';

/** Counted by slot, from values that are handed over in pieces of some length. */
function counted(values: number[], rows: number[], slots: Uint8Array | Uint16Array, count: number, length = 100) {
  const whole = countWhole(Float64Array.from(values));
  const each = (take: (values: Float64Array, rows: Uint32Array) => void) => {
    for (let at = 0; at < rows.length; at += length) {
      take(Float64Array.from(values.slice(at, at + length)), Uint32Array.from(rows.slice(at, at + length)));
    }
  };
  return countWholeBy(each, whole as WholeCounts, slots, count);
}

it('whole numbers are counted by slot', () => {
  // Rows 4, 0 and 3 have slots 1, 2 and 1: 5 and 2 in the first, 2 in the second.
  const found = counted([5, 2, 2], [4, 0, 3], Uint8Array.of(2, 9, 9, 1, 1), 3);
  if (found === null) throw new Error('counted');
  expect([...found.sums]).toEqual([0, 7, 2]);
  expect([...found.counts]).toEqual([0, 2, 1]);
  expect(countsOfSlot(found, 1)).toEqual({ n: 2, counts: Uint32Array.of(0, 0, 1, 0, 0, 1) });
});

it('what would take more room than the values is not', () => {
  const of = (...values: number[]) => counted(values, [...values.keys()], new Uint8Array(values.length), 1);
  expect([of()?.span, of(-0)?.span, of(4_095)?.span, of(4_096)]).toEqual([1, 1, 4_096, null]);
  const slots = new Uint16Array(100).fill(999);
  const rows = [...slots.keys()];
  expect(counted(new Array<number>(100).fill(9), rows, slots, 1_000)).toBeNull();
  expect(counted(new Array<number>(100).fill(3), rows, slots, 1_000)?.sums[999]).toBe(300);
});

it('each slot has what is counted one by one', () => {
  const cell = fc.record({ slot: fc.nat({ max: 4 }), value: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(fc.array(cell), fc.integer({ min: 1, max: 12 }), (cells, length) => {
      const slots = Uint16Array.from(cells, ({ slot }) => slot).reverse();
      const rows = cells.map((_, at) => cells.length - 1 - at);
      const found = counted(
        cells.map(({ value }) => value),
        rows,
        slots,
        5,
        length,
      );
      if (found === null) throw new Error('counted');
      for (let slot = 0; slot < 5; slot++) {
        const own = cells.filter((cell) => cell.slot === slot).map(({ value }) => value);
        const { n, counts } = countsOfSlot(found, slot);
        expect([n, found.sums[slot]]).toEqual([own.length, own.reduce((a, b) => a + b, 0)]);
        expect([...counts].flatMap((times, value) => Array(times).fill(value))).toEqual(own.sort((a, b) => a - b));
      }
    }),
  );
});
