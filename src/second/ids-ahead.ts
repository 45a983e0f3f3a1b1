import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { SecondThread } from '../load/second-thread.js';
import type { IdFacts, IdFactsAhead } from '../normalize/id-facts.js';
import { FIRST, FREE, type IdsMessage, OVER, OWNER } from './messages.js';

/** Ids from which another thread repays what it is told: of fewer, they are looked at in three milliseconds. */
const IDS_FROM = 200_000;

/** A thread that takes so long, in milliseconds, is taken to be gone: its ids are looked at here. */
const PATIENCE = 10_000;

/** Lets the second thread look at ids, if it runs and sees the memory that they stand in. */
export function idFactsAhead(
  thread: Pick<SecondThread, 'running'>,
  { from = IDS_FROM, patience = PATIENCE }: { readonly from?: number; readonly patience?: number } = {},
): IdFactsAhead {
  return ({ bytes, offsets, length }) => {
    const worker = thread.running();
    if (worker === null || length < from) return null;
    if (bytes.buffer instanceof ArrayBuffer || offsets.buffer instanceof ArrayBuffer) return null;
    const taken = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
    const { port1: here, port2: answers } = new MessageChannel();
    worker.postMessage({ column: { bytes, offsets, length }, taken, answers } satisfies IdsMessage, [answers]);
    return {
      take: () => {
        const isBegun = Atomics.compareExchange(taken, OWNER, FREE, FIRST) !== FREE;
        if (isBegun) Atomics.wait(taken, OVER, 0, patience);
        const facts = isBegun ? (receiveMessageOnPort(here)?.message as IdFacts | undefined) : undefined;
        here.close();
        return facts ?? null;
      },
    };
  };
}
