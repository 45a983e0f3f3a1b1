import { describe, expect, it } from 'vitest';
import type { GroupDifference } from '../../../src/analysis/group-differences.js';
import { winRatesAlike } from '../../../src/insight/catalogue/win-rates-alike.js';
import { nextStepOf } from '../../../src/insight/next-steps.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const DEALS = dealsOf(
  [
    'outcome closed_at owner product',
    times(20, 'won 2024-03-01 Ann Box'),
    times(20, 'lost 2024-03-01 Bob Bag'),
    times(20, 'won 2024-03-01 Bob Box'),
    times(20, 'lost 2024-03-01 Ann Bag'),
  ].join('\n'),
);
const test = (groups: number, adjustedPValue: number): GroupDifference => ({
  kpi: 'win_rate',
  method: 'chi-squared',
  statistic: 1,
  df: groups - 1,
  pValue: adjustedPValue / 2,
  adjustedPValue,
  significant: adjustedPValue <= 0.05,
  groups,
  leftOut: 1,
  n: 80,
});

describe('win_rates_alike', () => {
  it('is one finding of all breakdowns that were asked for, without a step to take', () => {
    const winRateTests = new Map([
      ['owner', test(30, 0.61)],
      ['product', test(7, 0.43)],
    ]);
    const [found, ...more] = find(winRatesAlike, DEALS, { by: ['owner', 'product'], winRateTests });
    expect(more).toEqual([]);
    expect(found && say(found.title, 'en')).toBe(
      'Win rates of the 30 owners and 7 products differ no more than chance allows',
    );
    expect(found && say(found.detail, 'en')).toBe(
      '2 tests, corrected for their number (p = 0.430). A ranking by win rate would rank luck.',
    );
    expect(found && say(found.title, 'fa')).toBe(
      'نرخ برد ۳۰ مسئول و ۷ محصول بیش از آنچه از تصادف برمی‌آید با هم فرق ندارد',
    );
    expect(found).toMatchObject({ severity: 'info', interval: null, impact: null, n: 80 });
    expect(found && nextStepOf('win_rates_alike', found)).toBeNull();
  });

  it('leaves out what does differ, and is silent where nothing was asked for', () => {
    const winRateTests = new Map([
      ['owner', test(2, 0.9)],
      ['product', test(2, 0.001)],
    ]);
    const [found] = find(winRatesAlike, DEALS, { by: ['owner', 'product'], winRateTests });
    expect(found && say(found.title, 'en')).toBe('Win rates of the 2 owners differ no more than chance allows');
    expect(find(winRatesAlike, DEALS, { by: ['owner'], winRateTests: new Map([['owner', test(2, 0.01)]]) })).toEqual(
      [],
    );
    expect(find(winRatesAlike, DEALS, { by: ['owner'] })).toEqual([]);
  });
});
