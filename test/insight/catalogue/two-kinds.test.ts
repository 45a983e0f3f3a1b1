import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoKindsOfDeals } from '../../../src/insight/catalogue/two-kinds.js';
import { nextStepOf } from '../../../src/insight/next-steps.js';
import { say } from '../../../src/locale/say.js';
import { civilDay, isoDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';
import { find } from '../../support/insight.js';

const CREATED = civilDay(2024, 1, 1);
const deals = (values: readonly { readonly days: number; readonly amount: number }[]) =>
  dealsOf(
    [
      'outcome created_at closed_at amount',
      ...values.map(({ days, amount }) => `won 2024-01-01 ${isoDay(CREATED + days)} ${amount}`),
    ].join('\n'),
  );
/** Forty deals of 5 to 14 days, sixty of 80 to 99: their mean is (40 · 9.5 + 60 · 89.5) / 100 = 57.5. */
const TWO = Array.from({ length: 100 }, (_, at) => ({ days: at < 40 ? 5 + (at % 10) : 80 + (at % 20), amount: 100 }));

describe('two_kinds', () => {
  it('tells how many deals are of the quick kind, and how long each kind takes', () => {
    const [found, ...more] = find(twoKindsOfDeals, deals(TWO));
    expect(more).toEqual([]);
    expect(found && say(found.title, 'en')).toBe(
      'The mean sales cycle of 58 days describes almost no deal; there are two kinds',
    );
    // Medians: 9.5 and 89.5. Nothing lies within 57.5 ± 11.5; Wilson, 0 of 100: 0 to 3.7 %.
    expect(found && say(found.detail, 'en')).toBe(
      '40 % are won within 14 days (median 10), the others have a median of 90. 0 % lie within a fifth of the mean (95 % interval 0 % to 4 %).',
    );
    expect(found && say(found.title, 'fa')).toContain('چرخه‌ی فروش، ۵۸ روز');
    expect(found).toMatchObject({ severity: 'info', n: 100 });
    expect(found?.evidence).toMatchObject({ kpi: 'sales_cycle', small: { n: 40, min: 5, max: 14, median: 9.5 } });
    expect(found?.rows()).toHaveLength(100);
    expect(found && nextStepOf('two_kinds', found)?.command).toEqual(['explain', 'sales_cycle']);
  });

  it('of the amounts, too', () => {
    const sizes = TWO.map((_, at) => ({ days: 10 + (at % 20), amount: at < 50 ? 40 + at : 5000 + at }));
    const [found] = find(twoKindsOfDeals, deals(sizes));
    // (40 … 89 and 5,050 … 5,099) / 2 = (64.5 + 5,074.5) / 2 = 2,569.5
    expect(found && say(found.title, 'en')).toContain('The mean deal size of 2,570 USD describes almost no deal');
    expect(found && say(found.detail, 'en')).toContain(
      '50 % are of 89 USD at most (median 64.50), the others have a median of 5,075.',
    );
    expect(found && nextStepOf('two_kinds', found)?.command).toEqual(['explain', 'avg_deal_size']);
  });

  it('is silent under thirty deals, and where deals are near the mean', () => {
    expect(find(twoKindsOfDeals, deals(TWO.filter((_, at) => at % 4 === 0)))).toEqual([]);
    expect(find(twoKindsOfDeals, deals(TWO.map((_, at) => ({ days: 20 + (at % 40), amount: 100 + at }))))).toEqual([]);
  });

  it('is silent of deals that are of any length and size', () => {
    const deal = fc.record({ days: fc.integer({ min: 0, max: 120 }), amount: fc.integer({ min: 1, max: 10_000 }) });
    fc.assert(
      fc.property(fc.noBias(fc.array(deal, { minLength: 30, maxLength: 200, size: 'max' })), (all) => {
        expect(find(twoKindsOfDeals, deals(all))).toEqual([]);
      }),
      { numRuns: 100, seed: 15 },
    );
  });
});
