import { describe, expect, it, test } from 'vitest';
import { HEADLINES, type Series, seriesOf } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Kpi } from '../../src/kpi/definition.js';
import { measurerOf } from '../../src/kpi/measure.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

const series = (id: string, options: QuestionOptions = {}, grain?: Series['grain']): Series => {
  const [one] = seriesOf(kpis, [id], questionOf(sixteenDeals(), options), grain);
  if (one === undefined) throw new Error(`no series of ${id}`);
  return one;
};
const values = ({ points }: Series): (number | null)[] => points.map(({ value }) => value);

describe('seriesOf', () => {
  it('gives the sixteen deals by close quarter: 3/4, 4/5, 1/2, 0/1, and their won value', () => {
    const { points, grain } = series('win_rate', {}, 'quarter');
    expect(grain).toBe('quarter');
    expect(points.map(({ period }) => period.label)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(points.map(({ value, n }) => [value, n])).toEqual([
      [0.75, 4],
      [0.8, 5],
      [0.5, 2],
      [0, 1],
    ]);
    // The one deal closed in the fourth quarter was lost.
    expect(values(series('revenue_won', {}, 'quarter'))).toEqual([38_000, 18_000, 14_000, 0]);
  });

  it('counts new deals by the quarter they were created in: 6, 4, 3, 3', () => {
    // D16 was created in the second quarter: D07, D08, D09, D16.
    expect(values(series('new_deals', {}, 'quarter'))).toEqual([6, 4, 3, 3]);
  });

  it('chooses months for a year of data, and marks the one that is not over', () => {
    const { grain, points } = series('won_deals', { asOf: civilDay(2024, 10, 10) });
    expect(grain).toBe('month');
    // From February, when the first deal was closed.
    expect(points.map(({ period }) => period.label).at(0)).toBe('2024-02');
    expect(points).toHaveLength(9);
    expect(points.filter(({ partial }) => partial).map(({ period }) => period.label)).toEqual(['2024-10']);
    expect(series('won_deals').points.some(({ partial }) => partial)).toBe(false);
  });

  it('marks the ends that an asked range cuts', () => {
    const { points } = series('won_deals', { period: '2024-02-10..2024-05-20' }, 'month');
    expect(points.map(({ period, partial }) => [period.label, partial])).toEqual([
      ['2024-02', true],
      ['2024-03', false],
      ['2024-04', false],
      ['2024-05', true],
    ]);
  });

  it('is null, not 0, where a rate has no deals', () => {
    const { points } = series('win_rate', {}, 'month');
    expect(points.find(({ period }) => period.label === '2024-08')).toMatchObject({ value: null, n: 0 });
  });

  test.each((kpis as readonly Kpi[]).filter(({ basis }) => basis !== 'leads').map(({ id }) => [id]))(
    'gives %s in each month as it is measured by itself',
    (id) => {
      const question = questionOf(sixteenDeals());
      const [one] = seriesOf(kpis, [id], question, 'month');
      for (const { period, value, n } of one?.points ?? []) {
        const { measurement } = measurerOf(kpis, { ...question, period }).measure(id);
        expect([period.label, value, n]).toEqual([period.label, measurement.value, measurement.n]);
      }
    },
  );

  it('has none of leads, and none where no deal has a date', () => {
    expect(seriesOf(kpis, ['lead_conversion_rate'], questionOf(sixteenDeals()))).toEqual([]);
    expect(seriesOf(kpis, [...HEADLINES], questionOf(dealsOf('outcome amount\nwon 5')))).toEqual([]);
  });

  it('shows the headlines in the order of the catalogue', () => {
    const shown = seriesOf(kpis, [...HEADLINES], questionOf(sixteenDeals())).map(({ kpi }) => kpi.id);
    expect([...shown].sort()).toEqual([...HEADLINES].sort());
  });
});

describe('the trend of a series', () => {
  const risingBy = (perMonth: (month: number) => number, months: number) => {
    const rows = Array.from({ length: months }, (_, month) => {
      const closed = isoDay(civilDay(2023, 1 + (month % 12), 15) + 365 * Math.floor(month / 12));
      return Array.from({ length: perMonth(month) }, () => `won ${closed} 100`);
    }).flat();
    const deals = dealsOf(`outcome closed_at amount\n${rows.join('\n')}`);
    const end = civilDay(2023, 12, 31) + (months > 12 ? 366 : 0);
    return seriesOf(kpis, ['won_deals'], questionOf(deals, { asOf: end, dataEnd: end }), 'month')[0];
  };

  it('of 1, 2, 3 … 12 deals a month is one more each month, and no chance', () => {
    const trend = risingBy((month) => month + 1, 12)?.trend;
    expect(trend).toMatchObject({ n: 12, tau: 1, slope: 1, significant: true });
    // One ordering of 12! rises throughout, one falls.
    expect(trend?.pValue).toBeCloseTo(2 / 479_001_600, 14);
    expect(trend?.interval).toMatchObject({ low: 1, high: 1 });
  });

  it('of months that go up and down is none', () => {
    expect(risingBy((month) => 3 + (month % 2), 12)?.trend?.significant).toBe(false);
  });

  it('is not looked for under eight whole periods, and leaves the one that is not over aside', () => {
    expect(series('won_deals', {}, 'quarter').trend).toBeNull();
    const eight = series('won_deals', { asOf: civilDay(2024, 9, 30) }).trend;
    const cut = series('won_deals', { asOf: civilDay(2024, 9, 29) }).trend;
    expect([eight?.n, cut]).toEqual([8, null]);
  });
});
