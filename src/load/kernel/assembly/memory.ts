/** Memory of one reader. Two of them share one `WebAssembly.Memory`: each takes whole pages for itself. */

const PAGE: usize = 65536;
/** Asked for at once, so that small blocks do not each ask for pages. */
const STEP: usize = 1 << 20;
/** Blocks that were given back and are remembered. */
const MOST_FREE: usize = 64;

let next: usize = 0;
let chunkEnd: usize = 0;
/** Pairs of place and size. */
let free: usize = 0;
let freeBlocks: usize = 0;
let full: bool = false;

/** Whether the last call was given up because there is no more memory. */
export function isFull(): bool {
  return full;
}

/** A block of memory, not cleared. Pages that nobody writes to cost nothing: ask for what may be needed. */
export function allocate(bytes: usize): usize {
  const size = rounded(bytes);
  const reused = takeFree(size);
  if (reused !== 0) return reused;
  if (size > chunkEnd - next) morePages(size);
  const block = next;
  next += size;
  return block;
}

/** Gives a block back. */
export function release(block: usize, bytes: usize): void {
  const size = rounded(bytes);
  if (size === 0) return;
  if (block + size === next) {
    next = block;
    return;
  }
  if (free === 0) free = allocate(MOST_FREE * 8);
  let entry = free + freeBlocks * 8;
  if (freeBlocks < MOST_FREE) freeBlocks++;
  else {
    entry = free;
    for (let index: usize = 1; index < MOST_FREE; index++) {
      if (load<u32>(free + index * 8, 4) < load<u32>(entry, 4)) entry = free + index * 8;
    }
    if (load<u32>(entry, 4) >= <u32>size) return;
  }
  store<u32>(entry, <u32>block);
  store<u32>(entry, <u32>size, 4);
}

/** The same content in a larger block. */
export function enlarged(block: usize, bytes: usize, used: usize, larger: usize): usize {
  const size = rounded(bytes);
  if (block + size === next) {
    const more = rounded(larger) - size;
    if (more <= chunkEnd - next || extended(more)) {
      next += more;
      return block;
    }
  }
  const moved = allocate(larger);
  memory.copy(moved, block, used);
  release(block, bytes);
  return moved;
}

function rounded(bytes: usize): usize {
  return (bytes + 15) & ~15;
}

function takeFree(size: usize): usize {
  for (let index: usize = 0; index < freeBlocks; index++) {
    const entry = free + index * 8;
    const has = <usize>load<u32>(entry, 4);
    if (has < size) continue;
    const block = <usize>load<u32>(entry);
    if (has > size) {
      store<u32>(entry, <u32>(block + size));
      store<u32>(entry, <u32>(has - size), 4);
    } else {
      freeBlocks--;
      store<u64>(entry, load<u64>(free + freeBlocks * 8));
    }
    return block;
  }
  return 0;
}

/**
 * Whether more could be added right behind the last block: not where another thread has taken pages meanwhile, for what
 * comes next then lies behind those.
 */
function extended(more: usize): bool {
  const end = next;
  morePages(more - (chunkEnd - next));
  return next === end && more <= chunkEnd - next;
}

function morePages(bytes: usize): void {
  const pages = ((bytes > STEP ? bytes : STEP) + PAGE - 1) / PAGE;
  const before = memory.grow(<i32>pages);
  if (before < 0) {
    full = true;
    unreachable();
  }
  const begin = <usize>before * PAGE;
  if (begin !== chunkEnd) {
    const rest = next;
    const restSize = chunkEnd - next;
    next = begin;
    chunkEnd = begin + pages * PAGE;
    if (rest !== 0) release(rest, restSize & ~15);
  } else chunkEnd = begin + pages * PAGE;
}
