import type { FORECAST_AGAINST_ACTUAL } from '../../src/locale/en/forecast-against-actual.js';
import type { ArgsOf } from '../../src/locale/said.js';

const days = { from: '2024-02-01', until: '2024-02-29' };
const interval = { low: 180_000, high: 320_000 };

/** What the sentences about a forecast and what came may be about. */
export const FORECAST_SAMPLES: {
  readonly [C in keyof typeof FORECAST_AGAINST_ACTUAL]: readonly [ArgsOf<C>, ...ArgsOf<C>[]];
} = {
  due_came: [
    {
      ...{ ...days, deals: 45, amount: 310_000, currency: 'USD' },
      fates: [
        { fate: 'won', deals: 12, amount: 90_000 },
        { fate: 'lost', deals: 14, amount: 60_000 },
        { fate: 'slipped', deals: 11, amount: 110_000 },
        { fate: 'still', deals: 3, amount: 20_000 },
        { fate: 'undated', deals: 2, amount: 21_000 },
        { fate: 'setAside', deals: 2, amount: 9_000 },
        { fate: 'vanished', deals: 1, amount: 0 },
      ],
    },
    {
      ...{ ...days, deals: 45, amount: null, currency: null },
      fates: [
        { fate: 'won', deals: 0, amount: null },
        { fate: 'slipped', deals: 45, amount: null },
      ],
    },
  ],
  closed_ahead: [
    { deals: 12, amount: 45_000, currency: 'USD' },
    { deals: 12, amount: null, currency: null },
  ],
  crm_promised: [
    { expected: 120_000, actual: 90_000, ofDue: 90_000, counted: 45, due: 45, currency: 'USD' },
    { expected: 120_000, actual: 90_000, ofDue: 75_000, counted: 41, due: 45, currency: 'USD' },
  ],
  model_held: [
    { expected: 250_000, interval, actual: 190_000, inside: 'within', rule: false, unit: 'money', currency: 'USD' },
    { expected: 250_000, interval, actual: 90_000, inside: 'below', rule: true, unit: 'money', currency: null },
    {
      ...{ expected: 12.5, interval: { low: 8.2, high: 17.9 }, actual: 21, inside: 'above', rule: false },
      ...{ unit: 'deals', currency: null },
    },
  ],
  model_parts: [
    {
      ...{ pipeline: { expected: 150_000, actual: 120_000 }, newBusiness: { expected: 100_000, actual: 70_000 } },
      unit: 'money',
    },
    {
      ...{ pipeline: { expected: 10.5, actual: 12 }, newBusiness: { expected: 2.4, actual: 9 } },
      unit: 'deals',
    },
  ],
  forecasts_off: [
    { model: { n: 12, off: 0.213, within: 11 }, crm: { n: 14, off: 0.415 } },
    { model: null, crm: { n: 14, off: 0.415 } },
    { model: { n: 12, off: 0.213, within: 11 }, crm: null },
  ],
};
