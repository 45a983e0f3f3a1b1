/**
 * What the second thread finds of memory that both see while the first one reads: whoever begins with it first does it,
 * and what goes wrong there is done here.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { RunningThread } from '../load/second-thread.js';

/** How a thing is taken, and where the answer goes. */
export interface Taken {
  /** Whose it is, at OWNER, and at OVER whether the answer is there: 1, or −1 where it failed. In memory that both see. */
  readonly taken: Int32Array;
  readonly answers: MessagePort;
}

/** Places of what was `taken`. */
export const OWNER = 0;
export const OVER = 1;

/** Owners of a thing. */
export const FREE = 0;
export const SECOND = 1;
export const FIRST = 2;

/**
 * Rows of which another thread looks at a column: of so many, the first one spares 70 ms of cold code (bench: 100 k rows),
 * while the other has nothing to do.
 */
export const AHEAD_FROM = 50_000;

/** A thread that takes so long, in milliseconds, is taken to be gone: its work is done here. */
const PATIENCE = 10_000;

/** Something that the second thread is asked for. */
export interface Asked<Answer> {
  /** What it is to be sent with the question; the port is to be moved. */
  readonly there: Taken;
  /** Takes it for the caller: false where the other thread has begun with it. */
  claim(): boolean;
  /** The answer, which is waited for; null where the other thread had not begun, failed, or answers so. */
  take(): Answer | null;
}

/** Asks for something: `there` is still to be sent. */
export function asked<Answer>(patience = PATIENCE): Asked<Answer> {
  const taken = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const { port1: here, port2: answers } = new MessageChannel();
  return {
    there: { taken, answers },
    claim: () => Atomics.compareExchange(taken, OWNER, FREE, FIRST) === FREE,
    take: () => {
      const isBegun = Atomics.compareExchange(taken, OWNER, FREE, FIRST) === SECOND;
      if (isBegun) Atomics.wait(taken, OVER, 0, patience);
      const answer = isBegun ? (receiveMessageOnPort(here)?.message as Answer | undefined) : undefined;
      here.close();
      return answer ?? null;
    },
  };
}

/**
 * Asks the second thread for something.
 *
 * @returns its answer when it is taken; null where it has not begun by then, where it failed, or where it answers so
 */
export function askAhead<Answer>(
  worker: RunningThread,
  what: object,
  patience = PATIENCE,
): Pick<Asked<Answer>, 'take'> {
  const { there, take } = asked<Answer>(patience);
  worker.postMessage({ ...what, ...there } satisfies Taken, [there.answers]);
  return { take };
}

/** Answers what was asked, if the first thread has not begun with it. */
export function answerAhead({ taken, answers }: Taken, find: () => unknown): void {
  if (Atomics.compareExchange(taken, OWNER, FREE, SECOND) === FREE) {
    let over = -1;
    try {
      answers.postMessage(find());
      over = 1;
    } finally {
      // After a fault the first thread finds no answer, looks itself, and meets the same one.
      Atomics.store(taken, OVER, over);
      Atomics.notify(taken, OVER);
    }
  }
  answers.close();
}

/** Whether both threads see what the arrays stand in: else the other would get a copy. */
export function areShared(...arrays: readonly ArrayBufferView[]): boolean {
  return arrays.every(({ buffer }) => !(buffer instanceof ArrayBuffer));
}
