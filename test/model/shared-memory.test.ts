import { describe, expect, it } from 'vitest';
import { copyOf, roomFor, roomLike } from '../../src/model/shared-memory.js';

describe('memory for columns', () => {
  it('is shared where a column is large', () => {
    expect(roomFor(Float64Array, 10).buffer).toBeInstanceOf(ArrayBuffer);
    const large = roomFor(Float64Array, 100_000);
    expect(large.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([large.length, large[99_999]]).toEqual([100_000, 0]);
  });

  it('keeps the kind and the cells', () => {
    const days = roomFor(Int32Array, 100_000);
    days[7] = -5;
    const copy = copyOf(days);
    expect(copy).toBeInstanceOf(Int32Array);
    expect(copy.buffer).not.toBe(days.buffer);
    expect([copy.length, copy[7]]).toEqual([100_000, -5]);
    expect(roomLike(days, 3)).toEqual(new Int32Array(3));
  });
});
