import { describe, expect, it } from 'vitest';
import { type FactorSides, factorsPart, shareOf } from '../../../src/analysis/why/factors.js';

const effects = (sides: readonly FactorSides[]): number[] =>
  (factorsPart(sides)?.factors ?? []).map((one) => one.effect);

describe('the factors of a product', () => {
  it('add what Das Gupta 1993 says of his example 2.3', () => {
    const found = effects([
      { factor: 'deals_closed', before: 25.3, after: 32.7 },
      { factor: 'win_rate', before: 0.214, after: 0.29 },
      { factor: 'share_priced', before: 0.279, after: 0.473 },
      { factor: 'mean_amount', before: 0.949, after: 0.986 },
    ]);
    [0.6889411, 0.8125381, 1.3829055, 0.1047547].forEach((effect, index) => {
      expect(found[index]).toBeCloseTo(effect, 6);
    });
  });

  it('add −0.1425 and −0.0225 from (0.6, 0.5) to (0.3, 0.45)', () => {
    const [first, second] = effects([
      { factor: 'deals_closed', before: 0.6, after: 0.3 },
      { factor: 'win_rate', before: 0.5, after: 0.45 },
    ]);
    expect(first).toBeCloseTo(-0.1425, 12);
    expect(second).toBeCloseTo(-0.0225, 12);
  });

  it('put it down to the wins where there were none, and nothing to their value', () => {
    // 10 closed, none won → 10 closed, 40 % won at 500 each: 2,000 of the win rate.
    const part = factorsPart([
      { factor: 'deals_closed', before: 10, after: 10 },
      { factor: 'win_rate', before: 0, after: 0.4 },
      { factor: 'mean_amount', before: null, after: 500 },
    ]);
    expect(part?.factors.map(({ effect }) => effect)).toEqual([0, 2000, 0]);
    expect(part?.factors[2]?.before).toBeNull();
  });

  it('are none where neither side has one of them', () => {
    expect(factorsPart([{ factor: 'win_rate', before: null, after: null }])).toBeNull();
  });
});

describe('a share', () => {
  it('of none is none', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(1, 4)).toBe(0.25);
  });
});
