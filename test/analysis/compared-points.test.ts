import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedPoints } from '../../src/analysis/compared-points.js';
import { type Series, type SeriesPoint, seriesOf } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { measureAll } from '../../src/kpi/measure.js';
import { isoDay } from '../../src/model/civil-day.js';
import { ALL_TIME, type Period } from '../../src/model/period.js';
import { day, dealsOf, sixteenDeals } from '../support/deals.js';
import { period, questionOf } from '../support/question.js';

/** Points of a period, each with its counterpart: `now then`, as their first and last days. */
function beside(
  deals: ReturnType<typeof dealsOf>,
  id: string,
  asked: string | Period,
  before: string | Period,
  grain?: Series['grain'],
): [SeriesPoint, SeriesPoint | null][] {
  const options = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };
  const question = questionOf(deals, { ...options, period: asked });
  const then = questionOf(deals, { ...options, period: before });
  const series = seriesOf(kpis, [id], question, grain);
  const compared = { before: then, previous: measureAll(kpis, [id], then) };
  const [points = []] = comparedPoints(series, kpis, question, compared);
  return (series[0]?.points ?? []).map((point, index) => [point, points[index] ?? null]);
}

const days = (point: SeriesPoint | null): string | null =>
  point === null ? null : `${isoDay(point.period.start)}..${isoDay(point.period.end - 1)}`;

/** A deal created on each day of two years, won on it. */
const daily = dealsOf(
  [
    'outcome created_at closed_at amount',
    ...Array.from({ length: 731 }, (_, index) => {
      const on = isoDay(day('2023-01-01') + index);
      return `won ${on} ${on} 1`;
    }),
  ].join('\n'),
);

describe('comparedPoints', () => {
  it('sets the months of a quarter beside those of the quarter before', () => {
    const pairs = beside(sixteenDeals(), 'revenue_won', '2024-Q2', '2024-Q1', 'month');
    expect(pairs.map(([now, then]) => [now.period.label, then?.period.label])).toEqual([
      ['2024-04', '2024-01'],
      ['2024-05', '2024-02'],
      ['2024-06', '2024-03'],
    ]);
    // D01 brought 12,000 in February; D03 20,000 and D05 6,000 in March.
    expect(pairs.map(([, then]) => then?.value)).toEqual([0, 12_000, 26_000]);
  });

  it('sets weeks that the quarters cut beside each other', () => {
    // 2023-Q3 begins on a Saturday, as 2023-Q2 does.
    const pairs = beside(daily, 'won_deals', '2023-Q3', '2023-Q2', 'week');
    expect(pairs.slice(0, 2).map(([now, then]) => [days(now), days(then), then?.value, then?.partial])).toEqual([
      ['2023-07-01..2023-07-02', '2023-04-01..2023-04-02', 2, true],
      ['2023-07-03..2023-07-09', '2023-04-03..2023-04-09', 7, false],
    ]);
    // 92 days beside 91: the last week of July to September has six days, and that of the quarter before five.
    expect(pairs.slice(-1).map(([now, then]) => [days(now), days(then)])).toEqual([
      ['2023-09-25..2023-09-30', '2023-06-26..2023-06-30'],
    ]);
  });

  it('leaves a week of one day aside rather than set whole weeks beside the ones before', () => {
    // 2024-Q1 begins on a Monday, 2023-Q4 on a Sunday: its first week is that Sunday.
    const later = beside(daily, 'won_deals', '2024-Q1', '2023-Q4', 'week');
    expect(later.slice(0, 2).map(([now, then]) => [days(now), days(then)])).toEqual([
      ['2024-01-01..2024-01-07', '2023-10-02..2023-10-08'],
      ['2024-01-08..2024-01-14', '2023-10-09..2023-10-15'],
    ]);
    expect(later.every(([, then]) => then !== null && !then.partial)).toBe(true);
    // The other way round that Sunday has nothing beside it.
    const sooner = beside(daily, 'won_deals', '2023-Q4', '2024-Q1', 'week');
    expect(sooner.slice(0, 2).map(([now, then]) => [days(now), days(then)])).toEqual([
      ['2023-10-01..2023-10-01', null],
      ['2023-10-02..2023-10-08', '2024-01-01..2024-01-07'],
    ]);
  });

  it('has nothing beside the 29th to 31st of a month after February, nor beside the points of all data', () => {
    const march = beside(daily, 'won_deals', '2023-03', '2023-02', 'day');
    expect(march.map(([, then]) => then?.value ?? null)).toEqual([...Array(28).fill(1), null, null, null]);
    expect(beside(daily, 'won_deals', ALL_TIME, '2023').every(([, then]) => then === null)).toBe(true);
  });

  it('has nothing where the figure of the compared period is null: money that closing overwrote', () => {
    // Open at the end of May: a deal that was won later, at which its amount was entered. Open ones have none.
    const deals = dealsOf(
      [
        'outcome created_at closed_at amount',
        ...Array.from({ length: 6 }, (_, index) => `won 2024-04-0${index + 1} 2024-06-2${index} 100`),
        ...Array.from({ length: 6 }, (_, index) => `lost 2024-04-0${index + 1} 2024-06-2${index} .`),
        ...Array.from({ length: 6 }, (_, index) => `open 2024-05-0${index + 1} . .`),
      ].join('\n'),
    );
    const then = questionOf(deals, { period: '2024-05' });
    const [money] = measureAll(kpis, ['open_pipeline_value'], then);
    expect(money?.measurement).toMatchObject({ value: null });
    const pairs = beside(deals, 'open_pipeline_value', '2024-06', '2024-05', 'week');
    expect(pairs.every(([, previous]) => previous === null)).toBe(true);
    expect(beside(deals, 'open_deals', '2024-06', '2024-05', 'week').at(-1)?.[1]).toMatchObject({ value: 18 });
  });

  it('is each point once, in order, of the same days but for the ends, for any two ranges', () => {
    const start = fc.integer({ min: 0, max: 500 });
    const length = fc.integer({ min: 1, max: 120 });
    const grain = fc.constantFrom<Series['grain'][]>('day', 'week', 'month', 'quarter');
    fc.assert(
      fc.property(start, length, start, length, grain, (one, long, other, wide, by) => {
        const range = (from: number, size: number): Period =>
          period(`${isoDay(day('2023-01-01') + from)}..${isoDay(day('2023-01-01') + from + size - 1)}`);
        const [asked, before] = [range(one, long), range(other, wide)];
        const pairs = beside(daily, 'won_deals', asked, before, by);
        const starts = pairs.flatMap(([, then]) => then?.period.start ?? []);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        for (const [now, then] of pairs) {
          if (then === null) continue;
          // One deal a day: so many days, so many deals, and all of them within the compared period.
          expect(then.value).toBe(then.period.end - then.period.start);
          expect([then.period.start >= before.start, then.period.end <= before.end]).toEqual([true, true]);
          // Their places from the starts of both periods overlap or, at the cut ends, touch.
          const apart = Math.abs(now.period.start - asked.start - (then.period.start - before.start));
          const most = { day: 0, week: 6, month: 30, quarter: 91, year: 366 }[by];
          expect(apart).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 200 },
    );
  });
});
