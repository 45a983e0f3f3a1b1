/** Robust centre and spread of logarithms, of many groups of a million values at once. */
import { median } from './quantile.js';

/** Which rows are whose. */
export interface Grouped {
  readonly rows: Uint32Array;
  /** The group of each row, by its place in `rows`. */
  readonly groupOf: Uint16Array | Uint32Array;
  /** How many rows each group has. */
  readonly sizes: Uint32Array;
}

/** The median of a group's natural logarithms, and the median of their distances from it (the MAD, not scaled). */
export interface LogSpread {
  readonly centre: number;
  readonly spread: number;
}

/** From so many values on a group is counted by size first, and few of its logarithms are taken. */
const MANY = 20_000;

/** Values from 2^−4 up to 2^60 are counted in 32 bands for each power of two; those beyond, in the outermost ones. */
const FIRST_POWER = -4;
const POWERS = 64;
const BANDS_A_POWER = 32;
const BANDS = POWERS * BANDS_A_POWER;
/** A number's first word holds sign and exponent, then the fraction, of which five bits tell the band. */
const BAND_SHIFT = 15;
const FIRST_BAND = (1023 + FIRST_POWER) * BANDS_A_POWER;
/** Which of a number's two words is the first one: a matter of the machine. */
const FIRST_WORD = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
/** What a logarithm that was computed may be off, with much to spare. */
const SLACK = 1e-9;

/**
 * The centre and spread of the logarithms of each group, as `median` (type 7) gives them, to the last digit; null for a
 * group of fewer than `least`. Counts say in which bands of values an order statistic lies, so that of large groups only
 * those logarithms are taken and sorted. O(values).
 *
 * @param values above 0 at the rows
 */
export function logSpreads(values: Float64Array, grouped: Grouped, least: number): (LogSpread | null)[] {
  const { sizes } = grouped;
  const found: (LogSpread | null)[] = Array.from(sizes, () => null);
  smallGroups(values, grouped, least).forEach((logs, group) => {
    const centre = median(logs);
    found[group] = { centre, spread: median(distancesFrom(centre, logs)) };
  });
  const large = [...sizes.keys()].filter((group) => (sizes[group] as number) >= Math.max(MANY, least));
  if (large.length > 0) {
    const bands = new Banded(values, grouped, large);
    const centres = bands.medians(large.map(() => null));
    const spreads = bands.medians(centres);
    large.forEach((group, at) => {
      found[group] = { centre: centres[at] as number, spread: spreads[at] as number };
    });
  }
  return found;
}

/** All logarithms of the groups that are not large, and not under the least. */
function smallGroups(
  values: Float64Array,
  { rows, groupOf, sizes }: Grouped,
  least: number,
): Map<number, Float64Array> {
  const logs = new Map<number, Float64Array>();
  for (const [group, size] of sizes.entries())
    if (size >= least && size < MANY && size > 0) logs.set(group, new Float64Array(size));
  if (logs.size === 0) return logs;
  const isSmall = Uint8Array.from(sizes, (_, group) => (logs.has(group) ? 1 : 0));
  const filled = new Uint32Array(sizes.length);
  for (let i = 0; i < rows.length; i++) {
    const group = groupOf[i] as number;
    if (isSmall[group] === 0) continue;
    const at = filled[group] as number;
    filled[group] = at + 1;
    (logs.get(group) as Float64Array)[at] = Math.log(values[rows[i] as number] as number);
  }
  return logs;
}

/** Large groups, counted by bands of their values. */
class Banded {
  /** By place (a group's start and the band, from 1; 0 = of no large group), how many values. */
  private readonly counts: Uint32Array;
  /** The place of each row: what is looked for a second time is found without the values. */
  private readonly places: Uint16Array | Uint32Array;

