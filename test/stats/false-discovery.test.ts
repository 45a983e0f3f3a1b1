import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/false-discovery.js';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('benjaminiHochberg', () => {
  it('adjusts the fifteen p-values of Benjamini & Hochberg 1995, section 4.1: four hypotheses fall at 5 %', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(published);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    // 0.0095 · 15 / 4 and 0.0201 · 15 / 5.
    expect(adjusted[3]).toBeCloseTo(0.035625, 12);
    expect(adjusted[4]).toBeCloseTo(0.0603, 12);
  });

  it('keeps the order of the question: (0.01, 0.04, 0.03, 0.005) gives (0.02, 0.04, 0.04, 0.02), as SciPy does', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005]);
    [0.02, 0.04, 0.04, 0.02].forEach((p, index) => {
      expect(adjusted[index]).toBeCloseTo(p, 12);
    });
  });

  it('leaves one p-value alone, answers nothing to nothing, and refuses what is no probability', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });

  it('calls what the step-up procedure rejects, for any p-values', () => {
    fc.assert(
      fc.property(probabilities, (ps) => {
        const sorted = [...ps].sort((a, b) => a - b);
        const last = sorted.findLastIndex((p, index) => p * ps.length <= 0.05 * (index + 1));
        const adjusted = benjaminiHochberg(ps);
        // A p-value that stands on the very limit may fall to either side by rounding.
        const limit = last < 0 ? Number.NEGATIVE_INFINITY : (sorted[last] as number);
        ps.forEach((p, index) => {
          if (p < limit) expect(adjusted[index]).toBeLessThanOrEqual(0.05 + 1e-12);
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
        });
      }),
    );
  });
});
