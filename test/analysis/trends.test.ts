import { describe, expect, it } from 'vitest';
import { type Series, seriesOf } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { civilDay } from '../../src/model/civil-day.js';
import { dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

/** Twenty deals close on the 10th of each month from 2023 on, so many of them won. */
const monthly = (months: number, wonOf: (month: number) => number) =>
  Array.from({ length: months }, (_, month) => {
    const closed = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    return Array.from({ length: 20 }, (__, deal) => `${deal < wonOf(month) ? 'won' : 'lost'} ${closed} 100`);
  }).flat();

function trendOf(rows: readonly string[], id: string, period: string, end: number): Series | undefined {
  const deals = dealsOf(`outcome closed_at amount\n${rows.join('\n')}`);
  return seriesOf(kpis, [id], questionOf(deals, { asOf: end, dataEnd: end, period }), 'month')[0];
}

/** 30 %, 50 %, 70 % in each quarter. */
const RHYTHM = (month: number): number => 6 + 4 * (month % 3);

describe('the trend of a figure with a rhythm within quarters', () => {
  it('is none where only the months of quarters differ', () => {
    const year = trendOf(monthly(12, RHYTHM), 'win_rate', '2023', civilDay(2023, 12, 31));
    // Within first, second and third months all values are equal: no pair, no test.
    expect([year?.trend, year?.trendReason]).toEqual([null, null]);
  });

  it('compares first months with first months: one more win in each quarter is 1/60 a month', () => {
    const rising = monthly(12, (month) => RHYTHM(month) + Math.floor(month / 3));
    const year = trendOf(rising, 'win_rate', '2023', civilDay(2023, 12, 31));
    expect(year?.trend).toMatchObject({ method: 'seasonal-kendall', n: 12, tau: 1, significant: true });
    expect(year?.trend?.slope).toBeCloseTo(0.05 / 3, 12);
    // Each of three seasons of four has 4! orderings; one rises throughout, one falls.
    expect(year?.trend?.pValue).toBeCloseTo(2 / 24 ** 3, 12);
  });

  it('holds for counts of what closed, but not for months of one figure without a rhythm', () => {
    const rising = monthly(12, (month) => RHYTHM(month) + Math.floor(month / 3));
    expect(trendOf(rising, 'won_deals', '2023', civilDay(2023, 12, 31))?.trend?.method).toBe('seasonal-kendall');
    const even = monthly(12, (month) => 4 + month);
    expect(trendOf(even, 'win_rate', '2023', civilDay(2023, 12, 31))?.trend?.method).toBe('mann-kendall');
  });

  it('cannot be told of the weeks of one quarter', () => {
    // In each quarter 13 weeks of ten deals, of which 2, 2, 3, 3 … 8 are won.
    const rows = Array.from({ length: 4 }, (_, quarter) =>
      Array.from({ length: 13 }, (__, week) => {
        const day = civilDay(2024, 1 + 3 * quarter, 2) + 7 * week;
        const closed = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const won = 2 + Math.floor(week / 2);
        return Array.from({ length: 10 }, (___, deal) => `${deal < won ? 'won' : 'lost'} ${closed} 100`);
      }).flat(),
    ).flat();
    const deals = dealsOf(`outcome closed_at amount\n${rows.join('\n')}`);
    const end = civilDay(2024, 12, 31);
    const [rate, wins] = seriesOf(
      kpis,
      ['win_rate', 'won_deals'],
      questionOf(deals, { asOf: end, dataEnd: end, period: '2024-Q2' }),
      'week',
    );
    for (const one of [rate, wins]) expect([one?.trend, one?.trendReason]).toEqual([null, 'rhythm_of_quarter']);
    const all = seriesOf(kpis, ['win_rate'], questionOf(deals, { asOf: end, dataEnd: end, period: '2024' }), 'week')[0];
    expect(all?.trend?.significant ?? false).toBe(false);
    // Quarters themselves are compared as ever: four of them are under eight.
    expect(seriesOf(kpis, ['win_rate'], questionOf(deals, { asOf: end, dataEnd: end }), 'quarter')[0]).toMatchObject({
      trend: null,
      trendReason: null,
    });
  });
});

describe('a figure to date', () => {
  it('has no trend: each of its values holds the records of those before', () => {
    // 15 of 20 are won in each of the first months, 5 later: what closed until then falls and falls, with the same half.
    const falling = monthly(12, (month) => (month < 6 ? 15 : 5));
    const rows = falling.map((row, at) => `C${at % 40} ${row.replace(/(\S+) (\S+)/, '$1 $2 $2')}`);
    const deals = dealsOf(`customer outcome created_at closed_at amount\n${rows.join('\n')}`);
    const question = questionOf(deals, {
      asOf: civilDay(2023, 12, 31),
      dataEnd: civilDay(2023, 12, 31),
      period: '2023',
    });
    for (const id of ['repeat_purchase_rate', 'eventual_win_rate']) {
      const [one] = seriesOf(kpis, [id], question, 'month');
      expect(one?.points.filter(({ value }) => value !== null).length, id).toBeGreaterThanOrEqual(8);
      expect([one?.trend, one?.trendReason], id).toEqual([null, 'cumulative']);
    }
    expect(seriesOf(kpis, ['win_rate'], question, 'month')[0]?.trend).not.toBeNull();
  });
});
