import { describe, expect, it } from 'vitest';
import { dealCloseBeforeCreate } from '../../../src/quality/catalogue/deal-close-before-create.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.close_before_create', () => {
  it('rejects closing a day or more before creation; the same day is allowed', () => {
    const found = expectVerdicts(
      dealCloseBeforeCreate,
      `id outcome created_at closed_at  verdict
       D1 won     2024-05-20 2024-05-20 accept
       D2 lost    2024-05-20 2024-05-21 accept
       D3 won     2024-05-20 2024-05-19 reject
       D4 lost    2024-05-20 2024-05-10 reject
       D5 open    2024-05-20 2024-05-10 outside
       D6 won     2024-05-20 .          outside
       D7 won     .          2024-05-10 outside`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'closed on 2024-05-19, 1 day before it was created on 2024-05-20',
      'closed on 2024-05-10, 10 days before it was created on 2024-05-20',
    ]);
  });
});
