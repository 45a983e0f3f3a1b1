/**
 * The second reader's thread: waits for its part of a file, reads it to the end and tells what it found, then the
 * checksum of all of it where that was asked: the first thread has other work meanwhile.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { putUpFence } from '../disk/fence.js';
import { checksumOf, type PartTask, type PartThread, readPart } from './read-part.js';

const { fence } = workerData as PartThread;
if (fence !== null) putUpFence(fence);
parentPort?.once('message', (task: PartTask) => {
  const part = readPart(task);
  parentPort?.postMessage(part);
  if (part !== null && task.checksum === true) parentPort?.postMessage(checksumOf(task.path));
  parentPort?.close();
});
