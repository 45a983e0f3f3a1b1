import { describe, expect, it } from 'vitest';
import { amountUnparseable } from '../../../src/quality/catalogue/amount-unparseable.js';
import { check } from '../../../src/quality/check.js';
import { day, dealsOf } from '../../support/deals.js';
import { expectVerdicts } from '../../support/rules.js';

describe('amount.unparseable', () => {
  it('rejects amounts that are no number and quotes them; empty cells are for other rules', () => {
    const found = expectVerdicts(
      amountUnparseable,
      `id created_at amount   verdict
       D1 2024-01-01 5000     accept
       D2 sometime   -1       accept
       D3 2024-01-01 about_5k reject
       D4 2024-01-01 12x      reject
       D5 2024-01-01 .        outside`,
    );
    expect(found[0]).toMatchObject({ field: 'amount', column: 'Column 3', value: 'about 5k', recordId: 'D3' });
    expect(found[0]?.message.en).toBe('"about 5k" is not an amount; the deal is treated as unpriced');
  });

  it('does not judge cells of rows that were left out', () => {
    const deals = dealsOf('id amount\nD1 5', {
      unreadable: [{ deal: -1, field: 'amount', column: 'Amount', text: 'x' }],
    });
    const [result] = check([amountUnparseable], { deals, ambiguous: [], asOf: day('2025-01-01') }).results;
    expect(result).toMatchObject({ applicable: 1, violations: 0, outcome: 'pass' });
  });
});
