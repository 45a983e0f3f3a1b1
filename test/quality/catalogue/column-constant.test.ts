import { describe, expect, it } from 'vitest';
import { columnConstant } from '../../../src/quality/catalogue/column-constant.js';
import { runRule } from '../../support/rules.js';

describe('column.constant', () => {
  const deals = (n: number) =>
    [
      'id owner amount created_at currency',
      ...Array.from({ length: n }, (_, i) => `D${i} Sara ${i} 2024-01-05 EUR`),
    ].join('\n');

  it('rejects columns in which every deal has the same value, currency aside', () => {
    const result = runRule(columnConstant, deals(20));
    expect([result.violations, result.applicable]).toEqual([2, 3]);
    expect(result.describe().map(({ message }) => message.en)).toEqual([
      'all 20 deals have the same owner: Sara',
      'all 20 deals have the same created_at: 2024-01-05',
    ]);
  });

  it('accepts one deal that differs or has none, empty columns, and judges nothing below twenty deals', () => {
    expect(runRule(columnConstant, `${deals(20)}\nE1 . 1 2024-01-06 EUR`).violations).toBe(0);
    const empty = ['id owner amount', ...Array.from({ length: 20 }, (_, i) => `D${i} . .`)].join('\n');
    expect(runRule(columnConstant, empty)).toMatchObject({ outcome: 'pass', applicable: 2 });
    expect(runRule(columnConstant, deals(19)).outcome).toBe('skipped');
  });
});
