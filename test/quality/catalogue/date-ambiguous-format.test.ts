import { describe, expect, it } from 'vitest';
import { dateAmbiguousFormat } from '../../../src/quality/catalogue/date-ambiguous-format.js';
import { check } from '../../../src/quality/check.js';
import { day, dealsOf } from '../../support/deals.js';
import { runRule } from '../../support/rules.js';

describe('date.ambiguous_format', () => {
  it('rejects a column that fits both orders, and says how many dates would change', () => {
    const result = runRule(
      dateAmbiguousFormat,
      `id created_at closed_at
       D1 05/02/2024 13/03/2024
       D2 03/04/2024 01/04/2024
       D3 07/07/2024 02/04/2024`,
    );
    expect([result.violations, result.applicable, result.amount]).toEqual([1, 2, null]);
    const [found] = result.describe();
    // 7 July is the same day in both orders.
    expect(found?.message.en).toBe(
      'the dates of "Column 2" are read as day/month, but fit month/day as well: 2 dates would change',
    );
    expect(found?.message.fa).toContain('روز/ماه');
    expect(found).toMatchObject({ field: 'created_at', column: 'Column 2', row: null, recordId: null });
    expect(found?.place).toMatchObject({ file: 'deals.csv', row: 0 });
    expect(dateAmbiguousFormat.fix.en).toContain('--date-order');
  });

  it('accepts columns that one cell settles, and ISO dates', () => {
    const result = runRule(dateAmbiguousFormat, 'id created_at closed_at\nD1 13/02/2024 2024-03-04\nD2 05/02/2024 .');
    expect(result).toMatchObject({ outcome: 'pass', applicable: 2, violations: 0 });
  });

  it('leaves amounts that could be read two ways to others', () => {
    const read = { taken: 'decimal point', other: 'decimal comma' } as const;
    const amount = { file: 'deals.csv', column: 'Amount', field: 'amount', ...read, cells: 3 } as const;
    const deals = dealsOf('id created_at\nD1 2024-01-01');
    const [result] = check([dateAmbiguousFormat], { deals, ambiguous: [amount], asOf: day('2025-01-01') }).results;
    expect(result).toMatchObject({ outcome: 'pass', applicable: 1 });
  });
});
