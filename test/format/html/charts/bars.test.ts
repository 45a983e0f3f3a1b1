import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/format/html/charts/axis.js';
import { type Bar, bars } from '../../../../src/format/html/charts/bars.js';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

const page = (lang: 'en' | 'fa') => openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
const WIDE = { width: 500, narrow: false };

const bar = (name: string, value: number | null, previous: number | null = null, text = `${value}`): Bar => ({
  name,
  value,
  previous,
  text,
  title: `${name}: ${text}`,
});

function drawn(rows: readonly Bar[], lang: 'en' | 'fa' = 'en', room = WIDE) {
  const [one] = drawingsOf(textOf(svg(bars(rows, 'money', page(lang))(room))));
  if (one === undefined) throw new Error('nothing is drawn');
  return one;
}

describe('bars', () => {
  it('are as long as their values, one below the other in the given order, from one line', () => {
    const { rects } = drawn([bar('Sara', 400), bar('Omid', 100), bar('Lina', 200)]);
    const [first, second, third] = rects;
    expect(rects).toHaveLength(3);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(4, 1);
    expect((third?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(2, 1);
    expect(new Set(rects.map(({ x }) => x)).size).toBe(1);
    expect(first?.y).toBeLessThan(second?.y ?? 0);
    expect(second?.y).toBeLessThan(third?.y ?? 0);
    expect(rects.map(({ title }) => title)).toEqual(['Sara: 400', 'Omid: 100', 'Lina: 200']);
  });

  it('grow from the right on a Persian page, the names at the right of them', () => {
    const { rects, texts, width } = drawn([bar('سارا', 400), bar('امید', 100)], 'fa');
    const [long, short] = rects;
    const right = (long?.x ?? 0) + (long?.width ?? 0);
    expect(right).toBeCloseTo((short?.x ?? 0) + (short?.width ?? 0), 0);
    expect(right).toBeLessThan(width);
    expect(long?.x).toBeLessThan(short?.x ?? 0);
    const name = texts.find(({ text }) => text === 'سارا');
    expect(name?.x).toBeGreaterThan(right);
    expect(name?.anchor).toBe('start');
  });

  it('have a tick where the compared value stands', () => {
    const { rects, lines } = drawn([bar('Sara', 400, 200)]);
    const [only] = rects;
    const tick = lines.find(({ stroke }) => stroke === 'var(--ink)');
    expect((tick?.x ?? 0) - (only?.x ?? 0)).toBeCloseTo((only?.width ?? 0) / 2, 0);
  });

  it('stand on either side of 0 where amounts are below it', () => {
    const { rects } = drawn([bar('Sales', 300), bar('Credits', -100)]);
    const [above, below] = rects;
    expect((below?.x ?? 0) + (below?.width ?? 0)).toBeCloseTo(above?.x ?? 0, 0);
    expect((above?.width ?? 0) / (below?.width ?? 1)).toBeCloseTo(3, 1);
  });

  it('have axis texts where the axis says, and never more of them than fit beneath the longest bar', () => {
    const { rects, texts } = drawn([bar('Sara', 373_218, null, '373 k  +20 %')]);
    const [only] = rects;
    for (const [text, value] of [
      ['100 k', 100_000],
      ['200 k', 200_000],
      ['300 k', 300_000],
    ] as const) {
      const at = texts.find((one) => one.text === text);
      expect((at?.x ?? 0) - (only?.x ?? 0)).toBeCloseTo(((only?.width ?? 0) * value) / 373_218, 0);
    }
    expect(texts.map(({ text }) => text)).not.toContain('400 k');
  });

  it('leave room for every text behind them, in both rooms and directions', () => {
    const row = fc.record({
      name: fc.string({ minLength: 1, maxLength: 60 }),
      value: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
      previous: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), fc.boolean(), (rows, narrow, rtl) => {
        const given = rows.map(({ name, value, previous }) => bar(name, value, previous, '123 k  +20 %'));
        const room = narrow ? { width: 350, narrow } : WIDE;
        const { texts, width } = drawn(given, rtl ? 'fa' : 'en', room);
        for (const { text, x } of texts.filter((one) => one.text === '123 k  +20 %')) {
          expect(rtl ? x : width - x).toBeGreaterThanOrEqual(textWidth(text) - 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stand without any value, and with names that are no names', () => {
    const long = 'x'.repeat(10_000);
    const markup = '<script>alert(1)</script>';
    const said = textOf(svg(bars([bar(long, null), bar(markup, 0)], 'money', page('en'))(WIDE)));
    expect(said).not.toContain('<script');
    expect(said.length).toBeLessThan(40_000);
    expect(drawn([bar('Sara', null), bar('Omid', 0)]).rects).toHaveLength(0);
  });
});
