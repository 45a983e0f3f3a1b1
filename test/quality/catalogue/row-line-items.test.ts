import { describe, expect, it } from 'vitest';
import { dealIdDuplicate } from '../../../src/quality/catalogue/deal-id-duplicate.js';
import { rowLineItems } from '../../../src/quality/catalogue/row-line-items.js';
import { runRule } from '../../support/rules.js';

const LINES = `id amount product
               D1 5000   Scale
               D1 5000   Printer
               D2 300    Scale
               D1 5000   Paper
               .  80     Paper`;

describe('row.line_items', () => {
  it('finds each deal of several lines once, at its first row, and says in how many rows it stands', () => {
    const found = runRule(rowLineItems, LINES).describe();
    expect(found.map(({ place, recordId }) => [place.row, recordId])).toEqual([[2, 'D1']]);
    expect(found[0]?.message.en).toBe('the deal D1 stands in 3 rows, one per product line; it counts once');
  });

  it('applies to every deal with an id: 1 of 2, worth 5,000', () => {
    const { violations, applicable, amount, outcome } = runRule(rowLineItems, LINES);
    expect([violations, applicable, amount, outcome]).toEqual([1, 2, 5000, 'warn']);
  });

  it('leaves rows that disagree about the deal to the rule of repeated ids, and keeps lines from it', () => {
    const conflicting = 'id amount product\nD1 5000 Scale\nD1 7000 Scale';
    expect(runRule(rowLineItems, conflicting).violations).toBe(0);
    expect(runRule(dealIdDuplicate, conflicting).violations).toBe(1);
    expect(runRule(dealIdDuplicate, LINES).violations).toBe(0);
  });
});
