/** Several exports of the same deals: when each was taken, and in which order they follow each other. */
import { type Said, said } from '../locale/said.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset, SourceAccount } from '../model/dataset.js';
import { dayInName } from '../model/day-in-name.js';
import type { Snapshot } from '../model/snapshot.js';
import { recordedDay } from './as-of.js';

/** One export as it was read. */
export interface Export {
  readonly dataset: Dataset;
  /** The day on which it was taken, where somebody said so. */
  readonly said: CivilDay | null;
}

export interface OrderedExports {
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[];
  readonly warnings: readonly Said[];
}

/**
 * The exports in the order in which they were taken. Those of one day stay in the order given, as all do where the day
 * of one is not known.
 */
export function inOrder(exports: readonly Export[]): OrderedExports {
  const found = exports.map(dated);
  const given = found.map(({ snapshot }) => snapshot);
  const contradicted = found.flatMap(({ warnings }) => warnings);
  const undated = given.filter(({ taken }) => taken === null);
  if (undated.length > 0) {
    const files = undated.flatMap((one) => one.files);
    return { snapshots: given, warnings: [...contradicted, said('snapshots_undated', { files })] };
  }
  const snapshots = [...given].sort((a, b) => (a.taken ?? 0) - (b.taken ?? 0));
  const same = sameFiles(snapshots);
  return {
    snapshots,
    warnings: [...contradicted, ...reordered(given, snapshots), ...same, ...sameDays(snapshots)],
  };
}

/** The files that the deals stand in: of orders, where there are no deals. */
export function dealSources({ sources }: Dataset): readonly SourceAccount[] {
  const role = sources.some((source) => source.role === 'deals') ? 'deals' : 'orders';
  return sources.filter((source) => source.role === role);
}

interface Dated {
  readonly snapshot: Snapshot;
  readonly warnings: readonly Said[];
}

/**
 * The day that an export shows: as was said, else the one that its file is named after, unless it holds something newer;
 * else its newest recorded one.
 */
function dated({ dataset, said: day }: Export): Dated {
  const files = dealSources(dataset).map(({ file }) => file);
  const one = (taken: Snapshot['taken'], takenFrom: Snapshot['takenFrom'], ...warnings: readonly Said[]): Dated => ({
    snapshot: { dataset, taken, takenFrom, files },
    warnings,
  });
  if (day !== null) return one(day, 'said');
  const newest = recordedDay(dataset);
  const named = dayNamed(files);
  if (named === null) return one(newest, 'data');
  if (newest === null || newest <= named) return one(named, 'file_name');
  const contradicted = { files, named: isoDay(named), newest: isoDay(newest) };
  return one(newest, 'data', said('snapshot_name_contradicted', contradicted));
}

/** The day that all files are named after. */
function dayNamed(files: readonly string[]): CivilDay | null {
  const [day = null, ...others] = new Set(files.map(dayInName));
  return others.length === 0 ? day : null;
}

function reordered(given: readonly Snapshot[], ordered: readonly Snapshot[]): Said[] {
  if (given.every((one, at) => one === ordered[at])) return [];
  const exports = ordered.map(({ files, taken }) => ({ files, taken: taken === null ? '' : isoDay(taken) }));
  return [said('snapshots_reordered', { exports })];
}

/** The same file twice needs no second word about its day. */
function sameDays(ordered: readonly Snapshot[]): Said[] {
  return groupsOf(ordered, ({ taken }) => taken).flatMap(([first, ...others]) =>
    first.taken === null || others.every((one) => contentOf(one) === contentOf(first))
      ? []
      : [said('snapshots_same_day', { day: isoDay(first.taken), files: [first, ...others].flatMap(filesOf) })],
  );
}

function sameFiles(ordered: readonly Snapshot[]): Said[] {
  return groupsOf(ordered, contentOf).map((same) =>
    said('snapshots_same_file', { files: [...new Set(same.flatMap(filesOf))] }),
  );
}

function contentOf({ dataset }: Snapshot): string {
  return dealSources(dataset)
    .map(({ sha256, sheet }) => `${sha256} ${sheet}`)
    .join();
}

function filesOf({ files }: Snapshot): readonly string[] {
  return files;
}

/** Exports that have something in common, where two or more do. */
function groupsOf(
  ordered: readonly Snapshot[],
  keyOf: (one: Snapshot) => unknown,
): (readonly [Snapshot, ...Snapshot[]])[] {
  const groups = new Map<unknown, [Snapshot, ...Snapshot[]]>();
  for (const one of ordered) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
