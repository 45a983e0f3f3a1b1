/** Of 64 KiB: the most that tools/kernel.js compiles programs to have. */
const MOST_PAGES = 65_535;

/** A program of WebAssembly at work, with a memory of its own. */
export interface SmallProgram<Exports> {
  readonly run: Exports;
  readonly memory: WebAssembly.Memory;
}

/**
 * A program that is given columns piece by piece: its memory is as small as a piece and what is found, wherever columns
 * stand. It is made when it is first asked for, once for a thread, and stays: whatever it finds, it begins with memory that
 * it has written.
 *
 * @returns the program; null where WebAssembly lacks SIMD or memory that threads can share
 */
export function smallProgram<Exports>(base64: string): () => SmallProgram<Exports> | null {
  let made: SmallProgram<Exports> | null | undefined;
  return () => {
    if (made === undefined) made = begun<Exports>(base64);
    return made;
  };
}

function begun<Exports>(base64: string): SmallProgram<Exports> | null {
  try {
    const code = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    return { run: exports as Exports, memory };
  } catch {
    // What it finds is found without it.
    return null;
  }
}

/** Bytes of a piece: programs that are handed arrays have room for so many. */
export const PIECE_BYTES = 0x1_0000;

/**
 * Hands an array to a program, piece by piece.
 *
 * @param bytes the program's memory
 * @param input where a piece goes
 * @param take is called with how many items a piece has, and the place of the first; `false` ends it
 * @returns whether all were taken
 */
export function inPieces(
  { bytes, input }: { readonly bytes: Uint8Array; readonly input: number },
  { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT: width }: HandedArray,
  take: (items: number, first: number) => unknown,
): boolean {
  const all = new Uint8Array(buffer, byteOffset, byteLength);
  for (let start = 0; start < byteLength; start += PIECE_BYTES) {
    const piece = all.subarray(start, start + PIECE_BYTES);
    bytes.set(piece, input);
    if (take(piece.length / width, start / width) === false) return false;
  }
  return true;
}

type HandedArray = Pick<Uint8Array, 'buffer' | 'byteOffset' | 'byteLength' | 'BYTES_PER_ELEMENT'>;

/** Texts of a piece, at most: programs that are handed texts have room for where so many begin. */
const PIECE_TEXTS = 0x4000;

/**
 * The end of the piece that begins with a text: that text where it is longer than a piece.
 *
 * @param offsets where texts begin among all bytes, and the last one ends
 */
export function pieceEnd(offsets: Uint32Array, text: number, length: number): number {
  const most = (offsets[text] as number) + PIECE_BYTES;
  let last = Math.min(length, text + PIECE_TEXTS);
  if ((offsets[last] as number) <= most) return last;
  let low = text;
  while (low < last) {
    const middle = (low + last + 1) >>> 1;
    if ((offsets[middle] as number) <= most) low = middle;
    else last = middle - 1;
  }
  return low;
}
