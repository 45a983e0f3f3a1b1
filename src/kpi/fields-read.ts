/** Which fields the KPIs of a catalogue read. */
import type { DealField } from '../model/deals.js';
import type { Kpi } from './definition.js';

/** The KPIs of a catalogue by their ids. */
export type ById = ReadonlyMap<string, Kpi>;
const byIds = new WeakMap<readonly Kpi[], ById>();

/** Found once per catalogue: a breakdown measures thousands of groups. */
export function byIdOf(catalogue: readonly Kpi[]): ById {
  let byId = byIds.get(catalogue);
  if (byId === undefined) {
    byId = new Map(catalogue.map((kpi) => [kpi.id, kpi]));
    byIds.set(catalogue, byId);
  }
  return byId;
}

const ofMoney = new WeakMap<ById, Map<Kpi, boolean>>();

/** Whether a figure is money, or made of it, so that currencies matter to it. */
export function isOfMoney(kpi: Kpi, byId: ById): boolean {
  let known = ofMoney.get(byId);
  if (known === undefined) {
    known = new Map();
    ofMoney.set(byId, known);
  }
  let answer = known.get(kpi);
  if (answer === undefined) {
    const { amounts } = kpi;
    answer = (amounts === undefined || amounts === 'against_target') && fieldsRead(kpi, byId).has('amount');
    known.set(kpi, answer);
  }
  return answer;
}

/** The fields that a KPI reads, by itself or through the KPIs it uses: what has to be loaded for it. */
export function fieldsRead(kpi: Kpi, catalogue: ById | readonly Kpi[]): Set<DealField> {
  const byId = catalogue instanceof Map ? catalogue : byIdOf(catalogue as readonly Kpi[]);
  const fields = new Set<DealField>();
  const seen = new Set<Kpi>();
  const visit = (one: Kpi): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const field of [...one.needs, ...(one.wants ?? [])]) fields.add(field);
    for (const id of one.uses ?? []) visit(kpiOf(byId, id));
  };
  visit(kpi);
  return fields;
}

/** The KPI of an id. One that the catalogue does not have is a bug of the caller and throws. */
export function kpiOf(catalogue: ById, id: string): Kpi {
  const kpi = catalogue.get(id);
  if (kpi === undefined) throw new RangeError(`the catalogue has no KPI ${id}`);
  return kpi;
}
