import { describe, expect, it } from 'vitest';
import { stalledValue } from '../../../src/insight/catalogue/stalled-value.js';
import { say } from '../../../src/locale/say.js';
import { civilDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

/** Twenty won deals of ten days each; the snapshot is 2024-12-31. */
const WON = times(20, 'won 2024-01-01 2024-01-11 100 Ann');
const deals = (...parts: string[]) => dealsOf(['outcome created_at closed_at amount owner', WON, ...parts].join('\n'));

describe('stalled_value', () => {
  it('says how many of the open deals are stalled, and what they are worth', () => {
    const [found] = find(
      stalledValue,
      deals(times(30, 'open 2024-06-01 . 50 Ann'), times(10, 'open 2024-12-28 . 50 Bob')),
    );
    expect(found && say(found.title, 'en')).toBe('30 of 40 open deals are stalled');
    expect(found).toMatchObject({ severity: 'risk', impact: 1500, n: 40 });
    // Wilson, 30 of 40 (statsmodels): 0.598 to 0.858.
    expect(found?.interval?.low).toBeCloseTo(0.598, 3);
    expect(found?.interval?.high).toBeCloseTo(0.858, 3);
    expect(found?.rows()).toHaveLength(30);
    // Twenty won deals of ten days: their 90th percentile is ten.
    expect(found && say(found.detail, 'en')).toBe(
      '75 % of the open deals, 1,500 USD (95 % interval 60 % to 86 %). Open over 10 days, longer than 9 in 10 won deals took. Most with Ann 30.',
    );
    expect(found?.evidence['owners']).toEqual([{ owner: 'Ann', deals: 30, value: 1500 }]);
  });

  it('is silent where a quarter could be all, with few open deals, and without won cycles', () => {
    expect(find(stalledValue, deals(times(14, 'open 2024-06-01 . 50 A'), times(26, 'open 2024-12-28 . 50 B')))).toEqual(
      [],
    );
    expect(find(stalledValue, deals(times(19, 'open 2024-06-01 . 50 A')))).toEqual([]);
    const none = dealsOf(`outcome created_at closed_at amount owner\n${times(40, 'open 2024-06-01 . 50 A')}`);
    expect(find(stalledValue, none)).toEqual([]);
  });

  it('of a past day tells what became of them by the newest day, and is about those that are open still', () => {
    // 2024-09-30 = 20 won cycles of ten days; 30 deals open since January, of which 12 were lost in November.
    const then = deals(times(18, 'open 2024-01-02 . 50 Ann'), times(12, 'lost 2024-01-02 2024-11-05 50 Bob'));
    const [found] = find(stalledValue, then, { asOf: civilDay(2024, 9, 30), dataEnd: civilDay(2024, 12, 31) });
    expect(found && say(found.title, 'en')).toBe('30 of 30 deals open on 30 Sep 2024 were stalled');
    expect(found && say(found.detail, 'en')).toContain(
      'As of 30 Sep 2024; since then (to 31 Dec 2024) 12 of them have closed, 18 are still open.',
    );
    expect(found && say(found.detail, 'fa')).toContain('از آن پس (تا ۱۱ دی ۱۴۰۳) ۱۲ مورد');
    // 18 of 50 are at stake, not 30.
    expect(found).toMatchObject({ impact: 900, n: 30 });
    expect(found?.rows()).toHaveLength(18);
    expect(found?.evidence).toMatchObject({ stalled: 30, ownersTotal: 2, since: { settled: 12, left: 18 } });
  });

  it('stands beside the compared period, and beside the newest day', () => {
    // Of 30 deals open since January all are stalled on 30 June as on 30 September; ten of 29 September are by the end of the year.
    const more = deals(times(30, 'open 2024-01-02 . 50 Ann'), times(10, 'open 2024-09-29 . 50 Bob'));
    const [found] = find(stalledValue, more, { period: '2024-Q3', before: '2024-Q2' });
    expect(found && say(found.title, 'en')).toBe(
      '30 of 40 deals open on 30 Sep 2024 were stalled, 30 of 30 on 30 Jun 2024',
    );
    expect(found && say(found.detail, 'en')).toMatch(/30 are still open\. By 31 Dec 2024: 40\.$/);
  });

  it('is silent of a past day whose stalled deals have all closed since', () => {
    const gone = deals(times(30, 'lost 2024-01-02 2024-11-05 50 Bob'));
    expect(find(stalledValue, gone, { asOf: civilDay(2024, 9, 30), dataEnd: civilDay(2024, 12, 31) })).toEqual([]);
  });
});
