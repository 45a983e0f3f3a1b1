import { describe, expect, it } from 'vitest';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { type Bin, histogram } from '../../../../src/format/html/charts/histogram.js';
import { parsed, rectsOf, textsOf } from '../../../support/html-page.js';

const BINS: readonly Bin[] = [
  { from: 0, to: 10, value: 40, beside: 5 },
  { from: 10, to: 20, value: 0, beside: 0 },
  { from: 20, to: 30, value: 10, beside: 0 },
  { from: 30, to: null, value: 20, beside: 20 },
];
const ROOM = { width: 500, narrow: false };
const drawn = (rtl: boolean, value = 25) =>
  parsed(svg(histogram(BINS, { marks: [{ value, text: 'mean' }], textOf: String }, { rtl, lang: 'en' })(ROOM)));

/** x of the rule of a mark: the one line that is dotted. */
function markAt(page: ReturnType<typeof drawn>): number {
  const line = page.querySelector('g[stroke-dasharray] line');
  return Number(line?.getAttribute('x1'));
}

describe('a histogram', () => {
  it('has columns as high as their counts, side by side', () => {
    const columns = rectsOf(drawn(false), 'mark');
    expect(columns).toHaveLength(3);
    const [first, third, last] = columns;
    expect((third?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(0.25, 1);
    expect((last?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(0.5, 1);
    expect((third?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(((500 - 44 - 12) * 2) / 6, 0);
  });

  it('marks a value where it stands within its bin, an open bin in its middle', () => {
    // Room for six at least.
    const each = (500 - 44 - 12) / 6;
    expect(markAt(drawn(false, 25))).toBeCloseTo(44 + 2.5 * each, 0);
    expect(markAt(drawn(false, 0))).toBeCloseTo(44, 0);
    expect(markAt(drawn(false, 1e9))).toBeCloseTo(44 + 3.5 * each, 0);
  });

  it('runs from right to left on a page that does', () => {
    const each = (500 - 44 - 12) / 6;
    const page = drawn(true, 25);
    expect(markAt(page)).toBeCloseTo(500 - 44 - 2.5 * each, 0);
    const [first, third] = rectsOf(page, 'mark');
    expect(first?.x).toBeGreaterThan(third?.x ?? 0);
  });

  it('names the edges of its bins', () => {
    expect(textsOf(drawn(false), 'text')).toEqual(expect.arrayContaining(['0', '10', '20', '30', 'mean']));
  });
});
