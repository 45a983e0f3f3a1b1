import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/analysis/alike.js';
import { type PeriodParts, periodParts, TOLD_OF_PARTS } from '../../src/analysis/period-parts.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { measureAll, measurerOf } from '../../src/kpi/measure.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { cutAt, type Period, previousPeriod } from '../../src/model/period.js';
import { day, dealsOf, sixteenDeals } from '../support/deals.js';
import { period, type QuestionOptions, questionOf } from '../support/question.js';

function parts(
  deals: Deals,
  asked: Period,
  {
    before = previousPeriod(asked),
    ids = TOLD_OF_PARTS,
    ...options
  }: QuestionOptions & { before?: Period; ids?: string[] } = {},
): PeriodParts | null {
  const question = questionOf(deals, { ...options, period: asked });
  const then = { ...question, period: before };
  const frame = frameOf(kpis, question, before);
  return periodParts(kpis, ids, question, { before: then, previous: measureAll(kpis, ids, then), frame });
}

function figure(found: PeriodParts | null, id: string): [string, number | null, number | null, number | null][] {
  const at = found?.kpis.findIndex((kpi) => kpi.id === id) ?? -1;
  return (found?.rows ?? []).map(({ period: own, measured, previous, changes }) => [
    own.label,
    measured[at]?.measurement.value ?? null,
    previous[at]?.measurement.value ?? null,
    changes[at]?.absolute ?? null,
  ]);
}

