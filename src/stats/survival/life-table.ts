/**
 * What is counted of durations that may still go on, by day: everything that curves of survival are made of. A duration
 * ends by cause 1, by cause 2, or has not ended when it was last seen (0, censored).
 */
export interface LifeTable {
  /** Records that were at risk at some time. */
  readonly n: number;
  /** Days on which something ended or was last seen, ascending. */
  readonly times: Float64Array;
  /** Under observation and not ended before that day. Who is last seen on a day was still at risk on it. */
  readonly atRisk: Float64Array;
  /** Ended on that day, by cause 1 and by cause 2. */
  readonly events: readonly [Float64Array, Float64Array];
  /** Last seen on that day. */
  readonly censored: Float64Array;
  /** The entries of those who were not under observation from the start, ascending. */
  readonly late: Float64Array;
}

/** Under observation from the beginning: at risk on day 0 too. */
export const FROM_THE_START = -1;

/** Beyond so many days (180 years) a place for every day is not worth it: the distinct ones are looked up. */
const MOST_DAYS = 65_536;

/**
 * Counts durations (whole days from 0) with their causes (0 censored, 1, 2; an event of a single kind is 1). Ties: what
 * ends on a day counts before what is last seen on it, and a duration of 0 is an event at day 0.
 *
 * `entry`, where given, is the last age at which a record was not under observation yet (left truncation; Klein and
 * Moeschberger 2003, 4.6): it is at risk at t with entry < t ≤ duration, and −1 is from the start. A record whose entry is
 * not before its end could not have been seen and counts nowhere. O(n) up to 180 years.
 *
 * @throws RangeError for a duration that is negative or no number.
 */
export function lifeTable(
  durations: ArrayLike<number>,
  causes: ArrayLike<number>,
  entry: ArrayLike<number> | null = null,
): LifeTable {
  const { times, indexOf } = distinct(durations);
  const length = times.length;
  const counts = [new Float64Array(length), new Float64Array(length), new Float64Array(length)] as const;
  const entered = new Float64Array(length + 1);
  const late: number[] = [];
  let n = 0;
  for (let i = 0; i < durations.length; i++) {
    const [end, begin] = [durations[i] as number, entry === null ? FROM_THE_START : (entry[i] as number)];
    if (begin >= end) continue;
    n++;
    add(counts[causes[i] as 0 | 1 | 2], indexOf(end));
    if (begin >= 0) late.push(begin);
    add(entered, begin < 0 ? 0 : firstAfter(times, begin));
  }
  const [censored, ...events] = counts;
  const atRisk = new Float64Array(length);
  let there = 0;
  for (let i = 0; i < length; i++) {
    there += entered[i] as number;
    atRisk[i] = there;
    there -= (censored[i] as number) + (events[0][i] as number) + (events[1][i] as number);
  }
  return { n, times, atRisk, events, censored, late: Float64Array.from(late).sort() };
}

/** What the table says of those who have lasted longer than `age`: its days after it. Their risk sets are the same. */
export function tableAfter(table: LifeTable, age: number): LifeTable {
  const from = firstAfter(table.times, age);
  const rest = (values: Float64Array): Float64Array => values.subarray(from);
  return {
    n: table.atRisk[from] ?? 0,
    times: rest(table.times),
    atRisk: rest(table.atRisk),
    events: [rest(table.events[0]), rest(table.events[1])],
    censored: rest(table.censored),
    late: table.late,
  };
}

/** How many were under observation and had not ended before day t, whether or not anything happened on it. */
export function riskAt({ times, atRisk, late }: LifeTable, t: number): number {
  const at = firstFrom(times, t);
  const there = atRisk[at];
  if (there === undefined) return 0;
  // Who came between t and the next day of the table is counted on that day, and was not there yet.
  return late.length === 0 ? there : there - firstFrom(late, times[at] as number) + firstFrom(late, t);
}

/** Index of the first of ascending `times` that is `t` or more; their number where none is. */
function firstFrom(times: Float64Array, t: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first of ascending `times` above `t`; their number where none is. */
export function firstAfter(times: Float64Array, t: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A step function of `times` at t: the value of the last time up to t, `before` ahead of the first. */
export function stepAt(times: Float64Array, values: Float64Array, t: number, before: number): number {
  const at = firstAfter(times, t) - 1;
  return at < 0 ? before : (values[at] as number);
}

function add(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** The distinct durations, ascending, and where each of them stands. */
function distinct(durations: ArrayLike<number>): { times: Float64Array; indexOf: (duration: number) => number } {
  let [most, whole] = [0, true];
  for (let i = 0; i < durations.length; i++) {
    const duration = durations[i] as number;
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`a duration is a number from 0, not ${duration}`);
    }
    if (duration > most) most = duration;
    whole &&= Number.isInteger(duration);
  }
  if (!whole || most > MOST_DAYS) {
    const times = Float64Array.from(new Set(Array.from(durations))).sort();
    return { times, indexOf: (duration) => firstAfter(times, duration) - 1 };
  }
  const places = new Int32Array(most + 1);
  for (let i = 0; i < durations.length; i++) places[durations[i] as number] = 1;
  const times = new Float64Array(durations.length === 0 ? 0 : places.reduce((total, one) => total + one, 0));
  let next = 0;
  for (let day = 0; day <= most; day++) {
    if (places[day] !== 1) continue;
    times[next] = day;
    places[day] = next++;
  }
  return { times, indexOf: (duration) => places[duration] as number };
}
