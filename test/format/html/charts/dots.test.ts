import { describe, expect, it } from 'vitest';
import { type Dot, dots } from '../../../../src/format/html/charts/dots.js';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

const dot = (name: string, value: number | null, low: number | null, high: number | null): Dot => ({
  ...{ name, value, low, high },
  text: value === null ? '–' : `${Math.round(value * 100)} %`,
  title: name,
});

function drawn(rows: readonly Dot[], all: number | null, lang: 'en' | 'fa' = 'en') {
  const page = openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
  const [one] = drawingsOf(textOf(svg(dots(rows, { unit: 'ratio', all }, page)({ width: 500, narrow: false }))));
  if (one === undefined) throw new Error('nothing is drawn');
  return one;
}

const ROWS = [dot('West', 0.6, 0.5, 0.7), dot('East', 0.4, 0.3, 0.5)];

describe('dots of rates', () => {
  it('stand on one scale with their intervals and the line of all', () => {
    const { dots: shown, lines } = drawn(ROWS, 0.5);
    const [west, east] = shown;
    const spans = lines.filter(({ stroke }) => stroke === 'var(--mark)');
    const all = lines.find(({ stroke }) => stroke === 'var(--ink-2)');
    // 0.2 of the scale lies between the dots and each interval is as wide.
    const apart = (west?.x ?? 0) - (east?.x ?? 0);
    expect(apart).toBeGreaterThan(0);
    expect(spans.map(({ width }) => Math.round(width))).toEqual([Math.round(apart), Math.round(apart)]);
    // 50 % lies between 40 % and 60 %.
    expect(all?.x).toBeCloseTo(((west?.x ?? 0) + (east?.x ?? 0)) / 2, 0);
  });

  it('run from right to left on a Persian page', () => {
    const [west, east] = drawn(ROWS, 0.5, 'fa').dots;
    expect(west?.x).toBeLessThan(east?.x ?? 0);
  });

  it('have the figure at the end of each row, in the order of the rows', () => {
    const { texts, width } = drawn(ROWS, null);
    const ends = texts.filter(({ text }) => /^(60|40) %$/.test(text) && texts.length > 0);
    const atEnd = ends.filter(({ x }) => x > width - 20);
    expect(atEnd.map(({ text }) => text)).toEqual(['60 %', '40 %']);
    expect(atEnd.every(({ anchor }) => anchor === 'end')).toBe(true);
  });

  it('leave out what has no value, and say so', () => {
    const { dots: shown, texts } = drawn([dot('West', null, null, null), dot('East', 0.4, 0.3, 0.5)], null);
    expect(shown).toHaveLength(1);
    expect(texts.map(({ text }) => text)).toContain('–');
  });
});
