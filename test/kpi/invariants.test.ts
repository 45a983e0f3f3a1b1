import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Measurement } from '../../src/kpi/definition.js';
import { measureAll } from '../../src/kpi/measure.js';
import { isReasonCode } from '../../src/locale/reasons.js';
import type { DealField, Deals } from '../../src/model/deals.js';
import { LOST, WON } from '../../src/model/outcome.js';
import { ALL_TIME } from '../../src/model/period.js';
import { wilson } from '../../src/stats/interval.js';
import { dealsOf } from '../support/deals.js';
import { measure, type QuestionOptions, questionOf } from '../support/question.js';

const COLUMNS = 'id outcome created_at closed_at amount probability owner customer expected_close lost_reason currency';

const date = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2022, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
const cell = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6, nil: '.' }).map(String);

/** Any deal, as a line of a table; most cells filled, some missing, dates in any order. */
const line = fc
  .tuple(
    fc.constantFrom('won', 'lost', 'open', 'excluded'),
    cell(date),
    cell(date),
    cell(fc.integer({ min: -200, max: 5000 })),
    cell(fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4)),
    cell(fc.constantFrom('Ana', 'Ben', 'Cy')),
    cell(fc.constantFrom('X', 'Y', 'Z', 'W', 'V')),
    cell(date),
    cell(fc.constantFrom('Price', 'price', 'Timing')),
    fc.constant('EUR'),
  )
  .map(([outcome, created, closed, ...rest]) =>
    [outcome, created, outcome === 'open' ? '.' : closed, ...rest].join(' '),
  );
const lines = fc.array(line, { minLength: 1, maxLength: 60 });
const asked = fc.constantFrom<QuestionOptions>(
  {},
  { period: '2023' },
  { period: '2024-Q1' },
  { asOf: 19_600 },
  { settings: { retentionWindow: 90, assumeComplete: true } },
  {
    period: '2024-Q1',
    settings: {
      retentionWindow: 120,
      assumeComplete: false,
      revenueTarget: 50_000,
      quotas: { Ana: 4_000, ben: 9_000 },
      margin: 0.4,
      lifespanYears: 3,
    },
  },
);

/** Ratios of money to other money: customers may buy more than before, and a quota may be exceeded. */
const MAY_EXCEED_ONE = ['same_customer_revenue_ratio', 'pipeline_coverage', 'quota_attainment'];

const table = (rows: readonly string[]): Deals =>
  dealsOf([COLUMNS, ...rows.map((row, index) => `D${index} ${row}`)].join('\n'));

const size = (measurement: Measurement) => measurement.excluded.reduce((sum, { rows }) => sum + rows.length, 0);

/** The table without some of its columns; ids stay, so that deals can be told apart. */
const withoutColumns = (rows: readonly string[], kept: readonly string[]): Deals => {
  const names = COLUMNS.split(' ');
  const at = names.flatMap((name, index) => (name === 'id' || kept.includes(name) ? [index] : []));
  const lines = [COLUMNS, ...rows.map((row, index) => `D${index} ${row}`)];
  return dealsOf(lines.map((text) => at.map((index) => text.split(' ')[index]).join(' ')).join('\n'));
};

