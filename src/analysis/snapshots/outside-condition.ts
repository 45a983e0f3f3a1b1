/** Deals that seem to come or go because a condition is true of them in one snapshot only. */
import type { Deals } from '../../model/deals.js';
import type { ComparedPair } from './compare.js';
import { CLASS_CODE } from './definition.js';
import { matchDeals } from './match.js';

export interface OutsideCondition {
  /** Of the deals that are open in the older snapshot alone, those that the newer file has. */
  readonly vanished: number;
  /** Of the open deals that only the newer snapshot has, those that the older file has. */
  readonly appeared: number;
}

/** @param wholes all deals of the two files, where a condition left some out of their snapshots; null = none was left out */
export function outsideCondition(
  { compared, before, after }: ComparedPair,
  wholes: { readonly before: Deals | null; readonly after: Deals | null },
): OutsideCondition {
  const { size, old, now, classOf } = compared;
  const later = wholes.after === null ? null : matchDeals(before.snapshot.deals, wholes.after);
  const earlier = wholes.before === null ? null : matchDeals(wholes.before, after.snapshot.deals);
  let [vanished, appeared] = [0, 0];
  for (let at = 0; at < size; at++) {
    const [row, rowNow, code] = [old[at] as number, now[at] as number, classOf[at] as number];
    if (code === CLASS_CODE.vanished && (later?.nowOf[row] ?? -1) >= 0) vanished++;
    if (code === CLASS_CODE.new && (earlier?.oldOf[rowNow] ?? -1) >= 0) appeared++;
  }
  return { vanished, appeared };
}
