import type { PlainColumn, TextColumn } from '../model/text-column.js';
import { damagedIds } from './damaged-ids.js';
import { type SharedIdRows, sharedIdRows } from './shared-id-rows.js';

/** What the ids of a table tell by themselves. */
export interface IdFacts {
  /** Ids that a spreadsheet has destroyed. */
  readonly damaged: number;
  /** Null where they are damaged: then they identify nothing. */
  readonly sharing: SharedIdRows | null;
}

export function idFacts(ids: TextColumn): IdFacts {
  const damaged = damagedIds(ids);
  return { damaged, sharing: damaged > 0 ? null : sharedIdRows(ids) };
}

/**
 * Begins to find them while something else is done. Null where that would not pay; `take` is null where nobody has begun
 * by then, and they are found here: who finds them makes no difference.
 */
export type IdFactsAhead = (ids: PlainColumn) => { take(): IdFacts | null } | null;
