import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure } from '../../support/question.js';

const rows = (measurement: ReturnType<typeof measure>) => (measurement.value === null ? [] : measurement.rows);

it('counts the four open ones of the sixteen deals', () => {
  expect(measure('open_deals', sixteenDeals())).toMatchObject({ value: 4, excluded: [] });
});

it('at the end of the third quarter counts D10, closed since, and D12, open still', () => {
  const deals = sixteenDeals();
  expect(idsOf(rows(measure('open_deals', deals, { period: '2024-Q3' })), deals)).toEqual(['D10', 'D12']);
});

it('at an earlier snapshot counts what was open that day, not what is open now', () => {
  const deals = sixteenDeals();
  // On 2024-03-04 D03 had closed that day; D01 on 19 February; D02 (10 March), D04, D05 were open.
  expect(idsOf(rows(measure('open_deals', deals, { asOf: day('2024-03-04') })), deals)).toEqual(['D02', 'D04', 'D05']);
});

it('takes the snapshot at asOf when the period ends later', () => {
  const deals = sixteenDeals();
  const options = { asOf: day('2024-09-15'), period: '2024' };
  expect(idsOf(rows(measure('open_deals', deals, options)), deals)).toEqual(['D10', 'D11', 'D12']);
});

it('is null without deals', () => {
  expect(measure('open_deals', dealsOf('id outcome'))).toMatchObject({ value: null, reason: 'no_deals' });
});

const ODD = dealsOf(`id outcome  created_at closed_at
                     A  open     2024-06-30 .
                     B  open     2024-07-01 .
                     C  won      2024-01-01 2024-06-30
                     D  won      2024-01-01 2024-07-01
                     E  won      2024-01-01 .
                     F  lost     2024-08-01 .
                     G  open     .          .
                     H  lost     .          2024-07-02
                     I  lost     .          2024-06-01
                     J  excluded 2024-01-01 .`);

it('counts a deal created on the last day, not one closed on it; undated ones are listed', () => {
  const quarter = measure('open_deals', ODD, { period: '2024-Q2' });
  expect(idsOf(rows(quarter), ODD)).toEqual(['A', 'D']);
  expect(excludedIds(quarter, ODD)).toEqual({ undated_closed: ['E'], undated_created: ['G', 'H'] });
});

it('without a period counts open deals without a creation date', () => {
  expect(idsOf(rows(measure('open_deals', ODD)), ODD)).toEqual(['A', 'B', 'G']);
  const earlier = measure('open_deals', ODD, { asOf: day('2024-06-30') });
  expect(idsOf(rows(earlier), ODD)).toEqual(['A', 'D', 'G']);
  expect(excludedIds(earlier, ODD)).toEqual({ undated_closed: ['E'], undated_created: ['H'] });
});

it('cannot look back without dates, unless every deal is open', () => {
  const bare = dealsOf(`id outcome
                        A  open`);
  expect(measure('open_deals', bare).value).toBe(1);
  expect(measure('open_deals', bare, { period: '2024' })).toMatchObject({ reason: 'missing_field:created_at' });
  const open = dealsOf(`id outcome created_at
                        A  open    2024-02-01`);
  expect(measure('open_deals', open, { period: '2024' }).value).toBe(1);
  const closed = dealsOf(`id outcome created_at
                          A  won     2024-02-01`);
  expect(measure('open_deals', closed, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});
