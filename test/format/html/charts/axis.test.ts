import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, cutText, shownLabels, textWidth } from '../../../../src/format/html/charts/axis.js';

const texts = (values: readonly number[], unit: string, lang: 'en' | 'fa' = 'en', free = false): string[] => {
  const { ticks, text } = axisOf(values, { unit, lang, free });
  return ticks.map(text);
};

describe('an axis', () => {
  it('has round steps from 0, in one scale', () => {
    expect(texts([323_000, 12_000], 'money')).toEqual(['0', '100 k', '200 k', '300 k', '400 k']);
    expect(texts([1_050_000], 'money')).toEqual(['0', '0.5 M', '1.0 M', '1.5 M']);
    expect(texts([7], 'count')).toEqual(['0', '2', '4', '6', '8']);
  });

  it('has no steps between whole deals', () => {
    expect(texts([1], 'count')).toEqual(['0', '1']);
    expect(texts([2], 'count')).toEqual(['0', '1', '2']);
    expect(texts([9], 'count')).toEqual(['0', '5', '10']);
  });

  it('keeps shares within 0 and 100 %', () => {
    expect(texts([0.34, 0.98], 'ratio', 'en', true)).toEqual(['20 %', '40 %', '60 %', '80 %', '100 %']);
    expect(texts([0, 1], 'ratio', 'fa')).toEqual(['۰٪', '۲۵٪', '۵۰٪', '۷۵٪', '۱۰۰٪']);
  });

  it('stands where there is nothing, one value or one alike', () => {
    expect(axisOf([], { unit: 'money', lang: 'en' }).domain).toEqual([0, 1]);
    expect(axisOf([null, 0], { unit: 'days', lang: 'en', free: true }).domain).toEqual([0, 1]);
    const [low, high] = axisOf([5, 5], { unit: 'days', lang: 'en', free: true }).domain;
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });

  it('holds every value, with few ticks that differ', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((one) => one === 0 || Math.abs(one) > 1e-6);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.boolean(), (values, free) => {
        const { domain, ticks, text } = axisOf(values, { unit: 'money', lang: 'en', free });
        const slack = (domain[1] - domain[0]) * 1e-9;
        expect(domain[0] - slack).toBeLessThanOrEqual(Math.min(...values));
        expect(domain[1] + slack).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(new Set(ticks.map(text)).size).toBe(ticks.length);
      }),
    );
  });
});

describe('labels', () => {
  it('are all shown where there is room, else every so-many-th with the last', () => {
    const labels = Array.from({ length: 12 }, (_, index) => `2017-${index + 1}`);
    expect(shownLabels(labels, 2000)).toHaveLength(12);
    const few = shownLabels(labels, 200);
    expect(few.at(-1)).toBe(11);
    expect(few.length * textWidth('2017-10')).toBeLessThanOrEqual(200);
  });

  it('are cut to a width', () => {
    expect(cutText('Vicki Laflamme', 200)).toBe('Vicki Laflamme');
    const cut = cutText('A very long name of a company', 60);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(60);
  });
});
