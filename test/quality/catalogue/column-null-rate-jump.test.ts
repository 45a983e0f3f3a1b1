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

  it('compares with the median share of earlier runs, and their spread', () => {
    const runs = (empty: number, ...before: number[]) =>
      [
        'id owner',
        ...Array.from({ length: 1000 - empty }, (_, n) => `F${n} Sara`),
        ...Array.from({ length: empty }, (_, n) => `E${n} .`),
        ...before.map((n, at) => `# previous 2024-11-0${at + 1} 1000\nfield owner ${1000 - n}`),
      ].join('\n');
    // Median 2 %, deviations 0.2, 0.1, 0, 0.1, 0.2 points: 8 % lie 6 points above, 40 robust standard deviations.
    const steady = [18, 19, 20, 21, 22];
    expect(runRule(columnNullRateJump, runs(80, ...steady)).describe()[0]?.message.en).toBe(
      '8 % of owner are empty, after 2 % in the last 5 passing runs (median), up to 2024-11-05',
    );
    expect(runRule(columnNullRateJump, runs(80, 20, 20, 20)).violations).toBe(0);
    // One run in which everything was empty moves nothing: 14 % are 12 points above 2 %.
    expect(runRule(columnNullRateJump, runs(140, 20, 1000, 20)).violations).toBe(1);
  });
});
