import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure } from '../../support/question.js';

it('counts 8 of the sixteen deals, and one that closed in the third quarter', () => {
  const deals = sixteenDeals();
  expect(measure('won_deals', deals)).toMatchObject({ value: 8, n: 8, excluded: [] });
  const quarter = measure('won_deals', deals, { period: '2024-Q3' });
  expect(idsOf(quarter.value === null ? [] : quarter.rows, deals)).toEqual(['D11']);
});

it('is null without deals, and 0 where none was won', () => {
  expect(measure('won_deals', dealsOf('id outcome'))).toMatchObject({ value: null, reason: 'no_deals' });
  expect(measure('won_deals', sixteenDeals(), { period: '2020' })).toMatchObject({ value: 0, n: 0 });
});

const EDGES = dealsOf(`id outcome closed_at
                       A  won     2024-06-30
                       B  won     2024-07-01
                       C  won     2024-07-01
                       D  won     2024-09-30
                       E  won     2024-10-01
                       F  won     .
                       G  lost    .
                       H  lost    2024-08-01
                       I  excluded 2024-08-01`);

it('takes the first and the last day of the period, and two deals of one day as two', () => {
  expect(measure('won_deals', EDGES, { period: '2024-Q3' }).value).toBe(3);
});

it('counts a deal without a close date in all time, and lists it with a period', () => {
  expect(measure('won_deals', EDGES)).toMatchObject({ value: 6, excluded: [] });
  expect(excludedIds(measure('won_deals', EDGES, { period: '2024-Q3' }), EDGES)).toEqual({ undated_closed: ['F'] });
});

it('needs close dates only for a period', () => {
  const undated = dealsOf(`id outcome
                           A  won`);
  expect(measure('won_deals', undated).value).toBe(1);
  expect(measure('won_deals', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});
