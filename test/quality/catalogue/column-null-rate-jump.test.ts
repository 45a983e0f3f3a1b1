import { describe, expect, it } from 'vitest';
import { columnNullRateJump } from '../../../src/quality/catalogue/column-null-rate-jump.js';
import { runRule } from '../../support/rules.js';

const table = (filled: number, empty: number, before: number, records: number) =>
  [
    'id owner amount',
    ...Array.from({ length: filled }, (_, n) => `F${n} Sara 5`),
    ...Array.from({ length: empty }, (_, n) => `E${n} . 5`),
    `# previous 2024-12-01 ${records}`,
    `field owner ${before}`,
    'field amount 1',
    'field stage 9',
  ].join('\n');

describe('column.null_rate_jump', () => {
  it('rejects a column that is emptier by more than ten points, where chance does not do that', () => {
    // 10 of 40 against 0 of 40: Fisher’s p is 2·C(40,10)/C(80,10) = 0.001.
    const result = runRule(columnNullRateJump, table(30, 10, 40, 40));
    expect([result.violations, result.applicable]).toEqual([1, 2]);
    expect(result.describe()[0]?.message.en).toBe('25 % of owner are empty, after 0 % in the run of 2024-12-01');
  });

  it('accepts what chance does: 2 of 8 against 0 of 8', () => {
    expect(runRule(columnNullRateJump, table(6, 2, 8, 8)).violations).toBe(0);
  });

  it('accepts ten points, and columns that are fuller', () => {
    expect(runRule(columnNullRateJump, table(900, 100, 1000, 1000)).violations).toBe(0);
    expect(runRule(columnNullRateJump, table(899, 101, 1000, 1000)).violations).toBe(1);
    expect(runRule(columnNullRateJump, table(40, 0, 10, 40)).violations).toBe(0);
  });
});
