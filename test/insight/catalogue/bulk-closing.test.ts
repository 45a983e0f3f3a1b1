import { describe, expect, it } from 'vitest';
import { bulkClosing } from '../../../src/insight/catalogue/bulk-closing.js';
import { say } from '../../../src/locale/say.js';
import { isoDay } from '../../../src/model/civil-day.js';
import { day, dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

/** One or two closings on each of two hundred days. */
const usual = Array.from({ length: 200 }, (_, i) => times(1 + (i % 2), `won ${isoDay(day('2024-01-02') + i)} 5`)).join(
  '\n',
);
const deals = (...parts: string[]) => dealsOf(['outcome closed_at amount', usual, ...parts].join('\n'));

describe('bulk_closing', () => {
  it('finds the day of a clean-up', () => {
    const [found, ...more] = find(bulkClosing, deals(times(50, 'lost 2024-09-30 7')));
    expect(more).toEqual([]);
    expect(found && say(found.title, 'en')).toBe('50 deals were closed on one day: 30 Sep 2024');
    expect(found && say(found.title, 'fa')).toBe('۵۰ معامله در یک روز بسته شد: ۹ مهر ۱۴۰۳');
    // 50 of 350; a usual day has 1.5 closings (median of 100 days of one and 100 of two, and this one: 2).
    expect(found).toMatchObject({ severity: 'info', impact: null, n: 350 });
    expect(found?.evidence).toMatchObject({ day: '2024-09-30', closed: 50, lost: 50, usualDay: 2, value: 350 });
    // Wilson, 50 of 350: at least 0.110, 38 deals, more than ten times 2.
    expect(found?.interval?.low).toBeCloseTo(0.11, 3);
    expect(found?.rows()).toHaveLength(50);
  });

  it('is silent about a busy day, and where everything was closed on one', () => {
    expect(find(bulkClosing, deals(times(24, 'lost 2024-09-30 7')))).toEqual([]);
    expect(find(bulkClosing, dealsOf(`outcome closed_at amount\n${times(60, 'won 2024-09-30 7')}`))).toEqual([]);
  });
});
