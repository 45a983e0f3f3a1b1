import { expect, it } from 'vitest';
import { localDigits } from '../../src/locale/digits.js';

it('writes Persian digits for Persian and leaves everything else alone', () => {
  expect(localDigits('2024-Q3: 0189 D-7', 'fa')).toBe('۲۰۲۴-Q۳: ۰۱۸۹ D-۷');
});

it('leaves English as it is, Persian digits included', () => {
  expect(localDigits('12 ۳', 'en')).toBe('12 ۳');
});
