import type { SecondThread } from '../load/second-thread.js';
import { SHARED_FROM } from '../model/shared-memory.js';
import type { DealFacts, DealFactsAhead } from '../normalize/deal-facts.js';
import { AHEAD_FROM, areShared, askAhead } from './ahead.js';
import type { FactsMessage } from './messages.js';

/** Lets the second thread find what every report asks of all deals, if it runs and sees the memory of the large ones of their columns. */
export function dealFactsAhead(
  thread: Pick<SecondThread, 'running'>,
  { from = AHEAD_FROM, patience }: { readonly from?: number; readonly patience?: number } = {},
): DealFactsAhead {
  return (cells) => {
    const worker = thread.running();
    const columns = Object.values(cells.columns).map((column) => (ArrayBuffer.isView(column) ? column : column.codes));
    if (worker === null || cells.size < from || !areShared(...columns.filter(isLarge))) return null;
    return askAhead<DealFacts>(worker, { cells } satisfies Pick<FactsMessage, 'cells'>, patience);
  };
}

function isLarge({ buffer }: ArrayBufferView): boolean {
  return buffer.byteLength >= SHARED_FROM;
}
