import { describe, expect, it } from 'vitest';
import { moneyScale, scaledText, unitText } from '../../src/locale/scale.js';

describe('a scale for a column of money', () => {
  it('is that of the largest value', () => {
    const scale = moneyScale([2_130_000_000, 480_000_000, null, 0]);
    expect(unitText(scale, 'IRT', 'fa')).toBe('میلیارد تومان');
    expect([2_130_000_000, 480_000_000, 0].map((value) => scaledText(value, scale, 'fa'))).toEqual([
      '۲٫۱۳',
      '۰٫۴۸',
      '۰٫۰۰',
    ]);
  });

  it('is the one below where the smallest would vanish', () => {
    const scale = moneyScale([1_070_000_000, 4_250_000]);
    expect(unitText(scale, 'IRR', 'fa')).toBe('میلیون ریال');
    expect([1_070_000_000, 4_250_000].map((value) => scaledText(value, scale, 'fa'))).toEqual(['۱٬۰۷۰', '۴٫۲۵']);
  });

  it('is none for small sums', () => {
    const scale = moneyScale([9_999, -250]);
    expect(unitText(scale, null, 'en')).toBe('');
    expect(scaledText(-250, scale, 'en')).toBe('−250');
    expect(unitText(moneyScale([]), 'EUR', 'en')).toBe('EUR');
    expect(scaledText(-2_500_000, moneyScale([-2_500_000]), 'en')).toBe('−2.50');
  });
});
