import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlainColumn } from '../../src/model/text-column.js';
import { FREE, OWNER } from '../../src/second/ahead.js';
import { idFactsAhead } from '../../src/second/ids-ahead.js';
import type { IdsMessage } from '../../src/second/messages.js';
import { idColumn } from '../support/id-column.js';
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

/** Cells as a reader stores them, in memory that threads share. */
function shared(cells: readonly string[]): PlainColumn {
  const text = Buffer.from(cells.join(''));
  const bytes = new Uint8Array(new SharedArrayBuffer(text.length));
  bytes.set(text);
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * (cells.length + 1)));
  cells.forEach((cell, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + Buffer.byteLength(cell);
  });
  return { kind: 'plain', length: cells.length, bytes, offsets };
}

/** Told what a message says of who has taken the ids. */
function watching(worker: Worker): { running(): Worker; owner(): number } {
  let sent: IdsMessage | null = null;
  const postMessage: Worker['postMessage'] = (message, moved) => {
    sent = message;
    worker.postMessage(message, moved as never);
  };
  return {
    running: () => ({ postMessage }) as Worker,
    owner: () => (sent === null ? FREE : Atomics.load(sent.taken, OWNER)),
  };
}

const IDS = ['D-1', 'D-2', 'D-2', 'D-3', 'D-1', '', 'D-2'];

describe('ids in another thread', () => {
  it('tell which rows share one, as soon as it has begun with them', async () => {
    const thread = watching(secondThread());
    const begun = idFactsAhead(thread, { from: 0 })(shared(IDS));
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    expect(begun?.take()).toEqual({
      damaged: 0,
      sharing: { rows: Uint32Array.of(2, 4, 6), ids: Uint32Array.of(0, 1, 0), firsts: Uint32Array.of(1, 0) },
    });
  });

  it('tell the same where they are stored as numbers', async () => {
    const thread = watching(secondThread());
    const begun = idFactsAhead(thread, { from: 0 })(idColumn('D-', 0, [...IDS, ' D-3', '4.2E+1']));
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    expect(begun?.take()).toEqual({ damaged: 1, sharing: null });
    const sound = watching(secondThread());
    const again = idFactsAhead(sound, { from: 0 })(idColumn('D-', 0, [...IDS, ' D-3']));
    await expect.poll(() => sound.owner(), { timeout: 60_000 }).not.toBe(FREE);
    expect(again?.take()).toEqual({
      damaged: 0,
      sharing: { rows: Uint32Array.of(2, 4, 6, 7), ids: Uint32Array.of(0, 1, 0, 2), firsts: Uint32Array.of(1, 0, 3) },
    });
  });

  it('are looked at here while it has not begun, and are left alone there', async () => {
    const thread = watching(started('setTimeout(() => {}, 100_000)', { eval: true }));
    expect(idFactsAhead(thread, { from: 0 })(shared(IDS))?.take()).toBeNull();
    const later = watching(secondThread());
    expect(idFactsAhead(later, { from: 0 })(shared(IDS))?.take()).toBeNull();
  });

  it('are looked at here when it was lost on the way', () => {
    const program =
      "require('node:worker_threads').parentPort.on('message', ({ taken }) => Atomics.store(taken, 0, 1))";
    const thread = watching(started(program, { eval: true }));
    const begun = idFactsAhead(thread, { from: 0, patience: 50 })(shared(IDS));
    while (thread.owner() === FREE);
    expect(begun?.take()).toBeNull();
  });

  it('stay here where no thread runs, where they are few, and where it would see a copy', () => {
    const nobody = { running: () => null };
    expect(idFactsAhead(nobody, { from: 0 })(shared(IDS))).toBeNull();
    const thread = watching(started('', { eval: true }));
    expect(idFactsAhead(thread)(shared(IDS))).toBeNull();
    const own: PlainColumn = { ...shared(IDS), bytes: new Uint8Array(100) };
    expect(idFactsAhead(thread, { from: 0 })(own)).toBeNull();
    const numbers = idColumn('D-', 0, IDS);
    const { ids } = numbers.stored.kind === 'ids' ? numbers.stored : { ids: new Uint32Array(0) };
    Object.assign(numbers.stored, { ids: Uint32Array.from(ids) });
    expect(idFactsAhead(thread, { from: 0 })(numbers)).toBeNull();
    expect(thread.owner()).toBe(FREE);
  });
});
