import { describe, expect, it } from 'vitest';
import { currencyMissing } from '../../../src/quality/catalogue/currency-missing.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('currency.missing', () => {
  it('rejects amounts that name no currency where the others name several; 0 is 0 in every one', () => {
    expectVerdicts(
      currencyMissing,
      `id amount currency verdict
       D1 100    EUR      accept
       D2 200    USD      accept
       D3 300    .        reject
       D4 0      .        accept
       D5 .      .        outside
       D6 -5     .        reject
       D7 50     .        reject`,
    );
  });

  it('rejects them beside one currency too where a column is for it, and where none of its cells is filled', () => {
    for (const table of ['id amount currency\nD1 1 EUR\nD2 2 .', 'id amount currency\nD1 . EUR\nD2 2 .']) {
      expect(runRule(currencyMissing, table)).toMatchObject({ outcome: 'fail', violations: 1 });
    }
  });

  it('says nothing without such a column where one currency or none is named: another rule, or no currency at all', () => {
    for (const table of [
      'id amount currency\nD1 1 EUR\nD2 2 .\n# signs',
      'id amount currency\nD1 1 .\nD2 . EUR\n# signs',
    ]) {
      expect(runRule(currencyMissing, table)).toMatchObject({ outcome: 'skipped', violations: 0 });
    }
  });
});
