import { MessageChannel } from 'node:worker_threads';
import { openFile } from '../disk/open.js';
import type { BytePlan } from './byte-table.js';
import type { Boundary, PartAnswer, PartTask, ReadMessage } from './read-part.js';
import { RECORD, RecordScanner, SENTINELS } from './record-scanner.js';
import type { SecondThread } from './second-thread.js';

export interface SecondReader {
  /** Lets it read its part: once. */
  read(task: PartTask): void;
  /** Keeps the process alive until it has answered. */
  hold(): void;
  readonly part: Promise<PartAnswer>;
  /** The SHA-256 of the whole file, some time after the part; null where it was not asked for or there is no part. */
  readonly sha256: Promise<string | null>;
  stop(): void;
}

/** Bytes looked at to find where a record starts: first these, then those. */
const WINDOWS = [64 * 1024, 1024 * 1024];
/** Records in a row that must look alike. */
const ALIKE = 5;
const TRIES = 200;
const LF = 0x0a;

/**
 * Guesses where a record starts behind some place of a file: behind a line end from which a few records of the same
 * number of cells, all columns filled, can be read. A line end inside quotes can look like that: whoever reads up to there must see whether
 * a record ends. Null when no place looks right.
 *
 * @param near the place, in bytes
 */
export async function guessBoundary(path: string, near: number, plan: BytePlan): Promise<Boundary | null> {
  const begin = Math.floor(near);
  const handle = await openFile(path);
  try {
    for (const length of WINDOWS) {
      const bytes = new Uint8Array(length + SENTINELS);
      const { bytesRead } = await handle.read(bytes, 0, length, begin);
      const at = startIn(bytes.fill(0, bytesRead), bytesRead, plan);
      if (at !== null) return { path, from: begin + at };
    }
    return null;
  } finally {
    await handle.close();
  }
}

/** The first place behind a line end from which records look alike. */
function startIn(bytes: Uint8Array, length: number, plan: BytePlan): number | null {
  const scanner = new RecordScanner(plan.delimiter);
  let at = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    at = bytes.indexOf(LF, at) + 1;
    if (at === 0 || at >= length) return null;
    scanner.feed(bytes, length, false);
    scanner.at = at;
    if (recordsAreAlike(scanner, plan.columns)) return at;
  }
  return null;
}

function recordsAreAlike(scanner: RecordScanner, columns: number): boolean {
  let cells = 0;
  for (let record = 0; record < ALIKE; record++) {
    if (scanner.next() !== RECORD || scanner.cells < columns || (cells > 0 && scanner.cells !== cells)) return false;
    cells = scanner.cells;
  }
  return true;
}

/** Lets another thread wait for its part of a file; null where there is none. */
export function startSecondReader(thread: SecondThread): SecondReader | null {
  const worker = thread.start();
  if (worker === null) return null;
  let tell: (sha256: string | null) => void = () => {};
  const sha256 = new Promise<string | null>((resolve) => {
    tell = resolve;
  });
  const { port1: answers, port2: there } = new MessageChannel();
  const part = new Promise<PartAnswer>((resolve) => {
    answers.on('message', (answer: PartAnswer | string) => {
      if (typeof answer === 'string') tell(answer);
      else resolve(answer);
    });
    const none = (): void => {
      resolve(null);
      tell(null);
    };
    // The other end goes when all was answered, and with its thread. Whatever goes wrong there, one thread reads it all.
    answers.once('close', none);
    worker.once('exit', none);
  });
  answers.unref();
  return {
    read: (task) => {
      worker.postMessage({ read: task, answers: there } satisfies ReadMessage, [there]);
    },
    hold: () => answers.ref(),
    part,
    sha256,
    stop: () => thread.stop(),
  };
}
