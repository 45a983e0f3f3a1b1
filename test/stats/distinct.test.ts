import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctBy } from '../../src/stats/distinct.js';

it('different numbers, and those that come again, are those of a set per slot', () => {
  const cell = fc.record({ slot: fc.nat({ max: 5 }), number: fc.nat({ max: 6 }) });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const slots = Uint8Array.from(cells, ({ slot }) => slot).reverse();
      const rows = Uint32Array.from(cells, (_, at) => cells.length - 1 - at);
      for (const kind of [Uint16Array, Uint32Array]) {
        const numbers = new kind(cells.map(({ number }) => number));
        const room = new kind(cells.length).fill(7);
        const { counts, repeated } = distinctBy(numbers, 7, rows, slots, 6, room);
        for (let slot = 0; slot < 6; slot++) {
          const own = cells.filter((cell) => cell.slot === slot).map(({ number }) => number);
          const different = [...new Set(own)];
          expect(counts[slot]).toBe(different.length);
          expect(repeated[slot]).toBe(different.filter((one) => own.indexOf(one) !== own.lastIndexOf(one)).length);
        }
      }
    }),
  );
});
