import { type InPieces, wholeCountsOf } from '../loops/program.js';

/**
 * Quantiles of Hyndman & Fan's type 7: linear interpolation between order statistics, as NumPy, R and Excel's
 * PERCENTILE.INC do (R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", 1996).
 * (15, 20, 35, 40, 50) at 0.4 gives 29.
 *
 * One answer per probability, in the order asked. The caller's array is left as it is; expected time O(n).
 */
export function quantiles(sample: ArrayLike<number>, probabilities: readonly number[]): number[] {
  const n = sample.length;
  requireQuantiles(n, probabilities);
  if (n >= MANY && probabilities.length <= MOST_RANKS) {
    return ofMany(sample instanceof Float64Array ? sample : Float64Array.from(sample), probabilities);
  }
  const work = sample instanceof Float64Array ? sample.slice() : Float64Array.from(sample);
  const answers = new Array<number>(probabilities.length);
  const order = probabilities.map((_, index) => index).sort((a, b) => at(probabilities, a) - at(probabilities, b));
  // Ascending: what a selection leaves on its right holds all later ones.
  let from = 0;
  for (const index of order) {
    const position = (n - 1) * at(probabilities, index);
    const below = Math.floor(position);
    const low = select(work, below, from);
    const fraction = position - below;
    answers[index] = fraction === 0 ? low : low + fraction * (smallest(work, below + 1) - low);
    from = below;
  }
  return answers;
}

/** From so many values on they are counted by size first, which copies none but those near a quantile. */
const MANY = 20_000;
/** Of more quantiles each is looked for on its own. */
const MOST_RANKS = 100;

function ofMany(sample: Float64Array, probabilities: readonly number[]): number[] {
  return between(sample.length, probabilities, (ranks) => orderStatistics(sample, ranks));
}

/** How often each whole number from 0 on occurs among `n` values. */
export interface WholeCounts {
  readonly n: number;
  readonly counts: Uint32Array;
}

/** Greater numbers are not counted one by one: a table of them would be larger than most samples. */
const MOST_WHOLE = 2 ** 16;

/**
 * The values counted; null where one of them is no whole number under 65,536. Of days there are few, so that whoever asks
 * for several quantiles of the same ones counts them once.
 */
export function countWhole(values: Float64Array | InPieces): WholeCounts | null {
  const known = wholeCountsOf(values);
  if (known !== null) return known === 'others' ? null : { n: values.length, counts: known };
  const counts = new Uint32Array(MOST_WHOLE);
  let most = 0;
  const count = (piece: Float64Array) => {
    if (most >= 0) most = countInto(counts, piece, most);
  };
  if (values instanceof Float64Array) count(values);
  else values.each(count);
  return most < 0 ? null : { n: values.length, counts: counts.slice(0, most + 1) };
}

/**
 * The largest of the values and of those before, or −1 where one cannot be counted: a loop by itself, for V8 compiles what
 * stands behind it, too.
 */
function countInto(counts: Uint32Array, values: Float64Array, before: number): number {
  let most = before;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const place = value >>> 0;
    if (place !== value || place >= MOST_WHOLE) return -1;
    counts[place] = (counts[place] as number) + 1;
    if (place > most) most = place;
  }
  return most;
}

/** {@link quantiles} of values that were counted: the same to the last digit. */
export function quantilesOfCounts({ n, counts }: WholeCounts, probabilities: readonly number[]): number[] {
  requireQuantiles(n, probabilities);
  return between(n, probabilities, (ranks) => {
    const valueAt = new Map<number, number>();
    let [value, upTo] = [0, counts[0] as number];
    for (const rank of ranks) {
      while (upTo <= rank) upTo += counts[++value] as number;
      valueAt.set(rank, value);
    }
    return valueAt;
  });
}

/** Σ of values that were counted: exact, as a compensated sum of whole numbers is. */
export function sumOfCounts({ counts }: WholeCounts): number {
  let sum = 0;
  for (let value = 0; value < counts.length; value++) sum += value * (counts[value] as number);
  return sum;
}

