/**
 * Memory that the program frees is kept for what it asks for next, where the system's allocator is that of GNU (most Linux
 * systems). It begins with giving back whatever is freed at the end of its memory beyond 128 KiB, and with a mapping of its own
 * for each piece of more than that, which is gone when it is freed: what V8 compiles with is got from the system and given
 * back for every function, a page of 4 KiB at 15 µs. Once a larger piece is freed that had a mapping of its own, pieces up to that size
 * come from memory that is used again, and twice as much is kept (mallopt(3), M_MMAP_THRESHOLD: "dynamic adjustment").
 */

/** Bytes: more than any piece that comes and goes often, and no more than may lie about. Nobody writes to it, so it costs no page. */
export const PIECE = 8_000_000;

/** Asks for a piece that nobody holds: the first collection frees it. */
export function keepFreedMemory(piece: number = PIECE): void {
  void new ArrayBuffer(piece);
}
