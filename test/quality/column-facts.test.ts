import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oddBytes } from '../../src/quality/column-facts.js';
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
