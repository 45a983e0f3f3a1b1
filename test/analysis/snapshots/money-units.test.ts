import { expect, test } from 'vitest';
import { moneyOf } from '../../../src/analysis/snapshots/money-units.js';
import { dealsOf } from '../../support/deals.js';

const money = (...amounts: readonly string[]) => moneyOf([dealsOf(`amount\n${amounts.join('\n')}`)]);

test.each([
  ['whole numbers', ['1', '200', '.'], [1, 200, Number.NaN]],
  ['cents', ['0.1', '1.05', '3'], [10, 105, 300]],
  ['what a person wrote with three decimals', ['1.005', '-2'], [1005, -2000]],
  ['what rates leave, to the sixth decimal', ['0.30000000000000004', '1.5'], [300000, 1500000]],
  ['rials', ['1000000000000007', '1'], [1000000000000007, 1]],
])('the unit is the last decimal that is written: %s', (_, amounts, units) => {
  expect([...(money(...amounts).snapshots[0]?.units ?? [])]).toEqual(units);
});

test('where a sum would have more digits than a number carries, the unit is coarser', () => {
  // 2 × 1.8e16 leaves 15 digits from tens on.
  const { snapshots, amount } = money('9000000000000123.45', '9000000000000000');
  const [one = 0, other = 0] = snapshots[0]?.units ?? [];
  expect(amount(one + other, 0)).toBe(18000000000000100);
  expect(String(amount(one, 0))).toBe('9000000000000100');
});

test('amounts that name no currency belong to the only one, and stand alone beside several', () => {
  const one = dealsOf('amount currency\n1 EUR\n2 .');
  expect(moneyOf([one]).currencies).toEqual(['EUR']);
  const two = dealsOf('amount currency\n1 USD\n2 USD\n. GBP');
  const both = moneyOf([one, two]);
  expect(both.currencies).toEqual(['USD', 'EUR', '']);
  expect(both.snapshots.map(({ bucket }) => [...bucket])).toEqual([
    [1, 2],
    [0, 0, 2],
  ]);
});
