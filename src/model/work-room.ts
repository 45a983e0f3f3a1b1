/**
 * Memory for a piece of work, used again by the next: of a million deals a list, their amounts or their days are
 * megabytes, and memory that was not there before takes the system longer than most of what is done with it. Each thread
 * has its own; it is let go when what the thread is doing has ended, and asked for anew.
 */

import type { Numbers } from './numbers.js';
import type { SpareRoom } from './shared-memory.js';

/** Lends arrays up to the end of a piece of work. */
export interface WorkRoom {
  /**
   * An array of so many, of any content: what was written there before, or zeros. Never keep it, or a view of it.
   * @throws Error while work within the work has a room of its own, which would give the array back
   */
  lend<N extends Numbers>(kind: Kind<N>, length: number): N;
}

type Kind<N extends Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, from: number, length: number): N;
};

/** Of fewer deals what is asked for is kept: memory for so little costs no more than finding it again. */
export const LENT_FROM = 16_384;

/** Does a piece of work with a room, which may ask for a room in turn. All that is lent is given back at its end. */
export function inWorkRoom<T>(work: (room: WorkRoom) => T): T {
  const room = roomOfThread();
  const before = room.blocks.map(({ used }) => used);
  const depth = ++room.depth;
  try {
    return work({
      lend: (kind, length) => {
        if (room.depth !== depth) throw new Error('memory for work is asked of a room within which there is another');
        return room.lend(kind, length);
      },
    });
  } finally {
    room.depth = depth - 1;
    room.giveBack(before);
  }
}

/**
 * An array to keep, of so many and of any content, where something was written before and nothing is any more; null where
 * no such room was offered, or none is left. It is not given back.
 */
export function spareToKeep<N extends Numbers>(kind: Kind<N>, length: number): N | null {
  return length * kind.BYTES_PER_ELEMENT < LEAST_OFFERED ? null : roomOfThread().keep(kind, length);
}

/** Memory, the first bytes of which are lent. */
interface Block {
  readonly bytes: ArrayBufferLike;
  readonly from: number;
  size: number;
  used: number;
  /** What it was made of, if it was offered. */
  readonly offer: Offer | null;
}

/** A part of a block that stays as long as what else is in it does, which is not for this file to say. */
interface Offer {
  readonly block: WeakRef<ArrayBufferLike>;
  readonly from: number;
  size: number;
}

/** Bytes: where arrays of any kind may begin. */
const ALIGNED = 64;
/** A block has this many bytes at least … */
const LEAST = 1024 * 1024;
/** Of what is offered, and kept, smaller pieces are not worth it. */
const LEAST_OFFERED = 256 * 1024;
/** … and so many times what the first array needs: what comes next mostly lies beside it, and costs nothing before. */
const FIRST_TIMES = 4;
/** Later arrays are of about the same size, or somewhat larger. */
const TIMES = 1.25;

class Room implements WorkRoom {
  readonly blocks: Block[];
  /** How many pieces of work go on, each within the one before. */
  depth = 0;

  constructor(blocks: Block[]) {
    this.blocks = blocks;
  }

  lend<N extends Numbers>(kind: Kind<N>, length: number): N {
    const size = Math.ceil((length * kind.BYTES_PER_ELEMENT) / ALIGNED) * ALIGNED;
    let best: Block | null = null;
    for (const block of this.blocks) {
      const left = leftIn(block);
      if (left >= size && (best === null || left < leftIn(best))) best = block;
    }
    if (best === null) {
      const times = this.blocks.length === 0 ? FIRST_TIMES : TIMES;
      const bytes = new ArrayBuffer(Math.max(LEAST, Math.ceil(size * times)));
      best = { bytes, from: 0, size: bytes.byteLength, used: 0, offer: null };
      this.blocks.push(best);
    }
    const from = best.from + best.used;
    best.used += size;
    return new kind(best.bytes, from, length);
  }

  /** From the end of the smallest that has room: the beginning is lent. */
  keep<N extends Numbers>(kind: Kind<N>, length: number): N | null {
    const size = Math.ceil((length * kind.BYTES_PER_ELEMENT) / ALIGNED) * ALIGNED;
    let best: Block | null = null;
    for (const block of this.blocks) {
      const left = leftIn(block);
      if (block.offer !== null && left >= size && (best === null || left < leftIn(best))) best = block;
    }
    if (best?.offer == null) return null;
    const end = Math.floor((best.from + best.size) / ALIGNED) * ALIGNED;
    const from = end - size;
    if (from < best.from + best.used) return null;
    best.size = from - best.from;
    best.offer.size = best.size;
    return new kind(best.bytes, from, length);
  }

  giveBack(before: readonly number[]): void {
    this.blocks.forEach((block, at) => {
      const used = before[at] ?? 0;
      if (givenBack !== null && used < block.used) {
        givenBack(new Uint8Array(block.bytes, block.from + used, block.used - used));
      }
      block.used = used;
    });
  }
}

function leftIn({ size, used }: Block): number {
  return size - used;
}

let known: WeakRef<Room> | null = null;

function roomOfThread(): Room {
  let room = known?.deref();
  if (room === undefined) {
    room = new Room(offeredBlocks());
    known = new WeakRef(room);
  }
  return room;
}

let offered: readonly Offer[] = [];

/**
 * Has what is lent from now on lie where something was written before and nothing is any more. Nobody else may write
 * there, ever. What was offered before is forgotten, and so is this when the block goes.
 *
 * @throws Error while something is lent, which what is offered could be lent a second time beside
 */
export function offerForWork(rooms: readonly SpareRoom[]): void {
  if ((known?.deref()?.depth ?? 0) > 0) throw new Error('memory for work is offered while some is lent');
  offered = rooms.flatMap(({ block, parts }) =>
    parts.flatMap(({ from: first, to }) => {
      const from = Math.ceil(first / ALIGNED) * ALIGNED;
      return to - from < LEAST_OFFERED ? [] : [{ block: new WeakRef(block), from, size: to - from }];
    }),
  );
  known = null;
}

function offeredBlocks(): Block[] {
  return offered.flatMap((offer) => {
    const { block, from, size } = offer;
    const bytes = block.deref();
    return bytes === undefined ? [] : [{ bytes, from, size, used: 0, offer }];
  });
}

let givenBack: ((bytes: Uint8Array) => void) | null = null;

/** Has all that is given back shown to a function, or to none: a test writes over it. */
export function whenGivenBack(see: typeof givenBack): void {
  givenBack = see;
}

/** Whether it is: whoever keeps for a while what would be given back gives it back then, so that the test sees it. */
export function isGivenBackShown(): boolean {
  return givenBack !== null;
}
