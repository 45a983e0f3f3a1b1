import { describe, it } from 'vitest';
import { dealOpenWithoutAmount } from '../../../src/quality/catalogue/deal-open-without-amount.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.open_without_amount', () => {
  it('rejects open deals without an amount; a zero is one', () => {
    expectVerdicts(
      dealOpenWithoutAmount,
      `id outcome amount verdict
       D1 open    5000   accept
       D2 open    0      accept
       D3 open    .      reject
       D4 open    tbc    reject
       D5 won     .      outside
       D6 lost    .      outside`,
    );
  });
});
