import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 25,000 · 0.4 + 10,000 · 0.1 + 18,000 · 0.6 = 21,800 over the sixteen deals, not 19,433 by the mean', () => {
  const deals = sixteenDeals();
  const value = measure('weighted_pipeline', deals);
  expect(value).toMatchObject({ value: 21_800, n: 3 });
  expect(excludedIds(value, deals)).toEqual({ unpriced: ['D15'] });
});

it('weighs deal by deal: 100 at 99 % and 200 at 0 % are 99', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    100    0.99
                         B  open    200    0`);
  expect(measure('weighted_pipeline', deals).value).toBeCloseTo(99, 12);
});

it('lists open deals without a probability, and is null when none has one', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    100    0.5
                         B  open    100    0.5
                         C  open    300    .
                         D  won     900    1`);
  const value = measure('weighted_pipeline', deals);
  expect(value).toMatchObject({ value: 100, n: 2 });
  expect(excludedIds(value, deals)).toEqual({ without_probability: ['C'] });
  const blank = dealsOf(`id outcome amount probability
                         A  open    100    .
                         B  won     100    1`);
  expect(measure('weighted_pipeline', blank)).toMatchObject({ value: null, reason: 'no_probability' });
});

it('is null when no open deal has both, and without the column', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    .      0.5
                         B  open    100    .`);
  expect(measure('weighted_pipeline', deals)).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(measure('weighted_pipeline', dealsOf('id outcome amount\nA open 5'))).toMatchObject({
    reason: 'missing_field:probability',
  });
  expect(measure('weighted_pipeline', dealsOf('id outcome amount probability'))).toMatchObject({ reason: 'no_deals' });
});

it('is 0 where nothing is open', () => {
  expect(measure('weighted_pipeline', dealsOf('id outcome amount probability\nA won 5 1')).value).toBe(0);
});

/** At the end of June: `stay` deals of 100 at 10 % that are open still, and one that was won on the day after. */
const june = (stay: number) =>
  dealsOf(
    [
      'id outcome amount probability created_at closed_at',
      ...Array.from({ length: stay }, (_, i) => `S${i} open 100 0.1 2024-06-30 .`),
      'W won 100 1 2024-01-01 2024-07-01',
      'L open 100 0.1 2024-07-01 .',
    ].join('\n'),
  );

it('at a snapshot in the past leaves out deals closed since, whose probability is hindsight', () => {
  const deals = june(4);
  const value = measure('weighted_pipeline', deals, { period: '2024-Q2' });
  expect(value).toMatchObject({ n: 4 });
  expect(value.value).toBeCloseTo(40, 12);
  expect(excludedIds(value, deals)).toEqual({ closed_since: ['W'] });
});

it('is null when over 20 % of the deals open then have closed since: 1 of 4, but not 1 of 5', () => {
  expect(measure('weighted_pipeline', june(3), { period: '2024-Q2' })).toMatchObject({
    value: null,
    reason: 'probability_overwritten',
  });
});
