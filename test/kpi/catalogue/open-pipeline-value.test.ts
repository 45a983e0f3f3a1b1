import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 53,000 over the sixteen deals, priced 3 of 4', () => {
  const deals = sixteenDeals();
  const value = measure('open_pipeline_value', deals);
  expect(value).toMatchObject({ value: 53_000, n: 3 });
  expect(excludedIds(value, deals)).toEqual({ unpriced: ['D15'] });
  expect(value.notes?.[0]).toEqual({ code: 'priced', args: { priced: 3, of: 4 } });
});

it('at the end of the third quarter is D10 and D12: 36,000', () => {
  expect(measure('open_pipeline_value', sixteenDeals(), { period: '2024-Q3' }).value).toBe(36_000);
});

it('is 0 where nothing is open, null where no open deal is priced, and null without deals', () => {
  const closed = dealsOf(`id outcome amount
                          A  won     100
                          B  lost    50`);
  expect(measure('open_pipeline_value', closed).value).toBe(0);
  const blank = dealsOf(`id outcome amount
                         A  open    .`);
  expect(measure('open_pipeline_value', blank)).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(measure('open_pipeline_value', dealsOf('id outcome amount'))).toMatchObject({ reason: 'no_deals' });
});

it('never holds won deals, holds equal ones each, and lists those that may have been open', () => {
  const deals = dealsOf(`id outcome amount created_at closed_at
                         A  open    10     2024-06-30 .
                         B  open    10     2024-06-30 .
                         C  won     500    2024-06-30 2024-06-30
                         D  won     70     2024-01-01 2024-07-01
                         E  lost    900    2024-01-01 .
                         F  open    3      .          .`);
  expect(measure('open_pipeline_value', deals).value).toBe(23);
  const then = measure('open_pipeline_value', deals, { period: '2024-Q2', asOf: day('2024-12-31') });
  expect(then.value).toBe(90);
  expect(excludedIds(then, deals)).toEqual({ undated_closed: ['E'], undated_created: ['F'] });
});
