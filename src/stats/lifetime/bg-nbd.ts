import { incompleteBeta, logBeta, logGamma } from '../beta.js';
import { type BetaPoints, betaPoints, softplus } from '../beta-mean.js';
import { digamma } from '../digamma.js';
import { maximize } from '../optimize.js';
import { type Estimates, estimatesOf } from './estimates.js';
import { type Histories, runsOf, thinned } from './histories.js';

/**
 * The BG/NBD model of repeat purchases (P. S. Fader, B. G. S. Hardie, K. L. Lee, Marketing Science 24, 2005): while
 * alive a customer buys at a rate λ ~ Gamma(r, α), and after each repeat purchase drops out with probability
 * p ~ Beta(a, b). α is a time, in the unit of the histories.
 */
export type BgNbd = Readonly<Record<BgNbdName, number>>;
export type BgNbdName = 'r' | 'alpha' | 'a' | 'b';
const NAMES: readonly BgNbdName[] = ['r', 'alpha', 'a', 'b'];

/** ln of the largest parameter that counts as found: beyond it the customers are all alike, or nobody drops out. */
const SEARCH = { bound: Math.log(2_000) };
/** So many histories are searched from every start, of more a part. */
const FEW = 10_000;

/** Maximum likelihood estimates from four starts. Two customers or more, of whom some bought again. */
export function fitBgNbd(histories: Histories): Estimates<BgNbdName> {
  let [purchases, time] = [0, 0];
  for (let i = 0; i < histories.size; i++) {
    purchases += (histories.x[i] as number) * (histories.weight[i] as number);
    time += (histories.age[i] as number) * (histories.weight[i] as number);
  }
  // Time is measured in mean ages while it is searched, so that α is near 1 whatever the unit.
  const unit = time / histories.customers;
  const rate = (2 * Math.max(1, purchases)) / histories.customers;
  const starts = [
    [0.3, 0.8, 2.5],
    [1, 1, 5],
    [3, 0.3, 1],
    [0.1, 3, 8],
  ].map(([r, a, b]) => Float64Array.of(r as number, (r as number) / rate, a as number, b as number).map(Math.log));
  const scaled = {
    ...histories,
    last: histories.last.map((one) => one / unit),
    age: histories.age.map((one) => one / unit),
  };
  // With many customers a part of them shows where the top is; from there all of them find it.
  const near = scaled.size <= FEW ? null : maximize(meanLogLikelihood(thinned(scaled, FEW)), starts, SEARCH);
  const found = maximize(meanLogLikelihood(scaled), near?.end === 'converged' ? [near.at] : starts, SEARCH);
  const at = found.at.slice();
  at[1] = (at[1] as number) + Math.log(unit);
  const value = found.value - (Math.log(unit) * purchases) / histories.customers;
  return estimatesOf(NAMES, { ...found, at, value }, { n: histories.customers, starts: starts.length });
}

/** Σ ln likelihood of the customers. */
export function bgNbdLogLikelihood(histories: Histories, { r, alpha, a, b }: BgNbd): number {
  const at = Float64Array.of(r, alpha, a, b).map(Math.log);
  return meanLogLikelihood(histories)(at, new Float64Array(4)) * histories.customers;
}

/**
 * Mean ln likelihood and its slopes along ln r, ln α, ln a, ln b. With B(a+1, b+x−1) = B(a, b+x)·a/(b+x−1) both terms of
 * a customer share all but one factor e^u, so that the sum is ln(1 + e^u), and its share is P(dropped out).
 */
function meanLogLikelihood({ size, x, last, age, weight, customers }: Histories) {
  const runs = runsOf(x);
  return (at: Float64Array, gradient: Float64Array): number => {
    const [r, alpha, a, b] = at.map(Math.exp) as unknown as [number, number, number, number];
    const logAlpha = at[1] as number;
    const base = r * logAlpha - logGamma(r) - logBeta(a, b);
    const [psiR, psiB, psiAB] = [digamma(r), digamma(b), digamma(a + b)];
    let [value, slopeR, slopeAlpha, slopeA, slopeB] = [0, 0, 0, 0, 0];
    for (let run = 0; run + 1 < runs.length; run++) {
      const start = runs[run] as number;
      const stop = Math.min(size, runs[run + 1] as number);
      const k = x[start] as number;
      const shared = base + logGamma(r + k) + logBeta(a, b + k);
      const sharedR = digamma(r + k) - psiR + logAlpha;
      const sharedAB = psiAB - digamma(a + b + k);
      const sharedB = k === 0 ? sharedAB : sharedAB + digamma(b + k) - psiB;
      const logOdds = k === 0 ? 0 : Math.log(a / (b + k - 1));
      const [perA, perB] = k === 0 ? [0, 0] : [1 / a, 1 / (b + k - 1)];
      for (let i = start; i < stop; i++) {
        const w = weight[i] as number;
        const whole = alpha + (age[i] as number);
        const logWhole = Math.log(whole);
        let [logs, gone, since, sinceAlpha] = [0, 0, 0, 0];
        if (k > 0) {
          const until = alpha + (last[i] as number);
          since = logWhole - Math.log(until);
          sinceAlpha = 1 / whole - 1 / until;
          const u = logOdds + (r + k) * since;
          logs = softplus(u);
          gone = 1 / (1 + Math.exp(-u));
        }
        value += w * (shared - (r + k) * logWhole + logs);
        slopeR += w * (sharedR - logWhole + gone * since);
        slopeAlpha += w * (r / alpha - (r + k) / whole + gone * (r + k) * sinceAlpha);
        slopeA += w * (sharedAB + gone * perA);
        slopeB += w * (sharedB - gone * perB);
      }
    }
    gradient[0] = (slopeR * r) / customers;
    gradient[1] = (slopeAlpha * alpha) / customers;
    gradient[2] = (slopeA * a) / customers;
    gradient[3] = (slopeB * b) / customers;
    return value / customers;
  };
}

