import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { RoomMessage } from '../../src/second/messages.js';
import { preparePages, roomAhead } from '../../src/second/room-ahead.js';
import { ROOT } from '../support/run.js';

/** A thread that is told something, and what. */
function listening() {
  const told: RoomMessage[] = [];
  const worker = { postMessage: (message: unknown) => void told.push(message as RoomMessage), once: () => {} };
  return { told, running: () => worker };
}

const ENOUGH = { from: 1000 };

describe('memory that another thread prepares', () => {
  it('is told to it in full, and may be written to at once', () => {
    const thread = listening();
    const room = roomAhead(thread, 5000, null, ENOUGH);
    expect(room?.parts).toEqual([{ from: 0, to: 5000 }]);
    expect(thread.told.map((message) => [message.room.length, message.room.buffer === room?.block])).toEqual([
      [5000, true],
    ]);
  });

  it('is none where no thread runs, little is needed, or a piece is left that has it', () => {
    const thread = listening();
    const left = (to: number) => ({ block: new SharedArrayBuffer(9000), parts: [{ from: 100, to }] });
    expect(roomAhead({ running: () => null }, 5000, null, ENOUGH)).toBeNull();
    expect(roomAhead(thread, 999, null, ENOUGH)).toBeNull();
    expect(roomAhead(thread, 5000, left(5100), ENOUGH)).toBeNull();
    expect(thread.told).toEqual([]);
    expect(roomAhead(thread, 5000, left(5099), ENOUGH)).not.toBeNull();
  });

  it('keeps what stands in it, whatever the page', () => {
    const room = new Uint8Array(new SharedArrayBuffer(20_000)).map((_, at) => at % 251);
    const shared = new Uint8Array(new SharedArrayBuffer(20_000));
    shared.set(room);
    preparePages({ room: shared });
    expect(shared).toEqual(room);
  });

  it('is a thing that the thread of the build does, and goes on from', async () => {
    const worker = new Worker(join(ROOT, 'dist', 'second', 'worker.js'), {
      workerData: { fence: null, ahead: null },
      execArgv: [],
    });
    try {
      const room = new Uint8Array(new SharedArrayBuffer(20_000)).fill(7);
      worker.postMessage({ room } satisfies RoomMessage);
      const failed = new Promise((resolve) => worker.once('error', resolve));
      const { port1, port2 } = new MessageChannel();
      const answered = new Promise((resolve) => {
        port1.once('message', resolve);
      });
      const column = { bytes: new Uint8Array(2), offsets: Uint32Array.of(0, 1, 2), length: 2 };
      worker.postMessage({ column, taken: new Int32Array(new SharedArrayBuffer(8)), answers: port2 }, [port2]);
      expect(await Promise.race([failed, answered])).toMatchObject({ damaged: 0 });
      expect(room.every((byte) => byte === 7)).toBe(true);
      port1.close();
    } finally {
      await worker.terminate();
    }
  });
});
