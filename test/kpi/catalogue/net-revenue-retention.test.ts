import { expect, it } from 'vitest';
import { day, dealsOf } from '../../support/deals.js';
import { measure, noteCodes } from '../../support/question.js';

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };
const HEAD = 'id outcome customer amount created_at closed_at';
const of = (table: string, period = '2024') =>
  measure('net_revenue_retention', NOTHING, { subscriptions: dealsOf(table).all(), ...AS_OF, period });

it('is what the customers of the start pay at the end: 100 and 100 become 150 and 0', () => {
  const table = `${HEAD}
    A1 won A 100 2023-01-01 2024-05-31
    A2 won A 150 2024-06-01 .
    B  won B 100 2023-01-01 2024-05-31
    C  won C 900 2024-02-01 .`;
  expect(of(table)).toMatchObject({
    value: 0.75,
    n: 2,
    numerator: { total: 150 },
    denominator: { total: 200 },
    details: { startMrr: 200, expansionMrr: 50, contractionMrr: 0, churnedMrr: 100 },
  });
});

it('may be above 100 %', () => {
  expect(of(`${HEAD}\nA won A 100 2023-01-01 .\nB won A 30 2024-01-01 .`).value).toBeCloseTo(1.3, 12);
});

it('whoever ended on the day before is not there at the start; whoever ends on the last day is not there at the end', () => {
  const table = `${HEAD}
    A won A 100 2023-01-01 2023-12-31
    B won B 100 2023-01-01 2024-12-31
    C won C 100 2023-01-01 2025-01-01`;
  expect(of(table)).toMatchObject({ value: 0.5, n: 2 });
});

it('is null over nothing, and where no column tells who ended', () => {
  expect(of(`${HEAD}\nA won A 100 2024-03-01 .`)).toMatchObject({ value: null, reason: 'no_mrr_at_start' });
  expect(of('id outcome customer amount created_at\nA won A 100 2023-01-01')).toMatchObject({ reason: 'no_end_dates' });
});

it('says when nobody in the file has ended', () => {
  expect(noteCodes(of(`${HEAD}\nA won A 100 2023-01-01 .`))).toEqual(['last_day_counts', 'nobody_ended_in_file']);
});
