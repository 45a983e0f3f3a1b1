import { describe, expect, it } from 'vitest';
import { drawsOf } from '../../src/stats/draws.js';
import { moments } from '../../src/stats/moments.js';

const N = 40_000;

function sampleOf(draw: () => number): { mean: number; variance: number } {
  const { mean, sd } = moments(Float64Array.from({ length: N }, draw));
  return { mean, variance: (sd ?? 0) ** 2 };
}

describe('drawsOf', () => {
  it('depends on the seed alone', () => {
    const [one, other, third] = [drawsOf(7), drawsOf(7), drawsOf(8)];
    const drawn = [one, other, third].map((draws) => [
      draws.normal(),
      draws.gamma(2, 3),
      draws.poisson(4),
      draws.uniform(),
    ]);
    expect(drawn[0]).toEqual(drawn[1]);
    expect(drawn[0]).not.toEqual(drawn[2]);
  });

  // Five standard errors of a mean, and of a variance of about 2 √(2/n): no seed is chosen.
  it.each([
    ['normal', () => drawsOf(1).normal, 0, 1],
    ['uniform', () => drawsOf(2).uniform, 0.5, 1 / 12],
    ['gamma of a small shape', () => () => gamma3.gamma(2, 8), 2, 8],
    ['gamma of a large shape', () => () => gamma4.gamma(50, 10), 50, 10],
    ['poisson, few', () => () => poisson5.poisson(2.5), 2.5, 2.5],
    ['poisson, many', () => () => poisson6.poisson(300), 300, 300],
  ] as const)('%s has its mean and variance', (_, make, mean, variance) => {
    const found = sampleOf(make());
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.12);
  });

  it('draws nothing where nothing is expected, and the mean where nothing varies', () => {
    const draws = drawsOf(3);
    expect([draws.gamma(0, 5), draws.gamma(-1, 5), draws.gamma(4, 0), draws.poisson(0)]).toEqual([0, 0, 4, 0]);
  });
});

const [gamma3, gamma4, poisson5, poisson6] = [drawsOf(3), drawsOf(4), drawsOf(5), drawsOf(6)];
