import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure } from '../../support/question.js';

it('counts the sixteen deals, and three of the third quarter: D10, D11, D12', () => {
  const deals = sixteenDeals();
  expect(measure('new_deals', deals)).toMatchObject({ value: 16, n: 16, excluded: [] });
  const quarter = measure('new_deals', deals, { period: '2024-Q3' });
  expect(quarter.value).toBe(3);
  expect(idsOf(quarter.value === null ? [] : quarter.rows, deals)).toEqual(['D10', 'D11', 'D12']);
});

it('is null without deals, and 0 in a period without any', () => {
  const none = dealsOf('id outcome created_at');
  expect(measure('new_deals', none)).toMatchObject({ value: null, reason: 'no_deals' });
  expect(measure('new_deals', sixteenDeals(), { period: '2020' }).value).toBe(0);
});

const ODD = dealsOf(`id outcome  created_at
                     A  won      2024-06-30
                     B  open     2024-07-01
                     C  lost     2024-09-30
                     D  open     2024-10-01
                     E  open     .
                     F  excluded 2024-08-01
                     G  excluded .`);

it('takes the first and the last day of the period, and lists deals without a creation date', () => {
  const quarter = measure('new_deals', ODD, { period: '2024-Q3' });
  expect(quarter.value).toBe(2);
  expect(excludedIds(quarter, ODD)).toEqual({ outcome_excluded: ['F'], undated_created: ['E'] });
});

it('counts undated deals in all time, and leaves out those whose outcome is excluded', () => {
  const all = measure('new_deals', ODD);
  expect(all.value).toBe(5);
  expect(excludedIds(all, ODD)).toEqual({ outcome_excluded: ['F', 'G'] });
});

it('needs creation dates only for a period', () => {
  const undated = dealsOf(`id outcome
                           A  open
                           B  won`);
  expect(measure('new_deals', undated).value).toBe(2);
  expect(measure('new_deals', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:created_at' });
});

it('counts two deals alike as two', () => {
  const twins = dealsOf(`id outcome created_at
                         A  open    2024-02-01
                         A  open    2024-02-01`);
  expect(measure('new_deals', twins).value).toBe(2);
});
