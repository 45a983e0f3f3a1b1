/**
 * What another thread runs before its own program, where that is to be compiled from what was kept of it: nothing that was
 * compiled is shared between threads. Written at the end of the thread, if it comes to it before the end of the process.
 */
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadStart } from '../../disk/thread.js';
import { shareUseOfFlags, underUsualGrowth } from '../young.js';
import { keepCompiled } from './keep.js';

/** What is told to this program, beside what the thread's own is told. */
export interface KeptThread {
  /** What is kept by our own hand stands below this name. */
  readonly name: string;
  /** Where V8's flags are changed meanwhile: see young.ts. */
  readonly flags: Int32Array<SharedArrayBuffer> | null;
}

const { first } = workerData as ThreadStart<KeptThread>;
if (first !== null) {
  const { name, flags } = first.data;
  if (flags !== null) shareUseOfFlags(flags);
  keepCompiled(name, flags === null ? undefined : underUsualGrowth);
  createRequire(import.meta.url)(first.program);
}
