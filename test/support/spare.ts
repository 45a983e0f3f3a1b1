import type { SpareRoom } from '../../src/model/shared-memory.js';

/** Writes over what a table gives to others: nothing of the table stands there. */
export function overwriteSpare(spare: SpareRoom | undefined): void {
  if (spare === undefined) return;
  for (const { from, to } of spare.parts) new Uint8Array(spare.block, from, to - from).fill(0xff);
}
