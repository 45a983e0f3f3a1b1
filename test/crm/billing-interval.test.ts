import { expect, it } from 'vitest';
import { billingMonths } from '../../src/crm/billing-interval.js';

it.each([
  ['month', 1],
  ['Monthly', 1],
  ['monatlich', 1],
  ['mensuel', 1],
  ['mensual', 1],
  ['aylık', 1],
  ['ежемесячно', 1],
  ['ماهانه', 1],
  ['月払い', 1],
  ['quarterly', 3],
  ['vierteljährlich / Quartal', 3],
  ['trimestriel', 3],
  ['فصلی', 3],
  ['سه ماهه', 3],
  ['every 3 months', 3],
  ['P3M', 3],
  ['semi-annual', 6],
  ['Half-yearly', 6],
  ['halbjährlich', 6],
  ['6 aylık', 6],
  ['year', 12],
  ['Annual', 12],
  ['12 months', 12],
  ['12', 12],
  ['jährlich', 12],
  ['annuel', 12],
  ['anual', 12],
  ['سالانه', 12],
  ['P1Y', 12],
  ['2 years', 24],
  ['weekly', 12 / 52],
  ['one-time', 0],
  ['lifetime', 0],
  ['einmalig', 0],
] as const)('%s is %d months', (word, months) => {
  expect(billingMonths(word)).toBeCloseTo(months, 12);
});

it.each(['', 'price', 'amount', 'credit card', '0', 'usage'])('"%s" is no interval', (word) => {
  expect(billingMonths(word)).toBeNull();
});
