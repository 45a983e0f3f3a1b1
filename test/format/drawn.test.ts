import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barText, sparkText } from '../../src/format/drawn.js';

describe('sparkText', () => {
  it('draws the lowest as the lowest column and the highest as the highest', () => {
    expect(sparkText([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkText([-7, 0])).toBe('▁█');
  });

  it('leaves a gap for what is not known and a point for a part of a period', () => {
    expect(sparkText([1, null, 8])).toBe('▁ █');
    expect(sparkText([100, 1, 8, 0], [0, 3])).toBe('·▁█·');
    expect(sparkText([null, Number.NaN])).toBe('  ');
    expect(sparkText([])).toBe('');
  });

  it('stands in the middle where all are equal', () => {
    expect(sparkText([5, 5, 5])).toBe('▅▅▅');
  });

  it('has a character for every value, whatever the values, and draws more no lower than less', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double())), (values) => {
        const text = sparkText(values);
        expect(text).toHaveLength(values.length);
        const drawn = values.flatMap((value, at) =>
          value === null || !Number.isFinite(value) ? [] : [{ value, level: text.charCodeAt(at) }],
        );
        drawn.sort((a, b) => a.value - b.value);
        for (const [at, { level }] of drawn.entries()) {
          expect(level).toBeGreaterThanOrEqual(drawn[at - 1]?.level ?? 0);
        }
      }),
    );
  });
});

describe('barText', () => {
  it('is as long as its share, to the eighth', () => {
    expect(barText(1, 4)).toBe('████');
    expect(barText(0.5, 4)).toBe('██');
    expect(barText(0.875, 1)).toBe('▉');
    expect(barText(0.125, 1)).toBe('▏');
    expect(barText(9 / 16, 2)).toBe('█▏');
  });

  it('shows a little as a little and nothing as nothing', () => {
    expect(barText(1e-9, 10)).toBe('▏');
    expect([0, -1, Number.NaN].map((share) => barText(share, 10))).toEqual(['', '', '']);
    expect(barText(1, 0)).toBe('');
  });

  it('never is longer than its room', () => {
    expect(barText(7, 3)).toBe('███');
    fc.assert(fc.property(fc.double(), fc.nat(200), (share, width) => barText(share, width).length <= width));
  });
});
