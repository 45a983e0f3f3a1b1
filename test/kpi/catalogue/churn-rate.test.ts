import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/interval.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

const WINDOW_90 = { settings: { retentionWindow: 90, assumeComplete: false } };
/** Active on 2 October (from 5 July on): Stays, Leaves and Gone. Active on 31 December: Stays and New. */
const YEAR = dealsOf(`id outcome customer closed_at
                      A  won     Stays    2024-10-02
                      B  won     Stays    2024-12-31
                      C  won     Leaves   2024-07-05
                      D  won     New      2024-10-03
                      E  won     Gone     2024-08-01
                      F  won     .        2024-11-01`);

it('is the rest of the retention rate: two of three left', () => {
  const churn = measure('churn_rate', YEAR, WINDOW_90);
  expect(churn).toMatchObject({ n: 3, numerator: { total: 2 }, denominator: { total: 3 } });
  expect(churn.value).toBeCloseTo(2 / 3, 12);
  const retention = measure('customer_retention_rate', YEAR, WINDOW_90);
  expect((churn.value ?? 0) + (retention.value ?? 0)).toBe(1);
  expect(excludedIds(churn, YEAR)).toEqual({ without_customer: ['F'] });
});

it('carries Wilson’s interval of those who left', () => {
  const churn = measure('churn_rate', YEAR, WINDOW_90);
  const expected = wilson(2, 3);
  if (churn.value === null) throw new Error(churn.reason);
  expect(churn.interval?.low).toBeCloseTo(expected?.low ?? Number.NaN, 12);
  expect(churn.interval?.high).toBeCloseTo(expected?.high ?? Number.NaN, 12);
});

it('is null where retention is, for the same reason', () => {
  expect(measure('churn_rate', sixteenDeals())).toMatchObject({ value: null, reason: 'insufficient_history' });
  expect(measure('churn_rate', dealsOf('id outcome customer\nA won X'))).toMatchObject({
    reason: 'missing_field:closed_at',
  });
});

it('does not depend on currencies, and says once that it is from the orders', () => {
  const orders = dealsOf(`id outcome customer amount currency closed_at
                          A  won     Stays    5      EUR      2024-07-05
                          B  won     Stays    5      USD      2024-12-31`);
  const churn = measure('churn_rate', sixteenDeals(), { ...WINDOW_90, purchases: orders.all() });
  expect(churn.value).toBe(0);
  expect(noteCodes(churn)).toEqual(['from_orders']);
});
