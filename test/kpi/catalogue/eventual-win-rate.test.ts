import { expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { isoDay } from '../../../src/model/civil-day.js';
import { type Aged, agedDeals } from '../../support/aged-deals.js';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

/**
 * By hand: at day 10 ten of 40 are won (¼ won, ¾ open); ten leave at age 15; at day 20 ten of 20 are lost: ¾ · ½ = ⅜
 * lost, ⅜ open, up to the age of 30.
 */
const FORTY: readonly Aged[] = [
  [10, 'won', 10],
  [10, 'open', 15],
  [10, 'lost', 20],
  [10, 'open', 30],
];

it('is ¼ of forty deals of which ⅜ are open in the end, where the closed ones alone say ½', () => {
  const rate = measure('eventual_win_rate', agedDeals(FORTY));
  expect(rate).toMatchObject({ value: 0.25, n: 40, details: { reach: 30, stillOpen: 0.375, lost: 0.375 } });
  // ¼ … ¼ + ⅜; se² = ¼ · ¾ / 40, and ¼ to the power of exp(±1.96 · se / (¼ · ln ¼)), outside this program.
  const { bounds, interval } = rate as Extract<typeof rate, { value: number }>;
  expect([bounds?.low, bounds?.high]).toEqual([0.25, 0.625]);
  expect([interval?.low.toFixed(5), interval?.high.toFixed(5)]).toEqual(['0.12980', '0.39014']);
  expect(interval?.method).toBe('delta-log-log');
  expect(noteCodes(rate)).toEqual(['curve_end']);
  expect(measure('win_rate', agedDeals(FORTY)).value).toBe(0.5);
});

it('is the share won, without bounds, where nothing is open any more', () => {
  const rate = measure(
    'eventual_win_rate',
    agedDeals([
      [12, 'won', 30],
      [28, 'lost', 30],
    ]),
  );
  expect(rate).toMatchObject({ value: 0.3, details: { reach: 30, stillOpen: 0, lost: 0.7 } });
  expect(rate).not.toHaveProperty('bounds');
  expect(noteCodes(rate)).toEqual(['curve_end', 'none_open']);
});

it('knows at the end of a period what had become of deals by then', () => {
  // Created on 1 January: 20 won on 1 February, 20 lost on 1 May. At the end of March the lost ones were open.
  const row = (outcome: string, closed: string) => (_: unknown, i: number) =>
    `${outcome}${i} ${outcome} 2024-01-01 ${closed}`;
  const deals = dealsOf(
    [
      'id outcome created_at closed_at',
      ...Array.from({ length: 20 }, row('won', '2024-02-01')),
      ...Array.from({ length: 20 }, row('lost', '2024-05-01')),
    ].join('\n'),
  );
  expect(measure('eventual_win_rate', deals, { period: '2024-Q1' })).toMatchObject({
    value: 0.5,
    details: { stillOpen: 0.5, lost: 0, reach: 90 },
  });
  const now = measure('eventual_win_rate', deals);
  expect(now).toMatchObject({ value: 0.5, details: { stillOpen: 0, lost: 0.5, reach: 121 } });
  const asOf = measure('eventual_win_rate', deals, { asOf: day('2024-03-31') });
  expect(asOf).toMatchObject({ details: { stillOpen: 0.5 } });
});

test.each<[string, readonly Aged[], string]>([
  ['all are open', [[30, 'open', 9]], 'no_closed_deals'],
  ['none is lost', [[30, 'won', 9]], 'no_lost_deals_in_file'],
  ['none is won', [[30, 'lost', 9]], 'no_won_deals_in_file'],
  [
    'under ten are won',
    [
      [9, 'won', 9],
      [90, 'lost', 9],
    ],
    'few_closings',
  ],
  [
    'under twenty are closed',
    [
      [10, 'won', 9],
      [9, 'lost', 9],
      [99, 'open', 9],
    ],
    'few_closings',
  ],
])('is null where %s', (_, parts, reason) => {
  expect(measure('eventual_win_rate', agedDeals(parts))).toMatchObject({ value: null, reason });
});

it('takes the word of whoever vouches for a file of winners', () => {
  const settings = { ...DEFAULT_SETTINGS, assumeComplete: true };
  expect(measure('eventual_win_rate', agedDeals([[30, 'won', 9]]), { settings })).toMatchObject({ value: 1 });
});

it('is not led astray by an export of what was closed from a day on: it counts deals from the age they had on it', () => {
  // A deal a day, in turns won after 10 days and lost after 40: half of them are won, whatever the day of the export.
  const on = (n: number): string => isoDay(day('2024-01-01') + n);
  const rows = Array.from({ length: 300 }, (_, n) => ({ n, end: n + (n % 2 === 0 ? 10 : 40) }));
  const exported = (from: number) =>
    dealsOf(
      ['id outcome created_at closed_at']
        .concat(
          rows
            .filter(({ end }) => end >= from)
            .map(({ n, end }) => `D${n} ${n % 2 === 0 ? 'won' : 'lost'} ${on(n)} ${on(end)}`),
        )
        .join('\n'),
    );
  const all = measure('eventual_win_rate', exported(0), { asOf: day('2025-06-30') });
  const late = measure('eventual_win_rate', exported(60), { asOf: day('2025-06-30') });
  expect([all.value?.toFixed(12), late.value?.toFixed(12)]).toEqual(['0.500000000000', '0.500000000000']);
  expect(noteCodes(all)).toEqual(['curve_end', 'none_open']);
  expect(noteCodes(late)).toEqual(['curve_end', 'closings_begin', 'none_open']);
  // The closed deals of the export alone say 125 of 265: 25 wins were closed before that day, and only 10 losses.
  expect(measure('win_rate', exported(60)).value).toBeLessThan(0.49);
});

it('counts deals won on the day they were created', () => {
  const rate = measure(
    'eventual_win_rate',
    agedDeals([
      [20, 'won', 0],
      [20, 'lost', 0],
    ]),
  );
  expect(rate).toMatchObject({ value: 0.5, details: { reach: 0 } });
});

it('names what it leaves out', () => {
  const deals = sixteenDeals();
  const rate = measure('eventual_win_rate', deals);
  expect(rate).toMatchObject({ value: null, reason: 'few_closings' });
  // D16 was closed ten days before it was created.
  expect(excludedIds(rate, deals)).toEqual({ closed_before_created: ['D16'] });
});
