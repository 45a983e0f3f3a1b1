import { describe, expect, it } from 'vitest';
import { quarterRhythmInsight } from '../../../src/insight/catalogue/quarter-rhythm.js';
import { nextStepOf } from '../../../src/insight/next-steps.js';
import { say } from '../../../src/locale/say.js';
import { civilDay, isoDay } from '../../../src/model/civil-day.js';
import { randomIntegers } from '../../../src/stats/random.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

/** Twenty deals of ten days and 100 close on the 12th of each month of 2024: 8, 10 and 16 of them are won by its place. */
const WINS = [8, 10, 16];
const month = (at: number): string => `2024-${String(at).padStart(2, '0')}`;
const closings = (wins: (at: number) => number): string =>
  Array.from({ length: 12 }, (_, index) => index + 1)
    .flatMap((at) => {
      const dates = `${month(at)}-02 ${month(at)}-12 100`;
      return [times(wins(at), `won ${dates}`), times(20 - wins(at), `lost ${dates}`)];
    })
    .filter((lines) => lines !== '')
    .join('\n');
const dealsBy = (wins: (at: number) => number) => dealsOf(`outcome created_at closed_at amount\n${closings(wins)}`);
const RHYTHM = dealsBy((at) => WINS[(at - 1) % 3] ?? 0);

describe('quarter_rhythm', () => {
  it('tells the months of the asked quarter and of the one before it, and what to judge by what', () => {
    const [found, ...more] = find(quarterRhythmInsight, RHYTHM, { period: '2024-Q3' });
    expect(more).toEqual([]);
    expect(found && say(found.title, 'en')).toBe(
      'The end of a quarter wins: 40 % of deals in July, 50 % in August, 80 % in September',
    );
    expect(found && say(found.detail, 'en')).toContain(
      'Q2 was alike (40 %, 50 %, 80 %), so a month says little beside the month before it. Over 4 quarters',
    );
    expect(found && say(found.title, 'fa')).toBe(
      'پایان فصل برنده‌تر است: ۴۰٪ از معامله‌ها در ژوئیه، ۵۰٪ در اوت، ۸۰٪ در سپتامبر',
    );
    // Newcombe 1998, method 10, of 64 of 80 against 32 of 80: l1 .6996, u1 .8734, l2 .2995, u2 .5095 (Wilson).
    expect(found?.interval?.low).toBeCloseTo(0.4 - Math.hypot(0.8 - 0.6996, 0.5095 - 0.4), 3);
    expect(found?.interval?.high).toBeCloseTo(0.4 + Math.hypot(0.8734 - 0.8, 0.4 - 0.2995), 3);
    expect(found).toMatchObject({ severity: 'info', impact: null, n: 240 });
    const next = found && nextStepOf('quarter_rhythm', found);
    expect(next && say(next.action, 'en')).toBe('Judge July against April, not against June.');
    expect(next?.command).toEqual(['report', '--period', '2024-07', '--compare', '2024-04']);
  });

  it('judges the asked month by the same month of the quarter before', () => {
    const [found] = find(quarterRhythmInsight, RHYTHM, { period: '2024-05' });
    expect(found && say(found.title, 'en')).toContain('in April, 50 % in May, 80 % in June');
    const next = found && nextStepOf('quarter_rhythm', found);
    expect(next && say(next.action, 'en')).toBe('Judge May against February, not against April.');
  });

  it('counts by the calendar and the fiscal year of the report', () => {
    // Fiscal quarters that begin in February: the months 16, 8, 10 of twenty in the calendar's order are a quarter's 8, 10, 16.
    const shifted = dealsBy((at) => WINS[(at + 1) % 3] ?? 0);
    const period = { label: '2024-Q3', grain: 'quarter', calendar: 'gregorian', fiscalYearStart: 2 } as const;
    const [start, end] = [civilDay(2024, 8, 1), civilDay(2024, 11, 1)];
    const [fiscal] = find(quarterRhythmInsight, shifted, { period: { ...period, start, end } });
    expect(fiscal && say(fiscal.title, 'en')).toContain('The end of a quarter wins: 40 % of deals in August');
    // Of the Jalali calendar: 12 July is 22 Tir, the first month of summer is 1 Tir to 31 Tir, as 22 June to 22 July.
    const [jalali] = find(quarterRhythmInsight, RHYTHM, { period: '1403-Q2' });
    expect(jalali && say(jalali.title, { lang: 'fa', calendar: 'jalali' })).toContain('در تیر');
    expect(jalali && nextStepOf('quarter_rhythm', jalali)?.command).toEqual([
      ...['report', '--period', '1403-04', '--compare', '1403-01'],
    ]);
  });

  it('is silent without a rhythm, and in a single quarter', () => {
    expect(
      find(
        quarterRhythmInsight,
        dealsBy(() => 10),
      ),
    ).toEqual([]);
    const one = dealsBy((at) => WINS[(at - 1) % 3] ?? 0);
    expect(find(quarterRhythmInsight, one, { asOf: civilDay(2024, 3, 31) })).toEqual([]);
  });

  it('hardly ever speaks of deals that close whenever they close', () => {
    const first = civilDay(2023, 1, 1);
    const random = randomIntegers(15);
    const upTo = (most: number): number => Math.floor((random() / 2 ** 32) * most);
    const table = (): string => {
      const lines = Array.from({ length: 300 }, () => {
        const day = isoDay(first + upTo(730));
        return `${upTo(2) === 0 ? 'won' : 'lost'} ${day} ${1 + upTo(999)}`;
      });
      return ['outcome closed_at amount', ...lines].join('\n');
    };
    const alarms = Array.from({ length: 300 }, () => find(quarterRhythmInsight, dealsOf(table())).length);
    // 1 % for each of two figures: 6 of 300, and more than 13 in under one of a hundred such tests.
    expect(alarms.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(13);
  });
});
