import type { Outcome } from '../model/outcome.js';

/**
 * What the name of a stage or status says by itself: an outcome; `closed`, but not how; `ended`: it holds a word that
 * ends deals and must be asked about; `lifecycle`: how far a customer has come, where it stands in a status; `nothing`.
 */
export type StageSense = Outcome | 'closed' | 'ended' | 'lifecycle' | 'nothing';

/** All of them: a built program holds their numbers. */
export const STAGE_SENSES = [
  'won',
  'lost',
  'open',
  'excluded',
  'closed',
  'ended',
  'lifecycle',
  'nothing',
] as const satisfies readonly StageSense[];
