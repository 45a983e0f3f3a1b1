import { describe, expect, it } from 'vitest';
import { pays, repeatsEnough } from '../../../src/load/kernel/assembly/repeats.js';

/** Numbers in [0, 1), the same every time (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The distinct cells of a column at which it is given up; 0 where it never is. Asked as its readers ask. */
function givenUpAt(cellOf: (row: number) => number, rows: number, told = rows): number {
  const met = new Set<number>();
  let atHalf = 0;
  for (let row = 0; row < rows; row++) {
    const cell = cellOf(row);
    if (met.has(cell)) continue;
    const { size } = met;
    if (size >= 4096 && (size & (size - 1)) === 0) {
      if (size > 4096 && !repeatsEnough(size, row, atHalf, row, told)) return size;
      atHalf = row;
    }
    met.add(cell);
  }
  return 0;
}

const ROWS = 1_000_000;
/** Of them, those that the last question stands for. */
const FIRST = 150_000;

describe('whether the cells of a column repeat enough for a dictionary', () => {
  it('is told by the first repeats, where all are as likely: as many as there will be', () => {
    for (const seed of [1, 2]) {
      const chance = chances(seed);
      const drawn = (population: number) => () => Math.floor(chance() * population);
      // Of 50,000 accounts in a million rows, twenty rows each; of 200,000, one row in five has another one.
      for (const population of [10_000, 50_000, 200_000]) {
        expect(givenUpAt(drawn(population), FIRST, ROWS)).toBe(0);
      }
      // 250,000 of five million, of which the first rows tell.
      expect(givenUpAt(drawn(250_000), FIRST, 5 * ROWS)).toBe(0);
      // A million rows of two million names: 79 % of them differ.
      expect(givenUpAt(drawn(2 * ROWS), ROWS)).toBe(8192);
      // Few rows of many names: they would repeat in the end, but there is none.
      expect(givenUpAt(drawn(50_000), 20_000)).toBeGreaterThan(0);
    }
  });

  it('is told of rows in the order of the column', () => {
    for (const each of [3, 5, 20]) expect(givenUpAt((row) => Math.floor(row / each), FIRST, ROWS)).toBe(0);
    expect(givenUpAt((row) => row, ROWS)).toBe(8192);
    // Two out of three differ, to the end.
    expect(givenUpAt((row) => Math.floor(row / 1.5), ROWS)).toBeLessThanOrEqual(16_384);
  });

  it('is told of a few that most rows have, and many that few have', () => {
    const chance = chances(4);
    // One over the rank, for ranks up to a million: 14 % of a million draws differ.
    expect(givenUpAt(() => Math.floor(1_000_000 ** chance()), 400_000, ROWS)).toBe(0);
  });

  it('is not told by some rows that stand twice: ids stay ids', () => {
    const chance = chances(5);
    for (const share of [0.001, 0.005, 0.01, 0.03]) {
      let last = 0;
      const next = () => (chance() < share ? last : ++last);
      const again = (row: number) => (chance() < share ? Math.floor(chance() * row) : row);
      expect([8192, 16_384]).toContain(givenUpAt(next, ROWS, 5 * ROWS));
      expect([8192, 16_384]).toContain(givenUpAt(again, ROWS, 5 * ROWS));
    }
  });

  it('is told of repeats so far where nobody knows how many rows there will be', () => {
    const chance = chances(6);
    expect(givenUpAt(() => Math.floor(chance() * 20_000), FIRST, 0)).toBe(0);
    expect(givenUpAt((row) => row, ROWS, 0)).toBe(8192);
  });

  it('is plain when all cells are known', () => {
    expect([pays(8191, 8191), pays(8192, 16_383), pays(8192, 16_384)]).toEqual([true, false, true]);
  });
});
