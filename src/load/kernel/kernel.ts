import base64 from './assembly/index.js?kernel';

/** What `run` ends with; see assembly/index.ts. */
export const MORE = 0;
export const HANDED_BACK = 1;
export const DECLINED = 2;
export const MANY_LINES = 3;

/** What the program gives, as assembly/index.ts says. Places and counts may come as negative numbers: `>>> 0`. */
export interface KernelExports {
  allocate(bytes: number): number;
  isFull(): number;
  start(separator: number, columns: number, wantedAt: number, count: number, firstLine: number, plan: number): void;
  mayBeValues(index: number, kind: number): void;
  describeValues(index: number): number;
  planPart(firstRows: number, allRows: number): number;
  expectWidths(fewest: number, most: number, beyond: number): void;
  expectRecords(
    columns: number,
    hasHeader: number,
    namesAt: number,
    names: number,
    dataAt: number,
    data: number,
    textAt: number,
    spaceAt: number,
  ): void;
  expect(rows: number): void;
  roomForInput(length: number): number;
  inputGiven(length: number, last: number): void;
  inputAt(): number;
  inputBegins(place: number): void;
  sieveBy(halvesAt: number, beginningsAt: number, count: number): void;
  scannedTo(): number;
  inputEnd(): number;
  run(handBack: number, looked: number): number;
  recordAt(): number;
  recordEnd(): number;
  placesAt(): number;
  cellsFound(): number;
  scratchOf(length: number): number;
  keepCell(index: number, text: number, length: number): void;
  keepRow(row: number, line: number): void;
  takeShort(): number;
  shortPlacesAt(): number;
  absorbColumn(index: number, otherStores: number, otherBegins: number): void;
  absorbRows(otherRuns: number, otherKept: number, otherRecords: number, otherLines: number, otherBegins: number): void;
  beginsAt(): number;
  beginCount(): number;
  beginList(): number;
  recordsPassed(): number;
  linesPassed(): number;
  lineOfRecord(): number;
  rowsKept(): number;
  rowRuns(): number;
  runsAt(): number;
  runFirsts(): number;
  runRows(): number;
  runLines(): number;
  storesAt(): number;
  isPlain(index: number): number;
  codesAt(index: number): number;
  codeWidth(index: number): number;
  distinctTexts(index: number): number;
  bytesAt(index: number): number;
  bytesUsed(index: number): number;
  offsetsAt(index: number): number;
}

const PAGES = 65_535;

/** The program and a memory, which several threads may share: each runs the program for itself. */
export interface KernelParts {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/**
 * What a kernel runs on; null where WebAssembly lacks SIMD or memory that threads can share.
 *
 * @param pages of 64 KiB: the largest memory
 */
export function kernelParts(pages: number = PAGES): KernelParts | null {
  return partsOf(base64, pages);
}

/** The same of another program, as base64 text. */
export function partsOf(program: string, pages: number = PAGES): KernelParts | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(program, 'base64'));
    return { module, memory: new WebAssembly.Memory({ initial: 1, maximum: pages, shared: true }) };
  } catch {
    return null;
  }
}

/** The program at work in a memory. */
export class Kernel<Exports extends KernelExports = KernelExports> {
  readonly run: Exports;
  readonly #memory: WebAssembly.Memory;
  #bytes: Uint8Array;

  /** @param imports what the program asks of its caller, by module */
  constructor({ module, memory }: KernelParts, imports: WebAssembly.Imports = {}) {
    this.run = new WebAssembly.Instance(module, { ...imports, env: { memory } }).exports as unknown as Exports;
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** All of the memory, as large as it is now: to be asked for anew after every call. */
  get bytes(): Uint8Array {
    const { buffer } = this.#memory;
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  /** All of it. */
  get block(): ArrayBufferLike {
    return this.#memory.buffer;
  }

  /** Looks how large the memory is, where another thread may have asked for more. */
  refresh(): void {
    this.#memory.grow(0);
  }

  /** Words from a place on. */
  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at >>> 0, length);
  }

  signedWords(at: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at >>> 0, length);
  }

  doubleWords(at: number, length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, at >>> 0, length);
  }

  halfWords(at: number, length: number): Uint16Array {
    return new Uint16Array(this.#memory.buffer, at >>> 0, length);
  }

  /** A view of some bytes, as a buffer. */
  buffer(at: number, length: number): Buffer {
    return Buffer.from(this.#memory.buffer, at >>> 0, length);
  }

  /** Puts bytes into the memory, for good; where they are. */
  put(bytes: Uint8Array): number {
    const at = this.run.allocate(bytes.length) >>> 0;
    this.bytes.set(bytes, at);
    return at;
  }

  /** The same with words. */
  putWords(words: readonly number[]): number {
    return this.put(new Uint8Array(Uint32Array.from(words).buffer));
  }
}
