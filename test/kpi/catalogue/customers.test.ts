import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('are five of the sixteen deals: Alpha, Gamma, Eps, Eta, Mu', () => {
  expect(measure('customers', sixteenDeals())).toMatchObject({ value: 5, n: 5, excluded: [] });
});

it('grow to the end of the period: two by March, five by June', () => {
  expect(measure('customers', sixteenDeals(), { period: '2024-Q1' }).value).toBe(2);
  expect(measure('customers', sixteenDeals(), { period: '2024-Q2' }).value).toBe(5);
  expect(measure('customers', sixteenDeals(), { period: '2020' }).value).toBe(0);
});

it('are null without deals, without the column, and when no won deal names one', () => {
  expect(measure('customers', dealsOf('id outcome customer'))).toMatchObject({ value: null, reason: 'no_deals' });
  expect(measure('customers', dealsOf('id outcome\nA won'))).toMatchObject({ reason: 'missing_field:customer' });
  const nameless = dealsOf(`id outcome customer
                            A  won     .
                            B  lost    X`);
  const measurement = measure('customers', nameless);
  expect(measurement).toMatchObject({ value: null, reason: 'no_customers' });
  expect(excludedIds(measurement, nameless)).toEqual({ without_customer: ['A'] });
});

const ODD = dealsOf(`id outcome customer closed_at
                     A  won     X        2024-06-30
                     B  won     Y        2024-07-01
                     C  won     X        2024-06-30
                     D  won     .        2024-06-01
                     E  won     Z        .
                     F  lost    W        2024-06-01`);

it('count once each, up to the last day of the period; undated and nameless deals are listed', () => {
  const june = measure('customers', ODD, { period: '2024-06' });
  expect(june.value).toBe(1);
  expect(excludedIds(june, ODD)).toEqual({ undated_closed: ['E'], without_customer: ['D'] });
  expect(measure('customers', ODD).value).toBe(3);
});

it('cannot be told by the end of a period without close dates', () => {
  const undated = dealsOf(`id outcome customer
                           A  won     X`);
  expect(measure('customers', undated).value).toBe(1);
  expect(measure('customers', undated, { period: '2024' })).toMatchObject({ reason: 'missing_field:closed_at' });
});

it('have bought: a credit is no purchase, whatever the currencies', () => {
  const deals = dealsOf(`id outcome customer amount currency
                         A  won     X        100    EUR
                         B  won     Y        -40    USD
                         C  won     Z        .      .
                         D  won     W        0      USD`);
  const measurement = measure('customers', deals);
  expect(measurement).toMatchObject({ value: 3, n: 3 });
  expect(excludedIds(measurement, deals)).toEqual({ negative_amount: ['B'] });
});
