import { expect, test } from 'vitest';
import { recordOf } from '../../../src/analysis/snapshots/forecast-record.js';

test('misses are added up over all that came', () => {
  const told = [
    { expected: 90, actual: 100, within: true },
    { expected: 100, actual: 80, within: true },
    { expected: 60, actual: 20, within: false },
  ];
  // |10| + |20| + |40| = 70 of 200; −10 + 20 + 40 = 50 of 200.
  expect(recordOf(told)).toEqual({ n: 3, wape: 0.35, bias: 0.25, within: 2 });
  expect(recordOf(told.map((one) => ({ ...one, within: null })))?.within).toBeNull();
});

test('two forecasts are no record, and where nothing came no share of it was missed', () => {
  const none = { expected: 5, actual: 0, within: true };
  expect(recordOf([none, none])).toBeNull();
  expect(recordOf([none, none, none])).toEqual({ n: 3, wape: null, bias: null, within: 3 });
});
