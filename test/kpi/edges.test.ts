import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { type ClockUse, coverageOf, type DataEdges, isRunning, isUsualGap } from '../../src/kpi/edges.js';
import { measureAll } from '../../src/kpi/measure.js';
import { say } from '../../src/locale/say.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { ALL_TIME, cutAt, monthPeriod, type Period, quarterPeriod } from '../../src/model/period.js';
import { recordedSpan } from '../../src/model/recorded-span.js';
import { day, dealsOf } from '../support/deals.js';
import { period, questionOf } from '../support/question.js';

const daily = (first: string, days: number): number[] => Array.from({ length: days }, (_, at) => day(first) + at);
const spanOf = (days: readonly number[], until = 2147483647) => {
  const span = recordedSpan([Int32Array.from(days)], until);
  if (span === null) throw new Error('no days');
  return span;
};
const edgesOf = (clocks: DataEdges['clocks'], more: Partial<DataEdges> = {}): DataEdges => ({
  clocks,
  asOfSaid: false,
  gapAtEnd: 0,
  ...more,
});
const CLOSED: ClockUse = { clock: 'closed', as: 'flow' };

/** Closings on every day from 2 March to 31 December 2024. */
const CLOSINGS = edgesOf({ closed: spanOf(daily('2024-03-02', 305)) });
const NOW = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };
const state = (text: string, edges = CLOSINGS, use = CLOSED, now = NOW): string =>
  coverageOf([use], edges, { ...now, period: period(text) }).state;

describe('coverageOf', () => {
  it('is outside before the first day and after the last, in any calendar and kind of period', () => {
    for (const text of ['2015', '2023-Q4', '2024-02', '2024-01-01..2024-03-01', '1402-11', '2025-Q1', '2026']) {
      expect([text, state(text)]).toEqual([text, 'outside']);
    }
    const fiscal = quarterPeriod(2023, 3, 'gregorian', 7);
    // The third quarter of a fiscal year that begins in July: January to March.
    expect(isoDay(fiscal.start)).toBe('2024-01-01');
    expect(coverageOf([CLOSED], CLOSINGS, { ...NOW, period: fiscal }).state).toBe('partly');
  });

  it('is partly covered where two months are missing, and names the clock and its day in both languages', () => {
    const { state: found, notes } = coverageOf([CLOSED], CLOSINGS, { ...NOW, period: period('2024-Q1') });
    expect(found).toBe('partly');
    expect(notes.map(({ code }) => code)).toEqual(['data_begins']);
    expect(notes[0]?.args).toEqual({ of: 'closed', day: '2024-03-02' });
    expect(notes.map((note) => say(note, 'en'))).toEqual(['closings begin on 2 Mar 2024']);
    expect(notes.map((note) => say(note, 'fa'))).toEqual(['نخستین روز بسته شدن معامله‌ها در داده‌ها: ۱۲ اسفند ۱۴۰۲']);
  });

  it('is whole within the data, of all data, and where no such clock is known', () => {
    for (const text of ['2024-Q2', '2024-04', '2024-05-03..2024-06-09']) expect(state(text)).toBe('whole');
    expect(coverageOf([CLOSED], CLOSINGS, { ...NOW, period: ALL_TIME }).state).toBe('whole');
    expect(state('2015', CLOSINGS, { clock: 'leads', as: 'flow' })).toBe('whole');
  });

  it('takes January for covered by a first closing on the third, and not by one on the tenth', () => {
    const from = (first: string) => state('2024-01', edgesOf({ closed: spanOf(daily(first, 300)) }));
    expect([from('2024-01-03'), from('2024-01-10')]).toEqual(['whole', 'partly']);
  });

  it('judges a business of a deal a month by its rhythm: a quarter may begin without one for three weeks', () => {
    const monthly = Array.from({ length: 12 }, (_, month) => civilDay(2024, month + 1, 22));
    expect(state('2024-Q1', edgesOf({ closed: spanOf(monthly) }))).toBe('whole');
    // Nobody knows of a December in which a deal a month may or may not have closed.
    expect(state('2023-12', edgesOf({ closed: spanOf(monthly) }))).toBe('outside');
  });

  it('is not outside where a single early day, taken for a typo, lies in the period', () => {
    const edges = edgesOf({ closed: spanOf([day('2011-05-05'), ...daily('2024-03-02', 305)]) });
    expect([state('2011', edges), state('2012', edges)]).toEqual(['partly', 'outside']);
  });

  it('lets deals be known up to the newest date of any kind, and orders to their own last day', () => {
    // Closings come once a month, the last on 22 November; the snapshot is 31 December.
    const monthly = spanOf(Array.from({ length: 11 }, (_, month) => civilDay(2024, month + 1, 22)));
    expect(state('2024-12-10..2024-12-20', edgesOf({ closed: monthly }))).toBe('whole');
    const orders = edgesOf({ purchases: spanOf(daily('2024-01-01', 182)) });
    const asked = (as: ClockUse['as']) => state('2024-Q4', orders, { clock: 'purchases', as });
    expect([asked('flow'), asked('state')]).toEqual(['outside', 'whole']);
  });

  it('is not over where nothing was created for a week of an export that goes on', () => {
    const created = edgesOf({ created: spanOf(daily('2024-01-01', 362)) });
    const use: ClockUse = { clock: 'created', as: 'flow' };
    // The last creation is on 27 December, the snapshot on the 31st.
    expect([state('2024-12', created, use), state('2024-Q4', created, use)]).toEqual(['whole', 'whole']);
    const ended = edgesOf({ created: spanOf(daily('2024-01-01', 340)) });
    expect(state('2024-12', ended, use)).toBe('partly');
  });

  it('tells no new customers of the first period of the data, in which everybody is new', () => {
    const edges = edgesOf({ closed: spanOf(daily('2024-01-01', 366)) });
    const asked = (text: string) => state(text, edges, { ...CLOSED, looksBack: true });
    expect([asked('2024-01'), asked('2024-Q1'), asked('2024-02')]).toEqual(['partly', 'partly', 'whole']);
  });

  it('takes a state for known up to the snapshot, and what happens for known while it goes on', () => {
    const created = edgesOf({ created: spanOf(daily('2024-01-01', 91)) });
    expect(state('2024-Q3', created, { clock: 'created', as: 'flow' })).toBe('outside');
    expect(state('2024-Q3', created, { clock: 'created', as: 'state' })).toBe('whole');
    expect(state('2025-Q1', created, { clock: 'created', as: 'state' })).toBe('outside');
  });
});

