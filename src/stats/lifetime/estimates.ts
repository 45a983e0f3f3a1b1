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
  /** Customers (the log likelihood's terms). */
  readonly n: number;
}

/** Turns the maximum of a mean log likelihood per customer, over logarithms, into estimates. */
export function estimatesOf<const Name extends string>(
  names: readonly Name[],
  { at, value, end, hessian }: Maximum,
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
    n,
  };
}

/** Relative step of the differences that a delta method is taken with. */
const STEP = 1e-4;

/**
 * Standard error of a function of the estimates by the delta method: √(g'Vg), g its slopes along the logarithms of the
 * parameters by central differences. Null where the estimates have no covariance.
 */
export function deltaError<Name extends string>(
  { names, values, covariance }: Estimates<Name>,
  of: (values: Readonly<Record<Name, number>>) => number,
): number | null {
  if (covariance === null) return null;
  const size = names.length;
  const slopes = names.map((name) => {
    const shifted = (by: number): number => of({ ...values, [name]: values[name] * Math.exp(by) });
    return (shifted(STEP) - shifted(-STEP)) / (2 * STEP);
  });
  let variance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      variance += (slopes[i] as number) * (slopes[j] as number) * (covariance[i * size + j] as number);
    }
  }
  return Math.sqrt(Math.max(0, variance));
}
