import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCounts, countCodes } from '../../src/model/code-counts.js';
import { tallyCodes } from '../../src/model/tally/program.js';

describe('countCodes', () => {
  // Pieces are 65,536 bytes: columns of all widths end before, at and behind the end of one.
  const lengths = fc.oneof(fc.nat(40), fc.constantFrom(16_383, 16_384, 16_385, 32_769, 65_535, 65_537, 131_073));
  const kinds = [
    [Uint8Array, 0x100],
    [Uint16Array, 0x1_0000],
    [Uint32Array, 90_000],
  ] as const;
  const ways = [
    ['in a program', 0],
    ['in a loop', Number.POSITIVE_INFINITY],
  ] as const;

  it.each(ways)('tells how many rows have each code, of any width, %s', (_, from) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        lengths,
        fc.integer({ min: 1, max: 0x7fff_ffff }),
        fc.nat(3),
        ([Kind, most], length, step, before) => {
          // Places of their own in a larger block, as columns have them.
          const block = new Kind(before + length).subarray(before);
          for (let row = 0; row < length; row++) block[row] = (row * step) % most;
          const distinct = most;
          const right = new Map<number, number>();
          for (const code of block) right.set(code, (right.get(code) ?? 0) + 1);
          const counts = countCodes(block, distinct, from);
          expect(counts.length).toBe(distinct);
          const found = [...counts.entries()].filter(([, count]) => count > 0);
          expect(found.join()).toBe([...right].sort(([a], [b]) => a - b).join());
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(ways)('leaves out codes that it was not asked for, %s', (_, from) => {
    for (const Kind of [Uint8Array, Uint16Array, Uint32Array])
      expect([...countCodes(Kind.of(2, 0, 1, 2, 200, 2), 2, from)]).toEqual([1, 1]);
    expect([...countCodes(Uint32Array.of(5, 0xffff_ffff, 0), 3, from)]).toEqual([1, 0, 0]);
  });

  it('asks the program where there is one', () => {
    for (const Kind of [Uint8Array, Uint16Array, Uint32Array])
      expect([...(tallyCodes(Kind.of(1, 1, 0), 2) ?? [])]).toEqual([1, 2]);
  });

  it('begins anew each time', () => {
    for (let time = 0; time < 3; time++) expect([...countCodes(Uint8Array.of(1, 1, 0), 2, 0)]).toEqual([1, 2]);
  });
});

describe('codeCounts', () => {
  it('counts the deals of each value once, those without one too', () => {
    const column = { values: ['', 'EUR', 'USD', 'GBP'], codes: Uint32Array.from([1, 2, 1, 0, 1]) };
    expect([...codeCounts(column)]).toEqual([1, 3, 1, 0]);
    expect(codeCounts(column)).toBe(codeCounts(column));
  });
});
