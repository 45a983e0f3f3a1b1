import type { Wording } from '../wording.js';

interface Taken {
  readonly files: readonly string[];
  /** ISO day. */
  readonly taken: string;
}

const all = (files: readonly string[]): string => files.join(', ');

/** What is odd about exports that are compared. */
export const SNAPSHOT_WARNINGS = {
  snapshots_reordered: ({ exports }: { readonly exports: readonly Taken[] }, { day }: Wording) =>
    `The exports were put in the order in which they were taken: ${exports
      .map(({ files, taken }) => `${all(files)} (${day(taken)})`)
      .join(', ')}. --taken says other days.`,
  snapshots_same_day: (
    { day: taken, files }: { readonly day: string; readonly files: readonly string[] },
    { day }: Wording,
  ) =>
    `${all(files)} were all taken on ${day(taken)} as far as they tell, and are compared in the order given; --taken says other days.`,
  snapshots_undated: ({ files }: { readonly files: readonly string[] }) =>
    `Nothing tells when ${all(files)} ${files.length === 1 ? 'was' : 'were'} taken, so the exports are compared in the order given, the oldest first; --taken says the days.`,
} as const;
