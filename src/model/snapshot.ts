import type { CivilDay } from './civil-day.js';
import type { Dataset } from './dataset.js';

/** How it is known when an export was taken: somebody said so, its file's name does, or its newest recorded day. */
export const TAKEN_FROM = ['said', 'file_name', 'data'] as const;
export type TakenFrom = (typeof TAKEN_FROM)[number];

/** One export of the deals, among several that are compared. */
export interface Snapshot {
  readonly dataset: Dataset;
  /** The day that it shows; null where nothing tells. */
  readonly taken: CivilDay | null;
  readonly takenFrom: TakenFrom;
  /** The files that its deals stand in. */
  readonly files: readonly string[];
}
