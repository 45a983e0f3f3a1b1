import { describe, expect, it } from 'vitest';
import { cellFormulaLike } from '../../../src/quality/catalogue/cell-formula-like.js';
import { runRule } from '../../support/rules.js';

describe('cell.formula_like', () => {
  it('rejects texts that a spreadsheet would run, once per cell', () => {
    const result = runRule(cellFormulaLike, "id name\nD1 Pump\nD2 =cmd|'/c'!A1");
    expect([result.violations, result.applicable]).toEqual([1, 4]);
    expect(result.describe()[0]?.message.en).toBe(`"=cmd|'/c'!A1" would be a formula in a spreadsheet`);
  });

  it('looks at every text of a deal; numbers, phones, dashes and handles are none', () => {
    const table = `id owner account
       D1 +SUM(A1) -2+3+cmd
       D2 -- A=B
       D3 @handle -12.50
       D4 @SUM(1,1) +1`;
    const found = runRule(cellFormulaLike, table).describe();
    expect(found.map(({ recordId, field }) => [recordId, field])).toEqual([
      ['D1', 'account'],
      ['D1', 'owner'],
      ['D4', 'owner'],
    ]);
  });
});
