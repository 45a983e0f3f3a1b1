import { expect, it } from 'vitest';
import { day, dealsOf } from '../../support/deals.js';
import { measure, measured } from '../../support/question.js';

const NOTHING = dealsOf('id outcome');
const AS_OF = { asOf: day('2024-12-31'), dataEnd: day('2024-12-31') };

it('is twelve months of what runs at the end', () => {
  const subscriptions = dealsOf(`id outcome customer amount created_at closed_at
                                 A  won     X        40     2024-01-01 .
                                 B  won     Y        60     2024-02-01 2024-10-31`).all();
  expect(measure('arr', NOTHING, { subscriptions, ...AS_OF })).toMatchObject({ value: 480, n: 1 });
  expect(measure('arr', NOTHING, { subscriptions, ...AS_OF, period: '2024-09' })).toMatchObject({ value: 1200, n: 2 });
});

it('has the reason of the monthly one, and its currencies', () => {
  expect(measure('arr', NOTHING, AS_OF)).toMatchObject({ reason: 'no_subscriptions' });
  const subscriptions = dealsOf(`id outcome customer amount created_at closed_at currency
                                 A  won     X        10     2024-01-01 .         EUR
                                 B  won     Y        20     2024-01-01 .         USD`).all();
  const { measurement, byCurrency } = measured('arr', NOTHING, { subscriptions, ...AS_OF });
  expect(measurement).toMatchObject({ value: null, reason: 'mixed_currencies' });
  expect(byCurrency?.map(({ currency, measurement: one }) => [currency, one.value])).toEqual([
    ['EUR', 120],
    ['USD', 240],
  ]);
});
