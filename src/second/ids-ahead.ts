import type { SecondThread } from '../load/second-thread.js';
import type { PlainColumn } from '../model/text-column.js';
import type { IdFacts, IdFactsAhead, SentIds } from '../normalize/id-facts.js';
import { AHEAD_FROM, areShared, askAhead } from './ahead.js';
import type { IdsMessage } from './messages.js';

/** Lets the second thread look at ids, if it runs and sees the memory that they stand in. */
export function idFactsAhead(
  thread: Pick<SecondThread, 'running'>,
  { from = AHEAD_FROM, patience }: { readonly from?: number; readonly patience?: number } = {},
): IdFactsAhead {
  return (ids) => {
    const worker = thread.running();
    const column = worker === null || ids.length < from ? null : sentIds(ids);
    if (worker === null || column === null) return null;
    return askAhead<IdFacts>(worker, { column } satisfies Pick<IdsMessage, 'column'>, patience);
  };
}

/** What is sent of them; null where the other thread does not see the memory. */
function sentIds(column: PlainColumn): SentIds | null {
  const { stored, length } = column;
  if (stored?.kind === 'ids') {
    const { ids, form, empty, others } = stored;
    const isSeen = areShared(ids, others.rows, others.bytes, others.offsets);
    return isSeen ? { length, stored: { ids, form, empty, others } } : null;
  }
  const { bytes, offsets } = column;
  return areShared(bytes, offsets) ? { bytes, offsets, length } : null;
}
