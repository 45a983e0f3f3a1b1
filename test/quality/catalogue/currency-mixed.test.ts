import { describe, expect, it } from 'vitest';
import { currencyMixed } from '../../../src/quality/catalogue/currency-mixed.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('currency.mixed', () => {
  it('rejects priced deals in another currency than most', () => {
    const found = expectVerdicts(
      currencyMixed,
      `id amount currency verdict
       D1 100    EUR      accept
       D2 200    EUR      accept
       D3 300    .        accept
       D4 400    USD      reject
       D5 500    IRR      reject
       D6 600    USD      reject
       D7 .      GBP      outside`,
    );
    expect(found[1]?.message.en).toBe('the amount is in IRR, most are in EUR');
  });

  it('accepts one currency, whatever unpriced deals and empty cells say', () => {
    expect(runRule(currencyMixed, 'id amount currency\nD1 100 EUR\nD2 200 .\nD3 . USD')).toMatchObject({
      outcome: 'pass',
      applicable: 2,
    });
  });

  it('takes the first by name of equally common currencies, whatever the order of the rows', () => {
    for (const table of ['id amount currency\nD1 1 USD\nD2 1 EUR', 'id amount currency\nD2 1 EUR\nD1 1 USD']) {
      expect(
        runRule(currencyMixed, table)
          .describe()
          .map(({ recordId }) => recordId),
      ).toEqual(['D1']);
    }
  });
});