/** P(alive): that a customer with x repeat purchases, the last at t_x, has not dropped out at T. 1 by construction for x = 0. */
export function aliveProbability({ r, alpha, a, b }: BgNbd, x: number, last: number, age: number): number {
  if (x === 0) return 1;
  const u = Math.log(a / (b + x - 1)) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + last));
  return 1 / (1 + Math.exp(u));
}

/**
 * Purchases to come of customers who are alive after x repeat purchases: those of the next t at age T, without a series.
 * Given alive, λ ~ Gamma(r + x, α + T) and p ~ Beta(a, b + x), so that E[(1 − e^(−λpt)) / p] is a mean over p alone,
 * E[(1 − (1 + p·t/(α+T))^−(r+x)) / p]. It equals the published formula with ₂F₁ and needs no care at a = 1, where that
 * one divides 0 by 0.
 */
export class Coming {
  readonly #points: BetaPoints;
  readonly #shape: number;
  readonly #alpha: number;

  constructor({ r, alpha, a, b }: BgNbd, x: number) {
    this.#points = betaPoints(a, b + x);
    this.#shape = r + x;
    this.#alpha = alpha;
  }

  /** E[purchases in the next t | alive at T]. */
  within(t: number, age: number): number {
    const { p, weight } = this.#points;
    const ratio = t / (this.#alpha + age);
    let total = 0;
    for (let k = 0; k < p.length; k++) {
      const share = p[k] as number;
      total -= ((weight[k] as number) * Math.expm1(-this.#shape * Math.log1p(share * ratio))) / share;
    }
    return total;
  }

  /**
   * Σ factors[m] · (purchases in step m + 1 | alive at T), the steps of one length following each other from T on: with
   * factors of 1 `within` all of them, with discount factors what they are worth today, in purchases.
   */
  inSteps(step: number, factors: Float64Array, age: number): number {
    const { p, weight } = this.#points;
    const ratio = step / (this.#alpha + age);
    let total = 0;
    for (let k = 0; k < p.length; k++) {
      const share = p[k] as number;
      let [before, own] = [0, 0];
      for (let m = 0; m < factors.length; m++) {
        const until = -Math.expm1(-this.#shape * Math.log1p(share * ratio * (m + 1)));
        own += (factors[m] as number) * (until - before);
        before = until;
      }
      total += ((weight[k] as number) * own) / share;
    }
    return total;
  }
}

/** E[X(t)]: repeat purchases expected of a new customer in t. CDNOW: 1.8576 in 78 weeks. */
export function expectedPurchases(model: BgNbd, t: number): number {
  return new Coming(model, 0).within(t, 0);
}

/** E[Y(t) | x, t_x, T]: purchases expected of a customer in the next t. CDNOW: 1.226 in 39 weeks of (2, 30.43, 38.86). */
export function expectedComing(model: BgNbd, t: number, x: number, last: number, age: number): number {
  return aliveProbability(model, x, last, age) * new Coming(model, x).within(t, age);
}

/** P(X(t) = k): that a new customer makes k repeat purchases in t (the paper's equation 8). */
export function purchasesProbability({ r, alpha, a, b }: BgNbd, k: number, t: number): number {
  const z = t / (alpha + t);
  if (t <= 0) return k === 0 ? 1 : 0;
  const alive = Math.exp(
    logBeta(a, b + k) -
      logBeta(a, b) +
      logGamma(r + k) -
      logGamma(r) -
      logGamma(k + 1) +
      r * Math.log1p(-z) +
      k * Math.log(z),
  );
  if (k === 0) return alive;
  // P(the k-th purchase of an undying customer comes within t), the tail of a negative binomial count.
  const reached = incompleteBeta(z, k, r);
  return alive + Math.exp(logBeta(a + 1, b + k - 1) - logBeta(a, b)) * reached;
}
