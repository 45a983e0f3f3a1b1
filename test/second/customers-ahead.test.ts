import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { NameCells } from '../../src/normalize/named-customers.js';
import { FREE, OWNER } from '../../src/second/ahead.js';
import { customersAhead } from '../../src/second/customers-ahead.js';
import type { CustomersMessage } from '../../src/second/messages.js';
import { ROOT } from '../support/run.js';

const threads: Worker[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.terminate())));

function started(...program: ConstructorParameters<typeof Worker>): Worker {
  const worker = new Worker(...program);
  worker.on('error', () => {});
  worker.unref();
  threads.push(worker);
  return worker;
}

const secondThread = (): Worker =>
  started(join(ROOT, 'dist', 'second', 'worker.js'), { workerData: { fence: null, ahead: null }, execArgv: [] });

/** Texts and codes as a reader stores them, in memory that threads share. */
function shared(texts: readonly string[], codes: readonly number[]): NameCells {
  const text = Buffer.from(texts.join(''));
  const bytes = new Uint8Array(new SharedArrayBuffer(text.length));
  bytes.set(text);
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * (texts.length + 1)));
  texts.forEach((one, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + Buffer.byteLength(one);
  });
  const shown = new Uint8Array(new SharedArrayBuffer(codes.length));
  shown.set(codes);
  return { codes: shown, texts: { bytes, offsets, length: texts.length } };
}

/** Told what a message says of who has taken the names. */
function watching(worker: Worker): { running(): Worker; owner(): number } {
  let sent: CustomersMessage | null = null;
  const postMessage: Worker['postMessage'] = (message, moved) => {
    sent = message;
    worker.postMessage(message, moved as never);
  };
  return {
    running: () => ({ postMessage }) as Worker,
    owner: () => (sent === null ? FREE : Atomics.load(sent.taken, OWNER)),
  };
}

const NAMES = shared(['Ürban AG', 'Beta', 'BETA.', ''], [1, 0, 2, 3, 2]);

describe('names of customers in another thread', () => {
  it('tell whose each deal is, as soon as it has begun with them', async () => {
    const thread = watching(secondThread());
    const begun = customersAhead(thread)(NAMES);
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    // Names are numbered as their texts are: 1 Ürban AG, 2 Beta, 3 BETA.
    expect(begun?.take()).toMatchObject({
      codes: Uint8Array.of(1, 2, 1, 0, 1),
      labelOf: Uint32Array.of(0, 3, 1),
      several: [[2, 3]],
    });
  });

  it('are looked at here while it has not begun, and where it leaves them', async () => {
    const silent = watching(started('setTimeout(() => {}, 100_000)', { eval: true }));
    expect(customersAhead(silent)(NAMES)?.take()).toBeNull();
    const thread = watching(secondThread());
    const begun = customersAhead(thread)(shared(['Beta;Alpha'], [0]));
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    expect(begun?.take()).toBeNull();
  });

  it('are looked at here when they were lost on the way', () => {
    const program =
      "require('node:worker_threads').parentPort.on('message', ({ taken }) => Atomics.store(taken, 0, 1))";
    const thread = watching(started(program, { eval: true }));
    const begun = customersAhead(thread, { patience: 50 })(NAMES);
    while (thread.owner() === FREE);
    expect(begun?.take()).toBeNull();
  });

  it('stay here where no thread runs, and where it would see a copy', () => {
    expect(customersAhead({ running: () => null })(NAMES)).toBeNull();
    const thread = watching(started('', { eval: true }));
    expect(customersAhead(thread)({ ...NAMES, codes: Uint8Array.of(0) })).toBeNull();
    expect(customersAhead(thread)({ ...NAMES, texts: { ...NAMES.texts, bytes: new Uint8Array(20) } })).toBeNull();
    expect(thread.owner()).toBe(FREE);
  });
});
