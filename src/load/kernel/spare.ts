import type { Part } from '../../model/shared-memory.js';

/** Of so many bytes it is looked at the first few only: a part that is not found so is not used again. */
const STRIDE = 128 * 1024;
const LOOK = 256;
/** So much that was never written to is taken with what is around it: large arrays need room in one piece. */
const BRIDGED = 4 * STRIDE;

/**
 * Where nothing of some arrays stands in a block, but something else did before. Much of a block was asked for and never
 * written to: it reads as zeros, and is no memory yet. Nobody may write into the block any more.
 */
export function usedBefore(block: ArrayBufferLike, living: readonly ArrayBufferView[]): Part[] {
  const taken = living
    .filter(({ byteLength }) => byteLength > 0)
    .map(({ byteOffset, byteLength }) => ({ from: byteOffset, to: byteOffset + byteLength }))
    .sort((a, b) => a.from - b.from);
  const bytes = new Uint8Array(block);
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of [...taken, { from: block.byteLength, to: block.byteLength }]) {
    for (const part of writtenIn(bytes, at, from)) parts.push(part);
    at = Math.max(at, to);
  }
  return parts.filter(({ from, to }) => to - from >= STRIDE);
}

/** The stretches between two places in which something was written at nearly all strides, the first and the last among them. */
function* writtenIn(bytes: Uint8Array, from: number, to: number): Generator<Part> {
  let [begin, last] = [-1, -1];
  for (let at = from; at + LOOK <= to; at += STRIDE) {
    if (isWritten(bytes, at)) {
      if (begin < 0) begin = at;
      last = at;
    } else if (begin >= 0 && at - last > BRIDGED) {
      yield { from: begin, to: last };
      begin = -1;
    }
  }
  if (begin >= 0) yield { from: begin, to: to - last > BRIDGED ? last : to };
}

function isWritten(bytes: Uint8Array, at: number): boolean {
  for (let byte = at; byte < at + LOOK; byte++) if (bytes[byte] !== 0) return true;
  return false;
}
