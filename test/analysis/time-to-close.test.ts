import { expect, it } from 'vitest';
import { timeToClose } from '../../src/analysis/time-to-close.js';
import { cycles } from '../../src/kpi/cycle-days.js';
import { mean } from '../../src/kpi/figures.js';
import { lost, won } from '../../src/kpi/populations.js';
import { dealsOf } from '../support/deals.js';

/** Deals that took so many days each, by turns won and lost. */
function closings(n: number, daysAt: (at: number) => number) {
  const rows = Array.from({ length: 2 * n }, (_, at) => {
    const closed = new Date(Date.UTC(2024, 0, 1 + daysAt(at >> 1))).toISOString().slice(0, 10);
    return `D${at} ${at % 2 === 0 ? 'won' : 'lost'} 2024-01-01 ${closed}`;
  });
  const all = dealsOf(['id outcome created_at closed_at', ...rows].join('\n')).all();
  const [wins, losses] = [won(all), lost(all)];
  return [mean(cycles(wins), wins, 'no_won_deals'), mean(cycles(losses), losses, 'no_lost_deals')] as const;
}

// 10 to 14 days and 90 to 94 in turn: few deals are listed as values, many are counted.
it.each([40, 20_000])('%i won deals in two heaps are told as such, and each stands in a bin', (n) => {
  const [wins, losses] = closings(n, (at) => (at % 2 === 0 ? 10 : 90) + (Math.floor(at / 2) % 5));
  const { bins, deals, meanDescribes, heaps } = timeToClose(wins, losses);
  expect(heaps).toMatchObject({ near: 0, lower: { n: n / 2 }, upper: { n: n / 2 } });
  expect([deals, meanDescribes]).toEqual([null, false]);
  const between = (low: number, high: number) =>
    bins.filter(({ from, to }) => from < high && (to === null || to > low));
  const sumOf = (some: typeof bins, side: 'won' | 'lost') => some.reduce((sum, bin) => sum + bin[side], 0);
  expect([sumOf(between(10, 15), 'won'), sumOf(between(90, 95), 'won')]).toEqual([n / 2, n / 2]);
  expect([sumOf(bins, 'won'), sumOf(bins, 'lost')]).toEqual([n, n]);
});
