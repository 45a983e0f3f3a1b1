import { expect, it } from 'vitest';
import { NO_DAY } from '../../../src/model/civil-day.js';
import type { Customers } from '../../../src/model/customers.js';
import { textColumn } from '../../../src/model/text-column.js';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

const WINDOW_90 = { retentionWindow: 90, assumeComplete: false };

/** With a window of 90 days and asOf 2024-12-31, the windows are 5 July … 2 October and 3 October … 31 December. */
const YEAR = dealsOf(`id outcome customer closed_at
                      A  won     Stays    2024-10-02
                      B  won     Stays    2024-12-31
                      C  won     Leaves   2024-07-05
                      D  won     New      2024-10-03
                      E  won     Returns  2024-07-04
                      F  won     Returns  2024-11-01
                      G  lost    Leaves   2024-11-01
                      H  won     .        2024-11-01
                      I  won     Stays    .
                      J  won     New      2024-10-03`);

it('is null over the sixteen deals, which do not reach back two years', () => {
  expect(measure('customer_retention_rate', sixteenDeals())).toMatchObject({
    value: null,
    reason: 'insufficient_history',
  });
});

it('of the sixteen deals in the second half, with a window of 120 days, is 1 of 5', () => {
  // Active on 30 June: won from 3 March on: Gamma, Alpha, Eps, Eta, Mu. Active on 31 December (from 3 September): Alpha.
  const settings = { retentionWindow: 120, assumeComplete: false };
  const rate = measure('customer_retention_rate', sixteenDeals(), { period: '2024-07..2024-12', settings });
  expect(rate).toMatchObject({ value: 0.2, n: 5, numerator: { total: 1 }, denominator: { total: 5 } });
});

it('without a period compares the last window before asOf with the one before it, both ends included', () => {
  const rate = measure('customer_retention_rate', YEAR, { settings: WINDOW_90 });
  expect(rate).toMatchObject({ value: 0.5, n: 2 });
  expect(rate.details).toEqual({
    startCustomers: 2,
    endCustomers: 3,
    newCustomers: 1,
    // (3 − 1) / 2 counts the customer who came back as kept.
    returnedCustomers: 1,
    textbook: 1,
  });
  expect(excludedIds(rate, YEAR)).toEqual({ undated_closed: ['I'], without_customer: ['H'] });
});

it('does not give the textbook figure where it is the same', () => {
  const plain = dealsOf(`id outcome customer closed_at
                         A  won     X        2024-07-01
                         B  won     X        2024-11-01`);
  expect(measure('customer_retention_rate', plain, { settings: WINDOW_90 })).not.toHaveProperty('details.textbook');
});

it('needs closings from the first day of the earlier window on, to the day', () => {
  const from = (first: string) =>
    dealsOf(`id outcome customer closed_at
             A  lost    X        ${first}
             B  won     X        2024-09-01`);
  expect(measure('customer_retention_rate', from('2024-07-05'), { settings: WINDOW_90 }).value).toBe(0);
  expect(measure('customer_retention_rate', from('2024-07-06'), { settings: WINDOW_90 })).toMatchObject({
    reason: 'insufficient_history',
  });
});

it('is null when nobody was active at the start, and without customers or close dates', () => {
  const late = dealsOf(`id outcome customer closed_at
                        A  won     X        2024-01-01
                        B  won     X        2024-12-01`);
  expect(measure('customer_retention_rate', late, { settings: WINDOW_90 })).toMatchObject({
    value: null,
    reason: 'no_customers_at_start',
  });
  expect(measure('customer_retention_rate', dealsOf('id outcome closed_at\nA won 2024-01-01'))).toMatchObject({
    reason: 'missing_field:customer',
  });
  expect(measure('customer_retention_rate', dealsOf('id outcome customer\nA won X'))).toMatchObject({
    reason: 'missing_field:closed_at',
  });
  expect(measure('customer_retention_rate', dealsOf('id outcome customer closed_at'))).toMatchObject({
    reason: 'no_deals',
  });
});

/** Customers as [start, end]; null = not said. */
function customersOf(...dates: readonly (readonly [string | null, string | null])[]): Customers {
  const days = (side: 0 | 1) =>
    Int32Array.from(dates, (pair) => {
      const text = pair[side];
      return text === null ? NO_DAY : day(text);
    });
  const ids = textColumn(dates.map((_, index) => `C${index}`));
  return {
    size: dates.length,
    key: new Uint32Array(dates.length),
    id: ids,
    name: ids,
    startedAt: days(0),
    endedAt: days(1),
  };
}

