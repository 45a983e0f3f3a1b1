import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originsOf } from '../../../src/analysis/forecast/backtest.js';
import { type Facts, factsOf, NEVER } from '../../../src/analysis/forecast/facts.js';
import { type Forecast, forecastFrom, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { gridOf } from '../../../src/analysis/forecast/grid.js';
import { correctedDraws, spreadOf } from '../../../src/analysis/forecast/intervals.js';
import type { Deals } from '../../../src/model/deals.js';
import { COMPANY_AS_OF, company } from '../../support/companies.js';
import { day, dealsOf } from '../../support/deals.js';
import { questionOf } from '../../support/question.js';

const calendar = { calendar: 'gregorian' } as const;
const options = { horizon: 6, calendar };
const FIRST = day('2015-01-01');

function forecastAt(facts: Facts, t: number): Forecast {
  const forecast = forecastFrom(facts, t, true, options);
  if (typeof forecast === 'string') throw new Error(forecast);
  return forecast;
}

/** What the file would have been on day t: later deals are not there, later closings have not happened. */
function fileOn(facts: Facts, t: number): Facts {
  const n = facts.created.filter((created) => created <= t).length;
  return {
    ...facts,
    size: n,
    row: facts.row.slice(0, n),
    created: facts.created.slice(0, n),
    closed: facts.closed.slice(0, n).map((closed) => (closed > t ? NEVER : closed)),
    won: facts.won.slice(0, n).map((won, at) => ((facts.closed[at] as number) > t ? 0 : won)),
    amount: facts.amount.slice(0, n),
  };
}

describe('forecastFrom', () => {
  const facts = factsOf(company({ kind: 'growing', seed: 3, perMonth: 40, months: 24 }).all(), FIRST);
  const forecast = forecastAt(facts, COMPANY_AS_OF);

  it('is made of months that add up', () => {
    expect(forecast.months.map(({ period }) => period.label)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
      '2025-06',
    ]);
    const { expectation, fit, pipeline } = forecast;
    for (const [at, month] of forecast.months.entries()) {
      const all = month.pipeline + month.newBusiness;
      expect(all).toBeCloseTo(forecast.expected[at] as number, 6);
      expect(expectation.laterValue[at]).toBeCloseTo((expectation.laterWins[at] as number) * fit.amounts.perWin, 6);
    }
    const certain = Array.from({ length: pipeline.classes }, (_, index) =>
      expectation.pWin.subarray(6 * index, 6 * index + 6).reduce((sum, p) => sum + p, 0),
    );
    for (const p of certain) expect(p >= 0 && p <= 1 + 1e-9).toBe(true);
  });

  it('draws what it expects, and nothing below nothing', () => {
    for (let month = 0; month < 6; month++) {
      const draws = correctedDraws(forecast, month, month + 1);
      const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
      expect(Math.abs(mean / (forecast.expected[month] as number) - 1)).toBeLessThan(0.05);
      expect(draws.every((value) => value >= 0)).toBe(true);
      const { interval, best, worst } = spreadOf(forecast, month, month + 1, 0);
      expect(interval.low <= worst && worst <= best && best <= interval.high).toBe(true);
    }
  });

  it('says the same of past months, whatever came after them', () => {
    const [t, grid] = [day('2024-06-30'), gridOf(facts.created[0] as number, COMPANY_AS_OF + 100, calendar)];
    const now = originsOf(facts, grid, COMPANY_AS_OF, true);
    const then = originsOf(fileOn(facts, t), grid, t, true);
    const both = now.filter(({ index }) => then.some((one) => one.index === index));
    expect(both.length).toBeGreaterThan(6);
    for (const origin of both) {
      const { next, quarter } = then.find(({ index }) => index === origin.index) ?? {};
      expect(origin.next).toEqual(next);
      if (quarter !== null) expect(origin.quarter).toEqual(quarter);
    }
  });

  it('forecasts a day of the past from what was known on it', () => {
    const t = day('2024-06-30');
    const [now, then] = [forecastAt(facts, t), forecastAt(fileOn(facts, t), t)];
    expect(then.months).toEqual(now.months);
    expect(then.simulated).toEqual(now.simulated);
  });

  it('does not ask in which order the rows stand', () => {
    const deals = company({ kind: 'steady', seed: 5, perMonth: 20, months: 20 });
    const order = Uint32Array.from({ length: deals.size }, (_, at) => at).sort(
      (a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007),
    );
    const column = <C extends 'created_at' | 'closed_at' | 'amount' | 'outcome'>(name: C) =>
      deals.column(name).map((_, at) => deals.column(name)[order[at] as number] as number);
    const shuffled = deals.with({
      created_at: column('created_at') as Int32Array,
      closed_at: column('closed_at') as Int32Array,
      amount: column('amount') as Float64Array,
      outcome: column('outcome') as Uint8Array,
      product: {
        ...deals.column('product'),
        codes: deals
          .column('product')
          .codes.map((_, at) => deals.column('product').codes[order[at] as number] as number),
      },
    });
    const asked = { asOf: COMPANY_AS_OF, dataEnd: COMPANY_AS_OF };
    const [one, other] = [deals, shuffled].map((some) => forecastOf(questionOf(some, asked), options)) as [
      Forecast,
      Forecast,
    ];
    expect(other.months).toEqual(one.months);
    expect(other.simulated).toEqual(one.simulated);
    expect(other.origins).toEqual(one.origins);
  });

  it('never expects less of more open deals', () => {
    const amount = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 1_000_000 }));
    const base = factsOf(company({ kind: 'steady', seed: 6, perMonth: 15, months: 12 }).all(), FIRST);
    const before = forecastAt(base, COMPANY_AS_OF);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), amount, (age, value) => {
        const created = COMPANY_AS_OF - age;
        const at = base.created.findIndex((one) => one > created);
        const place = at < 0 ? base.size : at;
        const put = <T extends Int32Array | Uint8Array | Float64Array | Uint32Array>(column: T, one: number): T => {
          const longer = new (column.constructor as new (n: number) => T)(base.size + 1);
          longer.set(column.subarray(0, place));
          longer[place] = one;
          longer.set(column.subarray(place), place + 1);
          return longer;
        };
        const more: Facts = {
          ...base,
          size: base.size + 1,
          row: put(base.row, base.size),
          created: put(base.created, created),
          closed: put(base.closed, NEVER),
          won: put(base.won, 0),
          amount: put(base.amount, value),
        };
        // The same fit: a deal more is also a fact about how long deals stay open.
        const after = forecastAt(more, COMPANY_AS_OF);
        expect(after.pipeline.deals).toBe(before.pipeline.deals + 1);
        expect(after.pipeline.amount.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(
          before.pipeline.amount.reduce((sum, one) => sum + one, 0),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('forecastOf without a forecast', () => {
  const reasonOf = (table: string, more: object = {}): unknown => {
    const found = forecastOf(questionOf(dealsOf(table), more), options);
    return typeof found === 'string' ? found : 'a forecast';
  };

  it('says why', () => {
    expect(reasonOf('outcome created_at closed_at amount')).toBe('no_deals');
    expect(reasonOf('outcome created_at amount\n won 2024-01-01 5')).toBe('missing_field:closed_at');
    expect(reasonOf('outcome created_at closed_at amount\n won . . 5')).toBe('no_dated_deals');
    expect(reasonOf('outcome created_at closed_at amount\n open 2024-01-01 . 5')).toBe('no_closed_deals');
    expect(reasonOf('outcome created_at closed_at amount\n lost 2024-01-01 2024-02-01 5')).toBe('no_won_deals');
    expect(reasonOf('outcome created_at closed_at amount\n won 2024-12-01 2024-12-05 5')).toBe('few_months');
    expect(reasonOf('outcome created_at closed_at amount\n won 2024-01-01 2024-02-01 5')).toBe('few_won_deals');
    expect(reasonOf('outcome created_at closed_at amount\n won 2024-01-01 2024-02-01 5', { undated: true })).toBe(
      'no_snapshot_date',
    );
  });

  it('needs ten wins with a date', () => {
    const wins = (dated: number, undated = 0): string =>
      [
        'outcome created_at closed_at amount',
        ...Array.from({ length: dated }, (_, at) => `won 2024-01-${10 + at} 2024-0${1 + (at % 6)}-28 1000`),
        ...Array.from({ length: undated }, () => 'won 2024-01-10 . 1000'),
        ...Array.from({ length: 30 }, (_, at) => `lost 2024-02-0${1 + (at % 9)} 2024-05-${10 + (at % 20)} .`),
        'open 2024-06-01 . 1000',
      ].join('\n');
    const asked = { asOf: day('2024-06-30'), dataEnd: day('2024-06-30') };
    expect(reasonOf(wins(9), asked)).toBe('few_won_deals');
    expect(reasonOf(wins(9, 5), asked)).toBe('few_won_deals');
    expect(reasonOf(wins(10), asked)).toBe('a forecast');
  });

  it('counts wins where no win has an amount', () => {
    const deals = company({ kind: 'steady', seed: 8, perMonth: 20, months: 12 });
    const unpriced: Deals = deals.with({ amount: new Float64Array(deals.size).fill(Number.NaN) });
    const forecast = forecastOf(
      questionOf(unpriced, { asOf: COMPANY_AS_OF, dataEnd: COMPANY_AS_OF }),
      options,
    ) as Forecast;
    expect(forecast.inMoney).toBe(false);
    for (const { pipeline, newBusiness, wins } of forecast.months) expect(pipeline + newBusiness).toBeCloseTo(wins, 6);
  });
});
