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

  it('says nothing where one currency or none is named: another rule, or no currency at all', () => {
    for (const table of ['id amount currency\nD1 1 EUR\nD2 2 .', 'id amount currency\nD1 1 .\nD2 . EUR']) {
      expect(runRule(currencyMissing, table)).toMatchObject({ outcome: 'skipped', violations: 0 });
    }
  });
});
