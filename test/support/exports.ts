/** Snapshots from table literals. */
import { type ComparedPair, type CompareOptions, compareSnapshots } from '../../src/analysis/snapshots/compare.js';
import type { Snapshot } from '../../src/analysis/snapshots/definition.js';
import { day, dealsOf } from './deals.js';

/** An export, taken on the last day of January 2025 unless told otherwise. */
export function exportOf(table: string, taken = '2025-01-31', more: Partial<Snapshot> = {}): Snapshot {
  return { deals: dealsOf(table), taken: day(taken), ...more };
}

/** The first and the last of some exports, compared. */
export function comparedPair(snapshots: readonly Snapshot[], options: CompareOptions = {}): ComparedPair {
  return compareSnapshots(snapshots, options).pairs[0];
}

/** Two exports compared, a month apart. */
export function pairFrom(before: string, after: string, options: CompareOptions = {}): ComparedPair {
  return comparedPair([exportOf(before), exportOf(after, '2025-02-28')], options);
}