describe('periodParts', () => {
  it('sets the months of a quarter of the sixteen deals beside those of the quarter before', () => {
    const found = parts(sixteenDeals(), period('2024-Q2'));
    // Won in April nothing, in May D16, in June D06 (unpriced), D08 and D09; in February D01, in March D03 and D05.
    expect(figure(found, 'revenue_won')).toEqual([
      ['2024-04', 0, 0, 0],
      ['2024-05', 5_000, 12_000, -7_000],
      ['2024-06', 13_000, 26_000, -13_000],
    ]);
    expect(figure(found, 'won_deals').map(([, now, then]) => [now, then])).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
    ]);
    // Lost in May D04; in March D02: one of two, and two of three.
    expect(figure(found, 'win_rate').map(([, now, then]) => [now, then])).toEqual([
      [null, null],
      [0.5, 1],
      [1, 2 / 3],
    ]);
  });

  it('are quarters of a year, and nothing of a month or of all data', () => {
    const year = parts(sixteenDeals(), period('2024'));
    expect(year?.grain).toBe('quarter');
    expect(figure(year, 'revenue_won').map(([label, value]) => [label, value])).toEqual([
      ['2024-Q1', 38_000],
      ['2024-Q2', 18_000],
      ['2024-Q3', 14_000],
      ['2024-Q4', 0],
    ]);
    expect(parts(sixteenDeals(), period('2024-05'))).toBeNull();
    expect(periodParts(kpis, TOLD_OF_PARTS, questionOf(sixteenDeals()), null)).toBeNull();
    expect(
      periodParts(kpis, ['lead_conversion_rate'], questionOf(sixteenDeals(), { period: '2024' }), null),
    ).toBeNull();
  });

  it('stand without a comparison, too', () => {
    const alone = periodParts(kpis, TOLD_OF_PARTS, questionOf(sixteenDeals(), { period: '2024-Q2' }), null);
    expect(alone?.rows.map(({ compared, previous }) => [compared, previous.every((one) => one === null)])).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
  });

  it('have no change of counts where two cut parts are of unlike lengths, and one where they are cut alike', () => {
    const daily = dealsOf(
      [
        'outcome created_at closed_at amount',
        ...Array.from({ length: 731 }, (_, index) => {
          const on = isoDay(day('2023-01-01') + index);
          return `won ${on} ${on} 1`;
        }),
      ].join('\n'),
    );
    // 20 January to 19 April beside the 91 days before: 21 October to 19 January.
    const ranged = parts(daily, period('2024-01-20..2024-04-19'));
    expect(figure(ranged, 'won_deals')).toEqual([
      ['2024-01', 12, 11, null],
      ['2024-02', 29, 30, -1],
      ['2024-03', 31, 31, 0],
      ['2024-04', 19, 19, 0],
    ]);
    // The cycle is no count: 0 days beside 0 days, however long the part.
    expect(figure(ranged, 'sales_cycle')[0]).toEqual(['2024-01', 0, 0, 0]);
    // 1 to 10 November beside 1 to 10 August; 1 to 10 September, the 63rd to 72nd day, beside 1 to 11 June.
    const until = (on: string, quarter: string) =>
      figure(parts(daily, cutAt(period(quarter), day(on)), { asOf: day(on), dataEnd: day(on) }), 'won_deals');
    expect(until('2024-11-10', '2024-Q4')).toEqual([
      ['2024-10', 31, 31, 0],
      ['2024-11', 10, 10, 0],
    ]);
    expect(until('2024-09-10', '2024-Q3').at(-1)).toEqual(['2024-09', 10, 11, null]);
  });

  it('calls a change beyond chance only after a correction over the parts', () => {
    // One month in three of a win rate that fell: 12 of 40 beside 22 of 40; the others 20 of 40 beside 20 of 40.
    const month = (start: string, won: number): string[] =>
      Array.from({ length: 40 }, (_, index) => `${index < won ? 'won' : 'lost'} ${start}-01 ${start}-15 5`);
    const deals = dealsOf(
      [
        'outcome created_at closed_at amount',
        ...['2024-01', '2024-02', '2024-05', '2024-06'].flatMap((start) => month(start, 20)),
        ...month('2024-03', 22),
        ...month('2024-04', 12),
      ].join('\n'),
    );
    const [april, may] = parts(deals, period('2024-Q2'), { before: period('2024-Q1') })?.rows ?? [];
    const at = TOLD_OF_PARTS.indexOf('win_rate');
    const change = (row: typeof april) => row?.changes[at];
    // Fisher's exact test of 12/40 and 20/40 by its definition, sums of hypergeometric terms: p = 0.10951; the least of three is tripled.
    expect(change(april)?.pValue).toBeCloseTo(0.109509, 5);
    expect(change(april)?.adjustedPValue).toBeCloseTo(0.328526, 5);
    expect([change(april)?.significant, change(may)?.adjustedPValue]).toEqual([false, 1]);
  });

  it('are what a report of each part alone says, and add up to the period, for any deals and periods', () => {
    const start = civilDay(2022, 7, 1);
    const cell = fc.integer({ min: 0, max: 900 }).map((days) => isoDay(start + days));
    const deal = fc
      .tuple(
        fc.constantFrom('won', 'won', 'lost', 'open', 'excluded'),
        cell,
        fc.option(cell, { nil: '.', freq: 8 }),
        fc.option(fc.integer({ min: 0, max: 900 }), { nil: '.', freq: 8 }),
        fc.constantFrom('A', 'B', '.'),
      )
      .map(([outcome, created, closed, ...rest]) =>
        [outcome, created, outcome === 'open' ? '.' : closed, ...rest].join(' '),
      );
    const asked = fc.constantFrom('2023', '2023-Q3', '1402-Q3', '2023-03-12..2024-02-05', '2024-Q1', '1402');
    const ids = [...TOLD_OF_PARTS, 'lost_deals', 'open_deals', 'open_pipeline_value', 'customers', 'stalled_deals'];
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 2, maxLength: 30 }),
        asked,
        fc.integer({ min: 500, max: 1_000 }),
        (rows, text, after) => {
          const asOf = start + after;
          const table = dealsOf(['outcome created_at closed_at amount customer', ...rows].join('\n'));
          const options = { asOf, dataEnd: start + 900 };
          const whole = cutAt(period(text, asOf), asOf);
          const question = questionOf(table, { ...options, period: whole });
          const found = parts(table, whole, { ...options, ids });
          if (found === null) return;
          const valueIn = (id: string, own: Period): number | null =>
            measurerOf(kpis, { ...question, period: own }).measure(id).measurement.value;
          found.kpis.forEach(({ id }, at) => {
            const told = valueIn(id, previousPeriod(whole)) !== null;
            for (const { period: own, compared, measured, previous, changes } of found.rows) {
              expect(measured[at]?.measurement.value, id).toBe(valueIn(id, own));
              const then = compared === null || !told ? null : valueIn(id, compared.period);
              expect(previous[at]?.measurement.value ?? null, id).toBe(then);
              const change = changes[at] ?? null;
              if (change !== null)
                expect(change.absolute).toBe((measured[at]?.measurement.value ?? 0) - (then ?? Number.NaN));
            }
            if (!['new_deals', 'won_deals', 'lost_deals', 'revenue_won'].includes(id)) return;
            const sum = found.rows.reduce((total, { measured }) => total + (measured[at]?.measurement.value ?? 0), 0);
            expect(sum, id).toBeCloseTo(valueIn(id, whole) ?? 0, 6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
