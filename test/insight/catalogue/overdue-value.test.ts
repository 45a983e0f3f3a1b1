import { describe, expect, it } from 'vitest';
import { overdueValue } from '../../../src/insight/catalogue/overdue-value.js';
import { say } from '../../../src/locale/say.js';
import { civilDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const deals = (...parts: string[]) =>
  dealsOf(['outcome created_at closed_at expected_close amount', ...parts].join('\n'));

describe('overdue_value', () => {
  it('says how many open deals are past their close date at the snapshot, and what they are worth', () => {
    const [found] = find(
      overdueValue,
      deals(
        times(15, 'open 2024-06-01 . 2024-12-30 40'),
        // The day of the snapshot itself is not past.
        times(15, 'open 2024-06-01 . 2024-12-31 40'),
        times(9, 'open 2024-06-01 . . 40'),
        'won 2024-06-01 2024-07-01 2024-06-20 9',
      ),
    );
    expect(found && say(found.title, 'en')).toBe('50.0 % of the open deals are past their close date');
    expect(found).toMatchObject({ severity: 'risk', impact: 600, n: 30 });
    // Wilson, 15 of 30 (statsmodels): 0.3315 to 0.6685.
    expect(found?.interval?.low).toBeCloseTo(0.3315, 4);
    expect(found?.rows()).toHaveLength(15);
  });

  it('is silent where a tenth could be all, and with few dated deals', () => {
    expect(
      find(
        overdueValue,
        deals(times(6, 'open 2024-06-01 . 2024-07-01 4'), times(34, 'open 2024-06-01 . 2025-07-01 4')),
      ),
    ).toEqual([]);
    expect(find(overdueValue, deals(times(19, 'open 2024-06-01 . 2024-07-01 4')))).toEqual([]);
  });

  it('of a past day tells what became of them by the newest day', () => {
    const then = deals(
      times(20, 'open 2024-06-01 . 2024-08-30 40'),
      times(10, 'won 2024-06-01 2024-11-30 2024-08-30 40'),
      times(5, 'lost 2024-06-01 2024-11-30 2024-08-30 40'),
    );
    const [found] = find(overdueValue, then, { asOf: civilDay(2024, 9, 30), dataEnd: civilDay(2024, 12, 31) });
    expect(found && say(found.title, 'en')).toBe('100.0 % of the deals open on 30 Sep 2024 were past their close date');
    expect(found && say(found.detail, 'en')).toContain(
      '(to 31 Dec 2024) 15 of them have closed, 20 are still open. Each of the latter needs',
    );
    // 20 of 40.
    expect(found).toMatchObject({ impact: 800, n: 35 });
    expect(found?.rows()).toHaveLength(20);
  });

  it('is silent of a past day where closing overwrites the expected dates, and where all have closed', () => {
    const days = { asOf: civilDay(2024, 9, 30), dataEnd: civilDay(2024, 12, 31) };
    const overwritten = deals(
      times(20, 'open 2024-06-01 . 2024-08-30 40'),
      times(20, 'won 2024-06-01 2024-11-30 2024-11-30 40'),
    );
    expect(find(overdueValue, overwritten, days)).toEqual([]);
    expect(find(overdueValue, deals(times(30, 'lost 2024-06-01 2024-11-30 2024-08-30 40')), days)).toEqual([]);
  });
});
