import { describe, it } from 'vitest';
import { dealWonWithZeroAmount } from '../../../src/quality/catalogue/deal-won-with-zero-amount.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.won_with_zero_amount', () => {
  it('rejects won deals of 0; unpriced ones are for another rule', () => {
    expectVerdicts(
      dealWonWithZeroAmount,
      `id outcome amount verdict
       D1 won     5000   accept
       D2 won     0.01   accept
       D3 won     0      reject
       D4 won     -0     reject
       D5 won     .      outside
       D6 lost    0      outside
       D7 open    0      outside`,
    );
  });
});
