import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import { cellText, type PlainColumn, textColumn } from '../../src/model/text-column.js';
import { groupOrders } from '../../src/normalize/order-groups.js';

/** The same cells as bytes, whatever they are. */
function plain(cells: readonly string[]): PlainColumn {
  const offsets = new Uint32Array(cells.length + 1);
  cells.forEach((cell, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + Buffer.byteLength(cell);
  });
  return { kind: 'plain', length: cells.length, bytes: Buffer.from(cells.join('')), offsets };
}

interface Line {
  readonly id: string;
  readonly customer: string;
  readonly taken: boolean;
}

/** What the words say: rows of one number and customer, where several customers share the number; those taken back go. */
function expected(lines: readonly Line[]): number[][] {
  const customers = (id: string): Set<string> =>
    new Set(lines.filter((line) => line.id.trim() === id && line.customer !== '').map(({ customer }) => customer));
  const orders = new Map<string, number[]>();
  lines.forEach(({ id, customer }, row) => {
    const number = id.trim();
    const key =
      number === '' ? `row ${row}` : customers(number).size > 1 ? `of ${number} ${customer}` : `number ${number}`;
    orders.set(key, [...(orders.get(key) ?? []), row]);
  });
  return [...orders.values()].map((rows) => {
    const sold = rows.filter((row) => lines[row]?.taken === false);
    return sold.length === 0 ? rows : sold;
  });
}

describe('orders', () => {
  it('are the rows of one number and customer, in both storages', () => {
    const line = fc.record({
      id: fc.constantFrom('', ' ', '1', '2', '3', ' 3 ', '\u00a03', 'C4', 'شماره'),
      customer: fc.constantFrom('', 'a', 'b'),
      taken: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.boolean(), (lines, inBytes) => {
        const texts = lines.map(({ id }) => id);
        const orders = groupOrders(
          lines.length,
          inBytes ? plain(texts) : textColumn(texts),
          undefined,
          categoryColumn(lines.map(({ customer }) => customer)),
          Uint8Array.from(lines, ({ taken }) => Number(taken)),
        );
        const rows = Array.from({ length: orders.count }, (_, order) =>
          Array.from(orders.lines.subarray(orders.starts[order], orders.starts[order + 1])),
        );
        expect(rows).toEqual(expected(lines));
        for (const own of rows) for (const row of own) expect(orders.lineOf[row]).toBe(own[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('have numbers that tell them apart where customers share one', () => {
    const ids = textColumn(['7', '7', '8']);
    const { ids: made } = groupOrders(3, ids, undefined, categoryColumn(['a', 'b', 'a']), new Uint8Array(3));
    const numbers = [0, 1, 2].map((row) => (made === undefined ? '' : cellText(made, row)));
    expect(new Set(numbers).size).toBe(3);
    expect(numbers[2]).toBe('8');
  });
});
