import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellShapes, dayCounts, dayExtent, foreignCodes, oddBytes } from '../../src/quality/column-facts.js';
import { dealsOf } from '../support/deals.js';
import { plainColumn } from '../support/plain-column.js';

const cell = fc
  .array(fc.constantFrom('a', '?', '?', '?', '>', '@', 'é', 'ش', '~', ''), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('oddBytes', () => {
  it('tells the cells with letters beyond ASCII, and whether three question marks stand together, wherever bytes lie', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), fc.nat(3), (texts, shift) => {
        const column = plainColumn(texts);
        const bytes = new Uint8Array(column.bytes.length + shift).subarray(shift);
        bytes.set(column.bytes);
        const { foreign, questions } = oddBytes({ ...column, bytes });
        expect([...foreign]).toEqual(texts.flatMap((text, row) => (/[^\0-\x7f]/.test(text) ? [row] : [])));
        // A mark at the end of a cell and two at the beginning of the next stand together, too: texts decide.
        expect(questions).toBe(texts.join('').includes('???'));
      }),
      { numRuns: 500 },
    );
  });

  it('looks at what the cells hold only', () => {
    const column = plainColumn(['???', 'ab', 'é']);
    const one = { ...column, offsets: column.offsets.subarray(1), length: 1 };
    expect(oddBytes(one)).toEqual({ foreign: new Uint32Array(0), questions: false, pairs: new Uint8Array(0x1_0000) });
  });
});

describe('cellShapes', () => {
  it('tells how many cells are filled, the bytes of the longest and which bytes they begin with', () => {
    const column = plainColumn(['', '=1', 'é', '', 'abc', '=2']);
    const { filled, longest, begins } = cellShapes(column);
    expect([filled, longest]).toEqual([4, 3]);
    expect([...begins.keys()].filter((byte) => begins[byte] === 1)).toEqual([0x3d, 0x61, 0xc3]);
    const last = cellShapes({ ...column, offsets: column.offsets.subarray(2), length: 2 });
    expect([last.filled, last.longest, last.begins[0x3d]]).toEqual([1, 2, 0]);
  });
});

describe('foreignCodes', () => {
  it('are those of texts with a letter beyond ASCII', () => {
    const values = ['', 'abc', 'é', '~', 'a\u0080'];
    expect([...foreignCodes({ codes: Uint8Array.of(0, 1), values })]).toEqual([2, 4]);
  });
});

describe('days of a column', () => {
  const table = dealsOf('id created_at outcome\nA 2024-01-05 won\nB . won\nC 2024-01-03 lost\nD 2024-01-05 open');
  const days = table.column('created_at');
  const first = days[2] ?? 0;

  it('have an extent', () => {
    expect(dayExtent(days)).toEqual({ first, last: first + 2, filled: 3 });
    expect(dayExtent(table.column('expected_close')).filled).toBe(0);
  });

  it('are counted of all deals, and of some', () => {
    expect(dayCounts(days, table.all())).toEqual({ first, counts: Uint32Array.of(1, 0, 2) });
    expect(
      dayCounts(
        days,
        table.all().where((row) => row < 3),
      ),
    ).toEqual({ first, counts: Uint32Array.of(1, 0, 1) });
  });
});
