import { describe, expect, it } from 'vitest';
import { rowTotalLine } from '../../../src/quality/catalogue/row-total-line.js';
import { runRule } from '../../support/rules.js';

describe('row.total_line', () => {
  const found = (table: string) =>
    runRule(rowTotalLine, table)
      .describe()
      .map(({ place }) => place.row);

  it('rejects words for a total without an id, in the last three records only', () => {
    expect(found('id name amount\n. Total 9\nD1 A 5\nD2 B 4\n. Sum 9\n. جمع_کل 9')).toEqual([5, 6]);
    expect(found('id name amount\nD1 A 5\nTotal . 5')).toEqual([3]);
  });

  it('rejects a record without any text whose amount is the sum of all others', () => {
    expect(found('id name amount\nD1 A 5.25\nD2 B 4\n. . 9.25')).toEqual([4]);
    expect(found('id name amount\nD1 A 5.25\nD2 B 4\n. . 9.5')).toEqual([]);
  });

  it('accepts deals that only sound so', () => {
    expect(found('id name amount\nD1 Total_Energies 5\nD2 Summit 4\n. Totally_new 1')).toEqual([]);
  });
});
