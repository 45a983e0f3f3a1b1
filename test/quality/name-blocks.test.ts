import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, NameBlocks } from '../../src/quality/name-blocks.js';

const namesIn = (blocks: NameBlocks, block: number): number[] => {
  const names: number[] = [];
  for (let place = blocks.first(block); place !== 0; place = blocks.nextOf(place)) names.push(blocks.nameOf(place));
  return names;
};

describe('NameBlocks', () => {
  it('keeps the first names of each block, latest first', () => {
    const put = fc.array(fc.tuple(fc.nat(900), fc.nat(5000)), { maxLength: 3000 });
    fc.assert(
      fc.property(put, (pairs) => {
        const blocks = new NameBlocks(3);
        const expected = new Map<number, number[]>();
        for (const [block, name] of pairs) {
          blocks.add(block, name);
          const known = expected.get(block) ?? [];
          expected.set(block, known.length < 3 ? [name, ...known] : known);
        }
        for (const [block, names] of expected) expect(namesIn(blocks, block)).toEqual(names);
        expect(namesIn(blocks, 901)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('blocksOf', () => {
  const shared = (a: readonly string[], b: readonly string[]) => {
    const other = new Set(blocksOf(b, b.join(''), 8));
    return blocksOf(a, a.join(''), 8).filter((block) => other.has(block)).length;
  };

  it('has one in common for the same words, the same letters, and long words whose beginning or end is equal', () => {
    expect(shared(['alpha', 'beta'], ['alpha', 'beta'])).toBe(2);
    expect(shared(['alphabeta'], ['alpha', 'beta'])).toBe(1);
    expect(shared(['logistics', 'one'], ['logistcs', 'one'])).toBeGreaterThan(0);
    expect(shared(['logistics', 'one'], ['logistics', 'two'])).toBe(0);
    expect(shared(['ab', 'c'], ['a', 'bcd'])).toBe(0);
  });
});
