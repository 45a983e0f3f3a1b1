import { describe, expect, it } from 'vitest';
import { currencyAssumed } from '../../../src/quality/catalogue/currency-assumed.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('currency.assumed', () => {
  it('rejects amounts that name no currency where the others name one', () => {
    const found = expectVerdicts(
      currencyAssumed,
      `id amount currency verdict
       D1 100    EUR      accept
       D2 300    .        reject
       D3 0      .        accept
       D4 .      USD      outside
       D5 50     .        reject
       # signs`,
    );
    expect(found[0]?.message.en).toBe('the amount names no currency; it was taken for EUR, the only one in the files');
  });

  it('says nothing where several or none are named', () => {
    for (const table of [
      'id amount currency\nD1 1 EUR\nD2 2 .\nD3 3 USD\n# signs',
      'id amount currency\nD1 1 .\n# signs',
      'id amount currency\nD1 1 EUR\nD2 2 .',
    ]) {
      expect(runRule(currencyAssumed, table)).toMatchObject({ outcome: 'skipped', violations: 0 });
    }
  });
});
