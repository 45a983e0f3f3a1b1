import type { Part } from '../../model/shared-memory.js';

/** Of so many bytes it is looked at the first few only: a part that is not found so is not used again. */
const STRIDE = 128 * 1024;
/** In a large block farther apart, so that there are no more looks: each finds a page, where nothing was written to a new one. */
const LOOKS = 256;
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
  const stride = STRIDE * Math.max(1, Math.floor(block.byteLength / STRIDE / LOOKS));
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of [...taken, { from: block.byteLength, to: block.byteLength }]) {
    for (const part of writtenIn(bytes, at, from, stride)) parts.push(part);
    at = Math.max(at, to);
  }
  return parts.filter(({ from, to }) => to - from >= STRIDE);
}

/** The stretches between two places in which something was written at nearly all strides, the first and the last among them. */
function* writtenIn(bytes: Uint8Array, from: number, to: number, stride: number): Generator<Part> {
  let [begin, last, blank] = [-1, -1, from];
  for (let at = from; at + LOOK <= to; at += stride) {
    if (isWritten(bytes, at)) {
      if (begin < 0) begin = edge(bytes, at, blank);
      last = at;
    } else if (begin < 0) blank = at;
    else if (at - last > BRIDGED) {
      yield { from: begin, to: edge(bytes, last, at) };
      [begin, blank] = [-1, at];
    }
  }
  if (begin >= 0) yield { from: begin, to: to - last > BRIDGED ? edge(bytes, last, to) : to };
}

/** How far something was written from one place on, in the direction of another: to a stride. */
function edge(bytes: Uint8Array, written: number, blank: number): number {
  let [inside, outside] = [written, blank];
  while (Math.abs(outside - inside) > STRIDE) {
    const middle = inside + Math.round((outside - inside) / 2 / STRIDE) * STRIDE;
    if (isWritten(bytes, middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function isWritten(bytes: Uint8Array, at: number): boolean {
  for (let byte = at; byte < at + LOOK; byte++) if (bytes[byte] !== 0) return true;
  return false;
}
