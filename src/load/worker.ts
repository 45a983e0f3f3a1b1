/** The second thread of a large file: reads from its boundary to the end and sends back what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, type PartTask, readPart } from './read-part.js';

const part = readPart(workerData as PartTask);
parentPort?.postMessage(part, buffersOf(part));
