import type { Buying, Spending } from '../kpi/lifetime/models.js';
import type { Lifetime } from './sections/parts/lifetime-schema.js';

/** The model of purchases as documents print it; null where there is none. */
export function buyingEntry({ estimates }: Buying): Lifetime['model'] {
  if (estimates === null) return null;
  return {
    name: 'bg_nbd',
    timeUnit: 'week',
    parameters: parametersOf(estimates),
    logLikelihood: estimates.logLikelihood,
    starts: estimates.starts,
    converged: estimates.end === 'converged',
  };
}

/** The model of what a purchase is worth; null where there is none. */
export function spendingEntry({ estimates, correlation, n }: Spending): Lifetime['spend'] {
  if (estimates === null) return null;
  return {
    name: 'gamma_gamma',
    parameters: parametersOf(estimates),
    logLikelihood: estimates.logLikelihood,
    correlation,
    n,
  };
}

function parametersOf({
  names,
  values,
  standardErrors,
}: NonNullable<(Buying | Spending)['estimates']>): NonNullable<Lifetime['model']>['parameters'] {
  const of = (from: Readonly<Record<string, number>> | null, name: string): number | null => from?.[name] ?? null;
  return names.map((name) => ({
    name,
    value: of(values, name) ?? Number.NaN,
    standardError: of(standardErrors, name),
  }));
}
