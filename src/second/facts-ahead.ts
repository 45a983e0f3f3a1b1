import type { SecondThread } from '../load/second-thread.js';
import type { DealFacts, DealFactsAhead } from '../normalize/deal-facts.js';
import { areShared, askAhead } from './ahead.js';
import type { FactsMessage } from './messages.js';

/** Deals from which another thread repays what it is told: of fewer, they are looked at in five milliseconds. */
const FACTS_FROM = 200_000;

/** Lets the second thread find what every report asks of all deals, if it runs and sees the memory of their columns. */
export function dealFactsAhead(
  thread: Pick<SecondThread, 'running'>,
  { from = FACTS_FROM, patience }: { readonly from?: number; readonly patience?: number } = {},
): DealFactsAhead {
  return (cells) => {
    const worker = thread.running();
    const columns = Object.values(cells.columns).map((column) => (ArrayBuffer.isView(column) ? column : column.codes));
    if (worker === null || cells.size < from || !areShared(...columns)) return null;
    return askAhead<DealFacts>(worker, { cells } satisfies Pick<FactsMessage, 'cells'>, patience);
  };
}
