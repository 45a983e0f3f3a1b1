import { describe, expect, it } from 'vitest';
import { columnMostlyEmpty } from '../../../src/quality/catalogue/column-mostly-empty.js';
import { runRule } from '../../support/rules.js';

describe('column.mostly_empty', () => {
  const lost = (filled: number, empty: number, others = 0) =>
    [
      'id outcome lost_reason owner',
      ...Array.from({ length: filled }, (_, n) => `F${n} lost Price Sara`),
      ...Array.from({ length: empty }, (_, n) => `E${n} lost . Sara`),
      ...Array.from({ length: others }, (_, n) => `W${n} won . Sara`),
    ].join('\n');

  it('rejects a column that more than nine tenths of the deals it is for leave empty', () => {
    const result = runRule(columnMostlyEmpty, lost(1, 19, 5));
    expect([result.violations, result.applicable]).toEqual([1, 2]);
    expect(result.describe()[0]?.message.en).toBe('lost_reason is filled in only 1 of 20 lost deals');
  });

  it('accepts a tenth that is filled, and does not ask won deals for a lost reason', () => {
    expect(runRule(columnMostlyEmpty, lost(2, 18, 90))).toMatchObject({ outcome: 'pass', applicable: 2 });
    expect(runRule(columnMostlyEmpty, lost(1, 18, 90))).toMatchObject({ outcome: 'pass', applicable: 1 });
  });
});
