import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/analysis/forecast/facts.js';
import { type Forecast, forecastFrom } from '../../../src/analysis/forecast/forecast.js';
import { groupForecasts } from '../../../src/analysis/forecast/groups.js';
import { monthsIn, pacingOf } from '../../../src/analysis/forecast/pacing.js';
import { openDealsOf, totalOf } from '../../../src/analysis/forecast/totals.js';
import { quarterPeriod, rangePeriod } from '../../../src/model/period.js';
import { company } from '../../support/companies.js';
import { day } from '../../support/deals.js';

const deals = company({ kind: 'steady', seed: 4, perMonth: 30, months: 24 });
// In the middle of a quarter and of a month, so that something is won already.
const T = day('2024-11-14');
const facts = factsOf(deals.all(), day('2015-01-01'));
const forecast = forecastFrom(facts, T, true, { horizon: 4, calendar: { calendar: 'gregorian' } }) as Forecast;
const owner = deals.column('owner');
const QUARTER = quarterPeriod(2024, 4);

describe('groupForecasts', () => {
  const groups = groupForecasts(
    forecast,
    (row) => owner.codes[row] as number,
    owner.values.length,
    [0, 4],
    day('2024-11-01'),
  );
  const sum = (of: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);

  it('adds up to the whole, in every part', () => {
    const total = totalOf(forecast);
    expect(sum(({ pipeline }) => pipeline)).toBeCloseTo(total.pipeline, 4);
    expect(sum(({ newBusiness }) => newBusiness)).toBeCloseTo(total.newBusiness, 4);
    expect(sum(({ wonSoFar }) => wonSoFar)).toBeCloseTo(total.wonSoFar, 4);
    expect(sum(({ expected }) => expected)).toBeCloseTo(total.expected, 4);
    expect(sum(({ deals: open }) => open)).toBe(forecast.pipeline.deals);
  });

  it('is less sure of a part, for its size, than of the whole', () => {
    for (const { interval, expected, wonSoFar } of groups) {
      expect(interval.low >= wonSoFar && interval.low <= expected && expected <= interval.high).toBe(true);
    }
  });
});

describe('pacingOf', () => {
  const pace = (target: number | null, quotas: Record<string, number> = {}) =>
    pacingOf(forecast, { period: QUARTER, target, quotas }, owner);

  it('counts what is won in the period, and gives a chance that falls as the target rises', () => {
    const [first] = pace(1);
    const won = facts.closed.reduce(
      (total, closed, at) =>
        facts.won[at] === 1 && closed >= QUARTER.start && closed <= T && !Number.isNaN(facts.amount[at])
          ? total + (facts.amount[at] as number)
          : total,
      0,
    );
    expect(first?.wonSoFar).toBeCloseTo(won, 6);
    expect(first?.outlook?.probability).toBe(1);
    const expected = first?.outlook?.expected ?? 0;
    expect(expected).toBeCloseTo(won + forecast.expected.subarray(0, 2).reduce((total, one) => total + one, 0), 4);
    const chances = [0.7, 0.9, 1, 1.1, 1.4, 9].map((factor) => pace(factor * expected)[0]?.outlook?.probability ?? -1);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(chances[2]).toBeGreaterThan(0.3);
    expect(chances[2]).toBeLessThan(0.7);
    expect(chances[5]).toBe(0);
  });

  it('takes owners as quotas name them, with or without deals', () => {
    const [sara, nobody] = pace(null, { ' SARA ': 50_000, Nobody: 1_000 });
    expect([sara?.owner, nobody?.owner]).toEqual([' SARA ', 'Nobody']);
    expect(sara?.outlook?.expected).toBeGreaterThan(0);
    expect(nobody?.wonSoFar).toBe(0);
    expect(nobody?.outlook).toMatchObject({ expected: 0, probability: 0 });
  });

  it('says nothing of a period that is over, and of one that cuts months gives no outlook', () => {
    expect(pacingOf(forecast, { period: quarterPeriod(2024, 3), target: 5, quotas: {} }, owner)).toEqual([]);
    expect(monthsIn(forecast, QUARTER)).toEqual([0, 2]);
    expect(monthsIn(forecast, quarterPeriod(2025, 1))).toBeNull();
    const odd = rangePeriod(day('2024-11-01'), day('2024-12-16'));
    expect(pacingOf(forecast, { period: odd, target: 5, quotas: {} }, owner)[0]?.outlook).toBeNull();
  });
});

describe('openDealsOf', () => {
  it('says how much rests on deals without an amount, within its bounds', () => {
    const open = openDealsOf(forecast);
    const { expected } = totalOf(forecast);
    const without = facts.created.reduce(
      (count, created, at) =>
        created <= T && (facts.closed[at] as number) > T && Number.isNaN(facts.amount[at] as number)
          ? count + 1
          : count,
      0,
    );
    expect(open.deals - open.priced).toBe(without);
    expect(open.bounds.low <= expected && expected <= open.bounds.high).toBe(true);
    expect(open.bounds.low).toBeCloseTo(expected - open.unpricedValue, 6);
  });
});
