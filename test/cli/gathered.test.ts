import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunked, inBytes } from '../../src/cli/gathered.js';

/** What a writer gets that is done with each part before it asks for the next. */
function written(pieces: Iterable<string>): { readonly bytes: Buffer; readonly parts: number[] } {
  const parts: number[] = [];
  const copies: Buffer[] = [];
  for (const part of inBytes(pieces)) {
    parts.push(part.length);
    copies.push(Buffer.from(part));
  }
  return { bytes: Buffer.concat(copies), parts };
}

describe('pieces of text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('x', 'ü', '価', '😀', 'a😀é'), fc.integer({ min: 0, max: 30_000 }))
      .map(([text, times]) => {
        return text.repeat(times);
      }),
  );

  it('are the same bytes, whatever their sizes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(written(pieces).bytes.equals(Buffer.from(pieces.join(''), 'utf8'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('come in parts of some tens of thousands of bytes, and none of nothing', () => {
    const { parts } = written(Array.from({ length: 30_000 }, (_, index) => `${index}\n`));
    expect(parts.reduce((sum, length) => sum + length, 0)).toBe(168_890);
    expect(parts.slice(0, -1).every((length) => length > 60_000)).toBe(true);
    expect(parts).toHaveLength(3);
    expect(written(['', '']).parts).toEqual([]);
  });

  it('are written to the same memory', () => {
    const memories = new Set([...inBytes(['x'.repeat(200_000)])].map(({ buffer }) => buffer));
    expect(memories.size).toBe(1);
  });

  it('are gathered as text, too', () => {
    const pieces = Array.from({ length: 30_000 }, (_, index) => `${index}\n`);
    const chunks = [...chunked(pieces)];
    expect(chunks.join('')).toBe(pieces.join(''));
    expect(chunks.length).toBe(3);
    expect([...chunked(['', ''])]).toEqual([]);
  });
});
