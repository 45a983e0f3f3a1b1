import { describe, expect, it } from 'vitest';
import { lostReasonGrowth } from '../../../src/insight/catalogue/lost-reason-growth.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const deals = (...parts: string[]) => dealsOf(['outcome closed_at lost_reason amount', ...parts].join('\n'));
const QUARTERS = { period: '2024-Q2', before: '2024-Q1' } as const;
const BEFORE = `${times(8, 'lost 2024-02-01 Price 100')}\n${times(32, 'lost 2024-02-01 Timing 100')}`;

describe('lost_reason_growth', () => {
  it('finds the reason that grew beyond chance, and the value lost for it', () => {
    const now = `${times(20, 'lost 2024-05-01 Price 100')}\n${times(20, 'lost 2024-05-01 Timing 100')}`;
    const [found, ...more] = find(lostReasonGrowth, deals(BEFORE, now, times(9, 'lost 2024-05-01 . 100')), QUARTERS);
    expect(more).toEqual([]);
    expect(found && say(found.title, 'en')).toBe('The lost reason "Price" grew from 20.0 % to 50.0 %');
    expect(found).toMatchObject({ severity: 'risk', n: 80 });
    // What was lost for that reason, as the file has it.
    expect(found?.impact).toBeCloseTo(2000, 8);
    // Fisher exact, 20/40 against 8/40 (scipy 1.17.1): 0.00931; two reasons were compared, both with this p.
    expect(found?.evidence['pValue']).toBeCloseTo(0.00931061, 8);
    expect(found?.evidence['adjustedPValue']).toBeCloseTo(0.00931061, 8);
    // Newcombe method 10 from Wilson's (0.352, 0.648) and (0.105, 0.348).
    expect(found?.interval?.low).toBeCloseTo(0.3 - Math.hypot(0.148, 0.1476), 2);
    expect(found?.rows()).toHaveLength(20);
  });

  it('takes spellings of one reason together', () => {
    const now = `${times(10, 'lost 2024-05-01 PRICE 100')}\n${times(10, 'lost 2024-05-01 price 100')}\n${times(20, 'lost 2024-05-01 Timing 100')}`;
    expect(find(lostReasonGrowth, deals(BEFORE, now), QUARTERS)).toHaveLength(1);
  });

  it('is silent about chance, few deals with a reason, and where nothing is compared', () => {
    const alike = `${times(12, 'lost 2024-05-01 Price 100')}\n${times(28, 'lost 2024-05-01 Timing 100')}`;
    expect(find(lostReasonGrowth, deals(BEFORE, alike), QUARTERS)).toEqual([]);
    expect(find(lostReasonGrowth, deals(BEFORE, times(19, 'lost 2024-05-01 Price 100')), QUARTERS)).toEqual([]);
    expect(find(lostReasonGrowth, deals(BEFORE), { period: '2024-Q1' })).toEqual([]);
  });
});
