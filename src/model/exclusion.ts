import type { ReasonCode } from '../locale/reasons.js';

/** Deals that a figure leaves out, and why. `rows` are row numbers in `Deals`, ascending. */
export interface Exclusion {
  readonly reason: ReasonCode;
  readonly rows: Uint32Array;
}
