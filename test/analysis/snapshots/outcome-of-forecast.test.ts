import { describe, expect, test } from 'vitest';
import { type Forecast, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { type ComparedPair, compareSnapshots } from '../../../src/analysis/snapshots/compare.js';
import { daysBetween } from '../../../src/analysis/snapshots/due.js';
import { type HeldForecast, outcomeOfForecast } from '../../../src/analysis/snapshots/outcome-of-forecast.js';
import type { Reason } from '../../../src/locale/reasons.js';
import { type CivilDay, isoDay } from '../../../src/model/civil-day.js';
import type { Deals } from '../../../src/model/deals.js';
import { LOST, OPEN, WON } from '../../../src/model/outcome.js';
import { asOn } from '../../support/as-on.js';
import { company } from '../../support/companies.js';
import { day } from '../../support/deals.js';
import { questionOf } from '../../support/question.js';

const calendar = { calendar: 'gregorian' } as const;
const ALL = company({ kind: 'seasonal', seed: 2, perMonth: 15, months: 14 });

function held(from: CivilDay, until: CivilDay, newer: Deals = asOn(ALL, until)): HeldForecast | Reason {
  const older = asOn(ALL, from);
  const { pairs, money } = compareSnapshots([
    { deals: older, taken: from },
    { deals: newer, taken: until },
  ]);
  const days = daysBetween(pairs[0] as ComparedPair);
  if (typeof days === 'string') return days;
  return outcomeOfForecast(questionOf(older, { asOf: from, dataEnd: from }), pairs[0], money, days, calendar);
}

function heldFor(from: string, until: string, newer?: Deals): HeldForecast {
  const found = held(day(from), day(until), newer);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Won value of the rows that pass, added up here; whole amounts. */
function wonBy(deals: Deals, isAsked: (row: number) => boolean): number {
  const [outcome, amount] = [deals.column('outcome'), deals.column('amount')];
  let value = 0;
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] === WON && isAsked(row) && !Number.isNaN(amount[row] as number)) value += amount[row] as number;
  }
  return value;
}

describe('the forecast of an older export, over whole months', () => {
  const [from, until] = [day('2024-09-30'), day('2024-11-30')];
  const found = heldFor('2024-09-30', '2024-11-30');

  test('is the one that kpi forecast makes of it', () => {
    const older = asOn(ALL, from);
    const own = forecastOf(questionOf(older, { asOf: from, dataEnd: from }), { horizon: 2, calendar }) as Forecast;
    expect(found.months.map(({ expected }) => expected)).toEqual(Array.from(own.expected.subarray(0, 2)));
    expect(found.months.map(({ label, partial }) => [label, partial])).toEqual([
      ['2024-10', false],
      ['2024-11', false],
    ]);
    expect(found.expected).toBeCloseTo((own.expected[0] as number) + (own.expected[1] as number), 6);
    expect(found.pipeline.expected + found.newBusiness.expected).toBeCloseTo(found.expected, 6);
  });

  test('is held against what was won on these days, of deals that were open then and of others', () => {
    const [closed, created] = [ALL.column('closed_at'), ALL.column('created_at')];
    const inDays = (row: number): boolean => (closed[row] as number) > from && (closed[row] as number) <= until;
    expect(found.actual).toBe(wonBy(ALL, inDays));
    expect(found.pipeline.actual).toBe(wonBy(ALL, (row) => inDays(row) && (created[row] as number) <= from));
    expect(found.newBusiness.actual).toBe(wonBy(ALL, (row) => inDays(row) && (created[row] as number) > from));
    expect(found.months.reduce((sum, { actual }) => sum + actual, 0)).toBe(found.actual);
    expect(found.actual).toBeGreaterThan(0);
  });

  test('knows nothing of the newer export', () => {
    const newer = asOn(ALL, until);
    const other = newer.with({
      outcome: newer.column('outcome').map((code) => (code === WON ? LOST : code === OPEN ? WON : code)),
      amount: newer.column('amount').map((amount) => 3 * amount),
      closed_at: newer.column('closed_at').map(() => until),
    });
    const changed = heldFor('2024-09-30', '2024-11-30', other);
    expect(changed.months.map(({ expected, interval }) => [expected, interval])).toEqual(
      found.months.map(({ expected, interval }) => [expected, interval]),
    );
    expect(changed.interval).toEqual(found.interval);
    expect(changed.actual).not.toBe(found.actual);
  });
});

