import { describe, expect, it } from 'vitest';
import { dealIdMissing } from '../../../src/quality/catalogue/deal-id-missing.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.id_missing', () => {
  it('rejects deals whose id is empty, in a file that has a column for it', () => {
    expectVerdicts(
      dealIdMissing,
      `id amount verdict
       D1 100    accept
       .  200    reject
       D3 .      accept
       .  .      reject`,
    );
  });

  it('rejects all of them where the whole column is empty, and asks nothing of a file without one', () => {
    expect(runRule(dealIdMissing, 'id amount\n. 1\n. 2')).toMatchObject({ outcome: 'fail', violations: 2 });
    expect(runRule(dealIdMissing, 'name amount\nA 1')).toMatchObject({
      outcome: 'skipped',
      reason: 'missing_field:id',
    });
  });
});
