import type { Reason } from '../locale/reasons.js';
import type { Snapshot } from '../model/snapshot.js';

/**
 * Why nothing can be said of what changed between exports; null where something can. Without a column that says which
 * deals are open, won and lost, every deal of a file would seem to have left the pipeline.
 */
export function incomparable(snapshots: readonly Snapshot[]): Reason | null {
  if (snapshots.length < 2) return 'no_earlier_export';
  const tellsOutcomes = ({ dataset: { deals } }: Snapshot): boolean => deals.size === 0 || deals.has('outcome');
  return snapshots.every(tellsOutcomes) ? null : 'missing_field:outcome';
}
