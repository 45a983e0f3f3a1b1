import { describe, expect, it } from 'vitest';
import { dealAmountOutlier } from '../../../src/quality/catalogue/deal-amount-outlier.js';
import { check } from '../../../src/quality/check.js';
import { day } from '../../support/deals.js';
import { readTable, runRule } from '../../support/rules.js';

/*
 * Seven amounts each of 50, 100 and 200, and one more: in powers of two from 100, the median is 0 and the median of the
 * distances from it is 1. The limit is 3.5 / 0.6745 = 5.189 powers of two: 100 / 36.5 = 2.74 and 100 · 36.5 = 3,649.
 */
const SEVENS = Array.from({ length: 7 }, (_, n) => `A${n} won 50\nB${n} won 100\nC${n} won 200`);
const with21 = (...more: string[]) => ['id outcome amount', ...SEVENS, ...more].join('\n');
const ids = (table: string) =>
  runRule(dealAmountOutlier, table)
    .describe()
    .map(({ recordId }) => recordId);

describe('deal.amount_outlier', () => {
  it('rejects what lies beyond 3.5 robust deviations on either side', () => {
    expect(ids(with21('E1 won 3700'))).toEqual(['E1']);
    expect(ids(with21('E1 won 2.7'))).toEqual(['E1']);
    expect(ids(with21('E1 won 3600'))).toEqual([]);
    expect(ids(with21('E1 won 2.8'))).toEqual([]);
  });

  it('takes the deviations that are asked for', () => {
    // 6 / 0.6745 = 8.9 powers of two: up to 47,700.
    expect(runRule(dealAmountOutlier, with21('E1 won 40000'), { deviations: 6 }).violations).toBe(0);
  });

  it('names amounts that are a thousand times the median', () => {
    const [found] = runRule(dealAmountOutlier, with21('E1 won 103000')).describe();
    expect(found?.message.en).toBe(
      '103000 is far from the other won deals, whose median is 100: 1000 times it, perhaps another unit',
    );
    expect(runRule(dealAmountOutlier, with21('E1 won 1')).describe()[0]?.message.en).toContain('1/100 of it');
  });

  it('judges every outcome and currency by itself, none with fewer than twenty amounts, and no amount of 0', () => {
    const result = runRule(dealAmountOutlier, with21('E1 lost 99000', 'E2 won 0', 'E3 won -5'));
    expect([result.violations, result.applicable]).toEqual([0, 21]);
    const few = runRule(dealAmountOutlier, 'id outcome amount\nD1 won 1\nD2 won 1000000');
    expect(few).toMatchObject({ outcome: 'skipped', reason: 'no_applicable_records' });
  });

  it('judges nothing where more than half of the amounts are one', () => {
    const same = ['id outcome amount', ...Array.from({ length: 20 }, (_, n) => `D${n} won 5`), 'E1 won 900'].join('\n');
    expect(runRule(dealAmountOutlier, same).outcome).toBe('skipped');
  });
});

it('under a condition judges by what is usual among all deals', () => {
  const { deals, ambiguous } = readTable(with21('E1 won 3700', 'E2 won 110'));
  const kept = deals.part(Uint32Array.of(deals.size - 2, deals.size - 1));
  const { results } = check([dealAmountOutlier], {
    deals: kept,
    whole: { deals, history: null },
    ambiguous,
    asOf: day('2024-12-31'),
  });
  expect(results[0]).toMatchObject({ applicable: 2, violations: 1 });
  expect(results[0]?.describe().map(({ recordId }) => recordId)).toEqual(['E1']);
});
