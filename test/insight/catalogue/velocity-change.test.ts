import { describe, expect, it } from 'vitest';
import { velocityChange } from '../../../src/insight/catalogue/velocity-change.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

/* Q1: 40 won (20 at 900, 20 at 1,100) in 40 days, 40 lost, 100 open at its end. Q2: 40 won alike, 160 lost, 20 open.
   The cycles are 39 and 41 days, so that they have a spread. */
const won = (created: string, closed: string): string => times(20, `won ${created} ${closed} 900`);
const CHANGED = dealsOf(
  [
    'outcome created_at closed_at amount',
    won('2024-01-05', '2024-02-13').replaceAll('2024-02-13', '2024-02-13'),
    times(20, 'won 2024-01-05 2024-02-15 1100'),
    times(40, 'lost 2024-01-05 2024-02-14 .'),
    // Open at the end of the first quarter, lost in the second.
    times(100, 'lost 2024-03-01 2024-04-05 .'),
    times(20, 'won 2024-04-05 2024-05-14 900'),
    times(20, 'won 2024-04-05 2024-05-16 1100'),
    times(60, 'lost 2024-04-05 2024-05-15 .'),
    times(20, 'open 2024-06-01 . 1000'),
  ].join('\n'),
);

describe('velocity_change', () => {
  it('takes a fall apart into open deals, win rate, size and cycle, without a rest', () => {
    const [found] = find(velocityChange, CHANGED, { period: '2024-Q2', before: '2024-Q1' });
    // 100 · 40/80 · 1,000 / 40 = 1,250 to 20 · 40/200 · 1,000 / 40 = 100.
    expect(found?.evidence).toMatchObject({ before: 1250, after: 100 });
    const parts = found?.evidence['contributions'] as { value: string; effect: number }[];
    expect(parts.map(({ value }) => value)).toEqual(['open_deals', 'win_rate', 'avg_deal_size', 'sales_cycle']);
    // (20 − 100) · (0.5 + 0.2)/2 · 25, and (0.2 − 0.5) · (100 + 20)/2 · 25; size and cycle stayed.
    expect(parts.map(({ effect }) => Math.round(effect * 1e6) / 1e6)).toEqual([-700, -450, 0, 0]);
    expect(found?.impact).toBeNull();
    // −700 of −1,150 are 61 %: the main cause, but not the only one.
    expect(found && say(found.title, 'en')).toBe(
      'Sales velocity fell from 1,250 to 100 USD per day, mostly because fewer deals are open',
    );
    // ln(100/1250) ± 1.96 · √(1/100 + 0.5/40 + 1/20 + 0.8/40 + …): the spreads of size and cycle add 0.0008.
    const error = Math.sqrt(0.0925 + 2 * (10_256 / 1e6 / 40 + 1.0256 / 1600 / 40));
    expect(found?.interval?.high).toBeCloseTo(Math.expm1(Math.log(0.08) + 1.959964 * error), 3);
  });

  it('says which factor did it alone', () => {
    // 20 open at the end of the first quarter, 100 at the end of the second; won, lost, sizes and cycles are alike.
    const open = dealsOf(
      [
        'outcome created_at closed_at amount',
        ...['01', '04'].flatMap((month) => {
          const [closed, later] = month === '01' ? ['2024-02-13', '2024-02-15'] : ['2024-05-13', '2024-05-15'];
          const lines = [`won 2024-${month}-05 ${closed} 900`, `won 2024-${month}-05 ${later} 1100`];
          return [...lines.map((line) => times(20, line)), times(40, `lost 2024-${month}-05 ${closed} .`)];
        }),
        times(20, 'open 2024-03-01 . 1000'),
        times(80, 'open 2024-06-01 . 1000'),
      ].join('\n'),
    );
    const [found] = find(velocityChange, open, { period: '2024-Q2', before: '2024-Q1' });
    expect(found && say(found.title, 'en')).toMatch(/^Sales velocity rose .* only because more deals are open$/);
    expect(found && say(found.title, 'fa')).toMatch(/تنها چون معامله‌های بیشتری باز است$/);
  });

  it('is silent with few won deals, and where nothing is compared', () => {
    const few = dealsOf(
      [
        'outcome created_at closed_at amount',
        times(10, 'won 2024-01-05 2024-02-13 5'),
        times(10, 'won 2024-04-05 2024-05-13 5'),
        'lost 2024-04-05 2024-05-13 5',
        'open 2024-01-05 . 5',
      ].join('\n'),
    );
    expect(find(velocityChange, few, { period: '2024-Q2', before: '2024-Q1' })).toEqual([]);
    expect(find(velocityChange, CHANGED, { period: '2024-Q2' })).toEqual([]);
  });
});
