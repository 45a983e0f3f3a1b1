import { describe, expect, it } from 'vitest';
import { type Chance, calibration } from '../../../../src/format/html/charts/calibration.js';
import { svg } from '../../../../src/format/html/charts/draw.js';
import { textOf } from '../../../../src/format/html/markup.js';
import { drawingsOf } from '../../../support/drawn-svg.js';
import { htmlPage } from '../../../support/html-page.js';

const chance = (predicted: number, won: number, other = false): Chance => ({
  ...{ predicted, won, low: won - 0.1, high: won + 0.1, other, title: `${predicted}` },
});

function drawn(given: readonly Chance[], lang: 'en' | 'fa' = 'en') {
  const [one] = drawingsOf(textOf(svg(calibration(given, htmlPage(lang))({ width: 500, narrow: false }))));
  if (one === undefined) throw new Error('nothing is drawn');
  return one;
}

describe('chances against what came of them', () => {
  it('lie where they were said and as high as they came true, with their intervals', () => {
    const { dots, lines } = drawn([chance(0.2, 0.4), chance(0.6, 0.8)]);
    const [first, second] = dots;
    if (first === undefined || second === undefined) throw new Error('no dots');
    const spans = lines.filter(({ stroke }) => stroke === 'var(--mark)');
    // 0.4 to the right and 0.4 up: the drawing is wider than high, each in its own scale.
    expect(second.x).toBeGreaterThan(first.x);
    expect(second.y).toBeLessThan(first.y);
    // 0.2 of an interval is half of the 0.4 between the dots.
    expect(spans[0]?.height).toBeCloseTo((first.y - second.y) / 2, 0);
  });

  it('are said to lie by a second teller as hollow dots', () => {
    const { dots } = drawn([chance(0.2, 0.4), chance(0.6, 0.8, true)]);
    expect(dots.map(({ fill }) => fill).sort()).toEqual(['var(--accent)', 'var(--bg)']);
  });

  it('grow from the right in Persian', () => {
    const [first, second] = drawn([chance(0.2, 0.4), chance(0.6, 0.8)], 'fa').dots;
    expect(second?.x).toBeLessThan(first?.x ?? 0);
  });
});
