import type { SecondThread } from '../load/second-thread.js';
import type { IdFacts, IdFactsAhead } from '../normalize/id-facts.js';
import { AHEAD_FROM, areShared, askAhead } from './ahead.js';
import type { IdsMessage } from './messages.js';

/** Lets the second thread look at ids, if it runs and sees the memory that they stand in. */
export function idFactsAhead(
  thread: Pick<SecondThread, 'running'>,
  { from = AHEAD_FROM, patience }: { readonly from?: number; readonly patience?: number } = {},
): IdFactsAhead {
  return ({ bytes, offsets, length }) => {
    const worker = thread.running();
    if (worker === null || length < from || !areShared(bytes, offsets)) return null;
    return askAhead<IdFacts>(
      worker,
      { column: { bytes, offsets, length } } satisfies Pick<IdsMessage, 'column'>,
      patience,
    );
  };
}
