import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure } from '../../support/question.js';

it('counts 4 of the sixteen deals, and one that closed in the third quarter', () => {
  const deals = sixteenDeals();
  expect(measure('lost_deals', deals)).toMatchObject({ value: 4, n: 4, excluded: [] });
  const quarter = measure('lost_deals', deals, { period: '2024-Q3' });
  expect(idsOf(quarter.value === null ? [] : quarter.rows, deals)).toEqual(['D07']);
});

it('is null without deals, and 0 where none was lost', () => {
  expect(measure('lost_deals', dealsOf('id outcome'))).toMatchObject({ value: null, reason: 'no_deals' });
  expect(measure('lost_deals', sixteenDeals(), { period: '2020' })).toMatchObject({ value: 0, n: 0 });
});

const EDGES = dealsOf(`id outcome closed_at
                       A  lost     2024-06-30
                       B  lost     2024-07-01
                       C  lost     2024-07-01
                       D  lost     2024-09-30
                       E  lost     2024-10-01
                       F  lost     .
                       G  won    .
                       H  won    2024-08-01
                       I  excluded 2024-08-01`);

it('takes the first and the last day of the period, and two deals of one day as two', () => {
  expect(measure('lost_deals', EDGES, { period: '2024-Q3' }).value).toBe(3);
});

it('counts a deal without a close date in all time, and lists it with a period', () => {
  expect(measure('lost_deals', EDGES)).toMatchObject({ value: 6, excluded: [] });
  expect(excludedIds(measure('lost_deals', EDGES, { period: '2024-Q3' }), EDGES)).toEqual({ undated_closed: ['F'] });
});

it('needs close dates only for a period', () => {
  const undated = dealsOf(`id outcome
                           A  lost`);
  expect(measure('lost_deals', undated).value).toBe(1);
  expect(measure('lost_deals', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});
