import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/format/html/charts/axis.js';
import { columns } from '../../../../src/format/html/charts/columns.js';
import { type Drawing, type Room, svg } from '../../../../src/format/html/charts/draw.js';
import { line } from '../../../../src/format/html/charts/line.js';
import type { TimePoint } from '../../../../src/format/html/charts/time-frame.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

const page = (lang: 'en' | 'fa') => openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
const WIDE: Room = { width: 500, narrow: false };

function drawn(draw: (room: Room) => Drawing, room = WIDE) {
  const [one] = drawingsOf(textOf(svg(draw(room))));
  if (one === undefined) throw new Error('nothing is drawn');
  return one;
}

const point = (label: string, value: number | null, more: Partial<TimePoint> = {}): TimePoint => ({
  ...{ label, value, partial: false },
  ...more,
});
const QUARTERS = [
  point('Q1', 100, { previous: 50 }),
  point('Q2', 200, { previous: 200 }),
  point('Q3', null),
  point('Q4', 50, { partial: true }),
];

describe('columns over time', () => {
  it('are as high as their values, a gap where there is none, pale where the period is cut', () => {
    const { rects } = drawn(columns(QUARTERS, { unit: 'money' }, page('en')));
    const whole = rects.filter(({ fill }) => fill === 'var(--mark)');
    const [cut, ...more] = rects.filter(({ fill }) => fill === 'var(--accent-soft)');
    expect(whole).toHaveLength(2);
    expect(more).toHaveLength(0);
    expect((whole[1]?.height ?? 0) / (whole[0]?.height ?? 1)).toBeCloseTo(2, 1);
    expect((whole[0]?.height ?? 0) / (cut?.height ?? 1)).toBeCloseTo(2, 1);
    // Three places from the first to the last, one to the second.
    expect(((cut?.x ?? 0) - (whole[0]?.x ?? 0)) / ((whole[1]?.x ?? 0) - (whole[0]?.x ?? 0))).toBeCloseTo(3, 1);
  });

  it('have a tick at the value of the same place of the compared period', () => {
    const { rects, lines } = drawn(columns(QUARTERS, { unit: 'money' }, page('en')));
    const ticks = lines.filter(({ stroke }) => stroke === 'var(--ink)');
    const [first, second] = rects;
    expect(ticks).toHaveLength(2);
    expect((ticks[0]?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo((first?.height ?? 0) / 2, 0);
    expect(ticks[1]?.y).toBeCloseTo(second?.y ?? 0, 0);
  });

  it('run from right to left on a Persian page, the axis at the right', () => {
    const { rects, texts, width } = drawn(columns(QUARTERS, { unit: 'money' }, page('fa')));
    const [first, second] = rects;
    expect(first?.x).toBeGreaterThan(second?.x ?? 0);
    const zero = texts.find(({ text }) => text === '۰');
    expect(zero?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
    expect(zero?.x).toBeLessThan(width);
  });

  it('go below 0 where amounts do', () => {
    const { rects } = drawn(columns([point('a', 100), point('b', -100)], { unit: 'money' }, page('en')));
    const [above, below] = rects;
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? 0, 0);
    expect(above?.height).toBeCloseTo(below?.height ?? 0, 0);
  });

  it('say their values where they are few, and are no wall where there is one', () => {
    const { rects, texts } = drawn(columns([point('2024', 1_000, { text: '1,000' })], { unit: 'money' }, page('en')));
    expect(rects[0]?.width).toBeLessThanOrEqual(56);
    expect(texts.map(({ text }) => text)).toContain('1,000');
  });

  it('are one outline where there is no room for each', () => {
    const days = Array.from({ length: 366 }, (_, index) => point(`${index}`, index % 7));
    const said = textOf(svg(columns(days, { unit: 'count' }, page('en'))(WIDE)));
    expect(drawingsOf(said)[0]?.rects).toHaveLength(0);
    expect(said.length).toBeLessThan(20_000);
  });

  it('stand without any point or value', () => {
    for (const points of [[], [point('a', null)], [point('a', 0)]]) {
      expect(drawn(columns(points, { unit: 'money' }, page('en'))).rects).toHaveLength(0);
      expect(drawn(line(points, { unit: 'ratio' }, page('fa'))).width).toBe(500);
    }
  });
});

describe('labels of time', () => {
  it('never touch each other, nor leave the drawing', () => {
    const name = fc.constantFrom('3 Jul', '25 Sep', 'Q3', 'September', '2017', '۲۹ اردیبهشت', 'سه‌ماهه‌ی سوم');
    const labels = fc.array(name, { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(labels, fc.boolean(), fc.boolean(), (names, rtl, narrow) => {
        const points = names.map((label, index) => point(label, index));
        const room = narrow ? { width: 350, narrow } : WIDE;
        const { texts } = drawn(columns(points, { unit: 'count' }, page(rtl ? 'fa' : 'en')), room);
        const below = texts.filter(({ text }) => names.some((one) => one === text)).sort((a, b) => a.x - b.x);
        below.forEach(({ text, x }, index) => {
          const half = textWidth(text) / 2;
          const next = below[index + 1];
          if (next !== undefined) expect(x + half).toBeLessThan(next.x - textWidth(next.text) / 2);
          expect(x + half).toBeLessThanOrEqual(room.width + 1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('say the year where it begins', () => {
    const points = ['Nov', 'Dec', 'Jan', 'Feb'].map((label, index) =>
      point(label, 1, { year: index < 2 ? '2016' : '2017' }),
    );
    const { texts } = drawn(columns(points, { unit: 'count' }, page('en')));
    const labels = texts.map(({ text }) => text).filter((text) => /[A-Z]/.test(text));
    expect(labels).toEqual(['Nov\n2016', 'Dec', 'Jan\n2017', 'Feb']);
  });
});

describe('a line over time', () => {
  const rate = (value: number | null, previous: number | null, label = 'x'): TimePoint =>
    point(label, value, {
      previous,
      low: value === null ? null : value - 0.1,
      high: value === null ? null : value + 0.1,
    });

  it('has a dot at each value, as high as it is', () => {
    const { dots } = drawn(line([rate(0.4, null), rate(0.6, null), rate(0.5, null)], { unit: 'ratio' }, page('en')));
    const [low, high, middle] = dots.map(({ y }) => y);
    expect(dots).toHaveLength(3);
    expect(middle).toBeCloseTo(((low ?? 0) + (high ?? 0)) / 2, 0);
    expect(high).toBeLessThan(low ?? 0);
  });

  it('has the names of both periods at its end, which never touch', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.boolean(), (now, before, rtl) => {
        const points = [rate(0.5, 0.5), rate(now, before)];
        const names = { now: 'Q3', before: 'Q2' };
        const { texts, width } = drawn(line(points, { unit: 'ratio', names }, page(rtl ? 'fa' : 'en')));
        const [one, other] = texts.filter(({ text }) => text === 'Q3' || text === 'Q2');
        expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThanOrEqual(13.5);
        const room = textWidth('Q3');
        expect(rtl ? (one?.x ?? 0) : width - (one?.x ?? 0)).toBeGreaterThanOrEqual(room);
      }),
      { numRuns: 40 },
    );
  });

  it('is broken where there is no value, and shows the interval of a value that stands alone', () => {
    const { lines, dots } = drawn(
      line([rate(0.4, null), rate(null, null), rate(0.6, null)], { unit: 'ratio' }, page('en')),
    );
    expect(dots).toHaveLength(2);
    expect(lines.filter(({ stroke }) => stroke === 'var(--accent-soft)')).toHaveLength(2);
  });

  it('has a dotted line at the target', () => {
    const { dots, lines } = drawn(
      line([rate(0.4, null), rate(0.6, null)], { unit: 'ratio', targets: [0.6] }, page('en')),
    );
    const target = lines.find(({ stroke }) => stroke === 'var(--ink-2)');
    expect(target?.y).toBeCloseTo(dots[1]?.y ?? 0, 0);
  });
});
