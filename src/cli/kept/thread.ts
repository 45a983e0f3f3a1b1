/**
 * What another thread runs before its own program, where that is to be compiled from what was kept of it: nothing that was
 * compiled is shared between threads. Written at the end of the thread, if it comes to it before the end of the process.
 */
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadStart } from '../../disk/thread.js';
import { type SharedFlags, shareFlags, threadStarted, underUsualFlags } from '../flags.js';
import './built-in.js';
import { keepCompiled } from './keep.js';

/** What is told to this program, beside what the thread's own is told. */
export interface KeptThread {
  /** What is kept by our own hand stands below this name. */
  readonly name: string;
  readonly flags: SharedFlags;
}

const { first } = workerData as ThreadStart<KeptThread>;
if (first !== null) {
  const { name, flags } = first.data;
  shareFlags(flags);
  threadStarted();
  keepCompiled(name, underUsualFlags);
  createRequire(import.meta.url)(first.program);
}
