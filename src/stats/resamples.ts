/** Means of resamples: as many values as the sample has, drawn from it with replacement. */
import { type IntegerStream, integerStream } from './random.js';

/** Samples up to this size have their draws kept; the places of larger ones need more room than they save time. */
const KEPT_UP_TO = 32;

/** What one seed and number of resamples draws. */
interface Drawn {
  readonly seed: number;
  readonly resamples: number;
  readonly stream: IntegerStream;
  /** The numbers of the stream so far: those that a sample needs begin with those that a smaller one needs. */
  integers: Uint32Array;
  /** Which values are drawn, by the sample's size. */
  readonly bySize: Map<number, Uint8Array>;
  readonly means: Float64Array;
}

let kept: Drawn | null = null;

/**
 * The means of `resamples` resamples of at least one value. What is drawn follows from the seed and the sample's size
 * alone, so samples of one size, of which a breakdown has hundreds, have the same draws: those of small ones are kept. What
 * is returned may be written to anew by the next call.
 */
export function resampledMeans(values: Float64Array, seed: number, resamples: number): Float64Array {
  const n = values.length;
  if (n > KEPT_UP_TO) return nextResampledMeans(values, integerStream(seed), resamples);
  if (kept === null || kept.seed !== seed || kept.resamples !== resamples) {
    const [integers, means] = [new Uint32Array(0), new Float64Array(resamples)];
    kept = { seed, resamples, stream: integerStream(seed), integers, bySize: new Map(), means };
  }
  return meansOf(values, drawnOf(n, kept), kept.means);
}

function drawnOf(n: number, all: Drawn): Uint8Array {
  const known = all.bySize.get(n);
  if (known !== undefined) return known;
  const drawn = new Uint8Array(n * all.resamples);
  const before = all.integers;
  if (before.length < drawn.length) {
    all.integers = new Uint32Array(drawn.length);
    all.integers.set(before);
    all.stream(all.integers.subarray(before.length));
  }
  for (let i = 0; i < drawn.length; i++) drawn[i] = placeOfFew(all.integers[i] as number, n);
  all.bySize.set(n, drawn);
  return drawn;
}

/** The same with the next numbers of a stream, which a second sample goes on with. */
export function nextResampledMeans(values: Float64Array, stream: IntegerStream, resamples: number): Float64Array {
  const n = values.length;
  const means = new Float64Array(resamples);
  const integers = new Uint32Array(n);
  for (let r = 0; r < resamples; r++) {
    stream(integers);
    let total = 0;
    for (let i = 0; i < n; i++) total += values[placeOf(integers[i] as number, n)] as number;
    means[r] = total / n;
  }
  return means;
}

/** The high half of a 32-bit product picks a place without a division; its bias is n / 2³². */
function placeOf(integer: number, n: number): number {
  return Math.floor((integer * n) / 4294967296);
}

/** The same of at most 65,536 places, by halves, all of them small numbers: a third of the time. */
function placeOfFew(integer: number, n: number): number {
  return ((integer >>> 16) * n + (((integer & 0xffff) * n) >>> 16)) >>> 16;
}

/** Four resamples side by side: each sum waits for its own last step only. */
function meansOf(values: Float64Array, drawn: Uint8Array, means: Float64Array): Float64Array {
  const n = values.length;
  const resamples = means.length;
  const whole = resamples - (resamples % 4);
  let first = 0;
  for (let r = 0; r < whole; r += 4) {
    const second = first + n;
    const third = second + n;
    const fourth = third + n;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      a += values[drawn[first + i] as number] as number;
      b += values[drawn[second + i] as number] as number;
      c += values[drawn[third + i] as number] as number;
      d += values[drawn[fourth + i] as number] as number;
    }
    means[r] = a / n;
    means[r + 1] = b / n;
    means[r + 2] = c / n;
    means[r + 3] = d / n;
    first = fourth + n;
  }
  for (let r = whole; r < resamples; r++) {
    let total = 0;
    for (let i = 0; i < n; i++) total += values[drawn[first + i] as number] as number;
    means[r] = total / n;
    first += n;
  }
  return means;
}
