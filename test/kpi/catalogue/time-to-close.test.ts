import { expect, it, test } from 'vitest';
import { type Aged, agedDeals } from '../../support/aged-deals.js';
import { measure, noteCodes } from '../../support/question.js';

/** By hand: ¾ open from day 10 (ten of 40 close), ⅜ from day 20 (ten of the 20 that are as old). */
const FORTY: readonly Aged[] = [
  [10, 'won', 10],
  [10, 'open', 15],
  [10, 'lost', 20],
  [10, 'open', 30],
];

it('is 20 days where the closed deals alone say 15, with a mean of 10 + 10 · ¾ + 10 · ⅜ of 30 days', () => {
  const time = measure('time_to_close', agedDeals(FORTY));
  expect(time).toMatchObject({
    value: 20,
    n: 40,
    details: { reach: 30, eventsOnlyMedian: 15, restrictedMean: 21.25 },
  });
  // At day 10 the interval of ¾ begins at 0.585, at day 20 that of ⅜ ends at 0.546: ½ is never above it.
  expect(time).toMatchObject({ interval: null });
  expect(noteCodes(time)).toEqual(['curve_end', 'median_open_end']);
});

it('has the interval of Brookmeyer and Crowley', () => {
  // One of 100 closes on each of 100 days. By hand: S(t) = 1 − t/100, se² = S (1 − S) / 100, on log(−log): the first day
  // on which the interval reaches down to ½ is 40, the first on which all of it lies there 60.
  const days = Array.from({ length: 100 }, (_, i): Aged => [1, i % 2 === 0 ? 'won' : 'lost', i + 1]);
  const time = measure('time_to_close', agedDeals(days));
  expect(time).toMatchObject({
    value: 50,
    interval: { low: 40, high: 60, method: 'brookmeyer-crowley', level: 0.95 },
    details: { eventsOnlyMedian: 50.5, reach: 100 },
  });
  expect(time.details?.['restrictedMean']).toBeCloseTo(50.5, 10);
});

test.each<[string, readonly Aged[], string]>([
  [
    'half of them have not closed',
    [
      [15, 'won', 9],
      [15, 'lost', 9],
      [60, 'open', 40],
    ],
    'median_not_reached',
  ],
  ['all are open', [[30, 'open', 9]], 'no_closed_deals'],
  ['none is lost', [[30, 'won', 9]], 'no_lost_deals_in_file'],
  [
    'under twenty are closed',
    [
      [10, 'won', 9],
      [9, 'lost', 9],
    ],
    'few_closings',
  ],
  [
    'all closed on the day they were created',
    [
      [10, 'won', 0],
      [20, 'lost', 0],
    ],
    'zero_cycle',
  ],
])('is null where %s', (_, parts, reason) => {
  expect(measure('time_to_close', agedDeals(parts))).toMatchObject({ value: null, reason });
});

it('is the one duration there is, without an interval', () => {
  const same: readonly Aged[] = [
    [3, 'won', 30],
    [27, 'lost', 30],
  ];
  expect(measure('time_to_close', agedDeals(same))).toMatchObject({ value: 30, interval: null });
});
