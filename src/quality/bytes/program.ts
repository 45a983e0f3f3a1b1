import { PIECE_BYTES, pieceEnd, smallProgram } from '../../loops/small-program.js';
import { RowList } from '../../model/row-list.js';
import type { PlainColumn } from '../../model/text-column.js';
import base64 from './assembly/index.js?kernel';

/** Bytes that the program reads of what follows a piece. */
const FOLLOWING = 2;
const PAIRS = 0x1_0000;
const BYTES = 0x100;

/** Bytes of a column from which sixteen of them are looked at in one. */
export const WORTH_A_PROGRAM = 0x8_0000;

/** What the program gives, as assembly/index.ts says. */
interface Exports {
  hasRoom(): number;
  inputAt(): number;
  offsetsAt(): number;
  halvesAt(): number;
  beginningsAt(): number;
  pairsAt(): number;
  beginsAt(): number;
  foundAt(): number;
  startLook(): void;
  look(firstRow: number, rows: number, given: number): number;
  cellsFilled(): number;
  longestCell(): number;
  hasQuestions(): number;
  search(from: number, size: number, given: number): number;
  reached(): number;
}

const start = smallProgram<Exports>(base64);

/** The program and views of its memory, once it has room for a piece. */
interface Program {
  readonly run: Exports;
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

function program(): Program | null {
  const started = start();
  if (started === null || started.run.hasRoom() === 0) return null;
  const { run, memory } = started;
  return { run, bytes: new Uint8Array(memory.buffer), words: new Uint32Array(memory.buffer) };
}

/** What a look at every byte of a plain column tells. */
export interface Looked {
  /** Rows of cells with a byte beyond ASCII, ascending. */
  readonly foreign: Uint32Array;
  /** Whether such a byte stands before another anywhere: by the first one, above the second one. */
  readonly pairs: Uint8Array;
  /** Whether three question marks stand in a row anywhere. */
  readonly questions: boolean;
  /** How many cells hold something, and the bytes of the longest. */
  readonly filled: number;
  readonly longest: number;
  /** By byte, 1 where a cell begins with it. */
  readonly begins: Uint8Array;
}

/**
 * Looks at all cells of a plain column. O(bytes), sixteen at a time.
 *
 * @returns null where it cannot be done so: no SIMD, or a cell that is larger than a piece
 */
export function lookThrough({ bytes, offsets, length }: PlainColumn): Looked | null {
  const at = program();
  if (at === null) return null;
  const { run } = at;
  run.startLook();
  const [input, found] = [run.inputAt(), run.foundAt() >> 2];
  const end = offsets[length] ?? 0;
  const foreign = new RowList();
  for (let row = 0; row < length; ) {
    const last = pieceEnd(offsets, row, length);
    if (last === row) return null;
    const start = offsets[row] as number;
    const behind = Math.min(end, (offsets[last] as number) + FOLLOWING);
    at.bytes.set(bytes.subarray(start, behind), input);
    at.words.set(offsets.subarray(row, last + 1), run.offsetsAt() >> 2);
    const count = run.look(row, last - row, behind - start);
    foreign.pushAll(at.words.subarray(found, found + count));
    row = last;
  }
  return {
    foreign: foreign.taken(),
    pairs: at.bytes.slice(run.pairsAt(), run.pairsAt() + PAIRS),
    questions: run.hasQuestions() !== 0,
    filled: run.cellsFilled(),
    longest: run.longestCell(),
    begins: at.bytes.slice(run.beginsAt(), run.beginsAt() + BYTES),
  };
}

/** What three bytes a word may begin with. */
export interface Beginnings {
  /** By the low half of the first byte, by its high half, then of the second and the third one: bits of words. */
  readonly halves: Uint8Array;
  /** By the hash of all three, 1 where a word may begin so. */
  readonly hashes: Uint8Array;
}

/**
 * Visits, in order, the places of a column's bytes at which a word may begin. O(bytes), sixteen at a time.
 *
 * @param visit is told a place, and tells from which one on more are asked for
 * @returns false where it cannot be done so: no SIMD
 */
export function visitBeginnings(
  { bytes, offsets, length }: PlainColumn,
  { halves, hashes }: Beginnings,
  visit: (at: number) => number,
): boolean {
  const at = program();
  if (at === null) return false;
  const { run } = at;
  at.bytes.set(halves, run.halvesAt());
  at.bytes.set(hashes, run.beginningsAt());
  const [input, found] = [run.inputAt(), run.foundAt() >> 2];
  const end = offsets[length] ?? 0;
  let from = offsets[0] ?? 0;
  for (let start = from; start < end; start += PIECE_BYTES) {
    const size = Math.min(PIECE_BYTES, end - start);
    const behind = Math.min(end, start + size + FOLLOWING);
    at.bytes.set(bytes.subarray(start, behind), input);
    while (from - start < size) {
      const count = run.search(Math.max(0, from - start), size, behind - start);
      for (let i = found; i < found + count; i++) {
        const place = start + (at.words[i] as number);
        if (place >= from) from = visit(place);
      }
      from = Math.max(from, start + run.reached());
    }
  }
  return true;
}
