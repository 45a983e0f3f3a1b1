import { describe, expect, it } from 'vitest';
import { dealReasonOnWon } from '../../../src/quality/catalogue/deal-reason-on-won.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.reason_on_won', () => {
  it('rejects won deals with a lost reason', () => {
    const found = expectVerdicts(
      dealReasonOnWon,
      `id outcome lost_reason verdict
       D1 won     .           accept
       D2 won     Price       reject
       D3 lost    Price       outside
       D4 open    Price       outside`,
    );
    expect(found[0]?.message.en).toBe('won, but with the lost reason "Price"');
  });

  it('accepts the reason of a win where the column is for both', () => {
    const table = 'id outcome lost_reason\nD1 won Won\nD2 won Won\nD3 won Price\nD4 lost Price';
    expect(
      runRule(dealReasonOnWon, table)
        .describe()
        .map(({ recordId }) => recordId),
    ).toEqual(['D3']);
  });
});
