import { describe, expect, it } from 'vitest';
import { RowList } from '../../src/model/row-list.js';

describe('a list of rows', () => {
  it('holds what was pushed, beyond the room that it begins with', () => {
    const list = new RowList();
    for (let n = 0; n < 1_000; n++) list.push(3 * n);
    expect(list.length).toBe(1_000);
    expect([...list.taken()]).toEqual(Array.from({ length: 1_000 }, (_, n) => 3 * n));
  });

  it('gives rows that a later one does not change', () => {
    const list = new RowList();
    expect([...list.taken()]).toEqual([]);
    list.push(7);
    const taken = list.taken();
    list.push(9);
    expect([...taken]).toEqual([7]);
    expect(taken.buffer.byteLength).toBe(4);
  });
});
