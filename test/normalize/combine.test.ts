import { expect, test } from 'vitest';
import { numbersIn } from '../../src/model/column.js';
import { stack } from '../../src/normalize/combine.js';

test('ratios of several tables stand one under the other, whether they are codes, a number each, or not there', () => {
  const { probability } = stack([
    { size: 3, columns: { probability: { codes: Uint8Array.of(1, 0, 1), numbers: Float64Array.of(0.2, 1) } } },
    { size: 1, columns: {} },
    { size: 2, columns: { probability: Float64Array.of(0.7, 0) } },
  ]);
  const at = numbersIn(probability ?? []);
  expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([1, 0.2, 1, Number.NaN, 0.7, 0]);
});
