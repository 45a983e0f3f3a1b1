import { describe, expect, it } from 'vitest';
import { periodGap } from '../../../src/quality/catalogue/period-gap.js';
import { runRule } from '../../support/rules.js';

describe('period.gap', () => {
  // 2024-03-04 is a Monday.
  const week = (monday: string, n: number) =>
    Array.from({ length: n }, (_, i) => `${monday}x${i} ${monday}`).join('\n');
  const table = (...weeks: string[]) => ['id created_at', ...weeks].join('\n');

  it('rejects weeks without a deal between two with five', () => {
    const result = runRule(periodGap, table(week('2024-03-04', 5), week('2024-03-25', 5)));
    expect([result.violations, result.applicable]).toEqual([1, 4]);
    expect(result.describe()[0]?.message.en).toBe(
      'no deal was created from 2024-03-11 to 2024-03-24 (2 weeks), though many before and after',
    );
  });

  it('accepts a week with one deal, gaps beside weeks with four, and Sunday before Monday', () => {
    expect(
      runRule(periodGap, table(week('2024-03-04', 5), week('2024-03-11', 1), week('2024-03-18', 5))).violations,
    ).toBe(0);
    expect(runRule(periodGap, table(week('2024-03-04', 5), week('2024-03-18', 4))).violations).toBe(0);
    expect(runRule(periodGap, table(week('2024-03-10', 5), week('2024-03-11', 5)))).toMatchObject({
      outcome: 'pass',
      applicable: 2,
    });
    expect(runRule(periodGap, table(week('2024-03-04', 5), week('2024-03-18', 5)), { weeks: 2 }).violations).toBe(0);
  });
});
