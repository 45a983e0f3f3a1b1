import base64 from './assembly/index.js?kernel';
import { inPieces, PIECE_BYTES, type SmallProgram, smallProgram } from './small-program.js';

/** An array that is worth making the program for. */
const MADE_FROM = 8_192;

/** And one that is worth giving to it, where it is there. */
const GIVEN_FROM = 256;

/** What the program gives, as assembly/index.ts says. */
interface Exports {
  start(): number;
  inputAt(): number;
  marksAt(): number;
  rowsAt(): number;
  countsAt(): number;
  startSum(): void;
  addUp(length: number): void;
  sumFound(): number;
  startSpread(): void;
  spread(length: number, mean: number): void;
  squaresFound(): number;
  driftFound(): number;
  startWhole(): void;
  countWhole(length: number): number;
  wholeSpan(): number;
  listMarked(length: number, first: number): number;
}

/** Places that the program tells once. */
interface Made extends SmallProgram<Exports> {
  readonly bytes: Uint8Array;
  readonly input: number;
}

const program = smallProgram<Exports>(base64);
let made: Made | null | undefined;

/** The program for an array of so many; null where it is too short for it, or there is none. */
function programFor(length: number): Made | null {
  if (length < (made === undefined ? MADE_FROM : GIVEN_FROM)) return null;
  if (made === undefined) {
    const begun = program();
    made =
      begun === null || begun.run.start() === 0
        ? null
        : { ...begun, bytes: new Uint8Array(begun.memory.buffer), input: begun.run.inputAt() };
  }
  return made;
}

/** Numbers that are handed over piece by piece, in their order: whoever takes a piece keeps no view of it. */
export interface InPieces {
  readonly length: number;
  each(take: (piece: Float64Array) => void): void;
}

/** Σ of the values, as stats/sum.ts adds them up, to the last digit; null where they are few, or there is no program. */
export function sumOf(values: Float64Array): number | null {
  const at = programFor(values.length);
  if (at === null) return null;
  const { run } = at;
  run.startSum();
  inPieces(at, values, (items) => run.addUp(items));
  return run.sumFound();
}

/** Σ (value − mean) and Σ (value − mean)², added up one after the other; null where they are few, or there is no program. */
export function deviationsOf(
  values: Float64Array | InPieces,
  mean: number,
): { readonly squares: number; readonly drift: number } | null {
  const at = programFor(values.length);
  if (at === null) return null;
  const { run } = at;
  run.startSpread();
  // Whoever gathers a piece may list rows by the same program: what was found so far stays.
  eachOf(values, (piece) => inPieces(at, piece, (items) => run.spread(items, mean)));
  return { squares: run.squaresFound(), drift: run.driftFound() };
}

/**
 * How many of the values are 0, 1, … up to the largest.
 *
 * @returns `'others'` where one of them is no whole number from 0 to 65,535; null where they are few, or there is no program
 */
export function wholeCountsOf(values: Float64Array | InPieces): Uint32Array | 'others' | null {
  const at = programFor(values.length);
  if (at === null) return null;
  const { run, memory } = at;
  run.startWhole();
  let areWhole = true;
  eachOf(values, (piece) => {
    areWhole &&= inPieces(at, piece, (items) => run.countWhole(items) !== 0);
  });
  if (!areWhole) return 'others';
  return new Uint32Array(memory.buffer, run.countsAt(), run.wholeSpan()).slice();
}

function eachOf(values: Float64Array | InPieces, take: (piece: Float64Array) => void): void {
  if (values instanceof Float64Array) take(values);
  else values.each(take);
}

/**
 * Lists the rows of a piece of a column that have one of some codes, ascending.
 *
 * @param listed has room for all rows of the piece
 * @param own by code, 1 where it is one of them; as long as the largest code of the column needs
 * @param first the row of the first code
 * @returns how many they are; −1 where nothing was listed: the piece is short, longer than one is, or there is no program
 */
export function listPieceWith(listed: Uint32Array, codes: Uint16Array, own: Uint8Array, first: number): number {
  const at = codes.byteLength > PIECE_BYTES ? null : programFor(codes.length);
  if (at === null) return -1;
  const { run, bytes, input, memory } = at;
  bytes.set(own, run.marksAt());
  bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), input);
  const found = new Uint32Array(memory.buffer, run.rowsAt(), run.listMarked(codes.length, first));
  listed.set(found);
  return found.length;
}

/**
 * Lists the rows that have one of some codes, ascending.
 *
 * @param listed as long as there are such rows
 * @returns false where nothing was listed: there are few codes, or there is no program
 */
export function listRowsWith(listed: Uint32Array, codes: Uint16Array, some: readonly number[]): boolean {
  const at = programFor(codes.length);
  if (at === null) return false;
  const { run, memory } = at;
  const marks = new Uint8Array(memory.buffer, run.marksAt(), 0x1_0000).fill(0);
  for (const code of some) marks[code] = 1;
  let n = 0;
  inPieces(at, codes, (items, first) => {
    const found = new Uint32Array(memory.buffer, run.rowsAt(), run.listMarked(items, first));
    listed.set(found, n);
    n += found.length;
    return n < listed.length;
  });
  return true;
}
