import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/format/html/charts/axis.js';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { type WaterfallRow, waterfall } from '../../../../src/format/html/charts/waterfall.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

const page = (lang: 'en' | 'fa') => openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
const WIDE = { width: 500, narrow: false };

const row = (kind: 'total' | 'step', name: string, value: number, good: boolean | null = null): WaterfallRow => ({
  name,
  kind,
  value,
  good,
  text: `${value}`,
  title: `${name}: ${value}`,
});

function drawn(rows: readonly WaterfallRow[], lang: 'en' | 'fa' = 'en', room = WIDE) {
  const [one] = drawingsOf(textOf(svg(waterfall(rows, 'money', page(lang))(room))));
  if (one === undefined) throw new Error('nothing is drawn');
  return one;
}

const PIPELINE = [
  row('total', 'before', 1000),
  row('step', 'new', 400, true),
  row('step', 'lost', -600, false),
  row('total', 'after', 800),
];

describe('a waterfall', () => {
  it('has totals from 0, and each step from where the last one ended', () => {
    const { rects } = drawn(PIPELINE);
    const bar = (name: string) => {
      const found = rects.find(({ title }) => title?.startsWith(name));
      if (found === undefined) throw new Error(`no bar of ${name}`);
      return { left: found.x, right: found.x + found.width, width: found.width, y: found.y, fill: found.fill };
    };
    const [before, fresh, lost, after] = ['before', 'new', 'lost', 'after'].map(bar) as [
      ReturnType<typeof bar>,
      ReturnType<typeof bar>,
      ReturnType<typeof bar>,
      ReturnType<typeof bar>,
    ];
    expect(fresh.width / before.width).toBeCloseTo(0.4, 1);
    expect(lost.width / before.width).toBeCloseTo(0.6, 1);
    expect(after.width / before.width).toBeCloseTo(0.8, 1);
    expect(after.left).toBeCloseTo(before.left, 0);
    expect(fresh.left).toBeCloseTo(before.right, 0);
    expect(lost.right).toBeCloseTo(fresh.right, 0);
    expect(lost.left).toBeCloseTo(after.right, 0);
    expect([before.y, fresh.y, lost.y, after.y].toSorted((a, b) => a - b)).toEqual([
      before.y,
      fresh.y,
      lost.y,
      after.y,
    ]);
    expect([before, fresh, lost, after].map(({ fill }) => fill)).toEqual([
      'var(--mark)',
      'var(--good)',
      'var(--bad)',
      'var(--mark)',
    ]);
  });

  it('grows from the right on a Persian page, the names at the right of it', () => {
    const { rects, texts, width } = drawn(PIPELINE, 'fa');
    const [before, fresh] = ['before', 'new'].map((name) => rects.find(({ title }) => title?.startsWith(name)));
    expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThan(width);
    expect((fresh?.x ?? 0) + (fresh?.width ?? 0)).toBeCloseTo(before?.x ?? 0, 0);
    expect(texts.find(({ text }) => text === 'before')?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0));
  });

  it('goes below 0 and comes back', () => {
    const { rects } = drawn([
      row('total', 'before', 100),
      row('step', 'credits', -300, false),
      row('step', 'sales', 250, true),
      row('total', 'after', 50),
    ]);
    const [before, credits, sales] = ['before', 'credits', 'sales'].map((name) =>
      rects.find(({ title }) => title?.startsWith(name)),
    );
    expect(credits?.width ?? 0).toBeCloseTo((before?.width ?? 0) * 3, 0);
    expect(credits?.x).toBeLessThan(before?.x ?? 0);
    expect(sales?.x).toBeCloseTo(credits?.x ?? 0, 0);
  });

  it('draws lines for totals where bars from 0 would hide the steps, and says where the axis begins', () => {
    const { rects, lines, texts } = drawn([
      row('total', 'before', 0.612),
      row('step', 'mix', -0.03, false),
      row('step', 'rates', 0.01, true),
      row('total', 'after', 0.592),
    ]);
    // Two steps, and no bar of a total.
    expect(rects.map(({ title }) => title)).toEqual(['rates: 0.01', 'mix: -0.03']);
    expect((rects[1]?.width ?? 0) / (rects[0]?.width ?? 1)).toBeCloseTo(3, 1);
    expect(lines.filter(({ stroke }) => stroke === 'var(--ink)')).toHaveLength(2);
    expect(texts.map(({ text }) => text)).not.toContain('0');
  });

  it('draws nothing of a step of 0 but its name and text', () => {
    const { rects, texts } = drawn([row('total', 'before', 10), row('step', 'none', 0), row('total', 'after', 10)]);
    expect(rects).toHaveLength(2);
    expect(texts.map(({ text }) => text)).toContain('none');
  });

  it('leaves room for every text behind its bar, in both rooms and directions', () => {
    const steps = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 10_000_000 }),
        steps,
        fc.constantFrom('en' as const, 'fa' as const),
        fc.boolean(),
        (start, moves, lang, narrow) => {
          const end = moves.reduce((level, step) => level + step, start);
          const rows = [
            row('total', 'before', start),
            ...moves.map((step, index) => row('step', `step ${index}`, step, step > 0)),
            row('total', 'after', end),
          ];
          const { texts, width, rects } = drawn(rows, lang, { width: narrow ? 350 : 500, narrow });
          for (const { value, text } of rows) {
            const at = texts.find((one) => one.text === text && one.anchor === (lang === 'fa' ? 'end' : 'start'));
            expect(at, `${value}`).toBeDefined();
            const [x, long] = [at?.x ?? 0, textWidth(text)];
            if (lang === 'fa') expect(x - long).toBeGreaterThanOrEqual(-1);
            else expect(x + long).toBeLessThanOrEqual(width + 1);
          }
          for (const { x, width: wide } of rects) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + wide).toBeLessThanOrEqual(width + 0.5);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
