/** Robust centre and spread of logarithms, of many groups of a million values at once. */

/** Which values are whose. */
export interface Grouped {
  /** A code per value, which tells its group. */
  readonly codes: Uint16Array | Uint32Array;
  /** The group of each code; beyond the last one = of nobody. */
  readonly groupOf: Uint16Array | Uint32Array;
  /** How many values each group has. */
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
 * Values above 0 of several groups, counted in bands of their size. Counts say in which bands an order statistic lies, so
 * that of a large group only those logarithms are taken and sorted; of a small one all are. Each look at all values is
 * one loop without branches, which needs new memory for what it finds alone.
 */
export class BandedGroups {
  readonly #values: Float64Array;
  readonly #words: Int32Array;
  readonly #codes: Grouped['codes'];
  readonly #sizes: Uint32Array;
  /** The groups that are counted, the place of the first band of each, and behind the last. */
  readonly #groups: number[] = [];
  readonly #firsts: number[] = [];
  readonly #placesOf: Places;
  /** Which of the groups that are counted the values of a code are in. */
  readonly #atOf: Uint32Array;
  /** By place, how many values. */
  readonly #counts: Uint32Array;

  /**
   * @param values above 0 where they are somebody's
   * @param least groups of fewer values, or of none, are left out
   */
  constructor(values: Float64Array, { codes, groupOf, sizes }: Grouped, least: number) {
    this.#values = values;
    this.#words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    this.#codes = codes;
    this.#sizes = sizes;
    const placesOf = { first: new Int32Array(groupOf.length), bands: new Int32Array(groupOf.length) };
    const atOf = new Uint32Array(groupOf.length);
    /** By group, from 1. */
    const countedAs = new Uint32Array(sizes.length);
    // Place 0 is nobody's.
    let places = 1;
    sizes.forEach((size, group) => {
      if (size === 0 || size < least) return;
      this.#firsts.push(places);
      countedAs[group] = this.#groups.push(group);
      places += size < MANY ? 1 : BANDS;
    });
    this.#firsts.push(places);
    groupOf.forEach((group, code) => {
      const counted = countedAs[group] ?? 0;
      if (counted === 0) return;
      atOf[code] = counted - 1;
      placesOf.first[code] = this.#firsts[counted - 1] as number;
      placesOf.bands[code] = this.#isSmall(counted - 1) ? 0 : ALL_BITS;
    });
    this.#placesOf = placesOf;
    this.#atOf = atOf;
    this.#counts = new Uint32Array(places);
    countPlaces(this.#counts, this.#words, codes, placesOf);
  }

  /**
   * The centre and spread of the logarithms of each group, as `median` (type 7) gives them, to the last digit; null for a
   * group that was left out. O(values).
   */
  spreads(): (LogSpread | null)[] {
    const wanted = new Uint8Array(this.#counts.length);
    const middles = this.#groups.map((group) => ((this.#sizes[group] as number) - 1) / 2);
    const centred = middles.map((middle, at) => this.#mark(wanted, FOR_CENTRE, at, null, middle));
    // The bands tell well enough where the centre is to say which distances from it may be the middle one.
    const spread = middles.map((middle, at) => this.#mark(wanted, FOR_SPREAD, at, centred[at]?.within ?? null, middle));
    const logs = this.#logsIn(wanted);
    const found: (LogSpread | null)[] = Array.from(this.#sizes, () => null);
    this.#groups.forEach((group, at) => {
      const { forCentre, forSpread } = logs[at] as Logs;
      const middle = middles[at] as number;
      const centre = middleOf(forCentre.sort(), middle - (centred[at]?.below ?? 0));
      for (let one = 0; one < forSpread.length; one++) forSpread[one] = Math.abs((forSpread[one] as number) - centre);
      found[group] = { centre, spread: middleOf(forSpread.sort(), middle - (spread[at]?.below ?? 0)) };
    });
    return found;
  }

  /** The places of values under the low or above the high bound of their group, ascending. O(values). */
  beyond(low: Float64Array, high: Float64Array): Uint32Array {
    const { begins } = edges();
    const wanted = new Uint8Array(this.#counts.length);
    this.#groups.forEach((group, at) => {
      const [least, most] = [low[group] as number, high[group] as number];
      if (this.#isSmall(at)) wanted[this.#firsts[at] as number] = 1;
      else
        for (let band = 0; band < BANDS; band++)
          if ((begins[band] as number) < least || (begins[band + 1] as number) > most)
            wanted[(this.#firsts[at] as number) + band] = 1;
    });
    const rows = this.#rowsIn(wanted);
    let n = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const group = this.#groups[this.#atOf[this.#codes[row] as number] as number] as number;
      const value = this.#values[row] as number;
      rows[n] = row;
      if (value < (low[group] as number) || value > (high[group] as number)) n++;
    }
    return rows.slice(0, n);
  }

  /**
   * Marks the bands in which the middle of a group may lie: of its logarithms for null, else of their distances from a
   * centre that lies within bounds.
   */
  #mark(wanted: Uint8Array, mark: number, at: number, centre: Bounds | null, middle: number): Marked {
    const start = this.#firsts[at] as number;
    if (this.#isSmall(at)) {
      wanted[start] = (wanted[start] as number) | mark;
      return { below: 0, within: null };
    }
    const counts = this.#counts.subarray(start, start + BANDS);
    const [least, most] = [new Float64Array(BANDS), new Float64Array(BANDS)];
    for (let band = 0; band < BANDS; band++) between(least, most, band, centre);
    const first = ranked(least, counts, Math.floor(middle));
    const last = ranked(most, counts, Math.ceil(middle));
    let below = 0;
    for (let band = 0; band < BANDS; band++) {
      if ((most[band] as number) < first) below += counts[band] as number;
      else if ((least[band] as number) <= last) wanted[start + band] = (wanted[start + band] as number) | mark;
    }
    return { below, within: { least: first, most: last } };
  }

  /** The logarithms of values in marked bands, of each group. */
  #logsIn(wanted: Uint8Array): Logs[] {
    const logs = this.#groups.map((_, at) => {
      return {
        forCentre: new Float64Array(this.#countIn(wanted, FOR_CENTRE, at)),
        forSpread: new Float64Array(this.#countIn(wanted, FOR_SPREAD, at)),
      };
    });
    const [centred, spread] = [new Uint32Array(logs.length), new Uint32Array(logs.length)];
    const { first, bands } = this.#placesOf;
    const rows = this.#rowsIn(wanted);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const code = this.#codes[row] as number;
      const band = bandOf(this.#words[2 * row + FIRST_WORD] as number) & (bands[code] as number);
      const marks = wanted[(first[code] as number) + band] as number;
      const at = this.#atOf[code] as number;
      const { forCentre, forSpread } = logs[at] as Logs;
      const log = Math.log(this.#values[row] as number);
      if ((marks & FOR_CENTRE) !== 0) {
        forCentre[centred[at] as number] = log;
        centred[at] = (centred[at] as number) + 1;
      }
      if ((marks & FOR_SPREAD) !== 0) {
        forSpread[spread[at] as number] = log;
        spread[at] = (spread[at] as number) + 1;
      }
    }
    return logs;
  }

  #isSmall(at: number): boolean {
    return (this.#firsts[at + 1] as number) - (this.#firsts[at] as number) === 1;
  }

  #countIn(wanted: Uint8Array, mark: number, at: number): number {
    let n = 0;
    for (let place = this.#firsts[at] as number; place < (this.#firsts[at + 1] as number); place++)
      if (((wanted[place] as number) & mark) !== 0) n += this.#counts[place] as number;
    return n;
  }

  #rowsIn(wanted: Uint8Array): Uint32Array {
    const n = this.#groups.reduce((sum, _, at) => sum + this.#countIn(wanted, ALL_BITS, at), 0);
    // Each value is written, and kept by moving on: the last ones behind those that are kept.
    const rows = new Uint32Array(n + 1);
    const kept = wanted.map((marks) => (marks === 0 ? 0 : 1));
    if (n > 0) listPlaces(rows, kept, this.#words, this.#codes, this.#placesOf);
    return rows.subarray(0, n);
  }
}

/** What logarithms in a band are wanted for. */
const FOR_CENTRE = 1;
const FOR_SPREAD = 2;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Of a group whose bands were marked: how many values lie surely below these, and the bounds of the middle. */
interface Marked {
  readonly below: number;
  /** Null where all of the group is wanted. */
  readonly within: Bounds | null;
}

interface Logs {
  readonly forCentre: Float64Array;
  readonly forSpread: Float64Array;
}

/** By code, the place of the group's first band, and the bits of a band that count: none of a small group, which has one. */
interface Places {
  readonly first: Int32Array;
  readonly bands: Int32Array;
}

const ALL_BITS = -1;

function countPlaces(counts: Uint32Array, words: Int32Array, codes: Grouped['codes'], { first, bands }: Places): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const band = bandOf(words[2 * row + FIRST_WORD] as number) & (bands[code] as number);
    const place = (first[code] as number) + band;
    counts[place] = (counts[place] as number) + 1;
  }
}

function listPlaces(
  rows: Uint32Array,
  wanted: Uint8Array,
  words: Int32Array,
  codes: Grouped['codes'],
  { first, bands }: Places,
): void {
  for (let row = 0, n = 0; n < rows.length - 1; row++) {
    const code = codes[row] as number;
    const band = bandOf(words[2 * row + FIRST_WORD] as number) & (bands[code] as number);
    rows[n] = row;
    n += wanted[(first[code] as number) + band] as number;
  }
}

/** What stands at a place of sorted numbers, or in the middle between two. */
function middleOf(sorted: Float64Array, place: number): number {
  const first = Math.floor(place);
  const low = sorted[first] as number;
  return first === place ? low : low + (place - first) * ((sorted[first + 1] as number) - low);
}

/** Of weighted numbers that fall first, then rise, that of a rank (from 0) in ascending order. */
function ranked(values: Float64Array, weights: Uint32Array, rank: number): number {
  let right = 0;
  while (right + 1 < values.length && (values[right + 1] as number) < (values[right] as number)) right++;
  let left = right - 1;
  for (let before = 0; left >= 0 || right < values.length; ) {
    const isRight = left < 0 || (right < values.length && (values[right] as number) <= (values[left] as number));
    const at = isRight ? right++ : left--;
    before += weights[at] as number;
    if (before > rank) return values[at] as number;
  }
  return Number.POSITIVE_INFINITY;
}

/** Writes the least and the most that the logarithm of a value in a band is, or its distance from a centre within bounds. */
function between(least: Float64Array, most: Float64Array, band: number, centre: Bounds | null): void {
  const { logs } = edges();
  const low = (logs[band] as number) - SLACK;
  const high = (logs[band + 1] as number) + SLACK;
  const nearest = centre === null ? low : Math.max(0, low - centre.most, centre.least - high) - SLACK;
  least[band] = centre === null ? low : Math.max(0, nearest);
  most[band] = centre === null ? high : Math.max(centre.most - low, high - centre.least) + SLACK;
}

/** The smallest value of each band, and of all behind the last: whatever there is in the first and the last. */
interface Edges {
  readonly begins: Float64Array;
  readonly logs: Float64Array;
}

let known: Edges | null = null;

/** Made when they are first asked for, which takes a part of a millisecond. */
function edges(): Edges {
  if (known !== null) return known;
  const begins = Float64Array.from({ length: BANDS + 1 }, (_, band) => {
    if (band === 0) return 0;
    if (band === BANDS) return Number.POSITIVE_INFINITY;
    return (1 + (band % BANDS_A_POWER) / BANDS_A_POWER) * 2 ** (Math.floor(band / BANDS_A_POWER) + FIRST_POWER);
  });
  known = { begins, logs: begins.map(Math.log) };
  return known;
}

function bandOf(word: number): number {
  const band = (word >>> BAND_SHIFT) - FIRST_BAND;
  return band < 0 ? 0 : band >= BANDS ? BANDS - 1 : band;
}
