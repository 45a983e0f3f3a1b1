import { describe, expect, it } from 'vitest';
import { rowWidth } from '../../../src/quality/catalogue/row-width.js';
import { runRule } from '../../support/rules.js';

describe('row.width', () => {
  it('counts every row, and names the first ones', () => {
    const result = runRule(
      rowWidth,
      'id amount\nD1 5\nD2 7\nD3 9\n# read\nrow_too_long 120 2,4\nrow_too_short 1 3\nstray_quote 5 2',
    );
    expect([result.violations, result.applicable]).toEqual([121, 3]);
    expect(result.describe().map(({ place, message }) => [place.row, message.en])).toEqual([
      [2, 'more cells than the header has; those behind the last column were left out'],
      [4, 'more cells than the header has; those behind the last column were left out'],
      [3, 'fewer cells than the header has; the missing ones count as empty'],
    ]);
  });

  it('accepts rows of the width of the header', () => {
    expect(runRule(rowWidth, 'id amount\nD1 5\nD2 .')).toMatchObject({ outcome: 'pass', applicable: 2 });
  });
});
