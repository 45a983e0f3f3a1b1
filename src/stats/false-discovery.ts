/**
 * Adjusted p-values that control the false discovery rate: calling everything under 0.05 significant keeps the expected
 * share of false calls at or under 5 % (Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57, 1995; R's
 * `p.adjust(method = "BH")`). One answer per p-value, in the order given; ties get the same answer.
 * @throws RangeError for what is no probability
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const m = pValues.length;
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies in 0…1, not ${p}`);
  const largestFirst = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(m);
  let least = 1;
  largestFirst.forEach(({ p, index }, rank) => {
    // m / m is 1 exactly, so rounding never makes a p-value smaller.
    least = Math.min(least, p * (m / (m - rank)));
    adjusted[index] = least;
  });
  return adjusted;
}
