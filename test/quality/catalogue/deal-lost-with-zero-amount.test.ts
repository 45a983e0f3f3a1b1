import { describe, expect, it } from 'vitest';
import { dealLostWithZeroAmount } from '../../../src/quality/catalogue/deal-lost-with-zero-amount.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.lost_with_zero_amount', () => {
  it('rejects lost deals with an amount of exactly 0', () => {
    const found = expectVerdicts(
      dealLostWithZeroAmount,
      `id outcome amount verdict
       D1 lost    0.01   accept
       D2 lost    -5     accept
       D3 lost    0      reject
       D4 lost    0.00   reject
       D5 lost    .      outside
       D6 won     0      outside`,
    );
    expect(found[0]?.message.en).toBe('lost at an amount of 0: what was lost is not known');
  });
});
