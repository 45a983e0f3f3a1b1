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

test('sums of more digits than a number carries are rounded to what is the same number printed and held', () => {
  const { sum, rounded } = money('4000000000000123', '4000000000000001', '4000000000000001');
  // 2 × 1.2e16 leaves 15 digits from hundreds on.
  expect(rounded(12_000_000_000_000_125n, 0)).toBe(12_000_000_000_000_100n);
  expect(String(sum(12_000_000_000_000_125n, 0))).toBe('12000000000000100');
  expect(String(sum(-12_000_000_000_000_150n, 0))).toBe('-12000000000000200');
});

test('an amount that a double does not tell to the unit has a coarser one', () => {
  const { snapshots, amount } = money('9000000000000123.45');
  expect(amount(snapshots[0]?.units[0] ?? 0, 0)).toBe(9_000_000_000_000_120);
});

test('whatever is in a file has an end', () => {
  const { sum, snapshots } = money('1.7e308', '1.7e308', '1');
  expect(snapshots[0]?.units.every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(sum(3n, 0))).toBe(true);
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
