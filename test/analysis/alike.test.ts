import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/analysis/alike.js';
import { type Change, changeOf } from '../../src/analysis/compare.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Question } from '../../src/kpi/measure.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import { type Period, periodContaining, previousPeriod } from '../../src/model/period.js';
import { dealsOf } from '../support/deals.js';
import { period, questionOf } from '../support/question.js';

/** The change of a KPI of a table of deals, at the newest day of it, since the period before unless another is said. */
function change(
  id: string,
  table: string,
  asked: string | Period,
  comparedTo?: string,
  running = false,
): Change | null {
  const calendar = typeof asked === 'string' ? 'gregorian' : asked.calendar;
  const deals = dealsOf(table);
  const days = [...deals.column('closed_at')].filter((day) => day !== NO_DAY);
  // Months are over at the snapshot, unless a test says otherwise.
  const end = running ? Math.max(...days) : periodContaining(Math.max(...days), 'month', calendar).end - 1;
  const question: Question = questionOf(deals, {
    period: typeof asked === 'string' ? period(asked) : asked,
    asOf: end,
    dataEnd: end,
  });
  const before = comparedTo === undefined ? previousPeriod(question.period) : period(comparedTo);
  const kpi = kpis.find((one) => one.id === id);
  if (kpi === undefined) throw new Error(`no KPI "${id}"`);
  return changeOf(kpi, frameOf(kpis, question, before));
}

/** Deals by month of closing, each month won / lost; created `cycle` days before. */
function closings(months: readonly { month: string; won: number; lost: number; cycle?: number }[]): string {
  const rows = months.flatMap(({ month, won, lost, cycle = 20 }) =>
    Array.from({ length: won + lost }, (_, index) => {
      const closed = `${month}-${String(1 + (index % 28)).padStart(2, '0')}`;
      const created = new Date(Date.parse(closed) - (cycle + (index % 5)) * 86_400_000).toISOString().slice(0, 10);
      return `${index < won ? 'won' : 'lost'} ${created} ${closed}`;
    }),
  );
  return ['outcome created_at closed_at', ...rows].join('\n');
}

