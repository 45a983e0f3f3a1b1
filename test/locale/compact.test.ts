import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactFigure,
  compactMoney,
  compactText,
  percentText,
  scaleFor,
  shareText,
} from '../../src/locale/compact.js';
import { asciiDigits } from '../../src/locale/fold.js';
import { LANGS } from '../../src/locale/text.js';
import { UNITS } from '../../src/locale/units.js';

describe('amounts to be compared', () => {
  it.each([
    [2_983_113, '2.98 M'],
    [372_970, '373 k'],
    [99_455, '99.5 k'],
    [1_600_000, '1.60 M'],
    [20_000, '20.0 k'],
    [2373.24, '2,373'],
    [347.4, '347'],
    [12.5, '12.50'],
    [0, '0'],
    [2.5e9, '2.50 B'],
    [1.234e13, '12.3 T'],
    [5e15, '5,000 T'],
    [-1_500_000, '−1.50 M'],
  ])('%d is %s', (value, text) => {
    expect(compactText(value, 'en')).toBe(text);
  });

  it.each([
    [999.5, '1,000'],
    [9_999.4, '9,999'],
    [9_999.5, '10.0 k'],
    [99_949, '99.9 k'],
    [99_950, '100 k'],
    [999_499, '999 k'],
    [999_500, '1.00 M'],
    [999_499_999, '999 M'],
    [999_500_000, '1.00 B'],
    [-9_999.5, '−10.0 k'],
    [-0.001, '0.00'],
    [-0, '0'],
  ])('%d, at an edge, is %s', (value, text) => {
    expect(compactText(value, 'en')).toBe(text);
  });

  it('have Persian scales and digits', () => {
    expect(compactText(2_983_113, 'fa')).toBe('۲٫۹۸ میلیون');
    expect(compactText(53_000, 'fa')).toBe('۵۳٫۰ هزار');
    expect(compactMoney(2.5e9, 'تومان', 'fa')).toBe('۲٫۵۰ میلیارد تومان');
    expect(compactMoney(2.5e9, null, 'en')).toBe('2.50 B');
  });

  it('read back as the value to three digits that count, whatever it is, and line up', () => {
    const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
    fc.assert(
      fc.property(fc.double({ min: -9e14, max: 9e14, noNaN: true }), fc.constantFrom(...LANGS), (value, lang) => {
        const en = compactText(value, 'en');
        const [number = '', scale = ''] = en.split(' ');
        const read = Number(number.replaceAll(',', '').replace('\u2212', '-')) * (scales[scale] ?? Number.NaN);
        const off = Math.abs(read - value);
        expect(off).toBeLessThanOrEqual(Math.max(Math.abs(value) * 0.005, 0.5) + 1e-9);
        if (scale !== '') expect(number.replace(/\D/g, '')).toHaveLength(3);
        expect(en).not.toMatch(/^\u22120(?:\.0+)?$/);
        // Both languages say the same digits.
        const digits = asciiDigits(compactText(value, lang)).replaceAll('\u066c', ',').replaceAll('\u066b', '.');
        expect(digits.split(' ')[0]).toBe(number);
      }),
    );
  });
});

describe('shares in a sentence', () => {
  it('have no decimals, and only none is 0 and only all is 100', () => {
    expect(shareText(0.614, 'en')).toBe('61 %');
    expect(shareText(0.614, 'fa')).toBe('۶۱٪');
    expect([0, 0.004, 0.996, 1].map((share) => shareText(share, 'en'))).toEqual(['0 %', '<1 %', '>99 %', '100 %']);
  });

  it('say how much a thing moved without a sign', () => {
    expect(percentText(-0.034, 'en')).toBe('3.4 %');
    expect(percentText(0.1602, 'en')).toBe('16 %');
    expect(percentText(0.0996, 'en')).toBe('10 %');
  });
});

describe('figures of a table', () => {
  it('keep their zeros, so that a column lines up', () => {
    expect(compactFigure(51, 'days', 'en')).toEqual({ number: '51.0', unit: ' d' });
    expect(compactFigure(48.84, 'days', 'fa')).toEqual({ number: '۴۸٫۸', unit: ' روز' });
    expect(compactFigure(1_250_000, 'money', 'en')).toEqual({ number: '1.25 M', unit: '' });
    expect(compactFigure(71_942.5, 'money_per_day', 'en')).toEqual({ number: '71.9 k', unit: ' per day' });
    expect(compactFigure(0.6141, 'ratio', 'en')).toEqual({ number: '61.4', unit: ' %' });
    expect(compactFigure(12_345, 'count', 'en')).toEqual({ number: '12,345', unit: '' });
  });

  it('are n/a where they are no number, in every unit', () => {
    for (const unit of [...Object.keys(UNITS), 'furlongs'])
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
        expect(compactFigure(value, unit, 'en')).toEqual({ number: 'n/a', unit: '' });
  });
});

describe('the scale of several figures', () => {
  it('is that of the largest', () => {
    expect(scaleFor(323_000, 'en')).toEqual({ size: 1_000, name: ' k' });
    expect(scaleFor(-1.05e6, 'fa')).toEqual({ size: 1_000_000, name: ' میلیون' });
    expect(scaleFor(999_600, 'en')).toEqual({ size: 1_000_000, name: ' M' });
    expect(scaleFor(9_999, 'en')).toEqual({ size: 1, name: '' });
    expect(scaleFor(Number.NaN, 'en')).toEqual({ size: 1, name: '' });
  });
});
