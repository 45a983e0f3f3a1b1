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
