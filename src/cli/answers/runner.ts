/** Runs commands in a thread of their own, one after the other; the thread is replaced when it had to be stopped. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors/user-error.js';
import { printSize } from '../../locale/byte-size.js';
import type { Answer, Runner, RunOptions } from '../../mcp/definition.js';
import type { FromThread, Place, Task } from './task.js';

export interface RunnerOptions extends Place {
  readonly timeoutSeconds: number;
  /** Bytes of the thread's heap at most. */
  readonly mostMemory: number;
  /** A user's error as the document of exit code 3, as JSON. */
  readonly failure: (error: UserError) => Promise<string>;
  /** What to say of an error that is nobody's but ours. */
  readonly bug: (error: unknown) => string;
}

const STOPPED: Answer = { kind: 'stopped' };

export function startRunner({ cwd, fence, timeoutSeconds, mostMemory, failure, bug }: RunnerOptions): Runner {
  const closing = new AbortController();
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const place: Place = { cwd, fence };
    const started = new Worker(program(), {
      workerData: place,
      env: {},
      // What libraries print must not get between the protocol's messages.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(mostMemory / 1024 ** 2) },
    });
    started.on('error', () => {}); // told by whoever waits for an answer
    started.once('exit', () => {
      if (thread === started) thread = null;
    });
    return started;
  };

  const replace = (): void => {
    const stopped = thread;
    thread = closing.signal.aborted ? null : start();
    void stopped?.terminate();
  };

  const failed = async (error: UserError): Promise<Answer> => ({ kind: 'failure', json: await failure(error) });

  const ask = (task: Task, { signal, onProgress }: RunOptions): Promise<Answer> => {
    const asked = thread ?? start();
    thread = asked;
    return new Promise((resolve) => {
      const either = AbortSignal.any([signal, closing.signal]);
      const end = (answer: Answer | Promise<Answer>, alive: boolean): void => {
        clearTimeout(timer);
        either.removeEventListener('abort', aborted);
        asked.off('message', message);
        asked.off('error', died);
        asked.off('exit', died);
        if (!alive) replace();
        resolve(answer);
      };
      const aborted = (): void => end(STOPPED, false);
      const message = (from: FromThread): void => {
        if (from.kind === 'answer') end(from.answer, true);
        else onProgress?.(from.progress);
      };
      const died = (error: unknown): void => {
        const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        const most = printSize(mostMemory);
        end(
          memory ? failed(new UserError('answer_out_of_memory', { most })) : { kind: 'bug', text: bug(error) },
          false,
        );
      };
      const timer = setTimeout(() => {
        end(failed(new UserError('answer_timed_out', { seconds: timeoutSeconds })), false);
      }, timeoutSeconds * 1000);
      either.addEventListener('abort', aborted);
      asked.on('message', message);
      asked.once('error', died);
      asked.once('exit', died);
      asked.postMessage(task);
    });
  };

  thread = start();
  return {
    run: (args, options) => {
      const { mostBytes, narrower, signal } = options;
      const turn = last.then(() =>
        signal.aborted || closing.signal.aborted ? STOPPED : ask({ args, mostBytes, narrower }, options),
      );
      last = turn;
      return turn;
    },
    close: async () => {
      closing.abort();
      await thread?.terminate();
    },
  };
}

/** The built thread, seen from the bundle that this file is part of. */
function program(): URL {
  const places = ['../cli/answers/worker.js', './worker.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(fileURLToPath(place)));
  if (found === undefined) throw new Error('cli/answers/worker.js is not there');
  return found;
}
