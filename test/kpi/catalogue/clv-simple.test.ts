import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { day, dealsOf } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

/** Two customers who bought for 70 three times in the last year, which the record of closings covers. */
const THREE_A_YEAR = dealsOf(`id outcome customer amount closed_at
                              A  lost    X        70     2024-01-02
                              B  won     X        70     2024-02-01
                              C  won     X        70     2024-06-01
                              D  won     X        70     2024-12-31
                              E  won     Y        70     2024-03-01
                              F  won     Y        70     2024-07-01
                              G  won     Y        .      2024-11-01`);

it('is 70 × 3 a year × 3 years = 630, and at a margin of 30 % 189', () => {
  const settings = { ...DEFAULT_SETTINGS, lifespanYears: 3 };
  const revenue = measure('clv_simple', THREE_A_YEAR, { settings });
  expect(revenue.value).toBeCloseTo(630, 9);
  expect(revenue).toMatchObject({
    n: 5,
    details: { meanPurchase: 70, purchasesPerYear: 3, lifespanYears: 3, margin: 1 },
  });
  expect(noteCodes(revenue)).toEqual(['revenue']);
  expect(excludedIds(revenue, THREE_A_YEAR)).toEqual({ unpriced: ['G'] });
  const margin = measure('clv_simple', THREE_A_YEAR, { settings: { ...settings, margin: 0.3 } });
  expect(margin.value).toBeCloseTo(189, 9);
  expect(noteCodes(margin)).toEqual(['margin']);
});

it('takes the lifespan from churn: half leave in a window of 100 days, so 200 days', () => {
  // Active on 22 September (from 15 June on): X and Y; on 31 December (from 23 September on): X.
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  lost    X        70     2024-01-02
                         B  won     X        100    2024-07-01
                         C  won     Y        100    2024-07-01
                         D  won     X        100    2024-12-01`);
  const settings = { ...DEFAULT_SETTINGS, retentionWindow: 100 };
  const value = measure('clv_simple', deals, { settings });
  expect(value.details?.['lifespanYears']).toBeCloseTo(200 / 365.25, 12);
  expect(value.value).toBeCloseTo((100 * 1.5 * 200) / 365.25, 9);
  expect(noteCodes(value)).toEqual(['revenue', 'lifespan_from_churn']);
});

it('is null where nothing tells the lifespan', () => {
  expect(measure('clv_simple', THREE_A_YEAR)).toMatchObject({ value: null, reason: 'insufficient_history' });
  const kept = dealsOf(`id outcome customer amount closed_at
                        A  lost    X        70     2024-01-02
                        B  won     X        100    2024-07-01
                        C  won     X        100    2024-12-01`);
  const settings = { ...DEFAULT_SETTINGS, retentionWindow: 100 };
  expect(measure('clv_simple', kept, { settings })).toMatchObject({ value: null, reason: 'no_churn' });
});

it('needs a whole year of closings, to the day, and a purchase in it', () => {
  const settings = { ...DEFAULT_SETTINGS, lifespanYears: 1 };
  const from = (first: string, second: string) =>
    measure('clv_simple', dealsOf(`id outcome customer amount closed_at\nA won X 5 ${first}\nB won X 7 ${second}`), {
      settings,
    });
  expect(from('2024-01-02', '2024-05-01').value).toBeCloseTo(6 * 2, 12);
  expect(from('2024-01-03', '2024-05-01')).toMatchObject({ value: null, reason: 'under_a_year' });
  expect(from('2022-01-03', '2022-05-01')).toMatchObject({ value: null, reason: 'no_customers' });
});

it('is null without purchases or amounts', () => {
  const settings = { ...DEFAULT_SETTINGS, lifespanYears: 1 };
  const of = (row: string) =>
    measure('clv_simple', dealsOf(`id outcome customer amount closed_at\n${row}`), { settings });
  expect(of('A lost X 5 2023-01-01')).toMatchObject({ value: null, reason: 'no_customers' });
  expect(of('A won X . 2023-01-01')).toMatchObject({ value: null, reason: 'no_priced_deals' });
});

it('counts purchases up to the snapshot alone', () => {
  const settings = { ...DEFAULT_SETTINGS, lifespanYears: 3 };
  const asOf = { settings, asOf: day('2024-11-30'), dataEnd: day('2024-12-31') };
  // Four priced purchases of 70; with the unpriced one X bought twice and Y three times, but the record is under a year.
  expect(measure('clv_simple', THREE_A_YEAR, asOf)).toMatchObject({ value: null, reason: 'under_a_year' });
  const longer = dealsOf(`id outcome customer amount closed_at
                          A  won     X        50     2023-11-30
                          B  won     X        70     2024-02-01
                          C  won     X        90     2024-06-01
                          D  won     X        999    2024-12-31`);
  const value = measure('clv_simple', longer, asOf);
  // (50 + 70 + 90) / 3, and two purchases since the first of December 2023, three years long.
  expect(value.value).toBeCloseTo(70 * 2 * 3, 9);
  expect(excludedIds(value, longer)).toEqual({ after_snapshot: ['D'] });
});
