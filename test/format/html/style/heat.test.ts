import { describe, expect, it } from 'vitest';
import { HEAT_STEPS } from '../../../../src/format/html/style/heat.js';
import { TOKENS } from '../../../../src/format/html/style/tokens.js';

type Colour = readonly [number, number, number];

/** The tokens of a scheme, by the order in which the sheet declares them. */
function token(name: string, scheme: 'light' | 'dark'): Colour {
  const found = [...TOKENS.matchAll(new RegExp(`--${name}:#([0-9a-f]{3,6});`, 'g'))].map(([, hex = '']) => hex);
  const hex = found[scheme === 'light' ? 0 : 1] ?? '';
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Colour;
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('cells with a ground', () => {
  it.each(['light', 'dark'] as const)('can be read on each of its ten steps, %s', (scheme) => {
    const [ink, accent, ground] = [token('ink', scheme), token('accent', scheme), token('bg', scheme)];
    expect(HEAT_STEPS).toHaveLength(10);
    for (const share of HEAT_STEPS) {
      const mixed = accent.map((part, at) => (part * share + (ground[at] as number) * (100 - share)) / 100);
      expect(contrast(ink, mixed as unknown as Colour)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
