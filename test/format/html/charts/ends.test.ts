import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../../../src/format/html/charts/ends.js';

describe('names at the ends of lines', () => {
  it('stand at the ends where these are far enough apart', () => {
    expect(apart([100, 20, 60], 10, 200)).toEqual([100, 20, 60]);
    expect(apart([], 10, 200)).toEqual([]);
  });

  it('are pushed down from each other, and up again from the edge', () => {
    expect(apart([50, 52, 54], 10, 200)).toEqual([50, 64, 78]);
    expect(apart([198, 200], 10, 200)).toEqual([186, 200]);
  });

  it('keep their order and never touch, wherever the lines end', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 10, max: 240, noNaN: true }), { maxLength: 12 }), (heights) => {
        const placed = apart(heights, 10, 240);
        const order = heights.map((height, index) => ({ height, at: placed[index] ?? 0 })).sort((a, b) => a.at - b.at);
        for (const [index, one] of order.entries()) {
          const before = order[index - 1];
          if (before === undefined) continue;
          expect(one.height).toBeGreaterThanOrEqual(before.height);
          expect(one.at - before.at).toBeGreaterThan(13.999);
        }
      }),
    );
  });
});
