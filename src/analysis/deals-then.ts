/** Deals as they were known on a day in the past on which they were open. */
import { amountsOverwritten, expectationsOverwritten } from '../kpi/hindsight.js';
import type { Question } from '../kpi/measure.js';
import { pointInTime } from '../kpi/snapshot.js';
import { NO_DAY } from '../model/civil-day.js';
import { missingColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { OPEN } from '../model/outcome.js';
import { knownThen } from './known-then.js';

/**
 * The deals with what was known at the snapshot of those open then: outcome, stage, amount and expected close as they
 * were, nothing where closing has overwritten it; no closing, and no plans, which are those of now. Of other deals its
 * columns tell nothing. The deals themselves where the snapshot is now.
 */
export function asKnownThen(deals: Deals, question: Question): Deals {
  if (pointInTime(question) === null || !deals.has('outcome')) return deals;
  const { size } = deals;
  const stage = knownThen({ name: 'stage', column: deals.column('stage'), field: 'stage' }, question);
  return deals.with({
    outcome: new Uint8Array(size).fill(OPEN),
    closed_at: new Int32Array(size).fill(NO_DAY),
    next_activity: missingColumn('day', size),
    ...(deals.has('stage') ? { stage: stage === 'overwritten' ? missingColumn('category', size) : stage } : {}),
    ...(deals.has('amount') && amountsOverwritten(question) ? { amount: missingColumn('number', size) } : {}),
    ...(deals.has('expected_close') && expectationsOverwritten(question)
      ? { expected_close: missingColumn('day', size) }
      : {}),
  });
}