describe('the forecast of parts of months', () => {
  const found = heldFor('2024-09-18', '2024-11-10');

  test('is of the same days as what came', () => {
    expect(found.months.map(({ from, until, partial }) => [isoDay(from), isoDay(until), partial])).toEqual([
      ['2024-09-19', '2024-09-30', true],
      ['2024-10-01', '2024-10-31', false],
      ['2024-11-01', '2024-11-10', true],
    ]);
    const closed = ALL.column('closed_at');
    expect(found.months.map(({ actual }) => actual)).toEqual(
      found.months.map(({ from, until }) =>
        wonBy(ALL, (row) => (closed[row] as number) >= from && (closed[row] as number) <= until),
      ),
    );
  });

  test('is the part of the month that comes first: the more days, the more is expected, up to the whole month', () => {
    const expected = [5, 20, 30].map((last) => {
      const { months } = heldFor('2024-10-20', `2024-11-${String(last).padStart(2, '0')}`);
      return months[1]?.expected ?? Number.NaN;
    });
    const whole = heldFor('2024-10-20', '2024-12-15').months[1]?.expected;
    for (let at = 1; at < expected.length; at++) expect(expected[at]).toBeGreaterThan(expected[at - 1] as number);
    expect(expected[2]).toBeCloseTo(whole as number, 6);
  });

  test('lies in the interval of the days alone', () => {
    for (const { expected, interval } of [...found.months, found]) {
      expect(interval.low).toBeLessThanOrEqual(expected);
      expect(interval.high).toBeGreaterThanOrEqual(expected);
    }
  });
});

test('without amounts deals are counted', () => {
  const none = ALL.with({ amount: new Float64Array(ALL.size).fill(Number.NaN) });
  const [from, until] = [day('2024-10-31'), day('2024-11-30')];
  const older = asOn(none, from);
  const { pairs, money } = compareSnapshots([
    { deals: older, taken: from },
    { deals: asOn(none, until), taken: until },
  ]);
  const days = { from: from + 1, until };
  const question = questionOf(older, { asOf: from, dataEnd: from });
  const found = outcomeOfForecast(question, pairs[0], money, days, calendar) as HeldForecast;
  const [outcome, closed] = [none.column('outcome'), none.column('closed_at')];
  const wins = none.all().rows.filter((row) => {
    const on = closed[row] as number;
    return outcome[row] === WON && on > from && on <= until;
  }).length;
  expect([found.inMoney, found.actual]).toEqual([false, wins]);
});

test('says why it cannot be told', () => {
  expect(held(day('2024-10-31'), day('2024-11-05'))).toBe('few_days_between');
  expect(held(day('2020-10-31'), day('2024-11-05'))).toBe('exports_far_apart');
  expect(held(day('2024-01-05'), day('2024-02-20'))).toBe('few_months');
  const without = ALL.part(ALL.all().rows.filter((row) => ALL.column('outcome')[row] !== LOST));
  const from = day('2024-10-31');
  const older = asOn(without, from);
  const { pairs, money } = compareSnapshots([
    { deals: older, taken: from },
    { deals: without, taken: day('2024-11-30') },
  ]);
  const question = questionOf(older, { asOf: from, dataEnd: from });
  const days = { from: from + 1, until: day('2024-11-30') };
  expect(outcomeOfForecast(question, pairs[0], money, days, calendar)).toBe('no_lost_deals_in_file');
});