describe('whatever the columns', () => {
  it('every KPI has a value that is a number, or none with a reason that is true', () => {
    const columns = fc.subarray(COLUMNS.split(' ').slice(1));
    fc.assert(
      fc.property(lines, columns, asked, (rows, kept, options) => {
        const deals = withoutColumns(rows, kept);
        for (const { kpi, measurement } of measureAll(kpis, null, questionOf(deals, options))) {
          const { value, n, excluded } = measurement;
          expect(n, kpi.id).toBeGreaterThanOrEqual(0);
          for (const { reason, rows: left } of excluded) {
            expect(reason, kpi.id).toSatisfy(isReasonCode);
            expect(Math.max(-1, ...left), kpi.id).toBeLessThan(deals.size);
          }
          if (value === null) expectTrueReason(measurement.reason, kpi.id, deals);
          else expect(value, kpi.id).toSatisfy(Number.isFinite);
        }
      }),
    );
  });

  it('won, lost, open and excluded add up to the records wherever there is an outcome', () => {
    const columns = fc.subarray(COLUMNS.split(' ').slice(2)).map((some) => ['outcome', ...some]);
    fc.assert(
      fc.property(lines, columns, (rows, kept) => {
        const deals = withoutColumns(rows, kept);
        const counts = ['won_deals', 'lost_deals', 'open_deals'].map((id) => measure(id, deals).value ?? Number.NaN);
        const created = measure('new_deals', deals);
        expect(counts.reduce((sum, count) => sum + count, size(created))).toBe(deals.size);
      }),
    );
  });

  it('deals of one kind alone, and a single deal, have values or reasons too', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('won', 'lost', 'open', 'excluded'), asked, (rows, outcome, options) => {
        const some = rows.filter((row) => row.startsWith(outcome));
        for (const part of [some, some.slice(0, 1)]) {
          if (part.length === 0) continue;
          const deals = table(part);
          for (const { kpi, measurement } of measureAll(kpis, null, questionOf(deals, options))) {
            if (measurement.value === null) expectTrueReason(measurement.reason, kpi.id, deals);
            else expect(measurement.value, kpi.id).toSatisfy(Number.isFinite);
          }
        }
      }),
    );
  });
});

/** A missing field is missing; what is said of all deals holds for all deals. */
function expectTrueReason(reason: string, id: string, deals: Deals): void {
  const outcome = deals.column('outcome');
  const count = (code: number): number => outcome.filter((one) => one === code).length;
  const field = /^missing_field:(.+)$/.exec(reason)?.[1];
  if (field !== undefined) {
    expect(deals.has(field as DealField), `${id}: ${reason}`).toBe(false);
    return;
  }
  expect(reason, id).toSatisfy(isReasonCode);
  const claims: Readonly<Record<string, () => boolean>> = {
    no_lost_deals_in_file: () => count(LOST) === 0,
    no_won_deals_in_file: () => count(WON) === 0,
    no_quotas: () => id === 'quota_attainment',
    no_leads: () => id === 'lead_conversion_rate',
    mixed_currencies: () => false,
  };
  expect(claims[reason]?.() ?? true, `${id}: ${reason}`).toBe(true);
}

