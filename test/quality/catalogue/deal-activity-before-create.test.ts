import { describe, expect, it } from 'vitest';
import { dealActivityBeforeCreate } from '../../../src/quality/catalogue/deal-activity-before-create.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.activity_before_create', () => {
  it('rejects more than one day before the creation', () => {
    const found = expectVerdicts(
      dealActivityBeforeCreate,
      `id created_at last_activity verdict
       D1 2024-03-02 2024-03-02 accept
       D2 2024-03-02 2024-03-01 accept
       D3 2024-03-03 2024-03-01 reject
       D4 2024-03-03 2023-03-03 reject
       D5 .          2024-03-01 outside
       D6 2024-03-03 .          outside`,
    );
    expect(found[1]?.message.en).toBe('last activity on 2023-03-03, 366 days before it was created (2024-03-03)');
  });
});
