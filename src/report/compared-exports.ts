import type { AnySaid } from '../locale/said.js';
import type { Dataset, SourceAccount } from '../model/dataset.js';
import type { Snapshot } from '../model/snapshot.js';
import { convertDataset } from './convert.js';
import { type Clock, currenciesOfAll } from './measure-request.js';
import type { Resolved } from './request.js';

/** The exports of a document that compares some, in its currency. */
export interface ComparedExports {
  /** Oldest first; the last is of the document's own files. */
  readonly snapshots: readonly Snapshot[];
  /** What is odd about them, and what reading the earlier ones had to say. */
  readonly warnings: readonly AnySaid[];
  /** Files of the other ones that the document does not rest on already. */
  readonly otherSources: readonly SourceAccount[];
}

/** Exports as they were read, oldest first, with what is odd about them. */
export interface Compared {
  readonly snapshots: readonly Snapshot[];
  readonly warnings: readonly AnySaid[];
}

/**
 * The exports with every amount converted on one day, that of the newest: between two exports rates move, and that is no
 * growth.
 */
export function comparedExports(
  read: Dataset,
  compared: Compared | undefined,
  { resolved, clock }: { readonly resolved: Resolved; readonly clock: Clock },
): ComparedExports {
  if (compared === undefined) {
    const own: Snapshot = {
      dataset: read,
      taken: clock.asOf,
      takenFrom: resolved.asOf === null ? 'data' : 'said',
      files: read.sources.filter(({ role }) => role === 'deals').map(({ file }) => file),
    };
    return { snapshots: [own], warnings: [], otherSources: [] };
  }
  const newest = newestOf(compared).taken;
  const snapshots = compared.snapshots.map((one) => ({
    ...one,
    dataset: convertDataset(one.dataset, resolved.rates, newest, 'snapshot'),
  }));
  const others = snapshots.filter((_, at) => compared.snapshots[at]?.dataset !== read);
  const known = new Set(read.sources.map(keyOf));
  return {
    snapshots,
    warnings: [...compared.warnings, ...others.flatMap(({ dataset }) => dataset.warnings)],
    otherSources: others
      .flatMap(({ dataset }) => dataset.sources)
      // Companions go with every export; the same deals twice stay two files.
      .filter((source) => source.role === 'deals' || !known.has(keyOf(source))),
  };
}

/** The export that was taken last. */
export function newestOf({ snapshots }: Compared): Snapshot {
  const newest = snapshots[snapshots.length - 1];
  if (newest === undefined) throw new RangeError('there is no export to compare');
  return newest;
}

/** The currencies of all exports together. */
export function currenciesOfExports(snapshots: readonly Snapshot[]): string[] {
  return [...new Set(snapshots.flatMap(({ dataset }) => currenciesOfAll(dataset)))].sort();
}

function keyOf({ file, sha256 }: SourceAccount): string {
  return `${sha256} ${file}`;
}