/** @throws RangeError over no value, and of a probability that is none */
function requireQuantiles(n: number, probabilities: readonly number[]): void {
  if (n === 0) throw new RangeError('a quantile needs at least one value');
  for (const p of probabilities) if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0…1, not ${p}`);
}

/** Quantiles from the values at some ranks (from 0) of the ascending values, which are asked for ascending, each once. */
function between(
  n: number,
  probabilities: readonly number[],
  valuesAt: (ranks: readonly number[]) => ReadonlyMap<number, number>,
): number[] {
  const positions = probabilities.map((p) => (n - 1) * p);
  const ranks = new Set(positions.flatMap((position) => [Math.floor(position), Math.ceil(position)]));
  const valueAt = valuesAt([...ranks].sort((a, b) => a - b));
  return positions.map((position) => {
    const below = Math.floor(position);
    const [low, high] = [valueAt.get(below) as number, valueAt.get(Math.ceil(position)) as number];
    return position === below ? low : low + (position - below) * (high - low);
  });
}

/** Of a number's first word, read as a whole number: sign, exponent and four bits of the fraction are one band. */
const BAND_SHIFT = 16;
const BANDS = 2 ** (32 - BAND_SHIFT);
/** Which of a number's two words is the one with sign and exponent: a matter of the machine. */
const FIRST_WORD = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * The values at the given ranks (from 0, ascending, each once) of the ascending sample. Numbers are ordered as their first words are, those
 * below 0 the other way round: a count per band of them says in which band a rank lies, and the values of that band
 * alone are looked at closer. Two passes, whatever the number of ranks.
 */
function orderStatistics(sample: Float64Array, ranks: readonly number[]): Map<number, number> {
  const words = new Int32Array(sample.buffer, sample.byteOffset, 2 * sample.length);
  const counts = new Uint32Array(BANDS);
  const { bands, places, room } = bandsOf(ranks, counts, countBands(words, counts));
  const near = new Float64Array(room);
  gatherNear(near, sample, words, places, Uint32Array.from([0, ...bands.map(({ start }) => start)]));
  const answers = new Map<number, number>();
  for (const { first, start, size, ranks } of bands) {
    const values = near.subarray(start, start + size);
    let from = 0;
    for (const rank of ranks) {
      answers.set(rank, select(values, rank - first, from));
      from = rank - first;
    }
  }
  return answers;
}

// The loops are functions of their own: V8 makes machine code of a function as a whole, and takes long for a large one.

/** How many numbers there are in each band. @returns the lowest with any */
function countBands(words: Int32Array, counts: Uint32Array): number {
  let lowest = BANDS;
  for (let i = FIRST_WORD; i < words.length; i += 2) {
    const band = bandOf(words[i] as number);
    counts[band] = (counts[band] as number) + 1;
    if (band < lowest) lowest = band;
  }
  return lowest;
}

/** A band that a rank lies in: how many numbers are in those below, and where its own are put. */
interface NearBand {
  readonly first: number;
  readonly start: number;
  readonly size: number;
  readonly ranks: number[];
}

/** The bands that ranks lie in, and by band which of these it is, from 1; 0 = none. */
function bandsOf(
  ranks: readonly number[],
  counts: Uint32Array,
  lowest: number,
): { readonly bands: readonly NearBand[]; readonly places: Uint8Array; readonly room: number } {
  const places = new Uint8Array(BANDS);
  const bands: NearBand[] = [];
  // Amounts lie in some hundred bands, three quarters up: they are not walked to.
  let [band, first, room] = [lowest, 0, 0];
  for (const rank of ranks) {
    while (first + (counts[band] as number) <= rank) first += counts[band++] as number;
    if (places[band] === 0) {
      const size = counts[band] as number;
      places[band] = bands.push({ first, start: room, size, ranks: [] });
      room += size;
    }
    bands[bands.length - 1]?.ranks.push(rank);
  }
  return { bands, places, room };
}

/** Puts the numbers of the bands that are looked at closer where those of each band begin. */
function gatherNear(
  near: Float64Array,
  sample: Float64Array,
  words: Int32Array,
  places: Uint8Array,
  next: Uint32Array,
): void {
  for (let i = FIRST_WORD, at = 0; i < words.length; i += 2, at++) {
    const place = places[bandOf(words[i] as number)] as number;
    if (place === 0) continue;
    const to = next[place] as number;
    near[to] = sample[at] as number;
    next[place] = to + 1;
  }
}

function bandOf(word: number): number {
  // As if without a sign, ascending: a number below 0 has its bits turned round, any other its sign.
  return (word ^ ((word >> 31) | 0x8000_0000)) >>> BAND_SHIFT;
}

/** One quantile; see `quantiles`. */
export function quantile(sample: ArrayLike<number>, p: number): number {
  return at(quantiles(sample, [p]), 0);
}

/** The median: the middle value, or the mean of the two middle ones. */
export function median(sample: ArrayLike<number>): number {
  return quantile(sample, 0.5);
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}

/**
 * The k-th smallest (from 0) of the values at `from` and after it, which are partially sorted on the way: afterwards
 * nothing right of k is smaller. Quickselect with the median of three (C. A. R. Hoare, "Find", 1961); equal values
 * are spread over both sides, so a column of few distinct days does not degrade.
 */
function select(values: Float64Array, k: number, from: number): number {
  let left = from;
  let right = values.length - 1;
  while (right - left > 24) {
    const pivot = middleOf(
      values[left] as number,
      values[left + ((right - left) >> 1)] as number,
      values[right] as number,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = swapped;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return values[k] as number;
  }
  values.subarray(left, right + 1).sort();
  return values[k] as number;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function smallest(values: Float64Array, from: number): number {
  let least = values[from] as number;
  for (let i = from + 1; i < values.length; i++) if ((values[i] as number) < least) least = values[i] as number;
  return least;
}
