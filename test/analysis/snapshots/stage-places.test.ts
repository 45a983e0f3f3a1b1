import { expect, test } from 'vitest';
import { stagePlaces } from '../../../src/analysis/snapshots/stage-places.js';
import { exportOf } from '../../support/exports.js';
import { historyOf } from '../../support/history.js';

test('by the numbers in their names, over all exports, pipeline by pipeline', () => {
  const placeOf = stagePlaces([
    exportOf('id outcome pipeline stage\nA open Main 3_Offer\nB open Main 1_Lead\nC open Side Red'),
    exportOf('id outcome pipeline stage\nA open Main 2_Demo\nC open Side Blue\nD won Main 9_Won'),
  ]);
  expect(['1 lead', '2 demo', '3 offer', '9 won'].map((stage) => placeOf('main', stage))).toEqual([0, 1, 2, null]);
  expect(placeOf('side', 'red')).toBeNull();
});

test('by the mean probability where the names do not tell', () => {
  const placeOf = stagePlaces([
    exportOf('id outcome stage probability\nA open Red 0.6\nB open Blue 0.2'),
    exportOf('id outcome stage probability\nA open Red 0.7\nB open Green 0.4'),
  ]);
  expect(['blue', 'green', 'red'].map((stage) => placeOf('', stage))).toEqual([0, 1, 2]);
});

test('as the deals of the newest export passed through them, where a history tells it', () => {
  const table = 'id outcome stage\nA open Red\nB open Blue';
  const newest = exportOf(table, '2025-02-28');
  const history = historyOf(
    newest.deals,
    `A  Blue   2025-01-01
     A  Green  2025-01-05
     A  Red    2025-01-09
     B  Blue   2025-01-03`,
  );
  const placeOf = stagePlaces([exportOf(table), { ...newest, history }]);
  expect(['blue', 'green', 'red'].map((stage) => placeOf('', stage))).toEqual([0, 1, 2]);
});
