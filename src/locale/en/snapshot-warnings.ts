import type { Wording } from '../wording.js';

/** Fields that are compared, as a sentence names what a file lacks. */
const COMPARED = {
  id: 'ids',
  name: 'names',
  account: 'accounts',
  owner: 'owners',
  pipeline: 'pipelines',
  stage: 'stages',
  outcome: 'outcomes',
  amount: 'amounts',
  created_at: 'creation dates',
  expected_close: 'expected close dates',
  probability: 'probabilities',
} as const;

export type ComparedField = keyof typeof COMPARED;

/** An export by its files, and what else is said of it. */
interface OfExport {
  readonly files: readonly string[];
}

interface Taken extends OfExport {
  /** ISO day. */
  readonly taken: string;
}

interface Lacking extends OfExport {
  readonly fields: readonly ComparedField[];
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
  snapshots_undated: ({ files }: OfExport) =>
    `Nothing tells when ${all(files)} ${files.length === 1 ? 'was' : 'were'} taken, so the exports are compared in the order given, the oldest first; --taken says the days.`,
  snapshots_same_file: ({ files }: OfExport) =>
    `${files.length === 1 ? `${all(files)} is given several times` : `${all(files)} are the same file, byte for byte`}: nothing can have changed between them.`,
  snapshot_name_contradicted: (
    { files, named, newest }: OfExport & { readonly named: string; readonly newest: string },
    { day }: Wording,
  ) =>
    `${all(files)} is named after ${day(named)}, but holds something recorded on ${day(newest)}, and counts as taken then; --taken says another day.`,
  snapshots_other_fields: ({ exports }: { readonly exports: readonly Lacking[] }) =>
    `The exports have other columns: ${exports
      .map(({ files, fields }) => `${all(files)} tells no ${fields.map((field) => COMPARED[field]).join(', ')}`)
      .join('; ')}. What hangs on these cannot be compared.`,
  snapshots_empty: ({ files, where }: OfExport & { readonly where: boolean }) =>
    where
      ? `--where leaves no deal of ${all(files)}: everything that it leaves of the other export counts as new or vanished.`
      : `${all(files)} ${files.length === 1 ? 'holds' : 'hold'} no deal: everything in the other export counts as new or vanished.`,
} as const;
