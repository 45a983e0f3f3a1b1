import { type IdCells, StoredIds } from '../model/stored-ids.js';
import { ValueColumn } from '../model/stored-values.js';
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

/** A column of ids as plain data, which another thread can be sent: texts, or stored as numbers. */
export type SentIds =
  | Pick<PlainColumn, 'bytes' | 'offsets' | 'length'>
  | { readonly length: number; readonly stored: IdCells };

/** What they tell, wherever they were sent. */
export function sentIdFacts(ids: SentIds): IdFacts {
  return idFacts('stored' in ids ? new ValueColumn(ids.length, new StoredIds(ids.stored)) : { kind: 'plain', ...ids });
}

/**
 * Begins to find them while something else is done. Null where that would not pay; `take` is null where nobody has begun
 * by then, and they are found here: who finds them makes no difference.
 */
export type IdFactsAhead = (ids: PlainColumn) => { take(): IdFacts | null } | null;
