import { logGamma } from '../beta.js';
import { digamma } from '../digamma.js';
import { maximize } from '../optimize.js';
import { type Estimates, estimatesOf } from './estimates.js';

/**
 * The Gamma-Gamma model of spending (P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013):
 * a customer's purchases are worth Gamma(p, ν), and ν ~ Gamma(q, v) differs between customers. v is money.
 */
export type GammaGamma = Readonly<Record<GammaGammaName, number>>;
export type GammaGammaName = 'p' | 'q' | 'v';
const NAMES: readonly GammaGammaName[] = ['p', 'q', 'v'];

/** What the model needs of customers: how many purchases with a value, and their mean, above 0. */
export interface Spending {
  readonly count: Float64Array;
  readonly mean: Float64Array;
}

/** ln of the largest parameter that counts as found: beyond it all customers spend the same, or each always the same. */
const BOUND = Math.log(2_000);

/** Maximum likelihood estimates from three starts. */
export function fitGammaGamma({ count, mean }: Spending): Estimates<GammaGammaName> {
  const n = count.length;
  // The same order whatever the order of the customers, so that rounding is the same too; and runs of equal counts.
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (count[i] as number) - (count[j] as number) || (mean[i] as number) - (mean[j] as number),
  );
  const counts = Float64Array.from(order, (i) => count[i] as number);
  const sorted = Float64Array.from(order, (i) => mean[i] as number);
  // Money is measured in means while it is searched, so that v is near 1 in any currency.
  const unit = sorted.reduce((sum, one) => sum + one, 0) / n;
  const starts = [
    [6, 4, 0.5],
    [2, 3, 1],
    [1, 10, 10],
  ].map((one) => Float64Array.from(one, Math.log));
  const scaled = sorted.map((one) => one / unit);
  const found = maximize(meanLogLikelihood(counts, scaled), starts, { bound: BOUND });
  const at = found.at.slice();
  at[2] = (at[2] as number) + Math.log(unit);
  return estimatesOf(NAMES, { ...found, at, value: found.value - Math.log(unit) }, { n, starts: starts.length });
}

/** Mean ln likelihood of means and its slopes along ln p, ln q, ln v; `count` is ascending. */
function meanLogLikelihood(count: Float64Array, mean: Float64Array) {
  const n = count.length;
  const logMean = mean.map(Math.log);
  return (at: Float64Array, gradient: Float64Array): number => {
    const [p, q, v] = at.map(Math.exp) as unknown as [number, number, number];
    const logV = at[2] as number;
    const [base, psiQ] = [q * logV - logGamma(q), digamma(q)];
    let [value, slopeP, slopeQ, slopeV] = [0, 0, 0, 0];
    let [k, shared, psiAll, psiOwn, logK] = [Number.NaN, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      if (count[i] !== k) {
        k = count[i] as number;
        logK = Math.log(k);
        shared = base + logGamma(p * k + q) - logGamma(p * k) + p * k * logK;
        [psiAll, psiOwn] = [digamma(p * k + q), digamma(p * k)];
      }
      const log = logMean[i] as number;
      const spent = k * (mean[i] as number) + v;
      const logSpent = Math.log(spent);
      value += shared + (p * k - 1) * log - (p * k + q) * logSpent;
      slopeP += k * (psiAll - psiOwn + log + logK - logSpent);
      slopeQ += psiAll - psiQ + logV - logSpent;
      slopeV += q / v - (p * k + q) / spent;
    }
    gradient[0] = (slopeP * p) / n;
    gradient[1] = (slopeQ * q) / n;
    gradient[2] = (slopeV * v) / n;
    return value / n;
  };
}

/** Σ ln likelihood of the customers' mean values. */
export function gammaGammaLogLikelihood({ count, mean }: Spending, { p, q, v }: GammaGamma): number {
  return meanLogLikelihood(count, mean)(Float64Array.of(p, q, v).map(Math.log), new Float64Array(3)) * count.length;
}

/**
 * E[M | x, m̄]: the value that a customer's purchases have on average, from x purchases worth m̄ each: the mean of all
 * customers, p·v/(q−1), and the own one, weighed by how much the own one is known to be worth. x = 0 gives the former.
 * Needs q > 1: else the mean of all customers does not exist.
 */
export function expectedSpending({ p, q, v }: GammaGamma, count: number, mean: number): number {
  const own = (p * count) / (p * count + q - 1);
  return (1 - own) * ((v * p) / (q - 1)) + (count === 0 ? 0 : own * mean);
}
