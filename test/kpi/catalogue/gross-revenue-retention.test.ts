import { expect, it } from 'vitest';
import { day, dealsOf } from '../../support/deals.js';
import { measure } from '../../support/question.js';

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31'), period: '2024' };
const HEAD = 'id outcome customer amount created_at closed_at';
const of = (table: string) =>
  measure('gross_revenue_retention', NOTHING, { subscriptions: dealsOf(table).all(), ...AS_OF });

it('counts no expansion: 100, 100 and 50 become 150, 60 and 0, of which 100 and 60 are kept', () => {
  const table = `${HEAD}
    A1 won A 100 2023-01-01 .
    A2 won A 50  2024-06-01 .
    B1 won B 100 2023-01-01 2024-03-31
    B2 won B 60  2024-04-01 .
    C  won C 50  2023-01-01 2024-03-31`;
  expect(of(table)).toMatchObject({
    value: 160 / 250,
    n: 3,
    details: { startMrr: 250, contractionMrr: 40, churnedMrr: 50 },
  });
});

it('is one where nobody pays less, and null over nothing', () => {
  expect(of(`${HEAD}\nA won A 100 2023-01-01 .\nB won A 100 2024-01-01 .`)).toMatchObject({ value: 1 });
  expect(of(`${HEAD}\nA won A 100 2024-01-01 .`)).toMatchObject({ value: null, reason: 'no_mrr_at_start' });
});
