import { expect, it } from 'vitest';
import { NO_DAY } from '../../../src/model/civil-day.js';
import type { Customers } from '../../../src/model/customers.js';
import { textColumn } from '../../../src/model/text-column.js';
import { day, dealsOf } from '../../support/deals.js';
import { measure, noteCodes } from '../../support/question.js';

/** Customers as [first day, last day]; null = none. */
function customersOf(...dates: readonly (readonly [string, string | null])[]): Customers {
  const ids = textColumn(dates.map((_, index) => `C${index}`));
  return {
    size: dates.length,
    key: new Uint32Array(dates.length),
    id: ids,
    name: ids,
    startedAt: Int32Array.from(dates, ([from]) => day(from)),
    endedAt: Int32Array.from(dates, ([, to]) => (to === null ? NO_DAY : day(to))),
  };
}

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };

it('is days as a customer over endings: 31 and 60 days and one ending make 91', () => {
  // January has 31 days, the last one included; from 2 November to 31 December there are 60.
  const customers = customersOf(['2024-01-01', '2024-01-31'], ['2024-11-02', null]);
  expect(measure('customer_lifetime', NOTHING, { customers, ...AS_OF })).toMatchObject({
    value: 91,
    n: 2,
    numerator: { total: 91 },
    denominator: { total: 1 },
    details: { customerDays: 91, endings: 1 },
  });
});

it('counts in a period its own days and endings', () => {
  const customers = customersOf(['2024-01-01', '2024-03-31'], ['2024-01-01', '2024-02-10'], ['2024-05-01', null]);
  // February 2024 has 29 days: 29 and 10, and one ending.
  expect(measure('customer_lifetime', NOTHING, { customers, period: '2024-02', ...AS_OF })).toMatchObject({
    value: 39,
    n: 2,
  });
});

it('has no value where nobody ended, where nobody was there, and where no days are known', () => {
  const staying = customersOf(['2024-01-01', null]);
  const never = measure('customer_lifetime', NOTHING, { customers: staying, ...AS_OF });
  expect(never).toMatchObject({ value: null, reason: 'nobody_ended' });
  expect(noteCodes(never)).toEqual(['from_customers', 'nobody_ended_in_file']);
  expect(measure('customer_lifetime', NOTHING, { customers: staying, period: '2023', ...AS_OF })).toMatchObject({
    reason: 'no_customers_at_start',
  });
  expect(measure('customer_lifetime', NOTHING, { customers: staying, period: '2026', ...AS_OF })).toMatchObject({
    reason: 'period_not_begun',
  });
  const deals = dealsOf('id outcome\nA won');
  expect(measure('customer_lifetime', deals, AS_OF)).toMatchObject({ reason: 'no_customer_dates' });
});
