import { isoDay } from '../../../model/civil-day.js';
import { OPEN } from '../../../model/outcome.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { sum } from '../../../stats/sum.js';
import { currenciesOf } from '../../measure-request.js';
import { partitionOf } from '../../partition.js';
import type { Changes } from './changes-schema.js';

/** Each export with what it holds, oldest first. */
export function snapshotEntries(snapshots: readonly Snapshot[]): Changes['snapshots'] {
  return snapshots.map(({ dataset, taken, takenFrom, files }) => ({
    files: [...files],
    taken: taken === null ? null : isoDay(taken),
    takenFrom,
    ...partitionOf(dataset.deals),
    openAmount: openAmount(dataset),
  }));
}

/** Σ of the amounts of open deals; null where none is known, or they are in several currencies. */
function openAmount({ deals }: Snapshot['dataset']): number | null {
  if (!deals.has('amount') || currenciesOf(deals).length > 1) return null;
  const outcome = deals.column('outcome');
  const amounts = deals.column('amount').filter((amount, row) => outcome[row] === OPEN && !Number.isNaN(amount));
  return amounts.length === 0 ? null : sum(amounts);
}
