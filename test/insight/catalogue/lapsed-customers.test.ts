import { describe, expect, it } from 'vitest';
import { lapsedCustomers } from '../../../src/insight/catalogue/lapsed-customers.js';
import { say } from '../../../src/locale/say.js';
import { civilDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

/* The snapshot is 2024-12-31: the last window is 2024 (366 days, of which 365 count), the one before is 2023. */
const deals = (...parts: string[]) =>
  dealsOf(['outcome customer closed_at amount', 'won Old 2022-06-01 1', 'lost Old 2024-06-01 1', ...parts].join('\n'));
const stayed = (n: number): string => `${times(n, 'won S# 2023-05-01 10')}\n${times(n, 'won S# 2024-05-01 10')}`;

describe('lapsed_customers', () => {
  it('counts who bought in the earlier window and not since, and what that was worth', () => {
    const [found] = find(lapsedCustomers, deals(stayed(20), times(20, 'won L# 2023-06-01 #00')));
    expect(found).toMatchObject({ severity: 'risk', n: 40 });
    // 100 + 200 + … + 2,000.
    expect(found?.impact).toBeCloseTo(21_000, 8);
    expect(found?.evidence).toMatchObject({ lapsed: 20, active: 40, window: 365 });
    expect(found?.evidence['largest']).toEqual([
      { customer: 'L20', value: 2000 },
      { customer: 'L19', value: 1900 },
      { customer: 'L18', value: 1800 },
    ]);
    expect(found?.rows()).toHaveLength(20);
    // Wilson, 20 of 40.
    expect(found?.interval?.low).toBeCloseTo(0.352, 3);
  });

  it('names the largest, of equal ones the first', () => {
    const away = ['A 70', 'B 70', 'C 70', 'D 80', 'E 70'].map((one) => `won ${one.replace(' ', ' 2023-06-01 ')}`);
    const [found] = find(lapsedCustomers, deals(times(20, 'won L# 2023-06-01 10'), ...away));
    expect(found?.evidence).toMatchObject({ lapsed: 25, largestTotal: 25 });
    expect(found?.evidence['largest']).toEqual([
      { customer: 'D', value: 80 },
      { customer: 'A', value: 70 },
      { customer: 'B', value: 70 },
    ]);
  });

  it('is silent where a tenth could be all, with few customers, and where the data does not reach back', () => {
    expect(find(lapsedCustomers, deals(stayed(40), times(5, 'won L# 2023-06-01 100')))).toEqual([]);
    expect(find(lapsedCustomers, deals(times(19, 'won L# 2023-06-01 100')))).toEqual([]);
    const young = dealsOf(`outcome customer closed_at amount\n${times(30, 'won L# 2023-06-01 100')}`);
    expect(find(lapsedCustomers, young)).toEqual([]);
  });

  it('heeds the retention window', () => {
    const settings = { retentionWindow: 90, assumeComplete: false };
    // 2024-08-01 lies between 180 and 90 days before the snapshot.
    const [found] = find(lapsedCustomers, deals(times(30, 'won L# 2024-08-01 10')), { settings });
    expect(found?.evidence).toMatchObject({ lapsed: 30, active: 30, window: 90 });
  });

  it('of a past day leaves out those who have bought since, and says how many', () => {
    const back = times(15, 'won L# 2024-11-01 10');
    const days = { asOf: civilDay(2024, 9, 30), dataEnd: civilDay(2024, 12, 31) };
    // Window 365: bought 2023-06-01 (before 2023-10-01), not in the year to 2024-09-30.
    const [found] = find(lapsedCustomers, deals(stayed(20), times(20, 'won L# 2023-06-01 #00'), back), days);
    expect(found && say(found.title, 'en')).toBe(
      '20 customers bought nothing in the 365 days to 30 Sep 2024, but did in the 365 before',
    );
    expect(found && say(found.detail, 'en')).toContain(
      'since then (to 31 Dec 2024) 15 of them have bought again, 5 have not.',
    );
    // 1,600 + … + 2,000.
    expect(found?.impact).toBeCloseTo(9_000, 8);
    expect(found && say(found.detail, 'en')).toContain('The 3 largest of 5: L20, L19, L18.');
    expect(found?.evidence).toMatchObject({ lapsed: 20, largestTotal: 5, since: { settled: 15, left: 5 } });
    expect(find(lapsedCustomers, deals(stayed(20), times(15, 'won L# 2023-06-01 #00'), back), days)).toEqual([]);
  });
});
