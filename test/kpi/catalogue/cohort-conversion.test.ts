import { expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

it('is 8 of 16 over the sixteen deals, Wilson (0.279996, 0.720004), provisional with 75 % resolved', () => {
  const rate = measure('cohort_conversion', sixteenDeals());
  expect(rate).toMatchObject({ value: 0.5, n: 16, details: { resolved: 0.75, stillOpen: 4 } });
  expect(rate.value === null ? null : rate.interval?.low).toBeCloseTo(0.279996, 6);
  expect(rate.value === null ? null : rate.interval?.high).toBeCloseTo(0.720004, 6);
  expect(noteCodes(rate)).toEqual(['provisional']);
});

test.each([
  ['2024-Q1', 4, 6, 0],
  ['2024-Q2', 3, 4, 0],
  ['2024-Q3', 1, 3, 1],
  ['2024-Q4', 0, 3, 3],
])('of the deals created in %s, %i of %i are won and %i open', (period, won, created, stillOpen) => {
  expect(measure('cohort_conversion', sixteenDeals(), { period })).toMatchObject({
    value: won / created,
    denominator: { total: created },
    details: { stillOpen },
  });
});

it('is null where nothing was created', () => {
  expect(measure('cohort_conversion', sixteenDeals(), { period: '2020' })).toMatchObject({
    value: null,
    reason: 'no_created_deals',
  });
  expect(measure('cohort_conversion', dealsOf('id outcome'))).toMatchObject({ reason: 'no_deals' });
});

it('goes by the creation date, counts a later win, and lists what it leaves out', () => {
  const deals = dealsOf(`id outcome  created_at closed_at
                         A  won      2024-07-01 2025-03-01
                         B  lost     2024-09-30 2024-10-02
                         C  lost     2024-09-30 2024-10-02
                         D  open     2024-07-01 .
                         E  won      2024-06-30 2024-07-05
                         F  won      .          2024-08-01
                         G  excluded 2024-08-01 2024-08-02`);
  const quarter = measure('cohort_conversion', deals, { period: '2024-Q3' });
  // A won of A, B, C, D; G may be either: from 1/5 to 2/5.
  expect(quarter).toMatchObject({ value: 0.25, n: 4, bounds: { low: 0.2, high: 0.4 } });
  expect(excludedIds(quarter, deals)).toEqual({ outcome_excluded: ['G'], undated_created: ['F'] });
});

it('is no longer provisional from 80 % resolved on', () => {
  const four = dealsOf(`id outcome
                        A  won
                        B  lost
                        C  lost
                        D  lost
                        E  open`);
  expect(noteCodes(measure('cohort_conversion', four))).toEqual([]);
});

it('is null where the file holds nothing but won deals, unless the user vouches for it', () => {
  const survivors = dealsOf(`id outcome created_at closed_at
                             A  won     2024-07-01 2024-08-01
                             B  won     2024-07-02 2024-08-01`);
  expect(measure('cohort_conversion', survivors)).toMatchObject({ value: null, reason: 'no_lost_deals_in_file' });
  expect(
    measure('cohort_conversion', survivors, { settings: { ...DEFAULT_SETTINGS, assumeComplete: true } }),
  ).toMatchObject({ value: 1 });
});

it('knows at a snapshot in the past what was won and lost by then', () => {
  const deals = dealsOf(`id outcome created_at closed_at
                         A  won     2024-01-01 2024-03-01
                         B  won     2024-01-01 2024-07-01
                         C  lost    2024-01-01 2024-03-01
                         D  open    2024-01-01 .
                         E  lost    2024-01-01 2024-07-01`);
  const asked = { period: '2024-Q1', dataEnd: day('2024-12-31') };
  const then = measure('cohort_conversion', deals, { ...asked, asOf: day('2024-06-30') });
  expect(then).toMatchObject({ value: 0.2, details: { resolved: 0.4, stillOpen: 3 } });
  const now = measure('cohort_conversion', deals, { ...asked, asOf: day('2024-12-31') });
  expect(now).toMatchObject({ value: 0.4, details: { resolved: 0.8, stillOpen: 1 } });
});
