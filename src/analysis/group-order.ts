/** In which order the groups of a breakdown stand. */
import type { Kpi } from '../kpi/definition.js';
import type { Measured } from '../kpi/measure.js';

/** What groups may be ordered by beside a KPI: their names, their records, the change of their main figure. */
export const SORTS_BESIDE_KPIS = ['name', 'records', 'change'] as const;

/** An order as it was asked for. */
export interface GroupSort {
  /** A KPI's id, or one of {@link SORTS_BESIDE_KPIS}. */
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

/** An order as it came about. */
export interface GroupOrder {
  /** A KPI's id, one of {@link SORTS_BESIDE_KPIS}, or `own`: periods in time, ranges from the lowest. */
  readonly by: string;
  /** By `change`: the KPI whose change it is. */
  readonly of: string | null;
  readonly direction: 'asc' | 'desc';
}

/** What an order looks at. */
export interface Sortable {
  readonly key: readonly string[];
  readonly n: number;
  measure(kpi: Kpi): Measured;
  /** The same of the compared period; null where nothing is compared. */
  before(kpi: Kpi): Measured | null;
}

/** What groups are ordered by where nothing is asked for: a group of subscriptions has the second alone. */
const WORTH = ['revenue_won', 'mrr'];

interface Rule {
  readonly order: GroupOrder;
  /** Null where the group has none: such groups come last in either direction. */
  rank(group: Sortable): number | null;
}

/**
 * The groups in order, and the order that it is. As asked; else by the first KPI asked for, a rate by the lower end of
 * its interval (of a descending order; the upper end of an ascending one), so that 1 of 1 does not beat 90 of 100, and
 * the better first; without one by won value. Ties, and groups without a value, by won value, then by the number of
 * deals, then by key. Where no group has a value for it, the order is the next of these.
 */
export function ordered<G extends Sortable>(
  groups: readonly G[],
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  sort: GroupSort | null,
): { readonly groups: readonly G[]; readonly order: GroupOrder } {
  const kpi = (id: string | undefined): Kpi | undefined => catalogue.find((one) => one.id === id);
  const worth = WORTH.map(kpi).filter((one) => one !== undefined);
  const first = kpi(ids?.[0]);
  const usual = [...(first === undefined ? [] : [betterFirst(first)]), ...worth.map((one) => byKpi(one, 'desc'))];
  const asked = sort === null ? [] : askedRules(sort, first === undefined ? worth : [first, ...worth], kpi);
  const ranked = groups.map((group) => ({ group, ranks: new Map<Rule, number | null>() }));
  const rankOf = ({ group, ranks }: (typeof ranked)[number], rule: Rule): number | null => {
    const known = ranks.get(rule);
    if (known !== undefined) return known;
    const rank = rule.rank(group);
    ranks.set(rule, rank);
    return rank;
  };
  const rules = [...asked, ...usual];
  const byName = sort?.by === 'name' ? sort.direction : null;
  ranked.sort((a, b) => {
    if (byName !== null) return compareNames(a.group.key, b.group.key) * (byName === 'asc' ? 1 : -1);
    for (const rule of rules) {
      const difference = compareRanks(rankOf(a, rule), rankOf(b, rule), rule.order.direction);
      if (difference !== 0) return difference;
    }
    return b.group.n - a.group.n || compareKeys(a.group.key, b.group.key);
  });
  const telling = rules.find((rule) => ranked.some((one) => rankOf(one, rule) !== null));
  const order: GroupOrder =
    byName !== null
      ? { by: 'name', of: null, direction: byName }
      : (telling?.order ?? { by: 'records', of: null, direction: 'desc' });
  return { groups: ranked.map(({ group }) => group), order };
}

/** Periods in time, ranges from the lowest. */
export const OWN_ORDER: GroupOrder = { by: 'own', of: null, direction: 'asc' };

/** Groups in order, and how many come before each as it is counted: by the values without an order of their own. */
export interface Arranged<G> {
  readonly groups: readonly G[];
  readonly order: GroupOrder;
  /** The place of a group's row; null where all values have an order of their own. */
  readonly row: ((group: G) => number) | null;
}

/**
 * The groups in order where some columns have an order of their own: by the combinations of the other columns, each taken
 * as one group, and within each by the own order.
 *
 * @param merge several groups as one
 * @param sort puts groups in order
 */
export function arranged<G extends Sortable>(
  groups: readonly G[],
  by: readonly { readonly column: { readonly values: readonly string[] }; readonly spans?: unknown }[],
  merge: (groups: readonly G[], key: readonly string[]) => G,
  sort: (groups: readonly G[]) => { readonly groups: readonly G[]; readonly order: GroupOrder },
): Arranged<G> {
  const placeOf = by.map(({ column, spans }) =>
    // An empty cell, the first of the values, comes last.
    spans === undefined ? null : new Map([...column.values.slice(1), ''].map((value, place) => [value, place])),
  );
  if (placeOf.every((places) => places === null)) {
    const sorted = sort(groups);
    const place = new Map(sorted.groups.map((group, index) => [group, index]));
    return { ...sorted, row: (group) => place.get(group) ?? 0 };
  }
  const nameOf = ({ key }: G): string[] => key.filter((_, index) => placeOf[index] === null);
  const rows = new Map<string, G[]>();
  for (const group of groups) {
    const name = JSON.stringify(nameOf(group));
    const row = rows.get(name);
    if (row === undefined) rows.set(name, [group]);
    else row.push(group);
  }
  const alone = placeOf.every((places) => places !== null);
  const merged = alone ? null : sort([...rows.values()].map((own) => merge(own, nameOf(own[0] as G))));
  const rowOf = new Map(merged?.groups.map((group, index) => [JSON.stringify(group.key), index]));
  const row = (group: G): number => rowOf.get(JSON.stringify(nameOf(group))) ?? 0;
  const sorted = [...groups].sort((a, b) => {
    for (let index = -1; index < placeOf.length; index++) {
      const places = placeOf[index];
      const difference =
        index < 0
          ? row(a) - row(b)
          : places == null
            ? 0
            : placeIn(places, a.key[index]) - placeIn(places, b.key[index]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return { groups: sorted, order: merged?.order ?? OWN_ORDER, row: alone ? null : row };
}

function placeIn(places: ReadonlyMap<string, number>, value = ''): number {
  return places.get(value) ?? places.size;
}

function askedRules(
  { by, direction }: GroupSort,
  main: readonly Kpi[],
  kpi: (id: string) => Kpi | undefined,
): readonly Rule[] {
  if (by === 'name') return [];
  if (by === 'records') return [{ order: { by, of: null, direction }, rank: ({ n }) => n }];
  if (by === 'change') return main.map((one) => byChange(one, direction));
  const own = kpi(by);
  return own === undefined ? [] : [byKpi(own, direction)];
}

function betterFirst(kpi: Kpi): Rule {
  return byKpi(kpi, kpi.better === 'lower' ? 'asc' : 'desc');
}

function byKpi(kpi: Kpi, direction: GroupOrder['direction']): Rule {
  return {
    order: { by: kpi.id, of: null, direction },
    rank: (group) => {
      const { measurement, byCurrency } = group.measure(kpi);
      // Nothing says how much of one currency is more than so much of another.
      if (measurement.value === null || (byCurrency !== null && kpi.unit.startsWith('money'))) return null;
      if (kpi.unit !== 'ratio') return measurement.value;
      const { interval } = measurement;
      return (direction === 'desc' ? interval?.low : interval?.high) ?? measurement.value;
    },
  };
}

function byChange(kpi: Kpi, direction: GroupOrder['direction']): Rule {
  return {
    order: { by: 'change', of: kpi.id, direction },
    rank: (group) => {
      const [now, then] = [group.measure(kpi).measurement, group.before(kpi)?.measurement];
      return then === undefined || now.value === null || then.value === null ? null : now.value - then.value;
    },
  };
}

/** No value is last whatever the direction. */
function compareRanks(a: number | null, b: number | null, direction: GroupOrder['direction']): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a === b) return 0;
  return a < b === (direction === 'asc') ? -1 : 1;
}

/** By code point, an empty cell last: the machine's language must not change the order. */
function compareNames(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, i) => text !== b[i]);
  if (index < 0) return 0;
  const [one, other] = [a[index] as string, b[index] as string];
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, i) => text !== b[i]);
  if (index < 0) return 0;
  return (a[index] as string) < (b[index] as string) ? -1 : 1;
}
