import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 2 of 5 over the sixteen deals (Alpha and Gamma), with 1.6 deals per customer', () => {
  const rate = measure('repeat_purchase_rate', sixteenDeals());
  expect(rate).toMatchObject({ value: 0.4, n: 5, numerator: { total: 2 }, details: { dealsPerCustomer: 1.6 } });
  // Wilson of 2 of 5.
  expect(rate.value === null ? null : rate.interval?.low).toBeCloseTo(0.117621, 6);
  expect(rate.value === null ? null : rate.interval?.high).toBeCloseTo(0.769276, 6);
});

it('looks back to the beginning from the end of the period: 1 of 2 by March', () => {
  expect(measure('repeat_purchase_rate', sixteenDeals(), { period: '2024-03' })).toMatchObject({ value: 0.5, n: 2 });
});

it('is null without customers', () => {
  expect(measure('repeat_purchase_rate', sixteenDeals(), { period: '2020' })).toMatchObject({
    value: null,
    reason: 'no_customers',
  });
  expect(measure('repeat_purchase_rate', dealsOf('id outcome customer'))).toMatchObject({ reason: 'no_deals' });
});

it('counts two deals of one day as two purchases, up to the last day; the rest is listed', () => {
  const deals = dealsOf(`id outcome customer closed_at
                         A  won     X        2024-06-30
                         B  won     X        2024-06-30
                         C  won     Y        2024-06-01
                         D  won     Y        2024-07-01
                         E  won     Y        .
                         F  won     .        2024-06-01
                         G  lost    Y        2024-06-01`);
  const june = measure('repeat_purchase_rate', deals, { period: '2024-06' });
  expect(june).toMatchObject({ value: 0.5, n: 2 });
  expect(excludedIds(june, deals)).toEqual({ undated_closed: ['E'], without_customer: ['F'] });
});

it('cannot be told by the end of a period without close dates', () => {
  const undated = dealsOf(`id outcome customer
                           A  won     X`);
  expect(measure('repeat_purchase_rate', undated, { period: '2024' })).toMatchObject({
    reason: 'missing_field:closed_at',
  });
});

it('counts no credit as a purchase: X bought once and took it back, Y bought twice', () => {
  const deals = dealsOf(`id outcome customer amount
                         A  won     X        100
                         B  won     X        -100
                         C  won     Y        5
                         D  won     Y        .`);
  const rate = measure('repeat_purchase_rate', deals);
  expect(rate).toMatchObject({ value: 0.5, n: 2, details: { dealsPerCustomer: 1.5 } });
  expect(excludedIds(rate, deals)).toEqual({ negative_amount: ['B'] });
});
