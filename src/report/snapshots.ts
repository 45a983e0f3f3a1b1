/** Several exports of the same deals: when each was taken, in which order they follow each other, and what is odd. */
import { type Said, said } from '../locale/said.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Snapshot } from '../model/snapshot.js';
import { dataClock } from './as-of.js';

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

/** After every day that a file can hold: what is recorded is read without a clock, so that it has one answer on any day. */
export const NO_TODAY: CivilDay = Number.MAX_SAFE_INTEGER;

/**
 * The exports in the order in which they were taken. Those of one day stay in the order given, as all do where the day
 * of one is not known.
 */
export function inOrder(exports: readonly Export[]): OrderedExports {
  const given = exports.map(dated);
  const undated = given.filter(({ taken }) => taken === null);
  if (undated.length > 0) {
    const files = undated.flatMap((one) => one.files);
    return { snapshots: given, warnings: given.length > 1 ? [said('snapshots_undated', { files })] : [] };
  }
  const snapshots = [...given].sort((a, b) => (a.taken ?? 0) - (b.taken ?? 0));
  return { snapshots, warnings: [...reordered(given, snapshots), ...sameDays(snapshots)] };
}

/** The day that an export shows: as was said, else its newest recorded one. */
function dated({ dataset, said: day }: Export): Snapshot {
  const files = filesOf(dataset);
  if (day !== null) return { dataset, taken: day, takenFrom: 'said', files };
  return { dataset, taken: dataClock(dataset, NO_TODAY).dataEnd, takenFrom: 'data', files };
}

/** The files that the deals stand in: of orders, where there are no deals. */
function filesOf({ sources }: Dataset): string[] {
  const role = sources.some((source) => source.role === 'deals') ? 'deals' : 'orders';
  return sources.filter((source) => source.role === role).map(({ file }) => file);
}

function reordered(given: readonly Snapshot[], ordered: readonly Snapshot[]): Said[] {
  if (given.every((one, at) => one === ordered[at])) return [];
  return [said('snapshots_reordered', { exports: ordered.map(named) })];
}

function sameDays(ordered: readonly Snapshot[]): Said[] {
  const days = [...new Set(ordered.map(({ taken }) => taken))];
  return days.flatMap((day) => {
    const same = ordered.filter(({ taken }) => taken === day);
    return day === null || same.length < 2
      ? []
      : [said('snapshots_same_day', { day: isoDay(day), files: same.flatMap(({ files }) => files) })];
  });
}

function named({ files, taken }: Snapshot): { readonly files: readonly string[]; readonly taken: string } {
  return { files, taken: taken === null ? '' : isoDay(taken) };
}
