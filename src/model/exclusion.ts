import type { ReasonCode } from '../locale/reasons.js';

/** Deals that a figure leaves out, and why. */
export interface Exclusion {
  readonly reason: ReasonCode;
  /** How many they are: mostly all that is asked. */
  readonly n: number;
  /** Row numbers in `Deals`, ascending; listed when they are first read. */
  readonly rows: Uint32Array;
}

/** Deals left out that are a population, whose rows nobody lists before they are read. */
export class LeftOut implements Exclusion {
  readonly n: number;
  readonly #part: { readonly rows: Uint32Array };

  constructor(
    readonly reason: ReasonCode,
    part: { readonly size: number; readonly rows: Uint32Array },
  ) {
    this.n = part.size;
    this.#part = part;
  }

  get rows(): Uint32Array {
    return this.#part.rows;
  }
}
