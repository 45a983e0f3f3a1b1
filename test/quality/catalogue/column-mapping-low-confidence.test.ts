import { describe, expect, it } from 'vitest';
import { columnMappingLowConfidence } from '../../../src/quality/catalogue/column-mapping-low-confidence.js';
import { runRule } from '../../support/rules.js';

describe('column.mapping_low_confidence', () => {
  it('rejects columns below the confidence, and those with a rival', () => {
    const result = runRule(
      columnMappingLowConfidence,
      `id owner amount created_at
       D1 Sara 5 2024-01-05
       # columns
       owner 0.79
       amount 0.95 Contract_value
       created_at 0.8`,
    );
    expect([result.violations, result.applicable]).toEqual([2, 4]);
    expect(result.describe().map(({ field, message }) => [field, message.en])).toEqual([
      ['owner', '"Column 2" was assumed to be owner; --map owner="Column 2" settles it'],
      [
        'amount',
        '"Column 3" was taken for amount, but "Contract value" could be it as well; --map amount="…" settles it',
      ],
    ]);
  });

  it('takes the confidence that is asked for', () => {
    const table = 'id amount\nD1 5\n# columns\namount 0.9';
    expect(runRule(columnMappingLowConfidence, table).violations).toBe(0);
    expect(runRule(columnMappingLowConfidence, table, { minConfidence: 0.95 }).violations).toBe(1);
  });
});
