import { describe, expect, it } from 'vitest';
import { refAccountOrphan } from '../../../src/quality/catalogue/ref-account-orphan.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('ref.account_orphan', () => {
  it('rejects accounts that the customers file does not have, and offers the one that was meant', () => {
    const found = expectVerdicts(
      refAccountOrphan,
      `id account     verdict
       D1 Alpha       accept
       D2 ALPHA_.     accept
       D3 Betasolion  reject
       D4 Gamma       reject
       D5 .           outside
       # customers
       id name
       C1 Alpha
       C2 Betasoloin`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'the account "Betasolion" is not in customers.csv; did you mean "Betasoloin"?',
      'the account "Gamma" is not in customers.csv',
    ]);
  });

  it('compares ids where the deals have them', () => {
    const result = runRule(
      refAccountOrphan,
      'id account account_id\nD1 Alpha 7\nD2 Alpha 8\n# customers\nid name\n7 Alpha',
    );
    expect(result.describe().map(({ recordId, field }) => [recordId, field])).toEqual([['D2', 'account_id']]);
  });

  it('judges nothing without a customers file', () => {
    expect(runRule(refAccountOrphan, 'id account\nD1 Alpha')).toMatchObject({ outcome: 'skipped', applicable: 0 });
  });
});
