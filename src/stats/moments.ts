import { deviationsOf, type InPieces } from '../loops/program.js';
import { type SlotSums, sum } from './sum.js';

export type { InPieces };

/** Size, mean and sample standard deviation (divisor n − 1) of a sample. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Null for one value: a single one has no spread. */
  readonly sd: number | null;
}

/** Moments of at least one value; two passes, so that nearly equal large values keep their spread. */
export function moments(sample: ArrayLike<number>): Moments {
  if (sample.length === 0) throw new RangeError('a mean needs at least one value');
  return momentsAbout(sample, sum(sample) / sample.length);
}

/** The same where their mean, Σ / n, is known. */
export function momentsAbout(sample: ArrayLike<number> | InPieces, mean: number): Moments {
  const n = sample.length;
  if (n === 1) return { n, mean, sd: null };
  const inPieces = 'each' in sample;
  const known = inPieces || sample instanceof Float64Array ? deviationsOf(sample, mean) : null;
  if (known !== null) return { n, mean, sd: spreadOf(known.squares, known.drift, n) };
  const found = { squares: 0, drift: 0 };
  if (inPieces) sample.each((piece) => deviate(found, piece, mean));
  else deviate(found, sample, mean);
  return { n, mean, sd: spreadOf(found.squares, found.drift, n) };
}

/** Adds up deviations, one after the other, to those found before. */
function deviate(found: { squares: number; drift: number }, sample: ArrayLike<number>, mean: number): void {
  let { squares, drift } = found;
  for (let i = 0; i < sample.length; i++) {
    const deviation = (sample[i] as number) - mean;
    squares += deviation * deviation;
    drift += deviation;
  }
  found.squares = squares;
  found.drift = drift;
}

/** The drift corrects for the rounding of the mean (Chan, Golub, LeVeque 1983, "corrected two-pass"). */
function spreadOf(squares: number, drift: number, n: number): number {
  return Math.sqrt(Math.max(0, squares - (drift * drift) / n) / (n - 1));
}

/**
 * The spread of the cells of each slot about its mean, as {@link momentsAbout} gives it, to the last digit; null where a
 * slot has one cell, and without meaning where it has none.
 *
 * @param rows those of which the cells are looked at
 * @param slots by row
 * @param known sums and numbers of the same cells
 */
export function spreadsByRow(
  column: Float64Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
  { sums, counts }: SlotSums,
): (number | null)[] {
  const means = meansOf({ sums, counts });
  const squares = new Float64Array(sums.length);
  const drifts = new Float64Array(sums.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const slot = slots[row] as number;
    const deviation = (column[row] as number) - (means[slot] as number);
    squares[slot] = (squares[slot] as number) + deviation * deviation;
    drifts[slot] = (drifts[slot] as number) + deviation;
  }
  return spreadsOf(squares, drifts, counts);
}

/** Values beside the rows that they are of, handed over piece by piece, in their order: nobody keeps a view of a piece. */
export type BesideRows = (take: (values: Float64Array, rows: Uint32Array) => void) => void;

/** The same of values that are in the order of the rows. */
export function spreadsBy(
  each: BesideRows,
  slots: Uint8Array | Uint16Array | Uint32Array,
  { sums, counts }: SlotSums,
): (number | null)[] {
  const means = meansOf({ sums, counts });
  const squares = new Float64Array(sums.length);
  const drifts = new Float64Array(sums.length);
  each((values, rows) => deviateBy(squares, drifts, means, values, rows, slots));
  return spreadsOf(squares, drifts, counts);
}

function deviateBy(
  squares: Float64Array,
  drifts: Float64Array,
  means: Float64Array,
  values: Float64Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const slot = slots[rows[i] as number] as number;
    const deviation = (values[i] as number) - (means[slot] as number);
    squares[slot] = (squares[slot] as number) + deviation * deviation;
    drifts[slot] = (drifts[slot] as number) + deviation;
  }
}

function meansOf({ sums, counts }: SlotSums): Float64Array {
  return sums.map((sum, slot) => sum / (counts[slot] as number));
}

function spreadsOf(squares: Float64Array, drifts: Float64Array, counts: Uint32Array): (number | null)[] {
  return Array.from(counts, (n, slot) =>
    n === 1 ? null : spreadOf(squares[slot] as number, drifts[slot] as number, n),
  );
}