  constructor(
    private readonly values: Float64Array,
    private readonly grouped: Grouped,
    private readonly large: readonly number[],
  ) {
    const { rows, groupOf, sizes } = grouped;
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    const startOf = new Uint32Array(sizes.length);
    large.forEach((group, at) => {
      startOf[group] = startAt(at);
    });
    const counts = new Uint32Array(startAt(large.length));
    const places = counts.length <= 0x1_0000 ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const start = startOf[groupOf[i] as number] as number;
      if (start === 0) continue;
      const place = start + bandOf(words[2 * (rows[i] as number) + FIRST_WORD] as number);
      places[i] = place;
      counts[place] = (counts[place] as number) + 1;
    }
    this.counts = counts;
    this.places = places;
  }

  /** The median of each group: of its logarithms for null, else of their distances from a centre. */
  medians(centres: readonly (number | null)[]): number[] {
    const { large } = this;
    const { sizes } = this.grouped;
    const middles = large.map((group) => ((sizes[group] as number) - 1) / 2);
    /** By place, whether its values are sorted. */
    const wanted = new Uint8Array(this.counts.length);
    const below = large.map((_, at) => this.mark(wanted, at, centres[at] ?? null, middles[at] as number));
    return this.gather(wanted, centres).map((near, at) => {
      near.sort();
      const middle = middles[at] as number;
      const first = Math.floor(middle);
      const low = near[first - (below[at] as number)] as number;
      const high = near[Math.ceil(middle) - (below[at] as number)] as number;
      return first === middle ? low : low + (middle - first) * (high - low);
    });
  }

  /** Marks the bands in which the middle may lie, and says how many values lie surely below them. */
  private mark(wanted: Uint8Array, at: number, centre: number | null, middle: number): number {
    const start = startAt(at);
    const bands: { readonly band: number; readonly n: number; readonly least: number; readonly most: number }[] = [];
    for (let band = 0; band < BANDS; band++) {
      const n = this.counts[start + band] as number;
      if (n > 0) bands.push({ band, n, ...between(band, centre) });
    }
    const least = ranked(
      bands.map(({ n, least }) => [least, n]),
      Math.floor(middle),
    );
    const most = ranked(
      bands.map(({ n, most }) => [most, n]),
      Math.ceil(middle),
    );
    let below = 0;
    for (const one of bands) {
      if (one.most < least) below += one.n;
      else if (one.least <= most) wanted[start + one.band] = 1;
    }
    return below;
  }

  /** The logarithms in marked bands, or their distances, of each group. */
  private gather(wanted: Uint8Array, centres: readonly (number | null)[]): Float64Array[] {
    const { values, counts, places, large } = this;
    const { rows } = this.grouped;
    const near = large.map((_, at) => {
      let room = 0;
      for (let place = startAt(at); place < startAt(at + 1); place++)
        if (wanted[place] === 1) room += counts[place] as number;
      return new Float64Array(room);
    });
    const filled = new Uint32Array(large.length);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      if (wanted[place] === 0) continue;
      const at = ((place - 1) / BANDS) | 0;
      const next = filled[at] as number;
      filled[at] = next + 1;
      const log = Math.log(values[rows[i] as number] as number);
      const centre = centres[at] ?? null;
      (near[at] as Float64Array)[next] = centre === null ? log : Math.abs(log - centre);
    }
    return near;
  }
}

/** The first place of a group, by its place among the large ones. */
function startAt(at: number): number {
  return 1 + at * BANDS;
}

/** Of weighted numbers, that of a rank (from 0) in ascending order. */
function ranked(weighted: (readonly [value: number, n: number])[], rank: number): number {
  let before = 0;
  for (const [value, n] of weighted.sort(([a], [b]) => (a === b ? 0 : a - b))) {
    before += n;
    if (before > rank) return value;
  }
  return Number.POSITIVE_INFINITY;
}

/** The least and the most that the logarithm of a value in a band is, or its distance from a centre. */
function between(band: number, centre: number | null): { readonly least: number; readonly most: number } {
  const low = Math.log(beginOf(band)) - SLACK;
  const high = Math.log(beginOf(band + 1)) + SLACK;
  if (centre === null) return { least: low, most: high };
  const least = centre < low ? low - centre : centre > high ? centre - high : 0;
  return { least: Math.max(0, least - SLACK), most: Math.max(centre - low, high - centre) + SLACK };
}

/** The smallest value of a band, in the first and behind the last: whatever there is. */
function beginOf(band: number): number {
  if (band <= 0) return 0;
  if (band >= BANDS) return Number.POSITIVE_INFINITY;
  return (1 + (band % BANDS_A_POWER) / BANDS_A_POWER) * 2 ** (Math.floor(band / BANDS_A_POWER) + FIRST_POWER);
}

function bandOf(word: number): number {
  const band = (word >>> BAND_SHIFT) - FIRST_BAND;
  return band < 0 ? 0 : band >= BANDS ? BANDS - 1 : band;
}

function distancesFrom(centre: number, logs: Float64Array): Float64Array {
  const distances = new Float64Array(logs.length);
  for (let at = 0; at < logs.length; at++) distances[at] = Math.abs((logs[at] as number) - centre);
  return distances;
}
