import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure, noteCodes } from '../../support/question.js';

/** 2023: Grows 100, Shrinks 50, Leaves 30. 2024: Grows 150, Shrinks 20; New and Back are no customers of 2023. */
const YEARS = dealsOf(`id outcome customer amount closed_at
                       A  won     Back     40     2022-12-31
                       B  won     Grows    60     2023-01-20
                       C  won     Grows    40     2023-12-31
                       D  won     Shrinks  50     2023-05-01
                       E  won     Leaves   30     2023-06-01
                       F  won     Grows    150    2024-03-01
                       G  won     Shrinks  20     2024-04-01
                       H  won     New      500    2024-05-01
                       I  won     Back     70     2024-05-01
                       J  won     Grows    .      2024-06-01
                       K  won     .        10     2024-06-01
                       L  won     Grows    10     .
                       M  lost    Grows    10     2024-06-01`);

it('is the start customers’ value now over their value then: 170 of 180', () => {
  const ratio = measure('same_customer_revenue_ratio', YEARS, { period: '2024' });
  expect(ratio).toMatchObject({ n: 3, numerator: { total: 170 }, denominator: { total: 180 } });
  expect(ratio.value).toBeCloseTo(170 / 180, 12);
  expect(ratio.details).toMatchObject({ startCustomers: 3, stillBuying: 2, revenueBefore: 180, revenueNow: 170 });
  expect(excludedIds(ratio, YEARS)).toEqual({ undated_closed: ['L'], unpriced: ['J'], without_customer: ['K'] });
  expect(idsOf(ratio.value === null ? [] : ratio.rows, YEARS)).toEqual(['B', 'C', 'D', 'E', 'F', 'G']);
});

it('caps each customer at the earlier value for the gross figure: (100 + 20 + 0) / 180', () => {
  const { details } = measure('same_customer_revenue_ratio', YEARS, { period: '2024' });
  expect(details?.['grr']).toBeCloseTo(120 / 180, 12);
});

it('takes credits off, and does not start with a customer whose credits ate up the earlier year', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        100    2023-01-01
                         B  won     X        -20    2023-02-01
                         C  won     X        40     2024-02-01
                         D  won     Y        100    2023-01-01
                         E  won     Y        -100   2023-02-01
                         F  won     Y        900    2024-02-01
                         G  won     Z        20     2023-01-01
                         H  won     Z        -10    2024-01-01`);
  const ratio = measure('same_customer_revenue_ratio', deals, { period: '2024' });
  // X 80 → 40, Z 20 → −10.
  expect(ratio).toMatchObject({ value: 0.3, n: 2, details: { grr: 0.4 } });
});

it('without a period compares the last window with the one before', () => {
  const settings = { retentionWindow: 100, assumeComplete: false };
  // The windows are 15 June … 22 September and 23 September … 31 December 2024.
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  lost    X        1      2024-06-14
                         B  won     X        100    2024-06-15
                         C  won     X        50     2024-09-22
                         D  won     X        30     2024-09-23
                         E  won     X        30     2024-12-31
                         F  won     X        999    2025-01-01`);
  expect(measure('same_customer_revenue_ratio', deals, { settings })).toMatchObject({ value: 0.4 });
});

it('is null when the earlier period is not in the data, or nobody bought in it', () => {
  expect(measure('same_customer_revenue_ratio', YEARS, { period: '2023' })).toMatchObject({
    value: null,
    reason: 'no_earlier_period',
  });
  expect(measure('same_customer_revenue_ratio', sixteenDeals())).toMatchObject({ reason: 'no_earlier_period' });
  const nobody = dealsOf('id outcome customer amount closed_at\nA lost X 5 2023-01-01\nB won X 5 2024-01-01');
  expect(measure('same_customer_revenue_ratio', nobody, { period: '2024' })).toMatchObject({
    reason: 'no_earlier_period',
  });
});

it('counts the earlier period as covered when the data begins in its first tenth', () => {
  const from = (first: string) =>
    measure(
      'same_customer_revenue_ratio',
      dealsOf(`id outcome customer amount closed_at\nA won X 10 ${first}\nB won X 5 2024-02-01`),
      { period: '2024' },
    );
  // A tenth of 365 days: 36.5.
  expect(from('2023-02-06').value).toBe(0.5);
  expect(from('2023-02-07')).toMatchObject({ value: null, reason: 'no_earlier_period' });
});

it('says when the period is not over', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        10     2024-07-02
                         B  won     X        5      2024-10-02`);
  const notes = (asOf: string) =>
    noteCodes(measure('same_customer_revenue_ratio', deals, { period: '2024-Q4', asOf: day(asOf) }));
  expect(notes('2024-12-30')).toEqual(['period_not_over']);
  expect(notes('2024-12-31')).toEqual([]);
});

it('does not count what was bought after the snapshot', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        10     2024-07-02
                         B  won     X        5      2024-10-02
                         C  won     X        90     2024-11-02`);
  const asOf = { period: '2024-Q4', asOf: day('2024-10-31'), dataEnd: day('2024-11-02') };
  const ratio = measure('same_customer_revenue_ratio', deals, asOf);
  expect(ratio.value).toBe(0.5);
  expect(excludedIds(ratio, deals)).toEqual({ after_snapshot: ['C'] });
});
