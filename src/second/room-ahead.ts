import type { SecondThread } from '../load/second-thread.js';
import type { SpareRoom } from '../model/shared-memory.js';
import type { RoomMessage } from './messages.js';

/** Bytes from which it pays: of fewer, all pages are found in the time that another thread needs to be told. */
const ROOM_FROM = 1_000_000;
/** Bytes of a page of memory, or fewer. */
const PAGE = 4096;

/**
 * Memory whose pages the second thread makes the system find, if it runs, before the first writes there: 5 to 15 µs each.
 * Nobody waits for it, and who is first at a page makes no difference.
 *
 * @param left what there is already: where so much of it lies in one piece, that is enough
 */
export function roomAhead(
  thread: Pick<SecondThread, 'running'>,
  bytes: number,
  left: SpareRoom | null,
  { from = ROOM_FROM }: { readonly from?: number } = {},
): SpareRoom | null {
  const worker = thread.running();
  if (worker === null || bytes < from || typeof SharedArrayBuffer === 'undefined') return null;
  if (left?.parts.some((part) => part.to - part.from >= bytes)) return null;
  const block = new SharedArrayBuffer(bytes);
  worker.postMessage({ room: new Uint8Array(block) } satisfies RoomMessage);
  return { block, parts: [{ from: 0, to: bytes }] };
}

/** Makes the system find all pages of some memory. Changes nothing there, whatever the other thread writes meanwhile. */
export function preparePages({ room }: RoomMessage): void {
  for (let at = 0; at < room.length; at += PAGE) Atomics.or(room, at, 0);
}
