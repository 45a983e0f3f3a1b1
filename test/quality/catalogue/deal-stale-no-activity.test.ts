import { describe, expect, it } from 'vitest';
import { dealStaleNoActivity } from '../../../src/quality/catalogue/deal-stale-no-activity.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.stale_no_activity', () => {
  it('rejects open deals of whose newest activity or modification 31 days have passed', () => {
    const found = expectVerdicts(
      dealStaleNoActivity,
      `id outcome last_activity modified_at verdict
       D1 open    2024-12-02    .           accept
       D2 open    2024-01-01    2024-12-20  accept
       D3 open    2024-12-01    .           reject
       D4 open    2024-11-01    2024-10-01  reject
       D5 won     2024-01-01    .           outside
       D6 open    .             .           outside`,
    );
    expect(found[1]).toMatchObject({ field: 'last_activity', value: '2024-11-01' });
    expect(found[1]?.message.en).toBe('nothing has happened on it since 2024-11-01, 61 days ago');
  });

  it('takes the days that are asked for', () => {
    expect(runRule(dealStaleNoActivity, 'id outcome modified_at\nD1 open 2024-12-01', { days: 31 }).violations).toBe(0);
  });
});
