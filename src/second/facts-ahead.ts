import type { SecondThread } from '../load/second-thread.js';
import type { DealClasses } from '../model/deal-classes.js';
import { isPartOfBlock } from '../model/own-cells.js';
import { copyOf, roomInBlock, SHARED_FROM } from '../model/shared-memory.js';
import type { DealFacts, DealFactsAhead } from '../normalize/deal-facts.js';
import { AHEAD_FROM, areShared, askAhead, type Taken } from './ahead.js';
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
    const room = roomOf(cells.size);
    const asked = askAhead<DealFacts>(
      worker,
      { cells, classes: room } satisfies Omit<FactsMessage, keyof Taken>,
      patience,
    );
    return {
      take: () => {
        const facts = asked.take();
        if (facts === null || room === null) return facts;
        const isAlone = isPartOfBlock(room) && !columns.some(({ buffer }) => buffer === room.buffer);
        // They would keep a block in which nothing else stays.
        const classes = isAlone ? copyOf(room) : room;
        return { ...facts, classed: { ...facts.classed, classes } };
      },
    };
  };
}

/** Room for the classes of so many deals where something was written before: new memory takes the other thread long. */
function roomOf(size: number): DealClasses | null {
  const room = roomInBlock(Uint16Array, size);
  return room.buffer instanceof ArrayBuffer ? null : room;
}

function isLarge({ buffer }: ArrayBufferView): boolean {
  return buffer.byteLength >= SHARED_FROM;
}
