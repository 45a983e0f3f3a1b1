import { describe, expect, it } from 'vitest';
import { dealAccountMissing } from '../../../src/quality/catalogue/deal-account-missing.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.account_missing', () => {
  it('rejects deals with neither an account name nor an account id', () => {
    expectVerdicts(
      dealAccountMissing,
      `id account account_id verdict
       D1 Alpha   .          accept
       D2 .       17         accept
       D3 .       .          reject
       D4 .       .          reject`,
    );
  });

  it('needs one of the two columns', () => {
    expect(runRule(dealAccountMissing, 'id account_id\nD1 17\nD2 .')).toMatchObject({ applicable: 2, violations: 1 });
    expect(runRule(dealAccountMissing, 'id\nD1')).toMatchObject({
      outcome: 'skipped',
      reason: 'missing_field:account',
    });
  });
});
