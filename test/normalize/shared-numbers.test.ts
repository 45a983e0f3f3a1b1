import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedIds } from '../../src/normalize/damaged-ids.js';
import { sharedIdRows } from '../../src/normalize/shared-id-rows.js';
import { idColumn } from '../support/id-column.js';
import { plainColumn } from '../support/plain-column.js';

/** What a map of texts says. */
function expected(cells: readonly string[]) {
  const first = new Map<string, number>();
  const numbers = new Map<number, number>();
  const [rows, ids]: [number[], number[]] = [[], []];
  cells.forEach((cell, row) => {
    const id = cell.trim();
    if (id === '') return;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    else {
      if (!numbers.has(earlier)) numbers.set(earlier, numbers.size);
      rows.push(row);
      ids.push(numbers.get(earlier) ?? -1);
    }
  });
  return { rows: Uint32Array.from(rows), ids: Uint32Array.from(ids), firsts: Uint32Array.from(numbers.keys()) };
}

const six = (number: number): string => `D-${String(number).padStart(6, '0')}`;

describe('rows that share an id which is stored as a number', () => {
  it('are found among whatever else stands there, in any order', () => {
    const cell = fc.oneof(
      fc.nat(60).map(six),
      fc.integer({ min: 900_000, max: 900_010 }).map(six),
      fc.constantFrom('', ' ', ' D-000007', 'D-000007 ', 'D-7', 'x', 'x ', 'شناسه', '\tx', 'D-00000a'),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 150 }), (cells) => {
        expect(sharedIdRows(idColumn('D-', 6, cells))).toEqual(expected(cells));
      }),
    );
  });

  it('are found among numbers far from each other', () => {
    const cell = fc.oneof(fc.nat(999_999_999), fc.constantFrom(1, 999_999_999, 0)).map(String);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 150 }), fc.nat(20), (some, again) => {
        const cells = [...some, ...some.slice(0, again), '1000000000', ' 1'];
        expect(sharedIdRows(idColumn('', 0, cells))).toEqual(expected(cells));
      }),
    );
  });

  it('are found in a sorted table with few of them, and where all are there twice', () => {
    const sorted = Array.from({ length: 20_000 }, (_, row) => six(row % 100 === 99 ? row - 60 : row));
    expect(sharedIdRows(idColumn('D-', 6, sorted))).toEqual(expected(sorted));
    expect(expected(sorted).rows.length).toBe(200);
    const twice = Array.from({ length: 20_000 }, (_, row) => six((row * 7919) % 10_000));
    expect(sharedIdRows(idColumn('D-', 6, twice))).toEqual(expected(twice));
    expect(expected(twice).rows.length).toBe(10_000);
    const wide = Array.from({ length: 20_000 }, (_, row) => String(((row % 15_000) * 66_667) % 1_000_000_000));
    expect(sharedIdRows(idColumn('', 0, wide))).toEqual(expected(wide));
    expect(expected(wide).rows.length).toBe(5000);
  });

  it('are none where there are no ids', () => {
    for (const cells of [[], [''], ['', ' ', 'x']]) {
      expect(sharedIdRows(idColumn('D-', 6, cells))).toEqual(expected([]));
    }
  });
});

describe('damaged ids', () => {
  const damaged = ['4.2E+17', ' 5E+8', '12345678901234500', '12345678901234600', 'E+1', '17', ''];

  it.each([
    ['D-', 6, [six(1), six(2), ...damaged], 4],
    ['', 0, ['1', '200', ...damaged], 4],
    // Ids that are damaged themselves.
    ['4.2E+', 0, ['4.2E+17', '4.2E+8', 'D-1'], 2],
    ['12345678', 9, ['12345678123456700', '12345678123456800', '12345678000000000'], 3],
    ['12345678', 9, ['12345678123456789', '12345678123456781', '12345678000000000'], 0],
  ] as const)('are counted among those that begin with "%s"', (beginning, digits, cells, count) => {
    expect(damagedIds(idColumn(beginning, digits, cells))).toBe(count);
    expect(damagedIds(plainColumn(cells))).toBe(count);
  });
});
