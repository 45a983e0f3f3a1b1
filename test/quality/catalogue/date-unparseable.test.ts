import { describe, expect, it } from 'vitest';
import { dateUnparseable } from '../../../src/quality/catalogue/date-unparseable.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('date.unparseable', () => {
  it('rejects what no calendar has, and words', () => {
    const found = expectVerdicts(
      dateUnparseable,
      `id created_at amount verdict
       D1 2024-02-29 5      accept
       D2 29/02/2024 x      accept
       D3 2024-02-30 5      reject
       D4 next_week  5      reject
       D5 .          5      outside`,
    );
    expect(found.map(({ value, message }) => [value, message.en])).toEqual([
      ['2024-02-30', '"2024-02-30" is not a date; the cell is treated as empty'],
      ['next week', '"next week" is not a date; the cell is treated as empty'],
    ]);
  });

  it('judges every date column, by deal, then from creation to the last change', () => {
    const result = runRule(
      dateUnparseable,
      `id modified_at created_at expected_close
       D1 never       2024-01-01 soon
       D2 2024-01-02  never      .`,
    );
    expect(result.describe().map(({ recordId, field }) => `${recordId} ${field}`)).toEqual([
      'D1 expected_close',
      'D1 modified_at',
      'D2 created_at',
    ]);
    // Five cells are filled, two of them with dates.
    expect([result.violations, result.applicable]).toEqual([3, 5]);
  });

  it('counts a close date once, though the actual date is derived from it: 1 of 3', () => {
    const result = runRule(
      dateUnparseable,
      `id close_date closed_at  expected_close
       D1 2024-01-01 2024-01-01 .
       D2 2024-01-02 .          2024-01-02
       D3 asap       .          .`,
    );
    expect([result.violations, result.applicable]).toEqual([1, 3]);
  });
});
