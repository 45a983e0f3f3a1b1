/**
 * The program of the second thread: it does what it is told, one thing after the other, and ends when it is told nothing
 * more. What a thing needs is loaded for it, so that reading begins at once.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { putUpFence } from '../disk/fence.js';
import type { ThreadStart } from '../disk/thread.js';
import { checksumAhead } from '../load/checksum-ahead.js';
import { collectGarbage } from '../load/collect.js';
import { readFor } from '../load/read-part.js';
import type { Deals } from '../model/deals.js';
import { sentIdFacts } from '../normalize/id-facts.js';
import { customersOfCells } from '../normalize/named-customers.js';
import { answerAhead } from './ahead.js';
import type { SecondMessage } from './messages.js';
import { preparePages } from './room-ahead.js';

/** Bytes of the part before this thread's from which their memory is worth looking for. */
const WORTH_COLLECTING = 30_000_000;

/** It waits so long for more, in milliseconds: the first thread makes deals of what was read meanwhile. */
const PATIENCE = 30_000;

const { fence, ahead } = workerData as ThreadStart;
if (fence !== null) putUpFence(fence);
const known = ahead === null ? null : checksumAhead(ahead);
if (parentPort !== null) serve(parentPort);

function serve(port: MessagePort): void {
  const waiting = (): NodeJS.Timeout => setTimeout(() => port.close(), PATIENCE);
  let end = waiting();
  // A thing that waits for what it needs is done before the next one is begun.
  let before = Promise.resolve();
  const answered = answering();
  port.on('message', (message: SecondMessage) => {
    before = before.then(async () => {
      clearTimeout(end);
      if (await answered(message)) port.close();
      else end = waiting();
    });
  });
}

/** Does what it is told, and says whether that was the last thing. */
function answering(): (message: SecondMessage) => Promise<boolean> {
  let deals: Deals | null = null;
  return async (message) => {
    if ('sections' in message) {
      const { context, sections } = message;
      // Where rules failed, the first thread builds them, as it runs the rules.
      if (context === null || deals === null) return true;
      const { runSections } = await import('./run-sections.js');
      runSections(context, sections, deals);
      return true;
    }
    if ('ids' in message) {
      const { runRules } = await import('./run-rules.js');
      // The first thread does itself what it is not told of, but nobody else takes the checksum.
      await known?.sha256;
      deals = runRules(message);
      return !message.more;
    }
    if ('read' in message) {
      readFor(message, known);
      const isLarge = message.read.from >= WORTH_COLLECTING;
      setImmediate(() => prepareForRules(isLarge));
    } else if ('room' in message) preparePages(message);
    else if ('column' in message) answerAhead(message, () => sentIdFacts(message.column));
    else if ('customers' in message) answerAhead(message, () => customersOfCells(message.customers));
    else {
      const { dealFacts } = await import('./run-rules.js');
      answerAhead(message, () => dealFacts(message.cells, message.classes ?? undefined));
    }
    return false;
  };
}

/**
 * The memory of the reader is let go, before the first thread does: it stands until both have. Rules mostly follow: they
 * are loaded while that one is at work.
 */
async function prepareForRules(isLarge: boolean): Promise<void> {
  if (isLarge) collectGarbage();
  await import('./run-rules.js');
}
