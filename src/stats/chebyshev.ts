/** Chebyshev's points of the second kind between two ends, ascending; the same ones where the ends are. */
export function chebyshevPoints(low: number, high: number, count: number): Float64Array {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  return Float64Array.from({ length: count }, (_, k) => middle - half * Math.cos((Math.PI * k) / (count - 1)));
}

const TINY = 1e-290;

/**
 * The polynomial through values at Chebyshev's points, by the barycentric formula (J.-P. Berrut and L. N. Trefethen,
 * SIAM Review 46, 2004): stable, and as near to an analytic function as makes no difference.
 */
export function interpolate(points: Float64Array, values: Float64Array, at: number): number {
  let [above, below] = [0, 0];
  const last = points.length - 1;
  for (let k = 0; k <= last; k++) {
    const away = at - (points[k] as number);
    // Also where dividing by it would not be a number.
    if (Math.abs(away) < TINY) return values[k] as number;
    const weight = (k % 2 === 0 ? 1 : -1) * (k === 0 || k === last ? 0.5 : 1);
    above += (weight * (values[k] as number)) / away;
    below += weight / away;
  }
  return above / below;
}