describe('the rhythm of the quarter', () => {
  // Third months win 80 of 100, the others 50: in both quarters alike.
  const YEAR = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month, index) => {
    return { month: `2024-${month}`, won: index % 3 === 2 ? 80 : 50, lost: index % 3 === 2 ? 20 : 50 };
  });

  it('a third month is compared with the third month before, not with a second one', () => {
    const found = change('win_rate', closings(YEAR), '2024-09');
    expect(found).toMatchObject({ significant: null, reason: 'rhythm_of_quarter' });
    expect(found?.absolute).toBeCloseTo(0.3, 12);
    expect(found?.likeForLike).toMatchObject({
      by: 'part_of_quarter',
      period: { label: '2024-06' },
      value: 0.8,
      previous: 0.8,
      significant: false,
    });
  });

  it('a running month is compared with the same days of the third month before', () => {
    const found = change('win_rate', closings(YEAR), '2024-09', '2024-08', true);
    expect(found?.likeForLike?.period?.label).toBe('2024-06-01..2024-06-28');
  });

  it('whole quarters are alike, and so are third months', () => {
    expect(change('win_rate', closings(YEAR), '2024-Q3')).toMatchObject({ significant: false, reason: null });
    expect(change('win_rate', closings(YEAR), '2024-09', '2024-06')).toMatchObject({
      significant: false,
      reason: null,
    });
  });

  it('without a rhythm months are compared as they are', () => {
    const flat = YEAR.map(({ month }, index) => ({ month, won: index === 8 ? 80 : 50, lost: index === 8 ? 20 : 50 }));
    // One good month of nine is no rhythm of the quarter: 5 points at most over all quarters is the other limit.
    const even = flat.map((one, index) => (index === 5 ? { ...one, won: 20, lost: 80 } : one));
    expect(change('win_rate', closings(even), '2024-09')).toMatchObject({ significant: true, reason: null });
  });

  it('one quarter of its own shows none', () => {
    expect(change('win_rate', closings(YEAR.slice(0, 3)), '2024-03')).toMatchObject({
      significant: true,
      reason: null,
    });
  });

  it('where the file does not reach back, there is no verdict at all', () => {
    expect(change('win_rate', closings(YEAR), '2024-03')).toMatchObject({
      significant: null,
      reason: 'rhythm_of_quarter',
      likeForLike: null,
    });
  });

  it('sales cycles have one, too', () => {
    const slow = YEAR.map((one, index) => ({ ...one, won: 50, lost: 50, cycle: index % 3 === 2 ? 60 : 20 }));
    const found = change('sales_cycle', closings(slow), '2024-09');
    expect(found).toMatchObject({
      reason: 'rhythm_of_quarter',
      likeForLike: { period: { label: '2024-06' }, absolute: 0 },
    });
  });

  it('follows the Jalali calendar: Khordad ends a quarter there, and 1403-03 is compared with 1402-12', () => {
    // Nine Jalali months from 1402-07 (2023-09-23) to 1403-03 (to 2024-06-20).
    const starts = [
      '2023-09-23',
      '2023-10-23',
      '2023-11-22',
      '2023-12-22',
      '2024-01-21',
      '2024-02-20',
      '2024-03-20',
      '2024-04-20',
      '2024-05-21',
    ];
    const rows = starts.flatMap((start, index) =>
      Array.from({ length: 100 }, (_, at) => {
        const closed = new Date(Date.parse(start) + (at % 28) * 86_400_000).toISOString().slice(0, 10);
        return `${at < (index % 3 === 2 ? 80 : 50) ? 'won' : 'lost'} ${closed}`;
      }),
    );
    const found = change('win_rate', ['outcome closed_at', ...rows].join('\n'), period('1403-03'));
    expect(found?.likeForLike?.period?.label).toBe('1402-12');
  });
});

describe('cohorts', () => {
  it('are compared at equal age', () => {
    // Snapshot 2024-03-10: the youngest deal of February (29th) is ten days old. Within ten days of creation 30 of 50
    // were won in each month; of January's another 15 were won later, which February's had no time for.
    const deals = (month: string, late: number): string[] => [
      ...Array.from({ length: 30 }, () => `won ${month}-05 ${month}-12`),
      ...Array.from({ length: late }, () => `won ${month}-05 ${month}-28`),
      ...Array.from({ length: 20 - late }, () => `open ${month}-05 .`),
    ];
    const file = [
      'outcome created_at closed_at',
      ...deals('2024-01', 15),
      ...deals('2024-02', 0),
      'lost 2023-12-01 2024-03-10',
    ];
    const found = change('cohort_conversion', file.join('\n'), '2024-02', '2024-01', true);
    expect(found?.absolute).toBeCloseTo(0.6 - 0.9, 12);
    expect(found).toMatchObject({
      significant: null,
      reason: 'unequal_age',
      likeForLike: { by: 'age', days: 10, value: 0.6, previous: 0.6, absolute: 0, significant: false },
    });
  });

  it('of a running month have no equal age yet', () => {
    const file = [
      'outcome created_at closed_at',
      ...Array(40).fill('won 2024-01-05 2024-01-12'),
      ...Array(40).fill('won 2024-02-05 2024-02-12'),
      'lost 2024-01-05 2024-02-12',
    ];
    expect(change('cohort_conversion', file.join('\n'), '2024-02', '2024-01', true)).toMatchObject({
      reason: 'unequal_age',
      likeForLike: null,
    });
  });
});

it('periods that share days share records', () => {
  const file = closings([
    { month: '2024-01', won: 40, lost: 20 },
    { month: '2024-02', won: 20, lost: 40 },
  ]);
  expect(change('win_rate', file, '2024-02', '2024-01-15..2024-02-10')).toMatchObject({
    reason: 'shared_records',
    significant: null,
  });
});
