import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Looked, lookThrough, WORTH_A_PROGRAM } from '../../src/quality/bytes/program.js';
import { cellShapes, oddBytes, oddIn, shapesOf } from '../../src/quality/column-facts.js';
import { plainColumn } from '../support/plain-column.js';

/** The same as short lists: arrays of 65,536 numbers take long to be compared. */
function listed(looked: Looked | null) {
  if (looked === null) return null;
  const marked = (marks: Uint8Array) => {
    const places: number[] = [];
    for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) places.push(at);
    return places;
  };
  return {
    ...looked,
    foreign: looked.foreign.join(),
    pairs: marked(looked.pairs).join(),
    begins: marked(looked.begins).join(),
  };
}

/** What is to be told, asked of each text and of all bytes one after the other. */
function told(texts: readonly string[]): ReturnType<typeof listed> {
  const all = Buffer.from(texts.join(''));
  const pairs = new Uint8Array(0x1_0000);
  all.forEach((byte, at) => {
    if (byte > 0x7f) pairs[byte * 0x100 + (all[at + 1] ?? 0)] = 1;
  });
  const begins = new Uint8Array(0x100);
  for (const text of texts) if (text !== '') begins[Buffer.from(text)[0] ?? 0] = 1;
  return listed({
    foreign: Uint32Array.from(texts.flatMap((text, row) => (/[^\0-\x7f]/.test(text) ? [row] : []))),
    pairs,
    questions: all.includes('???'),
    filled: texts.filter((text) => text !== '').length,
    longest: texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text)), 0),
    begins,
  });
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'B', '?', '1', ' ', 'é', 'ت', '東', '\ufffd', '🙂'),
  maxLength: 40,
});

describe('a look through the bytes of a column', () => {
  it('tells what the texts of its cells tell', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(cell, fc.constant(''), fc.constant('plain')), { maxLength: 60 }), (texts) => {
        const column = plainColumn(texts);
        const right = told(texts);
        expect(listed(lookThrough(column))).toEqual(right);
        expect(listed({ ...oddIn(column), ...shapesOf(column) })).toEqual(right);
      }),
      { numRuns: 500 },
    );
  });

  it('tells it wherever pieces of a large column meet: at so many bytes, at so many rows', () => {
    const lengths = fc.constantFrom(0, 1, 7, 40, 300, 5_000, 0xffff, 0x1_0000);
    const texts = fc
      .array(fc.record({ length: lengths, text: cell, times: fc.constantFrom(1, 2, 17_000) }), { maxLength: 6 })
      .map((parts) =>
        parts.flatMap(({ length, text, times }) =>
          Array.from(
            { length: length > 40 ? 2 : times },
            () => text + 'x'.repeat(Math.max(0, length - Buffer.byteLength(text))),
          ),
        ),
      );
    fc.assert(
      fc.property(texts, (some) => {
        expect(listed(lookThrough(plainColumn(some)))).toEqual(told(some));
      }),
      { numRuns: 30 },
    );
  });

  it('reads a part of bytes that others share', () => {
    const { bytes, ...column } = plainColumn(['??', 'é', '?x']);
    const among = new Uint8Array(bytes.length + 6).fill(0x3f);
    among.set(bytes, 3);
    expect(listed(lookThrough({ ...column, bytes: among.subarray(3) }))).toEqual(told(['??', 'é', '?x']));
    const behind = Uint32Array.from(column.offsets, (offset) => offset + 3);
    expect(listed(lookThrough({ ...column, bytes: among, offsets: behind }))).toEqual(told(['??', 'é', '?x']));
  });

  it('leaves a column with a cell that is larger than a piece to those who need none', () => {
    const texts = ['?', 'x'.repeat(WORTH_A_PROGRAM), 'é', '???'];
    const column = plainColumn(texts);
    expect(lookThrough(column)).toBeNull();
    expect(listed({ ...oddBytes(column), ...cellShapes(column) })).toEqual(told(texts));
  });
});
