import { expect, it } from 'vitest';
import { amountsByCustomer, buyersOf, dealsByCustomer } from '../../src/kpi/by-customer.js';
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

it('buyers are told of all deals and of parts, large or small', () => {
  expect(buyersOf(DEALS.all())).toEqual({ count: 2, repeated: 2 });
  // 100 deals: customers 0, 1 … 9 in turn. The first part has the first 25 of them, the last the rest but one.
  const many = dealsOf(['id customer', ...Array.from({ length: 100 }, (_, at) => `D${at} C${at % 10}`)].join('\n'));
  const parts = many.all().split(
    Uint8Array.from({ length: 100 }, (_, at) => (at < 25 ? 0 : at === 60 ? 1 : 2)),
    4,
  );
  expect(parts.map(buyersOf)).toEqual([
    { count: 10, repeated: 10 },
    { count: 1, repeated: 0 },
    { count: 10, repeated: 10 },
    { count: 0, repeated: 0 },
  ]);
  const [eleven] = many.all().split(
    Uint8Array.from({ length: 100 }, (_, at) => (at < 11 ? 0 : 1)),
    2,
  );
  expect(eleven === undefined ? null : buyersOf(eleven)).toEqual({ count: 10, repeated: 1 });
});

it('buyers of parts are told apart where two bytes do not tell all customers', () => {
  // Customers 0 and 65,536 have the same two lower bytes; the first part has both, and no customer twice.
  const names = [...Array.from({ length: 65_600 }, (_, at) => at), 1, 2, 3];
  const deals = dealsOf(['id customer', ...names.map((name, at) => `D${at} C${name}`)].join('\n'));
  const parts = deals.all().split(
    Uint8Array.from(names, (name, at) => (name === 0 || name === 65_536 ? 0 : at < 65_600 && name > 3 ? 1 : 2)),
    3,
  );
  expect(parts.map(buyersOf)).toEqual([
    { count: 2, repeated: 0 },
    { count: 65_600 - 5, repeated: 0 },
    { count: 3, repeated: 3 },
  ]);
});
