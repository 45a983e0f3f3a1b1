import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactFigure } from '../../src/locale/compact.js';
import { asciiDigits } from '../../src/locale/fold.js';
import {
  countText,
  daysText,
  decimalText,
  differenceText,
  figure,
  moneyText,
  pointsText,
  ratioText,
  relativeText,
} from '../../src/locale/numbers.js';
import { LANGS } from '../../src/locale/text.js';
import { UNITS } from '../../src/locale/units.js';

describe('numbers for people', () => {
  it('group counts by three, in the marks of the language', () => {
    expect(countText(8800, 'en')).toBe('8,800');
    expect(countText(1_000_000, 'en')).toBe('1,000,000');
    expect(countText(999, 'en')).toBe('999');
    expect(countText(8800, 'fa')).toBe('۸٬۸۰۰');
  });

  it('show money whole from a thousand on, and with cents below', () => {
    expect(moneyText(10_005_534, 'en')).toBe('10,005,534');
    expect(moneyText(1234.56, 'en')).toBe('1,235');
    expect(moneyText(12.5, 'en')).toBe('12.50');
    expect(moneyText(-4000, 'en')).toBe('−4,000');
    expect(moneyText(12.5, 'fa')).toBe('۱۲٫۵۰');
  });

  it('show ratios as per cent, and 0 % and 100 % only when exact', () => {
    expect(ratioText(0.6315, 'en')).toBe('63.1 %'); // 0.6315 is stored a little below
    expect(ratioText(8 / 12, 'en')).toBe('66.7 %');
    expect(ratioText(8 / 12, 'fa')).toBe('۶۶٫۷٪');
    expect(ratioText(0, 'en')).toBe('0.0 %');
    expect(ratioText(1, 'en')).toBe('100.0 %');
    expect(ratioText(9999 / 10_000, 'en')).toBe('>99.9 %');
    expect(ratioText(1 / 10_000, 'en')).toBe('<0.1 %');
    expect(ratioText(2.5, 'en')).toBe('250.0 %');
  });

  it('show differences of rates in percentage points, and changes with a sign', () => {
    expect(pointsText(0.031, 'en')).toBe('+3.1 pp');
    expect(pointsText(-0.031, 'en')).toBe('−3.1 pp');
    expect(pointsText(0.031, 'fa')).toBe('+۳٫۱ واحد درصد');
    expect(relativeText(0.05, 'en')).toBe('+5.0 %');
    expect(differenceText(12, 'en')).toBe('+12');
    expect(differenceText(-3.54, 'en')).toBe('−3.5');
  });

  it('show days with at most one decimal', () => {
    expect(daysText(51.84, 'en')).toBe('51.8 days');
    expect(daysText(44, 'en')).toBe('44 days');
    expect(daysText(1, 'en')).toBe('1 day');
    expect(daysText(1, 'fa')).toBe('۱ روز');
  });

  it('never show a minus or plus before zero', () => {
    for (const nothing of [-0, 0, -0.0001, 0.0001]) {
      expect(countText(nothing, 'en')).toBe('0');
      expect(pointsText(nothing / 100, 'en')).toBe('0.0 pp');
      expect(decimalText(nothing, 2, 'en')).toBe('0.00');
      expect(differenceText(nothing, 'en')).toBe('0');
    }
  });

  it('say n/a for what is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const show of [countText, moneyText, ratioText, pointsText, relativeText, daysText]) {
        expect(show(value, 'en')).toBe('n/a');
        expect(show(value, 'fa')).toBe('نامعلوم');
      }
    }
  });

  it('keep number and unit apart, so that a range can say the unit once', () => {
    expect(figure(42.714, 'days', 'en')).toEqual({ number: '42.7', unit: ' days' });
    expect(figure(1872.91, 'money_per_day', 'en')).toEqual({ number: '1,873', unit: ' per day' });
    expect(figure(1.6, 'per_year', 'en')).toEqual({ number: '1.6', unit: ' per year' });
    expect(figure(2.25, 'furlongs', 'en')).toEqual({ number: '2.25', unit: '' });
  });
});

describe('for any number', () => {
  const read = (text: string): number =>
    Number(
      asciiDigits(text).replaceAll('\u066c', '').replaceAll(',', '').replace('\u066b', '.').replace('\u2212', '-'),
    );

  it('what is shown reads back as the rounded number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.constantFrom(...LANGS), (value, lang) => {
        expect(read(decimalText(value, 2, lang))).toBe(Number(value.toFixed(2)) + 0);
      }),
    );
  });

  it('no unit shows NaN, Infinity, an exponent or a negative zero', () => {
    const units = [...Object.keys(UNITS), 'furlongs'];
    fc.assert(
      fc.property(
        fc.double(),
        fc.constantFrom(...units),
        fc.constantFrom(...LANGS),
        fc.constantFrom(figure, compactFigure),
        (value, unit, lang, shown) => {
          const { number, unit: tail } = shown(value, unit, lang);
          expect(number + tail).not.toMatch(/NaN|Infinity|undefined|e\+|[-−]0(?![.\d])|[-−]0\.0*$/);
        },
      ),
    );
  });
});
