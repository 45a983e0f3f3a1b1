import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('of the sixteen deals is 8 purchases by 5 customers in 317 days', () => {
  const frequency = measure('purchase_frequency', sixteenDeals());
  // From 2024-02-19 to 2024-12-31, both included: 317 days.
  expect(frequency.value).toBeCloseTo(8 / 5 / (317 / 365.25), 12);
  expect(frequency).toMatchObject({ n: 5, details: { purchases: 8, customers: 5 } });
});

const YEAR = dealsOf(`id outcome customer amount closed_at
                      A  won     X        5      2023-12-31
                      B  won     X        5      2024-01-01
                      C  won     X        5      2024-06-01
                      D  won     X        .      2024-12-31
                      E  won     Y        5      2024-02-29
                      F  won     .        5      2024-03-01
                      G  won     Y        -5     2024-04-01
                      H  won     Y        5      .
                      I  lost    Z        5      2024-04-01`);

it('counts the period’s purchases of those who bought in it, by its length', () => {
  const frequency = measure('purchase_frequency', YEAR, { period: '2024' });
  // X three times, Y once, in 366 days.
  expect(frequency.value).toBeCloseTo(2 / (366 / 365.25), 12);
  expect(frequency.value === null ? null : frequency.distribution?.max).toBeCloseTo(3 / (366 / 365.25), 12);
  expect(excludedIds(frequency, YEAR)).toEqual({
    undated_closed: ['H'],
    without_customer: ['F'],
    negative_amount: ['G'],
  });
});

it('takes a period that is not over up to the snapshot', () => {
  const half = dealsOf('id outcome customer closed_at\nA won X 2024-12-01');
  // October to the end of December of a quarter that is over: 92 days; of the year from October on: the same 92.
  const range = measure('purchase_frequency', half, { period: '2024-10-01..2025-09-30' });
  expect(range.value).toBeCloseTo(1 / (92 / 365.25), 12);
});

it('says nothing of a year from under 28 days', () => {
  const days = (period: string) => measure('purchase_frequency', YEAR, { period });
  expect(days('2024-02-05..2024-03-02')).toMatchObject({ value: null, reason: 'period_too_short' });
  expect(days('2024-02-05..2024-03-03').value).toBeCloseTo(365.25 / 28, 12);
  const today = dealsOf('id outcome customer closed_at\nA won X 2024-12-31');
  expect(measure('purchase_frequency', today)).toMatchObject({ value: null, reason: 'period_too_short' });
});

it('is null without a purchase', () => {
  expect(measure('purchase_frequency', YEAR, { period: '2022' })).toMatchObject({
    value: null,
    reason: 'no_customers',
  });
});

it('has one clock: what was bought after the snapshot does not count, nor do the days after it', () => {
  const deals = dealsOf(`id outcome customer closed_at
                         A  won     X        2024-01-01
                         B  won     X        2024-02-01
                         C  won     X        2024-06-30
                         D  won     Y        2024-07-01
                         E  won     Y        2024-12-01`);
  const asOf = { asOf: day('2024-06-30'), dataEnd: day('2024-12-01') };
  // X three times in the 182 days from the first of January to the end of June.
  for (const period of [{}, { period: '2024' }]) {
    const frequency = measure('purchase_frequency', deals, { ...asOf, ...period });
    expect(frequency.value).toBeCloseTo(3 / (182 / 365.25), 12);
    expect(excludedIds(frequency, deals)).toEqual({ after_snapshot: ['D', 'E'] });
  }
  // The snapshot after the last purchase: 183 days of a year that is not over.
  const later = measure('purchase_frequency', deals, { asOf: day('2024-07-01'), dataEnd: day('2024-12-01') });
  expect(later.value).toBeCloseTo((3 + 1) / 2 / (183 / 365.25), 12);
});
