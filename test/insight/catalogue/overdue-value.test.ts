import { describe, expect, it } from 'vitest';
import { overdueValue } from '../../../src/insight/catalogue/overdue-value.js';
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
    expect(found?.title.en).toBe('50.0 % of the open deals are past their close date');
    expect(found).toMatchObject({ severity: 'risk', impact: 600, n: 30 });
    // Wilson, 15 of 30 (statsmodels): 0.3315 to 0.6685.
    expect(found?.interval.low).toBeCloseTo(0.3315, 4);
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
});
