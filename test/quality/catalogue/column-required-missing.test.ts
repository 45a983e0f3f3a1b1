import { describe, expect, it } from 'vitest';
import { columnRequiredMissing } from '../../../src/quality/catalogue/column-required-missing.js';
import { check } from '../../../src/quality/check.js';
import { day } from '../../support/deals.js';
import { readTable, runRule } from '../../support/rules.js';

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

  it('asks a log of orders for no id', () => {
    const { deals, ambiguous, beside } = readTable('account outcome closed_at amount\nA won 2024-01-05 7');
    const sources = beside.sources.map((source) => ({ ...source, role: 'orders' as const }));
    const input = { deals, ambiguous, asOf: day('2025-01-01') };
    const violations = (one: typeof beside) =>
      check([columnRequiredMissing], { ...input, beside: one }).results[0]?.violations;
    expect([violations(beside), violations({ ...beside, sources })]).toEqual([1, 0]);
  });
});
