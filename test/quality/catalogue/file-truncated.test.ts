import { describe, expect, it } from 'vitest';
import { fileTruncated } from '../../../src/quality/catalogue/file-truncated.js';
import { runRule } from '../../support/rules.js';

describe('file.truncated', () => {
  it('names the row in which a quote is opened and never closed', () => {
    const result = runRule(fileTruncated, 'id amount\nD1 5\nD2 7\n# read\nunterminated_quote 1 3');
    expect([result.violations, result.applicable, result.outcome]).toEqual([1, 1, 'fail']);
    const [found] = result.describe();
    expect(found?.place).toMatchObject({ file: 'deals.csv', row: 3 });
    expect(found?.message.en).toBe('the quote that is opened in row 3 is never closed');
  });

  it('accepts a lone quote within a cell, which swallows nothing', () => {
    expect(runRule(fileTruncated, 'id amount\nD1 5\n# read\nstray_quote 4 2,3')).toMatchObject({
      outcome: 'pass',
      applicable: 1,
    });
  });
});
