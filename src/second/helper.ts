import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { SecondThread } from '../load/second-thread.js';
import type { Deals } from '../model/deals.js';
import { carry, singleThings } from '../quality/carried.js';
import { rules as catalogue } from '../quality/catalogue/index.js';
import type { Answers, Help, Helper } from '../quality/helper.js';
import { FIRST, FREE, SECOND } from './ahead.js';
import { AT_WORK, BEGUN, DONE, type RulesMessage, STATE } from './messages.js';
import { packDeals } from './sent-texts.js';

/** Deals from which a second thread repays what it is told: of 100 k, the first one has an eighth less to do (bench). */
export const HELP_FROM = 50_000;

/** What is copied one by one, for each deal: more would take this thread longer than the rules do. */
const MOST_THINGS = 0.5;

/** A thread that begins with no other rule for so long, in milliseconds, is taken to be gone: its rules are run here. */
const PATIENCE = 10_000;

export interface HelperOptions {
  /** Violations of each rule that will be listed; null, or left out: none. */
  readonly most?: number | null;
  readonly from?: number;
  /** Things copied one by one, at most, for each deal. */
  readonly things?: number;
  readonly patience?: number;
  /** Called with the deals that the thread was sent; sections of them may be asked for then. */
  readonly sent?: (deals: Deals) => void;
}

/**
 * Rules that the second thread runs while this one measures: those of the catalogue; those of a user read columns as
 * this thread understood them. Where there is no other thread, or it would not pay, nobody helps.
 */
export function ruleHelper(
  thread: Pick<SecondThread, 'start'>,
  { most = null, from = HELP_FROM, things = MOST_THINGS, patience = PATIENCE, sent }: HelperOptions = {},
): Helper {
  return (rules, input) => {
    if (input.deals.size < from || typeof SharedArrayBuffer === 'undefined') return null;
    if (singleThings(input) > input.deals.size * things) return null;
    const worker = thread.start();
    if (worker === null) return null;
    const known = new Set<unknown>(catalogue);
    const owners = new Int32Array(new SharedArrayBuffer(rules.length * Int32Array.BYTES_PER_ELEMENT));
    const progress = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
    const { port1: here, port2: answers } = new MessageChannel();
    const ids = rules.map((rule) => (known.has(rule) ? rule.id : null));
    const { deals, ...rest } = carry(input);
    const message: RulesMessage = {
      input: rest,
      deals: packDeals(deals),
      ids,
      owners,
      progress,
      most,
      answers,
      more: sent !== undefined,
    };
    worker.postMessage(message, [answers]);
    sent?.(input.deals);
    return {
      claim: (index) => Atomics.compareExchange(owners, index, FREE, FIRST) === FREE,
      finish: () => {
        const isDone = !owners.includes(SECOND) || awaited(progress, patience);
        const answer = isDone ? (receiveMessageOnPort(here)?.message as Answers | undefined) : undefined;
        here.close();
        return answer ?? null;
      },
    } satisfies Help;
  };
}

/** Waits until the other thread is done; false where it failed, or is gone. */
function awaited(progress: Int32Array, patience: number): boolean {
  for (let begun = -1; ; ) {
    const now = Atomics.load(progress, BEGUN);
    if (Atomics.wait(progress, STATE, AT_WORK, patience) !== 'timed-out') break;
    if (now === begun) return false;
    begun = now;
  }
  return Atomics.load(progress, STATE) === DONE;
}
