import { describe, expect, it, vi } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { waitingDealEntry } from '../../src/report/deal-entry.js';
import { dealsOf } from '../support/deals.js';

const AS_OF = civilDay(2025, 1, 31);

describe('a deal that waits', () => {
  it('has its product and its next activity where the files have them', () => {
    const deals = dealsOf(
      'id product next_activity created_at expected_close outcome\nD1 Pump 2025-02-03 2025-01-01 2025-01-21 open\nD2 . . . . open',
    );
    expect(waitingDealEntry(deals, 0, AS_OF)).toMatchObject({
      id: 'D1',
      product: 'Pump',
      nextActivity: '2025-02-03',
      daysOpen: 30,
      daysOverdue: 10,
    });
  });

  it('has none where they do not, and no column is made of nothing', () => {
    const deals = dealsOf('id created_at outcome\nD1 2025-01-01 open');
    const column = vi.spyOn(deals, 'column');
    const entry = waitingDealEntry(deals, 0, AS_OF);
    expect([entry.product, entry.nextActivity]).toEqual([null, null]);
    const asked = column.mock.calls.map(([field]) => field);
    expect(asked.filter((field) => field === 'product' || field === 'next_activity')).toEqual([]);
  });
});