it('with a customers file goes by start and end: 90 % of 200 when 20 leave and 40 come (S 200, E 220, N 40)', () => {
  const many = (n: number, start: string, end: string | null) => Array.from({ length: n }, () => [start, end] as const);
  const customers = customersOf(
    ...many(180, '2023-01-01', null),
    ...many(20, '2023-01-01', '2024-08-15'),
    ...many(40, '2024-07-01', null),
    [null, null],
  );
  const rate = measure('customer_retention_rate', sixteenDeals(), { customers, period: '2024-Q3' });
  expect(rate).toMatchObject({
    value: 0.9,
    n: 200,
    details: { startCustomers: 200, endCustomers: 220, newCustomers: 40 },
  });
});

it('takes the last day of a customer as one of theirs', () => {
  const customers = customersOf(
    ['2023-01-01', '2024-06-30'],
    ['2023-01-01', '2024-07-01'],
    ['2023-01-01', '2024-09-30'],
    ['2024-06-30', '2024-10-01'],
    ['2024-07-01', null],
  );
  // There when July begins: the second, third and fourth. There when October begins: the fourth of them, and the fifth.
  const rate = measure('customer_retention_rate', sixteenDeals(), { customers, period: '2024-Q3' });
  expect(rate).toMatchObject({ n: 3, details: { startCustomers: 3, endCustomers: 2, newCustomers: 1 } });
  expect(rate.value).toBeCloseTo(1 / 3, 12);
});

it('the end of one period is the start of the next: whoever leaves on the last day leaves once', () => {
  const customers = customersOf(['2023-01-01', '2024-06-30'], ['2023-01-01', null]);
  const of = (period: string) => measure('churn_rate', sixteenDeals(), { customers, period });
  expect(of('2024-Q2')).toMatchObject({ value: 0.5, n: 2 });
  expect(of('2024-Q3')).toMatchObject({ value: 0, n: 1 });
});

it('takes rows of one customer for stretches of the same: the next day goes on, a gap does not', () => {
  const rows = customersOf(
    ['2023-01-01', '2024-06-30'],
    ['2024-07-01', null],
    ['2023-01-01', '2024-06-29'],
    ['2024-07-01', null],
  );
  const customers = { ...rows, number: Uint32Array.from([0, 0, 1, 1]) };
  // The first never left; the second was gone on 30 June, and is no new customer in July.
  const rate = measure('customer_retention_rate', sixteenDeals(), { customers, period: '2024-Q3' });
  expect(rate).toMatchObject({ value: 1, n: 1, details: { endCustomers: 2, newCustomers: 0, returnedCustomers: 1 } });
});

it('does not say when somebody left of whom only that is known, and says how many they are', () => {
  const rows = customersOf(['2023-01-01', null], ['2023-01-01', null], ['2023-01-01', '2024-08-01']);
  const customers = { ...rows, ended: Uint8Array.from([0, 1, 0]) };
  const rate = measure('customer_retention_rate', sixteenDeals(), { customers, period: '2024-Q3' });
  expect(rate).toMatchObject({ value: 0.5, n: 2 });
  expect(noteCodes(rate)).toEqual(['from_customers', 'customers_ended_undated']);
});

it('does not trust a customers file without end dates, in which nobody ever leaves', () => {
  const customers = { ...customersOf(['2020-01-01', null]), endedAt: null };
  expect(measure('customer_retention_rate', sixteenDeals(), { customers })).toMatchObject({
    reason: 'insufficient_history',
  });
});

it('keeps no customer active by a credit', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     Stays    5      2024-10-02
                         B  won     Stays    5      2024-12-31
                         C  won     Leaves   5      2024-07-05
                         D  won     Leaves   -5     2024-11-01
                         E  lost    Leaves   5      2024-01-01`);
  const rate = measure('customer_retention_rate', deals, { settings: WINDOW_90 });
  expect(rate).toMatchObject({ value: 0.5, n: 2 });
  expect(excludedIds(rate, deals)).toEqual({ negative_amount: ['D'] });
});
