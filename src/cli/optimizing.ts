/** How early V8 makes machine code of functions that are called again and again, and where it puts what they make. */
import { setFlagsFromString } from 'node:v8';

/** V8 counts down from this, by bytes of bytecode run, before it optimizes: fifteen times its own figure. */
const LATE = '--interrupt-budget=1000000';
/**
 * What of thousands of groups is kept until they are in order teaches V8 that such objects live long: it then makes all
 * that follow among those, where they, and what they hold, outlive their group until everything is looked through.
 */
const YOUNG_FIRST = '--no-allocation-site-pretenuring';
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
