import { expect, test } from 'vitest';
import { compareSnapshots } from '../../../src/analysis/snapshots/compare.js';
import { day } from '../../support/deals.js';
import { exportOf } from '../../support/exports.js';

const file = (rows: string, taken: string) => exportOf(`id outcome expected_close\n${rows}`, taken);

test('three moves to a later date take four exports', () => {
  const files = [
    file('A open 2025-02-01\nB open 2025-02-01\nC open 2025-02-01', '2025-01-01'),
    file('A open 2025-03-01\nB open 2025-03-01\nC open 2025-03-01', '2025-02-01'),
    // A is missing here; B is pulled in, C is won and reopened.
    file('B open 2025-02-20\nC won 2025-03-01', '2025-03-01'),
    file('A open 2025-04-01\nB open 2025-05-01\nC open 2025-06-01', '2025-04-01'),
    file('A open 2025-05-01\nB open 2025-06-01\nC open 2025-07-01\nD open 2025-09-09', '2025-05-01'),
  ];
  const { pushed } = compareSnapshots(files);
  expect(pushed.reason).toBeNull();
  const d = (text: string | null) => (text === null ? null : day(text));
  expect(pushed.deals).toEqual([
    { row: 2, times: 3, days: 150, dates: ['2025-02-01', '2025-03-01', null, '2025-06-01', '2025-07-01'].map(d) },
    {
      row: 1,
      times: 3,
      days: 120,
      dates: ['2025-02-01', '2025-03-01', '2025-02-20', '2025-05-01', '2025-06-01'].map(d),
    },
    { row: 0, times: 3, days: 89, dates: ['2025-02-01', '2025-03-01', null, '2025-04-01', '2025-05-01'].map(d) },
  ]);
  expect(compareSnapshots(files.slice(0, 3)).pushed).toEqual({ reason: 'too_few_snapshots', deals: [] });
});

test("the file's own count tells it of two exports, and of closed deals nobody asks", () => {
  const { pushed } = compareSnapshots([
    exportOf('id outcome expected_close push_count\nA open 2025-02-01 3\nB open 2025-02-01 1\nC open . 9'),
    exportOf('id outcome expected_close push_count\nA open 2025-02-09 4\nB open 2025-03-01 2\nC won . 9', '2025-02-28'),
  ]);
  expect(pushed.deals).toEqual([{ row: 0, times: 4, days: 8, dates: [day('2025-02-01'), day('2025-02-09')] }]);
});
