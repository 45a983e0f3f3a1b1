import { describe, expect, it } from 'vitest';
import { dealSameDayClose } from '../../../src/quality/catalogue/deal-same-day-close.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.same_day_close', () => {
  it('rejects won deals created and closed on one day', () => {
    const found = expectVerdicts(
      dealSameDayClose,
      `id outcome created_at closed_at  verdict
       D1 won     2024-06-10 2024-06-11 accept
       D2 won     2024-06-10 2024-06-09 accept
       D3 won     2024-06-10 2024-06-10 reject
       D4 won     2024-02-29 2024-02-29 reject
       D5 lost    2024-06-10 2024-06-10 outside
       D6 won     2024-06-10 .          outside
       D7 won     .          .          outside`,
    );
    expect(found[0]?.message.en).toBe('created and won on the same day, 2024-06-10');
  });
});
