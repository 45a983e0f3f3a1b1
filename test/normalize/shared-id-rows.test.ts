import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textColumn } from '../../src/model/text-column.js';
import { sharedIdRows } from '../../src/normalize/shared-id-rows.js';

it('finds the rows of every id that stands in several, and no others', () => {
  const id = fc.oneof(fc.nat(12).map(String), fc.constantFrom('', ' ', ' 7', 'x'));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (cells) => {
      const { rows, ids, firsts } = sharedIdRows(textColumn(cells));
      const found = Array.from(firsts, (first) => [first]);
      rows.forEach((row, at) => {
        found[ids[at] ?? -1]?.push(row);
      });
      const byId = new Map<string, number[]>();
      cells.forEach((cell, row) => {
        if (cell.trim() !== '') byId.set(cell.trim(), [...(byId.get(cell.trim()) ?? []), row]);
      });
      const sharing = [...byId.values()].filter((one) => one.length > 1);
      const byFirst = (a: number[], b: number[]): number => (a[0] ?? 0) - (b[0] ?? 0);
      expect(found.sort(byFirst)).toEqual(sharing.sort(byFirst));
      expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    }),
  );
});
