import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSettler } from '../../src/live/settle.js';

const PATIENCE = { quiet: 250, absent: 1000 };

/** The times at which files settle, of what they look like at each time. */
function settled(first: string, seen: readonly (readonly [time: number, mark: string])[]): number[] {
  const settler = createSettler(first, PATIENCE);
  return seen.flatMap(([time, mark]) => (settler.see(mark, mark === 'gone', time) ? [time] : []));
}

describe('files that change', () => {
  it('have settled when they were left alone for a quarter of a second', () => {
    expect(
      settled('a', [
        [0, 'a'],
        [200, 'b'],
        [400, 'b'],
        [449, 'b'],
        [450, 'b'],
        [650, 'b'],
      ]),
    ).toEqual([450]);
  });

  it('are waited for while they grow', () => {
    const growing = [200, 400, 600, 800].map((time): [number, string] => [time, `b${time}`]);
    expect(settled('a', [...growing, [1000, 'b800'], [1200, 'b800']])).toEqual([1200]);
  });

  it('have not changed when they are what they were before', () => {
    expect(
      settled('a', [
        [200, 'b'],
        [400, 'a'],
        [800, 'a'],
        [1200, 'a'],
      ]),
    ).toEqual([]);
  });

  it('are waited for longer while one is gone', () => {
    expect(
      settled('a', [
        [200, 'gone'],
        [600, 'gone'],
        [1199, 'gone'],
        [1200, 'gone'],
        [1400, 'gone'],
      ]),
    ).toEqual([1200]);
    expect(
      settled('a', [
        [200, 'gone'],
        [400, 'b'],
        [650, 'b'],
      ]),
    ).toEqual([650]);
  });

  it('move from the first change until they have settled', () => {
    const settler = createSettler('a', PATIENCE);
    expect(settler.isMoving()).toBe(false);
    settler.see('b', false, 0);
    expect(settler.isMoving()).toBe(true);
    settler.see('b', false, 250);
    expect(settler.isMoving()).toBe(false);
  });

  it('always settle on what they are in the end, and never twice in a row on the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.constantFrom('a', 'b', 'c'), (marks, end) => {
        const settler = createSettler('a', PATIENCE);
        const found = ['a'];
        [...marks, end, end, end].forEach((mark, at) => {
          if (settler.see(mark, false, at * 200)) found.push(mark);
        });
        expect(found.at(-1)).toBe(end);
        expect(found.some((mark, at) => at > 0 && mark === found[at - 1])).toBe(false);
      }),
    );
  });
});
