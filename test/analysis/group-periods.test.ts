import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { SERIES_GRAINS } from '../../src/analysis/grain.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { measurerOf } from '../../src/kpi/measure.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { ALL_TIME, cutAt, type Period } from '../../src/model/period.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { questionOf } from '../support/question.js';

/** KPIs of which the periods add up: what is counted or added in one period is in no other. */
const ADDITIVE = ['new_deals', 'won_deals', 'lost_deals', 'revenue_won'];

describe('the periods of a breakdown add up to the figure', () => {
  const start = civilDay(2022, 7, 1);
  const cell = fc
    .oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 900 }) },
      { weight: 1, arbitrary: fc.constantFrom(-9_000, -700_000, 2_000, 30_000) },
    )
    .map((days) => isoDay(start + days));
  const deal = fc
    .tuple(
      fc.constantFrom('won', 'lost', 'open', 'excluded'),
      fc.option(cell, { nil: '.', freq: 8 }),
      fc.option(cell, { nil: '.', freq: 8 }),
      fc.option(fc.integer({ min: -50, max: 900 }), { nil: '.', freq: 8 }),
      fc.constantFrom('Ann', 'Ben', '.'),
    )
    .map(([outcome, created, closed, ...rest]) =>
      [outcome, created, outcome === 'open' ? '.' : closed, ...rest].join(' '),
    );
  const asked = fc.constantFrom(
    null,
    '2023',
    '2023-Q2',
    '1401',
    '1402-Q3',
    '2024-W05',
    '1402-01..1402-11',
    '2023-03..2024-02',
  );

  it('for any deals, period, snapshot, grain, calendar and fiscal year; and those of the groups to the periods', () => {
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 25 }),
        asked,
        fc.constantFrom(...SERIES_GRAINS),
        fc.record({
          after: fc.integer({ min: 100, max: 1_200 }),
          fiscal: fc.integer({ min: 1, max: 12 }),
          jalali: fc.boolean(),
        }),
        (deals, text, grain, { after, fiscal, jalali }) => {
          const asOf = start + after;
          const table = dealsOf(['outcome created_at closed_at amount owner', ...deals].join('\n'));
          const all: Period = { ...ALL_TIME, calendar: jalali ? 'jalali' : 'gregorian' };
          const period = {
            ...cutAt(text === null ? all : (parsePeriod(text, { anchor: asOf, fiscalYearStart: fiscal }) ?? all), asOf),
            fiscalYearStart: fiscal,
          };
          if (period.start > asOf) return;
          const question = questionOf(table, { period, asOf, dataEnd: start + 900 });
          const owner = { name: 'owner', column: table.column('owner') };
          const time = { name: grain, grain };
          for (const axes of [[time], [owner, time], [time, owner]]) {
            const { groups } = breakDown(axes, kpis, ADDITIVE, question);
            for (const id of ADDITIVE) {
              const figure = measurerOf(kpis, question).measure(id).measurement.value ?? 0;
              const sum = groups.reduce(
                (total, { measured }) => total + (measured.find(({ kpi }) => kpi.id === id)?.measurement.value ?? 0),
                0,
              );
              expect(sum, `${id} ${period.label} ${grain}`).toBeCloseTo(figure, 6);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const QUARTERS = { name: 'quarter', grain: 'quarter' } as const;

it('owner and quarter of the sixteen deals: rows by won value, the quarters of each in time order', () => {
  const deals = sixteenDeals();
  const owner = { name: 'owner', column: deals.column('owner') };
  const { groups, rows, order, total } = breakDown([owner, QUARTERS], kpis, ['revenue_won'], questionOf(deals), {
    top: 1,
  });
  expect(order.by).toBe('revenue_won');
  expect(total).toBe(3);
  expect(rows?.map(({ key, measured }) => [key, measured[0]?.measurement.value])).toEqual([[['Omid'], 43_000]]);
  const quarters = groups.map(({ key }) => key[1]);
  expect(groups.every(({ key }) => key[0] === 'Omid')).toBe(true);
  expect([...quarters].sort()).toEqual(quarters);
  const sum = groups.reduce((money, { measured }) => money + (measured[0]?.measurement.value ?? 0), 0);
  expect(sum).toBe(43_000);
});

it('what is open is split by what was known at the end of each period', () => {
  // Won in May: open at the end of April, when nobody knew that it would be won.
  const deals = dealsOf(`outcome created_at closed_at
                         won     2024-04-01 2024-05-20
                         open    2024-04-10 .`);
  const outcome = deals.column('outcome');
  const column = {
    codes: Uint32Array.from(outcome, (code) => code + 1),
    values: ['', 'open', 'won', 'lost', 'excluded'],
  };
  const month = { name: 'month', grain: 'month' } as const;
  const question = questionOf(deals, { period: '2024-04..2024-05' });
  const axes = [{ name: 'outcome', field: 'outcome' as const, column }, month];
  const { groups } = breakDown(axes, kpis, ['open_deals'], question);
  expect(groups.map(({ key, measured }) => [key.join(' '), measured[0]?.measurement.value])).toEqual(
    expect.arrayContaining([
      ['open 2024-04', 2],
      ['open 2024-05', 1],
      ['won 2024-05', 0],
    ]),
  );
});
