import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure, noteCodes } from '../../support/question.js';

it('of the sixteen deals is D12, 25,000, thirty days late', () => {
  const deals = sixteenDeals();
  const overdue = measure('overdue_pipeline_value', deals);
  expect(overdue).toMatchObject({ value: 25_000, n: 1, details: { overdueDeals: 1, medianDaysOverdue: 30 } });
  expect(idsOf(overdue.value === null ? [] : overdue.rows, deals)).toEqual(['D12']);
});

it('on 1 March is D12, D13 and D14: 53,000, late by 90, 1 and 29 days', () => {
  const overdue = measure('overdue_pipeline_value', sixteenDeals(), { asOf: day('2025-03-01') });
  expect(overdue).toMatchObject({ value: 53_000, n: 3, details: { overdueDeals: 3, medianDaysOverdue: 29 } });
});

it('is not overdue on the day itself', () => {
  const deals = dealsOf('id outcome amount expected_close\nA open 5 2024-12-31\nB open 7 2024-12-30');
  expect(measure('overdue_pipeline_value', deals)).toMatchObject({ value: 7, details: { medianDaysOverdue: 1 } });
});

it('lists open deals without an expected date, and overdue ones without an amount', () => {
  const deals = dealsOf(`id outcome amount expected_close
                         A  open    5      2024-01-01
                         B  open    .      2024-01-01
                         C  open    5      .
                         D  open    .      2025-06-01
                         E  won     5      2024-01-01`);
  const overdue = measure('overdue_pipeline_value', deals);
  expect(overdue).toMatchObject({ value: 5, details: { overdueDeals: 2 } });
  expect(excludedIds(overdue, deals)).toEqual({ without_expected_close: ['C'], unpriced: ['B'] });
  expect(noteCodes(overdue)).toEqual(['priced']);
});

it('is 0 where nothing is open or late, and null where no open deal has a date or no late one an amount', () => {
  const of = (row: string) => measure('overdue_pipeline_value', dealsOf(`id outcome amount expected_close\n${row}`));
  expect(of('A won 5 2024-01-01').value).toBe(0);
  expect(of('A open 5 2025-01-01').value).toBe(0);
  expect(of('A open 5 .')).toMatchObject({ value: null, reason: 'no_expected_close' });
  expect(of('A open . 2024-01-01')).toMatchObject({ value: null, reason: 'no_priced_deals' });
});

it('says that nobody expects a close, rather than that closing overwrote it, where no open deal has a date', () => {
  const later = 'won 2024-01-01 2024-11-01 2024-11-01 5';
  const still = 'open 2024-01-01 . . 5';
  const of = (...rows: string[]) =>
    measure(
      'overdue_pipeline_value',
      dealsOf(`outcome created_at closed_at expected_close amount\n${rows.join('\n')}`),
      {
        period: '2024-Q3',
      },
    );
  const without = 'won 2024-01-01 2024-11-01 . 5';
  expect(of(without, without)).toMatchObject({ value: null, reason: 'no_expected_close' });
  expect(of(still, without)).toMatchObject({ value: null, reason: 'no_expected_close' });
  // A date that is the very day of closing was written by closing.
  expect(of(still, ...Array.from({ length: 5 }, () => later))).toMatchObject({
    value: null,
    reason: 'overwritten_at_closing',
  });
});
