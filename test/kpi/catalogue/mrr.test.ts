import { expect, it } from 'vitest';
import type { MeasuredValue } from '../../../src/kpi/definition.js';
import { day, dealsOf } from '../../support/deals.js';
import { measure, noteCodes } from '../../support/question.js';

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };

/** A KPI of subscriptions: created_at is the first day, closed_at the last, the amount is per month. */
const of = (id: string, table: string, period?: string, more = {}) =>
  measure(id, NOTHING, {
    subscriptions: dealsOf(table).all(),
    ...AS_OF,
    ...(period === undefined ? {} : { period }),
    ...more,
  });
const moved = (id: string, table: string, period: string) => (of(id, table, period) as MeasuredValue).details;

const HEAD = 'id outcome customer amount created_at closed_at';

it('adds the prices of what runs at the end of the period, the last day included', () => {
  const table = `${HEAD}
    A won X 100 2024-01-01 .
    B won Y 50  2024-01-01 2024-06-30
    C won Z 30  2024-01-01 2024-07-01
    D won W 20  2024-06-30 .
    E won V 10  2024-07-01 .`;
  // When July begins B is gone; C has its last day before it; E has not begun.
  expect(of('mrr', table, '2024-Q2')).toMatchObject({ value: 150, n: 3, details: { customers: 3 } });
  expect(of('mrr', table, '2024-07')).toMatchObject({ value: 130, n: 3 });
});

it('tells new, expansion, contraction, churned and returned revenue apart', () => {
  const table = `${HEAD}
    N  won New    10 2024-07-05 .
    U1 won Up     20 2024-01-01 2024-07-31
    U2 won Up     50 2024-08-01 .
    D1 won Down   60 2024-01-01 .
    D2 won Down   40 2024-01-01 2024-07-10
    G  won Gone   70 2024-01-01 2024-07-31
    B1 won Back   80 2024-01-01 2024-03-31
    B2 won Back   90 2024-07-20 .`;
  expect(moved('mrr', table, '2024-Q3')).toMatchObject({
    startMrr: 20 + 100 + 70,
    newMrr: 10,
    expansionMrr: 30,
    contractionMrr: 40,
    churnedMrr: 70,
    reactivationMrr: 90,
  });
  expect(of('mrr', table, '2024-Q3')).toMatchObject({ value: 190 + 10 + 30 - 40 - 70 + 90 });
});

it('an upgrade may overlap, share a day or begin the day after; a day between them is a churn and a return', () => {
  const table = (last: string) => `${HEAD}
    A won X 10 2024-01-01 ${last}
    B won X 30 2024-05-10 .`;
  for (const last of ['2024-05-09', '2024-05-10']) {
    expect(moved('mrr', table(last), '2024-05')).toMatchObject({ expansionMrr: 20, churnedMrr: 0, reactivationMrr: 0 });
  }
  // Both are paid until the 20th.
  expect(moved('mrr', table('2024-05-20'), '2024-05')).toMatchObject({ expansionMrr: 30, contractionMrr: 10 });
  expect(moved('mrr', table('2024-05-08'), '2024-05')).toMatchObject({ churnedMrr: 10, reactivationMrr: 30 });
});

it('the bound between two months does not fall into a change from one day to the next', () => {
  const table = `${HEAD}
    A won X 10 2024-01-01 2024-05-31
    B won X 30 2024-06-01 .`;
  expect(of('mrr', table, '2024-05')).toMatchObject({ value: 10, details: { churnedMrr: 0 } });
  expect(of('mrr', table, '2024-06')).toMatchObject({ value: 30, details: { expansionMrr: 20, reactivationMrr: 0 } });
});

it('leaves out what is not paid, not priced or not dated, and says why', () => {
  const table = `${HEAD}
    A won      X 100 2024-01-01 .
    B open     X 100 2024-01-01 .
    C lost     X 100 2024-01-01 .
    D excluded X 100 2024-01-01 .
    E won      X 100 .          .
    F won      X 100 2024-03-01 2024-02-01
    G won      X .   2024-01-01 .
    H won      X -5  2024-01-01 .
    I won      X 0   2024-01-01 .`;
  const measured = of('mrr', table, '2024');
  expect(measured).toMatchObject({ value: 100, n: 1 });
  expect(Object.fromEntries(measured.excluded.map(({ reason, rows }) => [reason, rows.length]))).toEqual({
    outcome_excluded: 1,
    not_paying: 1,
    ended_undated: 1,
    undated_start: 1,
    ended_before_start: 1,
    negative_amount: 1,
    free_of_charge: 1,
    unpriced: 1,
  });
});

it('has no value without subscriptions, without a price, and before the period begins', () => {
  expect(measure('mrr', NOTHING, AS_OF)).toMatchObject({ reason: 'no_subscriptions' });
  expect(of('mrr', 'id outcome customer created_at\nA won X 2024-01-01')).toMatchObject({
    reason: 'missing_field:amount',
  });
  expect(of('mrr', `${HEAD}\nA won X . 2024-01-01 .`)).toMatchObject({ reason: 'no_priced_subscriptions' });
  expect(of('mrr', `${HEAD}\nA won X 5 2024-01-01 .`, '2026')).toMatchObject({ reason: 'period_not_begun' });
});

it('does not add several currencies, and says each', () => {
  const table = `${HEAD} currency
    A won X 10 2024-01-01 . EUR
    B won Y 20 2024-01-01 . USD`;
  expect(of('mrr', table)).toMatchObject({ value: null, reason: 'mixed_currencies' });
});

it('says the movements and the rule of the last day', () => {
  expect(noteCodes(of('mrr', `${HEAD}\nA won X 5 2024-01-01 .`))).toEqual(['mrr_movements', 'last_day_counts']);
});
