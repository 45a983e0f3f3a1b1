import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

it('is 17,500 over the four priced customers: Alpha 32,000, Gamma 29,000, Mu 5,000, Eta 4,000', () => {
  const deals = sixteenDeals();
  const value = measure('clv_historic', deals);
  expect(value).toMatchObject({ value: 17_500, n: 4, interval: null });
  expect(value.value === null ? null : value.distribution).toMatchObject({ min: 4_000, median: 17_000, max: 32_000 });
  expect(excludedIds(value, deals)).toEqual({ unpriced: ['D06'] });
  expect(value.notes?.[0]).toEqual({ code: 'priced_customers', args: { priced: 4, of: 5 } });
});

it('adds up to the end of the period: by March Alpha 18,000 and Gamma 20,000', () => {
  expect(measure('clv_historic', sixteenDeals(), { period: '2024-Q1' })).toMatchObject({ value: 19_000, n: 2 });
});

it('is null without customers, and when none is priced', () => {
  expect(measure('clv_historic', sixteenDeals(), { period: '2020' })).toMatchObject({ reason: 'no_customers' });
  const blank = dealsOf(`id outcome customer amount
                         A  won     X        .`);
  expect(measure('clv_historic', blank)).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(measure('clv_historic', dealsOf('id outcome customer amount'))).toMatchObject({ reason: 'no_deals' });
});

it('takes credits off, keeps two deals of one day apart, and lists what it leaves out', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        100    2024-06-30
                         B  won     X        100    2024-06-30
                         C  won     X        -50    2024-06-01
                         D  won     Y        50     2024-06-01
                         E  won     Y        900    2024-07-01
                         F  won     Y        900    .
                         G  won     .        900    2024-06-01
                         H  won     Y        .      2024-06-01
                         I  lost    Y        900    2024-06-01`);
  const june = measure('clv_historic', deals, { period: '2024-06' });
  expect(june).toMatchObject({ value: 100, n: 2, notes: [{ code: 'revenue' }] });
  expect(excludedIds(june, deals)).toEqual({ undated_closed: ['F'], without_customer: ['G'], unpriced: ['H'] });
});

it('cannot be told by the end of a period without close dates', () => {
  const undated = dealsOf(`id outcome customer amount
                           A  won     X        5`);
  expect(measure('clv_historic', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});

it('takes off the credits of buyers alone: of X 100 − 30, of Y 50, nothing of Z, who only gave back', () => {
  const deals = dealsOf(`id outcome customer amount
                         A  won     X        100
                         B  won     Y        50
                         C  won     X        -30
                         D  won     Z        -20
                         E  won     .        -7
                         F  won     V        .
                         G  won     V        -9`);
  const value = measure('clv_historic', deals);
  expect(value).toMatchObject({ value: 60, n: 2 });
  expect(excludedIds(value, deals)).toEqual({ negative_amount: ['D', 'E', 'G'], unpriced: ['F'] });
});

it('times the margin where one is given: 40 % of 17,500, and says so', () => {
  const settings = { retentionWindow: 365, assumeComplete: false, margin: 0.4 };
  const value = measure('clv_historic', sixteenDeals(), { settings });
  expect(value.value).toBeCloseTo(7_000, 9);
  expect(noteCodes(value)).toEqual(['priced_customers', 'margin']);
  expect(noteCodes(measure('clv_historic', sixteenDeals()))).toEqual(['priced_customers', 'revenue']);
});
