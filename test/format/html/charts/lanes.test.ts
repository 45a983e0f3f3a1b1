import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/format/html/charts/axis.js';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { type LaneRow, lanes } from '../../../../src/format/html/charts/lanes.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { parsed, rectsOf, textsOf } from '../../../support/html-page.js';

const WIDE = { width: 500, narrow: false };
const NARROW = { width: 350, narrow: true };

const row = (name: string, value: number, of: number): LaneRow => ({
  name,
  lanes: [{ value, of, fill: 'mark', text: String(value), height: 20 }],
});
const ROWS = [row('Created', 200, 200), row('Decided', 150, 200), row('Won', 50, 200)];

describe('rows of bars', () => {
  it('are as long as their values, from one 0, over the whole that they are a part of', () => {
    for (const room of [WIDE, NARROW]) {
      const drawing = parsed(svg(lanes(ROWS, { rtl: false })(room)));
      const [all, decided, won] = rectsOf(drawing, 'mark');
      expect(decided?.width).toBeCloseTo((all?.width ?? 0) * 0.75, 0);
      expect(won?.width).toBeCloseTo((all?.width ?? 0) * 0.25, 0);
      expect(new Set([all?.x, decided?.x, won?.x]).size).toBe(1);
      expect(rectsOf(drawing, 'grid').map(({ width }) => width)).toEqual([all?.width, all?.width, all?.width]);
      expect(textsOf(drawing, 'text')).toEqual(['Created', 'Decided', 'Won', '200', '150', '50']);
    }
  });

  it('grow from the right on a page that is read from there', () => {
    const drawing = parsed(svg(lanes(ROWS, { rtl: true })(WIDE)));
    const ends = rectsOf(drawing, 'mark').map(({ x, width }) => Math.round(x + width));
    expect(new Set(ends).size).toBe(1);
    expect(ends[0]).toBeGreaterThan(400);
  });

  it('stand one below the other without touching, names cut to their room', () => {
    const rows = [row('x'.repeat(10_000), 1, 1), row('<script>alert(1)</script>', 0, 0)];
    const drawing = parsed(svg(lanes(rows, { rtl: false })(NARROW)));
    const [name = '', script] = textsOf(drawing, 'text');
    expect(name.endsWith('…')).toBe(true);
    expect(textWidth(name)).toBeLessThan(350 * 0.46);
    expect(script).toMatch(/^<script>/);
    expect(drawing.querySelector('script')).toBe(null);
  });

  it('never leave the drawing, whatever the values', () => {
    const value = fc.double({ min: 0, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), fc.boolean(), (values, rtl) => {
        const rows = values.map((own, at) => row(`row ${at}`, own, Math.max(...values)));
        const drawing = parsed(svg(lanes(rows, { rtl })(WIDE)));
        for (const { x, width } of rectsOf(drawing, 'mark')) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are the same bytes each time', () => {
    const draw = (): string => textOf(svg(lanes(ROWS, { rtl: false })(WIDE)));
    expect(draw()).toBe(draw());
  });
});
