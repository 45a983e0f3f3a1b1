/**
 * ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its defining series: slow and plain, to hold what `src/` computes without it to the
 * published formulas.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, total] = [1, 1];
  for (let n = 0; n < 1_000_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    total += term;
    if (Math.abs(term) < 1e-17 * Math.abs(total) && n > 10) break;
  }
  return total;
}
