import { describe, expect, it } from 'vitest';
import { dealClosedInFuture } from '../../../src/quality/catalogue/deal-closed-in-future.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.closed_in_future', () => {
  // Examples are read at 2025-01-01.
  it('rejects closing after the snapshot; the snapshot itself is allowed', () => {
    const found = expectVerdicts(
      dealClosedInFuture,
      `id outcome closed_at  verdict
       D1 won     2025-01-01 accept
       D2 lost    2024-12-31 accept
       D3 won     2025-01-02 reject
       D4 lost    2025-02-01 reject
       D5 open    2025-02-01 outside
       D6 won     .          outside`,
    );
    expect(found[1]?.message.en).toBe('closed on 2025-02-01, 31 days after the snapshot of 2025-01-01');
  });

  it('follows the snapshot date', () => {
    expect(
      runRule(dealClosedInFuture, 'id outcome closed_at\nD1 won 2025-01-02', undefined, '2025-01-02').outcome,
    ).toBe('pass');
  });
});
