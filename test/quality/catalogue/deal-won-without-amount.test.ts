import { describe, expect, it } from 'vitest';
import { dealWonWithoutAmount } from '../../../src/quality/catalogue/deal-won-without-amount.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.won_without_amount', () => {
  it('rejects won deals without an amount; a zero and a credit are amounts', () => {
    expectVerdicts(
      dealWonWithoutAmount,
      `id outcome  amount verdict
       D1 won      5000   accept
       D2 won      0      accept
       D3 won      -300   accept
       D4 won      .      reject
       D5 won      #REF!  reject
       D6 won      .      reject
       D7 lost     .      outside
       D8 open     .      outside
       D9 excluded .      outside`,
    );
  });

  it('knows no amount of what it found', () => {
    expect(runRule(dealWonWithoutAmount, 'id outcome amount\nD1 won .\nD2 won 5').amount).toBeNull();
  });

  it('is skipped, not passed, in a file without amounts', () => {
    expect(runRule(dealWonWithoutAmount, 'id outcome\nD1 won')).toMatchObject({
      outcome: 'skipped',
      reason: 'missing_field:amount',
    });
  });
});
