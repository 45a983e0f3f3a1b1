import { describe, expect, it } from 'vitest';
import { amountAmbiguousLocale } from '../../../src/quality/catalogue/amount-ambiguous-locale.js';
import { check } from '../../../src/quality/check.js';
import { day, dealsOf } from '../../support/deals.js';
import { runRule } from '../../support/rules.js';

describe('amount.ambiguous_locale', () => {
  it('rejects a column of which every cell fits a decimal point and a decimal comma', () => {
    const [found] = runRule(amountAmbiguousLocale, 'id amount\nD1 1.234\nD2 12.500\nD3 400').describe();
    expect(found?.message.en).toBe(
      'the amounts of "Column 2" are read with a decimal point, but fit a decimal comma as well: 2 amounts would be a thousand times as much',
    );
    expect(found).toMatchObject({ field: 'amount', column: 'Column 2', row: null });
  });

  it('accepts a column that one cell settles, and leaves dates to others', () => {
    expect(runRule(amountAmbiguousLocale, 'id amount\nD1 1.234\nD2 0.5')).toMatchObject({
      outcome: 'pass',
      applicable: 1,
    });
    expect(runRule(amountAmbiguousLocale, 'id amount created_at\nD1 5 05/02/2024').violations).toBe(0);
  });

  it('takes amounts that end in zeros for thousands', () => {
    const ambiguous = [
      { file: 'deals.csv', column: 'Value', field: 'amount', taken: 'decimal point', other: 'decimal comma', cells: 4 },
    ] as const;
    const violations = (table: string) =>
      check([amountAmbiguousLocale], { deals: dealsOf(table), ambiguous, asOf: day('2025-01-01') }).errors;
    expect(violations('id amount\nD1 12000\nD2 8500\nD3 1234\nD4 7777')).toBe(0);
    expect(violations('id amount\nD1 12000\nD2 8512\nD3 1234\nD4 7777')).toBe(1);
  });
});
