import { UnitSums } from '../../../analysis/snapshots/money-sums.js';
import { type Money, moneyOf } from '../../../analysis/snapshots/money-units.js';
import { isoDay } from '../../../model/civil-day.js';
import { OPEN } from '../../../model/outcome.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { partitionOf } from '../../partition.js';
import type { Changes } from './changes-schema.js';

/**
 * Each export with what it holds, oldest first.
 * @param money the amounts of these exports, where they are at hand
 */
export function snapshotEntries(
  snapshots: readonly Snapshot[],
  money: Money = moneyOf(snapshots.map(({ dataset }) => dataset.deals)),
): Changes['snapshots'] {
  return snapshots.map(({ dataset, taken, takenFrom, files }, at) => ({
    files: [...files],
    taken: taken === null ? null : isoDay(taken),
    takenFrom,
    ...partitionOf(dataset.deals),
    openAmount: openAmount(dataset, money, at),
  }));
}

/** Σ of the amounts of open deals; null where none of them has one, no column tells which are open, or currencies differ. */
function openAmount({ deals }: Snapshot['dataset'], money: Money, at: number): number | null {
  const amounts = money.snapshots[at];
  if (amounts === undefined || !deals.has('amount') || !deals.has('outcome')) return null;
  const outcome = deals.column('outcome');
  const sums = new UnitSums(money);
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] === OPEN) sums.add(amounts.units[row] as number, amounts.bucket[row] as number);
  }
  return sums.known().amount;
}