test.each([
  // A tenth of the period is free, a week at most.
  ['three days of a month', 3, 1, monthPeriod(2024, 1), true],
  ['four days of a month', 4, 1, monthPeriod(2024, 1), false],
  ['a week of a quarter', 7, 1, quarterPeriod(2024, 1), true],
  ['eight days of a year', 8, 1, period('2024'), false],
  ['a day of a week', 1, 1, period('2024-W10'), false],
  ['a weekend of a week', 2, 3, period('2024-W10'), true],
  ['as long as a usual gap: one more was due', 30, 30, quarterPeriod(2024, 1), false],
] as const)('isUsualGap of %s', (_, days, usual, asked, expected) => {
  expect(isUsualGap(days, usual, asked)).toBe(expected);
});

describe('isRunning', () => {
  const asked = (text: string, asOf: string, edges: Partial<DataEdges>) => {
    const at = day(asOf);
    return isRunning({ period: cutAt(period(text), at), asOf: at, dataEnd: at, edges: edgesOf({}, edges) });
  };

  it('goes by the day where the snapshot was said, by the rhythm where the data shows it', () => {
    expect(asked('2024-09', '2024-09-29', { asOfSaid: true })).toBe(true);
    expect(asked('2024-09', '2024-09-29', { gapAtEnd: 1 })).toBe(false);
    expect(asked('2024-09', '2024-09-10', { gapAtEnd: 1 })).toBe(true);
    expect(asked('2024-09', '2024-09-30', { asOfSaid: true })).toBe(false);
  });

  it('is not said of a period that has not begun', () => {
    expect(asked('2024-10', '2024-09-29', { asOfSaid: true })).toBe(false);
  });
});

describe('whatever the deals and the period', () => {
  const date = fc.integer({ min: 0, max: 700 }).map((days) => isoDay(day('2023-01-01') + days));
  const deal = fc
    .tuple(fc.constantFrom('won', 'lost', 'open'), date, date, fc.integer({ min: 1, max: 900 }))
    .map(
      ([outcome, created, closed, amount]) => `${outcome} ${created} ${outcome === 'open' ? '.' : closed} ${amount}`,
    );
  const asked = fc.oneof(
    fc.constantFrom('2021', '2022-Q4', '2023', '2024-Q2', '2024-11', '2026', '1401', '1403-Q2', '2023-W07'),
    fc.tuple(fc.integer({ min: -300, max: 900 }), fc.integer({ min: 0, max: 200 })).map(([from, length]) => {
      const start = day('2023-01-01') + from;
      return `${isoDay(start)}..${isoDay(start + length)}`;
    }),
  );

  it('a figure is null where no record of its kind can lie in the period, and untouched where all lie around it', () => {
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 40 }), asked, (rows, text) => {
        const deals = dealsOf(['outcome created_at closed_at amount', ...rows].join('\n'));
        const created = [...deals.column('created_at')];
        const closed = [...deals.column('closed_at')].filter((_, row) => !rows[row]?.startsWith('open'));
        const end = Math.max(...created, ...closed);
        const edges = edgesOf({
          created: spanOf(created, end),
          ...(closed.length === 0 ? {} : { closed: spanOf(closed, end) }),
        });
        const question = questionOf(deals, { period: cutAt(period(text), end), asOf: end, dataEnd: end, edges });
        const plain = measureAll(kpis, null, { ...question, edges: null });
        measureAll(kpis, null, question).forEach(({ kpi, measurement, coverage }, index) => {
          const days = kpi.basis === 'created' ? created : closed;
          const [first, last] = [Math.min(...days), Math.max(...days)];
          const asked: Period = question.period;
          const without = plain[index]?.measurement.value;
          if (measurement.value !== null) expect(measurement.value, kpi.id).toBe(without);
          if ((kpi.basis !== 'created' && kpi.basis !== 'closed') || days.length === 0) return;
          if (asked.start > end || asked.end <= first) expect(measurement.value, kpi.id).toBeNull();
          if (asked.start >= first && asked.end - 1 <= last) {
            if (kpi.id !== 'new_customers') expect(coverage?.state, kpi.id).toBe('whole');
            expect(measurement.value, kpi.id).toBe(without);
          }
        });
      }),
    );
  });
});
