/**
 * The second reader's thread: reads a file from its boundary to the end and sends back what it found, then the
 * checksum of all of it where that was asked: the first thread has other work meanwhile.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { putUpFence } from '../disk/fence.js';
import { checksumOf, type PartTask, readPart } from './read-part.js';

const task = workerData as PartTask;
if (task.fence) putUpFence(task.fence);
const part = readPart(task);
parentPort?.postMessage(part);
if (part !== null && task.checksum === true) parentPort?.postMessage(checksumOf(task.path));