describe('whatever the deals', () => {
  it('won, lost, open and excluded add up to all', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const deals = table(rows);
        const [won, lost, open, created] = ['won_deals', 'lost_deals', 'open_deals', 'new_deals'].map((id) =>
          measure(id, deals),
        );
        const excluded = created === undefined ? Number.NaN : size(created);
        expect((won?.value ?? 0) + (lost?.value ?? 0) + (open?.value ?? 0) + excluded).toBe(deals.size);
        expect(created?.value).toBe(deals.size - excluded);
      }),
    );
  });

  it('a deal is left out for one reason, and no deal is both counted and left out', () => {
    fc.assert(
      fc.property(lines, asked, (rows, options) => {
        const deals = table(rows);
        for (const { kpi, measurement } of measureAll(kpis, null, questionOf(deals, options))) {
          if ((kpi.uses ?? []).length > 0) continue;
          const left = measurement.excluded.flatMap((exclusion) => [...exclusion.rows]);
          expect(new Set(left).size, kpi.id).toBe(left.length);
          if (measurement.value === null) continue;
          const counted = new Set(measurement.denominator?.rows ?? measurement.rows ?? []);
          if (kpi.id !== 'sales_cycle')
            expect(
              left.filter((row) => counted.has(row)),
              kpi.id,
            ).toEqual([]);
        }
      }),
    );
  });

  it('no figure depends on the order of the rows', () => {
    const shuffled = lines.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, asked, ([rows, others], options) => {
        const figures = (some: readonly string[]) =>
          measureAll(kpis, null, questionOf(table(some), options)).map(({ kpi, measurement }) => {
            const { value, n } = measurement;
            const interval = value === null ? null : (measurement.interval ?? null);
            const rest = value === null ? measurement.reason : measurement.distribution;
            return {
              id: kpi.id,
              value,
              n,
              interval,
              rest,
              left: measurement.excluded.map((e) => [e.reason, e.rows.length]),
              names: value === null ? [] : (measurement.ranking ?? []).map(({ key, n: deals }) => [key, deals]),
            };
          });
        const there = figures(rows);
        figures(others).forEach((figure, index) => {
          const same = there[index];
          // Sums of sums may differ in the last bit.
          expect(figure.value ?? 0).toBeCloseTo(same?.value ?? 0, 8);
          expect({ ...figure, value: null, interval: null, rest: null }).toEqual({
            ...same,
            value: null,
            interval: null,
            rest: null,
          });
          expect(figure.interval?.low ?? 0).toBeCloseTo(same?.interval?.low ?? 0, 6);
          expect(figure.interval?.high ?? 0).toBeCloseTo(same?.interval?.high ?? 0, 6);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('the parts of a breakdown add up to the whole', () => {
    const additive = [
      'new_deals',
      'won_deals',
      'lost_deals',
      'open_deals',
      'revenue_won',
      'open_pipeline_value',
      'overdue_pipeline_value',
      'stalled_deals',
    ];
    fc.assert(
      fc.property(lines, asked, (rows, options) => {
        const deals = table(rows);
        const question = questionOf(deals, options);
        const by = [{ name: 'owner', column: deals.column('owner') }];
        const { groups } = breakDown(by, kpis, additive, question);
        expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(deals.size);
        for (const { kpi, measurement } of measureAll(kpis, additive, question)) {
          // Where closing overwrote what some groups were, the others are known and the whole is not.
          if (measurement.value === null && measurement.reason === 'overwritten_at_closing') continue;
          // A group in which nothing is undecided has a value where the whole has none.
          if (measurement.value === null && measurement.reason === 'few_won_cycles') continue;
          const parts = groups.map(({ measured }) => measured.find((one) => one.kpi === kpi)?.measurement);
          const sum = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
          expect(sum, kpi.id).toBeCloseTo(measurement.value ?? 0, 6);
          expect(parts.reduce((total, part) => total + (part === undefined ? 0 : size(part)), 0)).toBe(
            size(measurement),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('quarters of a year add up to the year', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const deals = table(rows);
        for (const id of ['new_deals', 'won_deals', 'lost_deals', 'revenue_won', 'new_customers']) {
          const value = (period: string) => measure(id, deals, { period }).value ?? 0;
          const quarters = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map(value);
          // A quarter in which nothing is priced has no sum, and adds nothing.
          expect(
            quarters.reduce((a, b) => a + b, 0),
            id,
          ).toBeCloseTo(value('2023'), 6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('rates lie in their bounds and in their interval, all within 0…1', () => {
    fc.assert(
      fc.property(lines, asked, (rows, options) => {
        for (const { kpi, measurement } of measureAll(kpis, null, questionOf(table(rows), options))) {
          if (kpi.unit !== 'ratio' || measurement.value === null || MAY_EXCEED_ONE.includes(kpi.id)) continue;
          const { value, interval, bounds } = measurement;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          for (const range of [interval, bounds]) {
            if (range === null || range === undefined) continue;
            expect(range.low).toBeGreaterThanOrEqual(0);
            expect(range.low).toBeLessThanOrEqual(value + 1e-12);
            expect(range.high).toBeGreaterThanOrEqual(value - 1e-12);
            expect(range.high).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('what is open now is open at the end of all dates', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const deals = table(rows.filter((row) => !/^\w+ \./.test(row)).concat('open 2023-01-01 . 5 0.5 Ana X . . EUR'));
        const all = questionOf(deals, { period: ALL_TIME, asOf: 40_000, dataEnd: 40_000 });
        const late = { ...all, period: questionOf(deals, { period: '2099' }).period, asOf: 60_000 };
        const [now] = measureAll(kpis, ['open_deals'], all);
        const [then] = measureAll(kpis, ['open_deals'], late);
        expect(then?.measurement.value).toBe(now?.measurement.value);
      }),
    );
  });
});

it('Wilson’s interval lies within 0…1 and holds the rate', () => {
  const parts = fc
    .integer({ min: 1, max: 2_000_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(parts, ([x, n]) => {
      const interval = wilson(x, n);
      expect(interval?.low).toBeGreaterThanOrEqual(0);
      expect(interval?.low).toBeLessThanOrEqual(x / n);
      expect(interval?.high).toBeGreaterThanOrEqual(x / n);
      expect(interval?.high).toBeLessThanOrEqual(1);
    }),
  );
});
