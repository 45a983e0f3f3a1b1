import { describe, expect, it } from 'vitest';
import { columnRequiredMissing } from '../../../src/quality/catalogue/column-required-missing.js';
import { runRule } from '../../support/rules.js';

describe('column.required_missing', () => {
  const missing = (table: string) =>
    runRule(columnRequiredMissing, table)
      .describe()
      .map(({ field }) => field);

  it('names each of the four things that no column has', () => {
    expect(missing('owner\nSara')).toEqual(['id', 'outcome', 'created_at', 'amount']);
    expect(missing('id outcome created_at\nD1 won 2024-01-05')).toEqual(['amount']);
    expect(runRule(columnRequiredMissing, 'owner\nSara').describe()[1]?.message.en).toBe(
      'no column was taken for the stage or status; --map status="…" names it',
    );
  });

  it('accepts a name for an id, and a close date for a creation date, filled or not', () => {
    expect(missing('name outcome closed_at amount\n. won . .')).toEqual([]);
    expect(runRule(columnRequiredMissing, 'name outcome closed_at amount\n. won . .').applicable).toBe(4);
  });
});
