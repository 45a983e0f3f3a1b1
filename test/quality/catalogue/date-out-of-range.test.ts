import { describe, expect, it } from 'vitest';
import { dateOutOfRange } from '../../../src/quality/catalogue/date-out-of-range.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('date.out_of_range', () => {
  // Examples are read at 2025-01-01, so 2035-01-01 is the last day.
  it('rejects days before 1990 and more than ten years ahead, in any date column', () => {
    const found = expectVerdicts(
      dateOutOfRange,
      `id created_at expected_close verdict
       D1 1990-01-01 .              accept
       D2 2024-01-01 2035-01-01     accept
       D3 .          2024-12-31     accept
       D4 1989-12-31 .              reject
       D5 2024-01-01 2035-01-02     reject
       D6 1403-05-02 2204-01-01     reject
       D7 .          .              outside`,
    );
    expect(found.map(({ field, message }) => [field, message.en])).toEqual([
      ['created_at', 'the date 1989-12-31 lies before 1990-01-01'],
      ['expected_close', 'the date 2035-01-02 lies after 2035-01-01'],
      ['created_at', 'the date 1403-05-02 lies before 1990-01-01 (1403 may be a Jalali year)'],
    ]);
  });

  it('names the column of the file where a close date was derived from it', () => {
    const [found] = runRule(dateOutOfRange, 'id close_date closed_at\nD1 1970-01-01 1970-01-01').describe();
    expect(found?.field).toBe('close_date');
  });

  it('takes other limits from the settings', () => {
    const table = 'id created_at\nD1 1985-06-01\nD2 2027-01-01';
    expect(runRule(dateOutOfRange, table).violations).toBe(1);
    expect(runRule(dateOutOfRange, table, { earliestYear: 1985 }).violations).toBe(0);
    expect(runRule(dateOutOfRange, table, { earliestYear: 1985, yearsAhead: 2 }).violations).toBe(0);
    expect(runRule(dateOutOfRange, table, { earliestYear: 1985, yearsAhead: 1 }).violations).toBe(1);
  });
});
