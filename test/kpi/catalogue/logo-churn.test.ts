import { expect, it } from 'vitest';
import { day, dealsOf } from '../../support/deals.js';
import { measure } from '../../support/question.js';

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31'), period: '2024' };
const HEAD = 'id outcome customer amount created_at closed_at';
const of = (table: string) => measure('logo_churn', NOTHING, { subscriptions: dealsOf(table).all(), ...AS_OF });

it('counts customers, not subscriptions nor money: of four one leaves', () => {
  const table = `${HEAD}
    A1 won A 900 2023-01-01 2024-03-01
    A2 won A 5   2024-02-01 .
    B1 won B 5   2023-01-01 2024-03-01
    B2 won B 5   2023-01-01 .
    C  won C 5   2023-01-01 2024-12-31
    D  won D .   2023-01-01 .
    E  won E 5   2024-02-01 2024-03-01
    F  won F 5   2023-01-01 2023-12-31`;
  expect(of(table)).toMatchObject({
    value: 0.25,
    n: 4,
    details: { startCustomers: 4, churnedCustomers: 1 },
  });
});

it('needs no price', () => {
  expect(
    of('id outcome customer created_at closed_at\nA won A 2023-01-01 2024-02-01\nB won B 2023-01-01 .'),
  ).toMatchObject({
    value: 0.5,
  });
});

it('leaves out what names no customer, and is null over nobody and without last days', () => {
  const nameless = of(`${HEAD}\nA won A 5 2023-01-01 .\nB won . 5 2023-01-01 2024-02-01`);
  expect(nameless).toMatchObject({ value: 0, n: 1 });
  expect(nameless.excluded.map(({ reason }) => reason)).toEqual(['without_customer']);
  expect(of(`${HEAD}\nA won A 5 2024-01-01 .`)).toMatchObject({ reason: 'no_customers_at_start' });
  expect(of('id outcome customer created_at\nA won A 2023-01-01')).toMatchObject({ reason: 'no_end_dates' });
});
