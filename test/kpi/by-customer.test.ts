import { expect, it } from 'vitest';
import { amountsByCustomer, dealsByCustomer } from '../../src/kpi/by-customer.js';
import { dealsOf } from '../support/deals.js';

const DEALS = dealsOf(`id customer amount
                       A  Ada      10
                       B  Bo       5
                       C  Ada      0.5
                       D  Bo       -7`);

it('amounts and deals are told by customer, as these come, and found once', () => {
  const all = DEALS.all();
  expect([...amountsByCustomer(all)]).toEqual([10.5, -2]);
  expect([...dealsByCustomer(all)]).toEqual([2, 2]);
  expect(amountsByCustomer(all)).toBe(amountsByCustomer(all));
});

it('parts of deals have their own customers', () => {
  const [first, second] = DEALS.all().split(Uint8Array.of(0, 1, 1, 1), 2);
  if (first === undefined || second === undefined) throw new Error('two parts');
  expect([...amountsByCustomer(first)]).toEqual([10]);
  expect([...amountsByCustomer(second)]).toEqual([-2, 0.5]);
  expect([...dealsByCustomer(second)]).toEqual([2, 1]);
});
