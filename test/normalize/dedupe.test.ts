import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { LOST, OPEN, WON } from '../../src/model/outcome.js';
import { type PlainColumn, type TextColumn, textColumn } from '../../src/model/text-column.js';
import { damagedIds } from '../../src/normalize/damaged-ids.js';
import { findRepeats, type Repeat } from '../../src/normalize/dedupe.js';
import { type RowOrder, rowOrder } from '../../src/normalize/row-order.js';
import { sharedIdRows } from '../../src/normalize/shared-id-rows.js';

/** The same cells stored as bytes, as a reader stores a column in which nearly every cell differs. */
function plain(cells: readonly string[]): PlainColumn {
  const encoded = cells.map((cell) => Buffer.from(cell, 'utf8'));
  const offsets = Uint32Array.from([
    0,
    ...encoded.map((_, index) => encoded.slice(0, index + 1).reduce((sum, one) => sum + one.length, 0)),
  ]);
  return { kind: 'plain', length: cells.length, bytes: Buffer.concat(encoded), offsets };
}

const repeatsIn = (ids: TextColumn, order: RowOrder): Repeat[] => findRepeats(sharedIdRows(ids), order);

const opens = (n: number): Uint8Array => new Uint8Array(n).fill(OPEN);

describe('findRepeats', () => {
  it('keeps the newest modified row of an id', () => {
    const modified = Int32Array.from([20, 10, 30]);
    expect(repeatsIn(textColumn(['a', 'a', 'a']), rowOrder({ outcome: opens(3), modified_at: modified }))).toEqual([
      { kept: 2, dropped: 1 },
      { kept: 2, dropped: 0 },
    ]);
  });

  it('keeps a closed row before an open one where no date decides, else the first', () => {
    const none = new Int32Array(2).fill(NO_DAY);
    expect(
      repeatsIn(textColumn(['a', 'a']), rowOrder({ outcome: Uint8Array.from([WON, OPEN]), modified_at: none })),
    ).toEqual([{ kept: 0, dropped: 1 }]);
    expect(repeatsIn(textColumn(['a', 'a']), rowOrder({ outcome: Uint8Array.from([OPEN, LOST]) }))).toEqual([
      { kept: 1, dropped: 0 },
    ]);
    expect(repeatsIn(textColumn(['a', 'a']), rowOrder({ outcome: opens(2) }))).toEqual([{ kept: 0, dropped: 1 }]);
  });

  it('takes no row without an id for a repeat, and compares letters with their case', () => {
    expect(repeatsIn(textColumn(['', ' ', '', '006A', '006a']), rowOrder({ outcome: opens(5) }))).toEqual([]);
  });

  it('takes ids that differ by outer space for one', () => {
    expect(repeatsIn(textColumn(['7', ' 7 ']), rowOrder({ outcome: opens(2) }))).toEqual([{ kept: 0, dropped: 1 }]);
  });

  it('finds the same repeats in both storages, and drops every id but once', () => {
    const id = fc.oneof(
      fc.constantFrom('', ' ', 'a', 'b', ' a', 'b ', 'شناسه'),
      fc.string({ maxLength: 3 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ id, outcome: fc.constantFrom(OPEN, WON, LOST), modified: fc.integer({ min: 0, max: 3 }) }),
          { maxLength: 40 },
        ),
        (rows) => {
          const cells = rows.map((row) => row.id);
          const outcome = Uint8Array.from(rows, (row) => row.outcome);
          const modified = Int32Array.from(rows, (row) => row.modified);
          const order = rowOrder({ outcome, modified_at: modified });
          const repeats = repeatsIn(plain(cells), order);
          expect(repeatsIn(textColumn(cells), order)).toEqual(repeats);
          const ids = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
          expect(repeats.length).toBe(ids.length - new Set(ids).size);
          const dropped = new Set(repeats.map((repeat) => repeat.dropped));
          expect(repeats.some((repeat) => dropped.has(repeat.kept))).toBe(false);
        },
      ),
    );
  });
});

describe('findRepeats of some rows', () => {
  it('finds what there is without the others', () => {
    const id = fc.constantFrom('', 'a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.array(fc.record({ id, modified: fc.integer({ min: 0, max: 3 }), passed: fc.boolean() }), { maxLength: 30 }),
        (rows) => {
          const order = rowOrder({ modified_at: Int32Array.from(rows, ({ modified }) => modified) });
          const left = rows.flatMap(({ passed }, row) => (passed ? [] : [row]));
          const alone = rowOrder({ modified_at: Int32Array.from(left, (row) => rows[row]?.modified ?? 0) });
          const expected = repeatsIn(textColumn(left.map((row) => rows[row]?.id ?? '')), alone);
          const sharing = sharedIdRows(textColumn(rows.map((row) => row.id)));
          expect(findRepeats(sharing, order, (row) => rows[row]?.passed === true)).toEqual(
            expected.map(({ kept, dropped }) => ({ kept: left[kept], dropped: left[dropped] })),
          );
        },
      ),
    );
  });
});

describe('damagedIds', () => {
  it('counts the ids that a spreadsheet has shortened', () => {
    expect(damagedIds(textColumn(['4.2E+17', '4,2E+17', '123']))).toBe(2);
    expect(damagedIds(textColumn(['6155000000012345000', '6155000000012346000', '12']))).toBe(2);
    expect(damagedIds(textColumn(['6155000000012340000', '6155000000012350000']))).toBe(2);
    expect(damagedIds(textColumn(['615500000001234000', '615500000001235000']))).toBe(2);
  });

  it('leaves sound ids alone', () => {
    expect(
      damagedIds(textColumn(['6155000000012345678', '6155000000012345000', '0065g00000AbC01', '9901', '1e5'])),
    ).toBe(0);
  });
});
