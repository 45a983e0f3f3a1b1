/** The second thread of a large file: reads from its boundary to the end and sends back what it found. */
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { ByteTable } from './byte-table.js';
import type { WorkerAnswer, WorkerTask } from './second-reader.js';

/** Bytes asked from the disk at once. */
const PIECE = 256 * 1024;

function read({ path, from, plan }: WorkerTask): WorkerAnswer {
  let asked = false;
  // Names of columns are known to the first thread only: where they decide, it must read by itself.
  const table = new ByteTable(plan, () => {
    asked = true;
    return 0;
  });
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = from, last = false; !last; ) {
      const length = readSync(file, piece, 0, PIECE, at);
      at += length;
      last = length === 0;
      if (!table.feed(piece.subarray(0, length), last) || asked) return null;
    }
  } finally {
    closeSync(file);
  }
  const part = table.detach();
  return asked ? null : part;
}

const answer = read(workerData as WorkerTask);
const buffers =
  answer === null
    ? []
    : [
        answer.ledger.rowOf.buffer,
        answer.ledger.lineOf.buffer,
        ...answer.stores.flatMap(({ codes, bytes, offsets }) => [codes.buffer, bytes.buffer, offsets.buffer]),
      ];
parentPort?.postMessage(answer, buffers as ArrayBuffer[]);
