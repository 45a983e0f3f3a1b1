import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HEADLINES, type Series, seriesOf } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, type Kpi } from '../../src/kpi/definition.js';
import { measurerOf } from '../../src/kpi/measure.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { ALL_TIME, cutAt, type Period } from '../../src/model/period.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { dataEdges } from '../../src/report/data-edges.js';
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

  it('never holds the target of the asked period against a part of it', () => {
    const settings = { ...DEFAULT_SETTINGS, revenueTarget: 200_000, quotas: { Sara: 100_000 } };
    for (const id of ['pipeline_coverage', 'quota_attainment']) {
      const asked = questionOf(sixteenDeals(), { settings, period: '2024' });
      expect(seriesOf(kpis, [id], asked, 'quarter')).toEqual([]);
    }
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

/** KPIs of which the points add up: what is counted or added in one period is in no other. */
const ADDITIVE = ['new_deals', 'won_deals', 'lost_deals', 'revenue_won', 'new_customers'];

describe('the points of a series add up to the figure', () => {
  const start = civilDay(2022, 7, 1);
  const date = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 900 }) },
    // Typos of both ends, and the days of another century.
    { weight: 1, arbitrary: fc.constantFrom(-9_000, -700_000, 2_000, 30_000) },
  );
  const cell = date.map((days) => isoDay(start + days));
  const deal = fc
    .tuple(
      fc.constantFrom('won', 'lost', 'open', 'excluded'),
      cell,
      fc.option(cell, { nil: '.', freq: 8 }),
      fc.option(fc.integer({ min: -50, max: 900 }), { nil: '.', freq: 8 }),
      fc.constantFrom('A', 'B', 'C', '.'),
    )
    .map(([outcome, created, closed, amount, customer]) =>
      [outcome, created, outcome === 'open' ? '.' : closed, amount, customer].join(' '),
    );
  const rows = fc.array(deal, { minLength: 1, maxLength: 25 });
  const grain = fc.constantFrom<(Series['grain'] | undefined)[]>(undefined, 'day', 'week', 'month', 'quarter', 'year');
  const asked = fc.oneof(
    fc.constant(null),
    fc.constantFrom('2023', '2023-Q2', '1401', '1402-Q3', '2024-W05', '1402-01..1402-11', '2023-03..2024-02'),
    fc
      .tuple(fc.integer({ min: -100, max: 900 }), fc.integer({ min: 0, max: 500 }))
      .map(([from, length]) => `${isoDay(start + from)}..${isoDay(start + from + length)}`),
  );

  it('for any deals, period, snapshot, grain, calendar and fiscal year', () => {
    const clock = fc.record({
      asOf: fc.integer({ min: 100, max: 1_200 }),
      fiscal: fc.integer({ min: 1, max: 12 }),
      withEdges: fc.boolean(),
    });
    fc.assert(
      fc.property(rows, asked, clock, grain, fc.boolean(), (deals, text, { asOf: after, ...said }, by, jalali) => {
        const { fiscal, withEdges } = said;
        const asOf = start + after;
        const table = dealsOf(['outcome created_at closed_at amount customer', ...deals].join('\n'));
        const all: Period = { ...ALL_TIME, calendar: jalali ? 'jalali' : 'gregorian' };
        const period = {
          ...cutAt(text === null ? all : (parsePeriod(text, { anchor: asOf, fiscalYearStart: fiscal }) ?? all), asOf),
          fiscalYearStart: fiscal,
        };
        const files = { deals: table, purchases: null, leads: null, customers: null };
        const edges = withEdges ? dataEdges(files, asOf, true) : null;
        const question = questionOf(table, { period, asOf, dataEnd: start + 900, edges });
        for (const one of seriesOf(kpis, ADDITIVE, question, by)) {
          const { id } = one.kpi;
          const { measurement: figure, coverage } = measurerOf(kpis, question).measure(id);
          const sum = one.points.reduce((total, { value }) => total + (value ?? 0), one.undated?.value ?? 0);
          if (period.start > asOf) continue;
          // Nothing is known of a period beyond the edges.
          if (coverage?.state === 'outside') continue;
          expect(sum, `${id} ${period.label} ${one.grain}`).toBeCloseTo(figure.value ?? 0, 6);
          one.points.slice(1).forEach((point, index) => {
            expect(point.period.start).toBeGreaterThanOrEqual(one.points[index]?.period.end ?? 0);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('cuts the points to the asked days, and says what is partial', () => {
    const { points } = series('won_deals', { period: '2024-02-19..2024-06-12' }, 'month');
    expect(
      points.map(({ period, value, partial }) => [isoDay(period.start), isoDay(period.end - 1), value, partial]),
    ).toEqual([
      // D01 on 19 February; D03 and D05 in March; D16 in May; D08 and D09 by 12 June, and D06 on the 13th is not asked.
      ['2024-02-19', '2024-02-29', 1, true],
      ['2024-03-01', '2024-03-31', 2, false],
      ['2024-04-01', '2024-04-30', 0, false],
      ['2024-05-01', '2024-05-31', 1, false],
      ['2024-06-01', '2024-06-12', 2, true],
    ]);
  });

  it('shows a day far from all others as a point of its own, and no trend of it', () => {
    const usual = Array.from({ length: 300 }, (_, at) => `won ${isoDay(civilDay(2023, 1, 1) + at)} 1`);
    const deals = dealsOf(
      ['outcome closed_at amount', 'won 1970-01-01 1', ...usual, 'won 2033-05-05 1', 'won . 7'].join('\n'),
    );
    const end = civilDay(2023, 10, 27);
    const [won, money] = seriesOf(
      kpis,
      ['won_deals', 'revenue_won'],
      questionOf(deals, { asOf: end, dataEnd: end }),
      'month',
    );
    expect(won?.points.map(({ period, value }) => [period.label, value])).toEqual([
      ['1970-01', 1],
      ...[31, 28, 31, 30, 31, 30, 31, 31, 30, 27].map((days, at) => [`2023-${String(at + 1).padStart(2, '0')}`, days]),
      ['2033-05', 1],
    ]);
    expect(won?.undated).toEqual({ value: 1, n: 1 });
    expect(money?.undated).toEqual({ value: 7, n: 1 });
    // Nine whole months: October has four days to come.
    expect(won?.trend?.n).toBe(9);
  });

  it('is bounded, whatever snapshot is said: the points end with the data', () => {
    const { points } = series('won_deals', { asOf: civilDay(9999, 12, 31) }, 'month');
    expect(points.at(-1)?.period.label).toBe('2024-12');
    expect(series('open_deals', { asOf: civilDay(9999, 12, 31) }).points.length).toBeLessThan(20);
  });

  it('takes a coarser grain for more points than anybody reads', () => {
    const deals = dealsOf('outcome closed_at amount\nwon 1990-01-01 1\nwon 2024-12-31 1');
    const [won] = seriesOf(kpis, ['won_deals'], questionOf(deals), 'day');
    // 12,784 days; 1,827 weeks.
    expect(won?.grain).toBe('week');
    expect(won?.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(2);
  });

  it('has a value per currency, and none of all, where amounts are in several', () => {
    const deals = dealsOf('outcome closed_at amount currency\nwon 2024-01-01 1 EUR\nwon 2024-02-01 1 USD');
    const shown = seriesOf(kpis, ['won_deals', 'revenue_won'], questionOf(deals));
    const revenue = shown.find(({ kpi }) => kpi.id === 'revenue_won');
    expect(revenue?.points.every(({ value }) => value === null)).toBe(true);
    const totals = new Map<string, number>();
    for (const { currency, value } of revenue?.points.flatMap(({ byCurrency }) => byCurrency ?? []) ?? []) {
      totals.set(currency, (totals.get(currency) ?? 0) + (value ?? 0));
    }
    expect([...totals].sort()).toEqual([
      ['EUR', 1],
      ['USD', 1],
    ]);
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
