import { describe, expect, it } from 'vitest';
import { inverseOfNegative, maximize, type Objective } from '../../src/stats/optimize.js';

const search = { bound: 20 };

describe('maximize', () => {
  it('finds the top of Rosenbrock’s bent ridge at (1, 1)', () => {
    const ridge: Objective = (at, gradient) => {
      const [x, y] = at as unknown as [number, number];
      gradient[0] = 2 * (1 - x) + 400 * x * (y - x * x);
      gradient[1] = -200 * (y - x * x);
      return -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
    };
    const { at, end, evaluations } = maximize(ridge, [Float64Array.of(-1.2, 1)], search);
    expect(end).toBe('converged');
    expect(evaluations).toBeLessThan(120);
    expect(at[0]).toBeCloseTo(1, 7);
    expect(at[1]).toBeCloseTo(1, 7);
  });

  it('takes the higher of two tops, whichever start leads there', () => {
    // −(x² − 1)² + x/5 has tops near ±1; the right one is higher.
    const humps: Objective = ([x = 0], gradient) => {
      gradient[0] = -4 * x * (x * x - 1) + 0.2;
      return -((x * x - 1) ** 2) + x / 5;
    };
    const [left, right] = [Float64Array.of(-1.5), Float64Array.of(1.5)];
    for (const starts of [
      [left, right],
      [right, left],
    ]) {
      expect(maximize(humps, starts, search).at[0]).toBeGreaterThan(1);
    }
  });

  it('says that a maximum lies at infinity', () => {
    const slope: Objective = ([x = 0], gradient) => {
      gradient[0] = Math.exp(-x);
      return -Math.exp(-x);
    };
    expect(maximize(slope, [Float64Array.of(0)], { bound: 6 }).end).toBe('bound');
  });

  it('does not call a flat direction a maximum', () => {
    const gutter: Objective = (at, gradient) => {
      const [x, y] = at as unknown as [number, number];
      gradient[0] = -2 * (x + y);
      gradient[1] = -2 * (x + y);
      return -((x + y) ** 2);
    };
    expect(maximize(gutter, [Float64Array.of(1, 2)], search).end).toBe('stalled');
  });

  it('ends where the function is not a number', () => {
    const nowhere: Objective = () => Number.NaN;
    expect(maximize(nowhere, [Float64Array.of(0)], search).end).toBe('stalled');
  });
});

it('the inverse of a 2 × 2 matrix is its cofactors over its determinant', () => {
  // −H = (4 1; 1 3), determinant 11.
  const inverse = inverseOfNegative(Float64Array.of(-4, -1, -1, -3));
  expect(Array.from(inverse ?? [])).toEqual([3 / 11, -1 / 11, -1 / 11, 4 / 11].map((one) => expect.closeTo(one, 14)));
  expect(inverseOfNegative(Float64Array.of(1, 0, 0, -1))).toBeNull();
});
