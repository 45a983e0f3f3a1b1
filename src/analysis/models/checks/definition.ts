import type { Said } from '../../../locale/said.js';

/** Whether an assumption holds in the files, and the figures behind that; null where they do not tell. */
export interface Check {
  readonly holds: boolean | null;
  readonly evidence: Said;
}

/** Beyond chance at this level a difference is one (as everywhere in a report). */
export const SIGNIFICANT = 0.05;
