import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { OPEN, WON } from '../../src/model/outcome.js';
import { usingSpare } from '../../src/model/shared-memory.js';
import type { FactCells } from '../../src/normalize/deal-facts.js';
import { FREE, OWNER } from '../../src/second/ahead.js';
import { dealFactsAhead } from '../../src/second/facts-ahead.js';
import type { FactsMessage } from '../../src/second/messages.js';
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

/** Four deals in memory that threads share. */
function shared(): FactCells {
  const outcome = new Uint8Array(new SharedArrayBuffer(4));
  outcome.set([WON, WON, OPEN, OPEN]);
  const created = new Int32Array(new SharedArrayBuffer(16));
  created.set([20_000, 20_001, 20_000, 20_001]);
  return { size: 4, columns: { outcome, created_at: created } };
}

/** Told what a message says of who has taken the columns. */
function watching(worker: Worker): { running(): Worker; owner(): number } {
  let sent: FactsMessage | null = null;
  const postMessage: Worker['postMessage'] = (message, moved) => {
    sent = message;
    worker.postMessage(message, moved as never);
  };
  return {
    running: () => ({ postMessage }) as Worker,
    owner: () => (sent === null ? FREE : Atomics.load(sent.taken, OWNER)),
  };
}

describe('what every report asks of all deals, in another thread', () => {
  it('is found as soon as it has begun with it', async () => {
    const thread = watching(secondThread());
    const begun = dealFactsAhead(thread, { from: 0 })(shared());
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    const facts = begun?.take();
    expect(facts?.days).toEqual([['created_at', Int32Array.of(20_001, 2, 20_000, 2)]]);
    expect(facts?.classed.census.deals).toEqual([2, 2]);
  });

  it('is told where something was written before, if the columns stay there, too', async () => {
    const size = 100_000;
    // The classes go behind the columns of one block, or in another one, in which nothing stays.
    for (const spareOf of ['columns', 'others']) {
      const block = new SharedArrayBuffer(2_000_000);
      const outcome = new Uint8Array(block, 0, size).fill(WON);
      outcome[7] = OPEN;
      const other = spareOf === 'columns' ? block : new SharedArrayBuffer(2_000_000);
      new Uint8Array(other, 500_000).fill(0xab);
      const thread = watching(secondThread());
      const begun = usingSpare([{ block: other, parts: [{ from: 500_000, to: 1_000_000 }] }], () =>
        dealFactsAhead(thread)({ size, columns: { outcome } }),
      );
      await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
      const { classes, census } = begun?.take()?.classed ?? {};
      expect([classes?.length, census?.deals]).toEqual([size, [size - 1, 1]]);
      expect([classes?.[6], classes?.[7], classes?.[8]]).toEqual([WON, OPEN, WON]);
      expect(classes?.every((one, row) => one === outcome[row])).toBe(true);
      expect(classes?.buffer === block).toBe(spareOf === 'columns');
      expect(classes?.buffer === other).toBe(spareOf === 'columns');
    }
  });

  it('is found here while it has not begun, or where it is lost', () => {
    const silent = watching(started('setTimeout(() => {}, 100_000)', { eval: true }));
    expect(dealFactsAhead(silent, { from: 0 })(shared())?.take()).toBeNull();
    const program =
      "require('node:worker_threads').parentPort.on('message', ({ taken }) => Atomics.store(taken, 0, 1))";
    const lost = watching(started(program, { eval: true }));
    const begun = dealFactsAhead(lost, { from: 0, patience: 50 })(shared());
    while (lost.owner() === FREE);
    expect(begun?.take()).toBeNull();
  });

  it('stays here where no thread runs, of few deals, and where it would see a copy', () => {
    expect(dealFactsAhead({ running: () => null }, { from: 0 })(shared())).toBeNull();
    const thread = watching(started('', { eval: true }));
    expect(dealFactsAhead(thread)(shared())).toBeNull();
    const { size, columns } = shared();
    const customer = { codes: new Uint8Array(200_000).subarray(0, size), values: [] };
    expect(dealFactsAhead(thread, { from: 0 })({ size, columns: { ...columns, customer } })).toBeNull();
    expect(thread.owner()).toBe(FREE);
  });

  it('is found of copies of small columns, too', async () => {
    const thread = watching(secondThread());
    const { size, columns } = shared();
    const customer = { codes: Uint8Array.of(1, 2, 1, 0), values: [] };
    const begun = dealFactsAhead(thread, { from: 0 })({ size, columns: { ...columns, customer } });
    await expect.poll(() => thread.owner(), { timeout: 60_000 }).not.toBe(FREE);
    // Won and of a customer, open and of one, open and of none.
    expect(begun?.take()?.classed.census.deals).toEqual([2, 1, 1]);
  });
});
