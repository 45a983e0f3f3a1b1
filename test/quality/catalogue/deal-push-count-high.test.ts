import { describe, expect, it } from 'vitest';
import { dealPushCountHigh } from '../../../src/quality/catalogue/deal-push-count-high.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.push_count_high', () => {
  it('rejects open deals whose date was moved more than twice', () => {
    const found = expectVerdicts(
      dealPushCountHigh,
      `id outcome push_count verdict
       D1 open    0          accept
       D2 open    2          accept
       D3 open    3          reject
       D4 open    11         reject
       D5 lost    9          outside
       D6 open    .          outside`,
    );
    expect(found[1]?.message.en).toBe('its close date was moved 11 times');
  });

  it('takes the pushes that are asked for', () => {
    expect(runRule(dealPushCountHigh, 'id outcome push_count\nD1 open 3', { pushes: 3 }).violations).toBe(0);
  });
});
