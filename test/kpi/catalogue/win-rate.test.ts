import { expect, it, test } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 8 of 12 over the sixteen deals, Wilson (0.390622, 0.861880)', () => {
  const rate = measure('win_rate', sixteenDeals());
  expect(rate).toMatchObject({ n: 12, numerator: { total: 8 }, denominator: { total: 12 } });
  expect(rate.value).toBeCloseTo(0.666667, 6);
  const interval = rate.value === null ? null : rate.interval;
  expect(interval?.low).toBeCloseTo(0.390622, 6);
  expect(interval?.high).toBeCloseTo(0.86188, 6);
});

test.each([
  ['2024-Q1', 3, 4],
  ['2024-Q2', 4, 5],
  ['2024-Q3', 1, 2],
  ['2024-Q4', 0, 1],
])('in %s it is %i of %i', (period, won, closed) => {
  expect(measure('win_rate', sixteenDeals(), { period })).toMatchObject({
    value: won / closed,
    numerator: { total: won },
    denominator: { total: closed },
  });
});

it('is null where nothing was closed', () => {
  expect(measure('win_rate', sixteenDeals(), { period: '2020' })).toMatchObject({
    value: null,
    reason: 'no_closed_deals',
  });
  expect(measure('win_rate', dealsOf('id outcome closed_at'))).toMatchObject({ value: null, reason: 'no_deals' });
});

const SURVIVORS = dealsOf(`id outcome closed_at
                           A  won     2024-01-05
                           B  won     2024-02-05
                           C  open    .`);

it('is null for a file without lost deals, unless the user vouches for it', () => {
  expect(measure('win_rate', SURVIVORS)).toMatchObject({ value: null, reason: 'no_lost_deals_in_file' });
  const settings = { retentionWindow: 365, assumeComplete: true };
  expect(measure('win_rate', SURVIVORS, { settings }).value).toBe(1);
});

it('is null for a file without won deals', () => {
  const lost = dealsOf(`id outcome closed_at
                        A  lost    2024-01-05`);
  expect(measure('win_rate', lost)).toMatchObject({ value: null, reason: 'no_won_deals_in_file' });
});

it('may be 1 in a group or a period without lost deals, when the file has some elsewhere', () => {
  expect(measure('win_rate', SURVIVORS, { file: { hasLost: true, hasWon: true } }).value).toBe(1);
});

const ODD = dealsOf(`id outcome  closed_at
                     A  won      2024-06-30
                     B  won      2024-07-01
                     C  lost     2024-09-30
                     D  lost     2024-10-01
                     E  lost     .
                     F  won      .
                     G  excluded 2024-08-08
                     H  excluded .
                     I  lost     2024-07-01`);

it('takes the first and the last day of the period, lists undated ones, and bounds what is unknown', () => {
  const quarter = measure('win_rate', ODD, { period: '2024-Q3' });
  // B won; C and I lost; G may be either: from 1/4 to 2/4.
  expect(quarter).toMatchObject({ value: 1 / 3, n: 3, bounds: { low: 0.25, high: 0.5 } });
  expect(excludedIds(quarter, ODD)).toEqual({ undated_closed: ['E', 'F'], outcome_excluded: ['G'] });
});

it('counts undated deals in all time; an excluded deal without a close date bounds nothing', () => {
  const all = measure('win_rate', ODD);
  expect(all).toMatchObject({ value: 3 / 7, bounds: { low: 3 / 8, high: 4 / 8 } });
  expect(excludedIds(all, ODD)).toEqual({ outcome_excluded: ['G'] });
});

it('has no bounds where every closed deal has an outcome', () => {
  expect(measure('win_rate', sixteenDeals())).not.toHaveProperty('bounds');
});
