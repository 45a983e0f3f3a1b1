import { isMean } from '../kpi/figures.js';
import type { Measured } from '../kpi/measure.js';
import type { Breakdown } from './schema.js';

type Kpis = Breakdown['groups'][number]['kpis'];
type Groups = readonly { readonly kpis: Kpis }[];

/** The counts and sums of a report by their KPIs: no rates, no means, and nothing that is made of other KPIs. */
export function totalsOf(measured: readonly Measured[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { kpi, measurement } of measured) {
    if (measurement.value === null || isMean(measurement) || measurement.denominator !== undefined) continue;
    if ((kpi.unit === 'count' || kpi.unit === 'money') && kpi.uses === undefined) totals.set(kpi.id, measurement.value);
  }
  return totals;
}

/** Groups that add up to the figure of all, but for what adding fractions loses. */
const CLOSE = 1e-9;

/**
 * The shares of a KPI that each of the groups has in the figure of all, by its id; no entry where the groups do not add up
 * to it (rates, means, customers who are in several), where one is negative, and of a single group.
 */
export function sharesOf(
  groups: Groups,
  rest: Breakdown['rest'],
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, (value: number | null) => number | null> {
  const all = rest === null ? groups : [...groups, rest];
  const shares = new Map<string, (value: number | null) => number | null>();
  if (all.length < 2) return shares;
  for (const [index, { id }] of (all[0]?.kpis ?? []).entries()) {
    const total = totals.get(id) ?? 0;
    const values = all.map(({ kpis }) => kpis[index]?.value ?? 0);
    const sum = values.reduce((one, other) => one + other, 0);
    if (total <= 0 || values.some((value) => value < 0) || Math.abs(sum - total) > CLOSE * total) continue;
    shares.set(id, (value) => (value === null ? null : value / total));
  }
  return shares;
}

/** Enters the shares into groups that were just made. */
export function enterShares(groups: Groups, shares: ReturnType<typeof sharesOf>): void {
  if (shares.size === 0) return;
  for (const { kpis } of groups) {
    for (const kpi of kpis) kpi.share = shares.get(kpi.id)?.(kpi.value) ?? null;
  }
}
