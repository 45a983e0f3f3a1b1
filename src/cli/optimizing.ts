/** How early V8 makes machine code of functions that are called again and again, where it puts what they make, and what it forgets. */
import { setFlagsFromString } from 'node:v8';

/** V8 counts down from this, by bytes of bytecode run, before it optimizes: fifteen times its own figure. */
const LATE = '--interrupt-budget=1000000';
/**
 * What of thousands of groups is kept until they are in order teaches V8 that such objects live long: it then makes all
 * that follow among those, where they, and what they hold, outlive their group until everything is looked through.
 */
const YOUNG_FIRST = '--no-allocation-site-pretenuring';
/** V8 forgets what it compiled of functions that were not called for a while, as it does of a file's own code, which runs once. */
const KEEP_COMPILED = '--no-flush-bytecode';
/** The V8 of Node 20: later ones have an optimizer between, no such flag, and nothing to gain. */
const HAS_LATE = /^11\./;

/**
 * Lets this process optimize late, which spares a run over a small file a third of its processor time: most of what is
 * optimized early there is hardly called again. Before any code is compiled, as V8 keeps none of other flags.
 * @returns whether it does
 */
export function optimizeLate(v8: string = process.versions.v8): boolean {
  if (!HAS_LATE.test(v8)) return false;
  setFlagsFromString(LATE);
  setFlagsFromString(YOUNG_FIRST);
  return true;
}

/**
 * Has V8 keep all that it compiled until the end, when it is written down for the next run (see kept/keep.ts): what a long
 * run has forgotten by then, the next one compiles again. Before any code is compiled.
 */
export function forgetNothing(): void {
  setFlagsFromString(KEEP_COMPILED);
}
