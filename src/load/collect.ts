import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what this thread holds no more, at once. The memory that files are read into is large, and counts for little
 * where it is decided when to look for what is needed no more: it would stay until the end.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  // V8 takes nothing back that was compiled under other flags (see cli/kept): they are left as they were.
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect();
}
