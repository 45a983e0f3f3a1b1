import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countsOfSlot, countWholeBy } from '../../src/stats/slot-counts.js';

it('whole numbers are counted by slot', () => {
  // Rows 4, 0 and 3 have slots 1, 2 and 1: 5 and 2 in the first, 2 in the second.
  const counted = countWholeBy(Float64Array.of(5, 2, 2), Uint32Array.of(4, 0, 3), Uint8Array.of(2, 9, 9, 1, 1), 3);
  if (counted === null) throw new Error('counted');
  expect([...counted.sums]).toEqual([0, 7, 2]);
  expect([...counted.counts]).toEqual([0, 2, 1]);
  expect(countsOfSlot(counted, 1)).toEqual({ n: 2, counts: Uint32Array.of(0, 0, 1, 0, 0, 1) });
});

it('nothing else is, nor what would take more room than the values', () => {
  const of = (...values: number[]) =>
    countWholeBy(Float64Array.from(values), Uint32Array.from(values.keys()), new Uint8Array(values.length), 1);
  expect([of(0.5), of(1, -1), of(Number.NaN), of(2 ** 32), of(5_000)]).toEqual([null, null, null, null, null]);
  expect([of()?.span, of(-0)?.span, of(4_095)?.span]).toEqual([1, 1, 4_096]);
  const slots = new Uint16Array(100).fill(999);
  const rows = Uint32Array.from(slots.keys());
  expect(countWholeBy(new Float64Array(100).fill(9), rows, slots, 1_000)).toBeNull();
  expect(countWholeBy(new Float64Array(100).fill(3), rows, slots, 1_000)?.sums[999]).toBe(300);
});

it('each slot has what is counted one by one', () => {
  const cell = fc.record({ slot: fc.nat({ max: 4 }), value: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const slots = Uint16Array.from(cells, ({ slot }) => slot).reverse();
      const rows = Uint32Array.from(cells, (_, at) => cells.length - 1 - at);
      const counted = countWholeBy(
        Float64Array.from(cells, ({ value }) => value),
        rows,
        slots,
        5,
      );
      if (counted === null) throw new Error('counted');
      for (let slot = 0; slot < 5; slot++) {
        const own = cells.filter((cell) => cell.slot === slot).map(({ value }) => value);
        const { n, counts } = countsOfSlot(counted, slot);
        expect([n, counted.sums[slot]]).toEqual([own.length, own.reduce((a, b) => a + b, 0)]);
        expect([...counts].flatMap((times, value) => Array(times).fill(value))).toEqual(own.sort((a, b) => a - b));
      }
    }),
  );
});
