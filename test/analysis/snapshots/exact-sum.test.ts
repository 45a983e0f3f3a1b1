import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSum, LIMIT } from '../../../src/analysis/snapshots/exact-sum.js';

test('no unit is lost, however large the sum', () => {
  const unit = fc.integer({ min: -(LIMIT - 1), max: LIMIT - 1 });
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const sum = new ExactSum();
      for (const one of units) sum.add(one);
      expect(sum.value).toBe(units.reduce((total, one) => total + BigInt(one), 0n));
    }),
  );
});

test('what is no number adds nothing', () => {
  const sum = new ExactSum();
  sum.add(Number.NaN);
  expect(sum.value).toBe(0n);
});
