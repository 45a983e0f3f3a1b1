import { expect, it } from 'vitest';
import { currencyName, currencyTyped } from '../../src/locale/currencies.js';

it('reads codes and the words of everyday', () => {
  expect(['eur', 'IRR', 'تومان', 'تومن', 'ریال', 'ريال', 'Toman', 'rial', 'دلار'].map(currencyTyped)).toEqual([
    'EUR',
    'IRR',
    'IRT',
    'IRT',
    'IRR',
    'IRR',
    'IRT',
    'IRR',
    'USD',
  ]);
  expect(['', 'euro cents', '12', 'constructor'].map(currencyTyped)).toEqual([null, null, null, null]);
});

it('names them in Persian where they have one name', () => {
  expect(currencyName('IRT', 'fa')).toBe('تومان');
  expect(currencyName('IRT', 'en')).toBe('IRT');
  expect(currencyName('XYZ', 'fa')).toBe('XYZ');
  expect(currencyName('constructor', 'fa')).toBe('constructor');
});
