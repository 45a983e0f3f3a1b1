import { describe, expect, it } from 'vitest';
import { currencyMixed } from '../../../src/quality/catalogue/currency-mixed.js';
import { check } from '../../../src/quality/check.js';
import { NOTHING_BESIDE } from '../../../src/quality/definition.js';
import { day, dealsOf } from '../../support/deals.js';
import { runRule } from '../../support/rules.js';

const THREE = `id amount currency
               D1 100    EUR
               D2 200    EUR
               D3 300    .
               D4 400    USD
               D5 500    IRR
               D6 600    USD
               D7 .      GBP`;

describe('currency.mixed', () => {
  it('is one finding about the file, with the deals of each currency, most first', () => {
    const found = runRule(currencyMixed, THREE);
    expect(found).toMatchObject({ severity: 'info', applicable: 1, violations: 1 });
    // EUR and USD have two priced deals each, IRR one; GBP none that is priced.
    expect(found.describe()[0]?.message.en).toBe(
      'amounts are in EUR 2, USD 2, IRR 1 (deals); they are shown by currency and not added up',
    );
    expect(found.describe()[0]?.place).toMatchObject({ file: 'deals.csv', row: 0 });
  });

  it('accepts one currency, whatever unpriced deals and empty cells say', () => {
    expect(runRule(currencyMixed, 'id amount currency\nD1 100 EUR\nD2 200 .\nD3 . USD')).toMatchObject({
      outcome: 'pass',
      applicable: 1,
    });
  });

  it('does not depend on the order of the rows', () => {
    const messages = ['id amount currency\nD1 1 USD\nD2 1 EUR', 'id amount currency\nD2 1 EUR\nD1 1 USD'].map(
      (table) => runRule(currencyMixed, table).describe()[0]?.message.en,
    );
    expect(messages[0]).toContain('EUR 1, USD 1');
    expect(messages[1]).toBe(messages[0]);
  });

  it('is silent with rates for all of them, and names those without one', () => {
    const withRates = (...rated: string[]) =>
      check([currencyMixed], {
        deals: dealsOf(THREE),
        ambiguous: [],
        asOf: day('2025-01-01'),
        beside: { ...NOTHING_BESIDE, rated: new Set(rated) },
      }).results[0];
    expect(withRates('EUR', 'USD', 'IRR')).toMatchObject({ outcome: 'pass', violations: 0 });
    const partly = withRates('EUR', 'USD');
    expect(partly?.violations).toBe(1);
    expect(partly?.describe(1)[0]?.message.en).toMatch(/no rate for IRR$/);
  });
});
