import { inverseOfNegative, type Maximum } from '../optimize.js';

/** Parameters found by maximum likelihood. All are positive and were searched as logarithms. */
export interface Estimates<Name extends string = string> {
  readonly names: readonly Name[];
  readonly values: Readonly<Record<Name, number>>;
  /** From the observed information; null where it tells none. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /** Of the logarithms of the parameters, row by row in the order of `names`; null likewise. */
  readonly covariance: Float64Array | null;
  readonly logLikelihood: number;
  /** `bound`: a parameter ran towards 0 or infinity, so the data do not determine it. */
  readonly end: Maximum['end'];
  /** Searches that were begun from different values. */
  readonly starts: number;
  /** How often the likelihood of all customers was computed for them. */
  readonly evaluations: number;
  /** Customers (the log likelihood's terms). */
  readonly n: number;
}

/** Turns the maximum of a mean log likelihood per customer, over logarithms, into estimates. */
export function estimatesOf<const Name extends string>(
  names: readonly Name[],
  { at, value, end, hessian, evaluations }: Maximum,
  { n, starts }: { readonly n: number; readonly starts: number },
): Estimates<Name> {
  const covariance = end === 'converged' ? inverseOfNegative(hessian.map((one) => one * n)) : null;
  const by = (of: (index: number) => number): Record<Name, number> =>
    Object.fromEntries(names.map((name, index) => [name, of(index)])) as Record<Name, number>;
  const parameter = (index: number): number => Math.exp(at[index] as number);
  return {
    names,
    values: by(parameter),
    standardErrors:
      covariance === null
        ? null
        : by((index) => parameter(index) * Math.sqrt(covariance[index * names.length + index] as number)),
    covariance,
    logLikelihood: value * n,
    end,
    starts,
    evaluations,
    n,
  };
}

/** Relative step of the differences that a delta method is taken with. */
const STEP = 1e-4;

/**
 * Slopes of many functions of the estimates along the logarithm of each parameter, by central differences: one array per
 * parameter, with one slope per function.
 */
export function slopesOf<Name extends string>(
  { names, values }: Estimates<Name>,
  of: (values: Readonly<Record<Name, number>>) => Float64Array,
): Float64Array[] {
  return names.map((name) => {
    const [up, down] = [STEP, -STEP].map((by) => of({ ...values, [name]: values[name] * Math.exp(by) })) as [
      Float64Array,
      Float64Array,
    ];
    return up.map((one, at) => (one - (down[at] as number)) / (2 * STEP));
  });
}

/**
 * Standard error by the delta method of a function with these slopes along the logarithms of the parameters: √(g'Vg).
 * Null where the estimates have no covariance.
 */
export function deltaError<Name extends string>(
  { covariance }: Estimates<Name>,
  slopes: readonly number[],
): number | null {
  if (covariance === null) return null;
  let variance = 0;
  slopes.forEach((one, i) => {
    slopes.forEach((other, j) => {
      variance += one * other * (covariance[i * slopes.length + j] as number);
    });
  });
  return Math.sqrt(Math.max(0, variance));
}
