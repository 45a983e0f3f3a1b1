/** Pieces of text as a writer takes them: some tens of thousands of letters at once, or as bytes. */

/** Pieces are gathered to this size (UTF-16 units, or bytes), so that a piece per table cell does not cost a write each. */
const CHUNK = 65_536;
/** Pieces of less than this are put together before they are turned into bytes. */
const SMALL = 8_192;

/** The pieces as longer ones. */
export function* chunked(pieces: Iterable<string>): Generator<string, void, undefined> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * The pieces as UTF-8. All of it is the same memory, written to anew: what was taken must be done with before more is
 * asked for. A large document of strings that are turned into bytes one by one takes new memory for all of it, whose
 * first touch costs more than everything else that is done with it. No piece may cut a letter of two UTF-16 units.
 */
export function* inBytes(pieces: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const memory = new Uint8Array(CHUNK);
  const encoder = new TextEncoder();
  let used = 0;
  function* put(text: string): Generator<Uint8Array, void, undefined> {
    let rest = text;
    while (rest !== '') {
      const { read, written } = encoder.encodeInto(rest, used === 0 ? memory : memory.subarray(used));
      used += written;
      if (read === rest.length) return;
      yield memory.subarray(0, used);
      used = 0;
      rest = rest.slice(read);
    }
  }
  let small = '';
  for (const piece of pieces) {
    if (piece.length < SMALL) {
      small += piece;
      if (small.length < SMALL) continue;
      yield* put(small);
      small = '';
    } else {
      yield* put(small);
      small = '';
      yield* put(piece);
    }
  }
  yield* put(small);
  if (used > 0) yield memory.subarray(0, used);
}
