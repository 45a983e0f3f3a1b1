import { expect, it } from 'vitest';
import { midRanks } from '../../src/stats/ranks.js';

it('equal values share the mean of their ranks', () => {
  // 1 is first; three 2s share (2 + 3 + 4) / 3; 5 is fifth. Ties: 3³ − 3 = 24.
  expect(midRanks(Float64Array.of(2, 5, 2, 1, 2))).toEqual({ ranks: Float64Array.of(3, 5, 3, 1, 3), tied: 24 });
  expect(midRanks(new Float64Array(0))).toEqual({ ranks: new Float64Array(0), tied: 0 });
});
