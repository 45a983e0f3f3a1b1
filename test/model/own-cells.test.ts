import { describe, expect, it } from 'vitest';
import { ownCells } from '../../src/model/own-cells.js';
import { cellText } from '../../src/model/text-column.js';

/** Bytes at place 8 of memory that threads share. */
function shared(bytes: readonly number[]): Uint8Array {
  const view = new Uint8Array(new SharedArrayBuffer(64), 8, bytes.length);
  view.set(bytes);
  return view;
}

describe('cells in memory of their own', () => {
  it('are copied out of memory that threads share, and say what they said', () => {
    const offsets = new Uint32Array(new SharedArrayBuffer(64), 16, 3);
    offsets.set([0, 2, 3]);
    const text = ownCells({ kind: 'plain' as const, length: 2, bytes: shared([0x61, 0x62, 0x63]), offsets });
    expect([cellText(text, 0), cellText(text, 1)]).toEqual(['ab', 'c']);
    expect(text.bytes.buffer.byteLength).toBe(3);
    expect(text.offsets.buffer.byteLength).toBe(12);
    const category = ownCells({ codes: shared([1, 0]), values: ['', 'Web'] });
    expect([...category.codes]).toEqual([1, 0]);
    expect(category.codes.buffer.byteLength).toBe(2);
    expect(category.values).toEqual(['', 'Web']);
  });

  it('are the same where they have it, be it shared or not', () => {
    const amounts = new Float64Array(new SharedArrayBuffer(16));
    expect(ownCells(amounts)).toBe(amounts);
    const days = Int32Array.of(1, 2);
    expect(ownCells(days)).toBe(days);
    const codes = Uint8Array.of(0, 1);
    expect(ownCells({ codes, values: ['', 'a'] }).codes).toBe(codes);
  });
});
