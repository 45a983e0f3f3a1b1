import { expect, it } from 'vitest';
import { categoryAt, categoryColumn } from '../../src/model/column.js';
import { firstFilled } from '../../src/normalize/join-together.js';

it('takes the first column that has a value, row by row', () => {
  const column = firstFilled([
    categoryColumn(['', 'Retail', '', 'Banking']),
    categoryColumn(['Banking', 'Energy', '', '']),
  ]);
  expect(column === undefined ? [] : [0, 1, 2, 3].map((row) => categoryAt(column, row))).toEqual([
    'Banking',
    'Retail',
    '',
    'Banking',
  ]);
  expect(column?.values).toEqual(['', 'Retail', 'Banking', 'Energy']);
});

it('is nothing of nothing, and the column itself of one', () => {
  const one = categoryColumn(['a']);
  expect([firstFilled([]), firstFilled([one])]).toEqual([undefined, one]);
});
