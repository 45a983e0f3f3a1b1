import { expect, test } from 'vitest';
import { closingAbsent, purchasesUntil } from '../../src/kpi/purchases.js';
import { ALL_TIME } from '../../src/model/period.js';
import { dealsOf } from '../support/deals.js';
import { idsOf, period } from '../support/question.js';

const deals = dealsOf(`id outcome customer closed_at
                       A  won     X        2023-05-01
                       B  won     .        2024-03-31
                       C  won     Y        2024-04-01
                       D  won     Y        .`);

test('purchases run from the beginning to the last day of the period', () => {
  const { deals: named, wins, excluded } = purchasesUntil(deals.all(), period('2024-Q1'));
  expect([idsOf(wins.rows, deals), idsOf(named.rows, deals)]).toEqual([['A', 'B'], ['A']]);
  expect(excluded().map(({ reason, rows }) => [reason, ...idsOf(rows, deals)])).toEqual([
    ['undated_closed', 'D'],
    ['without_customer', 'B'],
  ]);
  expect(idsOf(purchasesUntil(deals.all(), ALL_TIME).deals.rows, deals)).toEqual(['A', 'C', 'D']);
});

test('a credit is no purchase; a purchase may be free or unpriced', () => {
  const signed = dealsOf(`id outcome customer amount
                          A  won     X        0
                          B  won     X        .
                          C  won     X        -1
                          D  won     .        -2`);
  const { wins, credits, excluded } = purchasesUntil(signed.all(), ALL_TIME);
  expect([idsOf(wins.rows, signed), idsOf(credits.rows, signed)]).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ]);
  expect(excluded().map(({ reason, rows }) => [reason, ...idsOf(rows, signed)])).toEqual([
    ['negative_amount', 'C', 'D'],
  ]);
});

test('without close dates only all time can be told', () => {
  const undated = dealsOf('id outcome customer\nA won X').all();
  expect(closingAbsent(undated, period('2024'))).toBe('missing_field:closed_at');
  expect(closingAbsent(undated, ALL_TIME)).toBeNull();
  expect(closingAbsent(deals.all(), period('2024'))).toBeNull();
});
