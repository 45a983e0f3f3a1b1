import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import { type Grain, isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { type DayTally, daysTallied, dealsOn } from './day-tally.js';
import { quantileOf, valueCounts } from './value-counts.js';

/** What a series or a table of cohorts can be counted in. */
export const SERIES_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];
export type SeriesGrain = (typeof SERIES_GRAINS)[number];

/** The next longer one; null behind years. */
export function coarser(grain: SeriesGrain): SeriesGrain | null {
  return SERIES_GRAINS[SERIES_GRAINS.indexOf(grain) + 1] ?? null;
}

/** How long a range may be for a grain, in days: some thirty points at most can still be read as one line. */
const LONGEST: readonly (readonly [grain: SeriesGrain, days: number])[] = [
  ['day', 31],
  ['week', 26 * 7],
  ['month', 3 * 366],
  ['quarter', 10 * 366],
];

/** The grain that shows a range of so many days in some thirty points at most; years where no other does. */
export function grainFor(days: number): SeriesGrain {
  return LONGEST.find(([, longest]) => days <= longest)?.[0] ?? 'year';
}

/** A range of days, both ends included. */
export interface DayRange {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

/** Some of the rows of columns of days. */
type Records = Pick<Population, 'inPieces' | 'size' | 'some'>;

/** A lone earlier date, more than so many days before nearly all others, is a typo and starts no series. */
const ISOLATED_DAYS = 366;
/** Nearly all: 99.5 % of the dates, told from so many of them where there are more. */
const ISOLATED_SHARE = 0.005;
const SAMPLED = 50_000;

/**
 * The days that a table over time is about: the period's, up to the snapshot; without a period, from the first date in
 * the given columns (of one column, where it is there, in its tally) to the snapshot. A date more than a year before
 * 99.5 % of all is left aside. Null where no date lies before the snapshot.
 */
export function rangeOf(
  columns: readonly Int32Array[],
  records: Records,
  period: Period,
  asOf: CivilDay,
  tally: DayTally | null = null,
): DayRange | null {
  if (!isAllTime(period)) {
    const last = Math.min(period.end - 1, asOf);
    return last < period.start ? null : { first: period.start, last };
  }
  const start = tally === null ? firstDay(columns, records, NO_DAY + 1) : firstTallied(tally, tally.first);
  if (start <= asOf && isAmongNearlyAll(start, columns, records)) return { first: start, last: asOf };
  const days =
    tally !== null && everySo(records.size) === 1
      ? daysTallied(tally, asOf)
      : valueCounts(sampled(columns, records, asOf));
  if (days.length === 0) return null;
  // A day of the sample lies behind it, so that one is found.
  const from = quantileOf(days, ISOLATED_SHARE) - ISOLATED_DAYS;
  const first = tally === null ? firstDay(columns, records, from) : firstTallied(tally, from);
  return { first, last: Math.max(first, asOf) };
}

/** So many times the days that suffice are looked at, before all that are sampled are put in order. */
const LOOKED_AT = 20;

/**
 * Whether the first of all days is not left aside, told by the first records that are looked at: so many lie within a year
 * of it that the day which 99.5 % of all follow does. Days behind the snapshot count as well: they lie within that year only
 * where all that do not are within it, too. Of most files a few thousand records suffice, and nothing is put in order.
 */
function isAmongNearlyAll(first: CivilDay, columns: readonly Int32Array[], records: Records): boolean {
  const step = everySo(records.size);
  // As `quantileOf` looks at the day of a rank and at the next one, of as many days as there can be.
  const most = columns.length * Math.ceil(records.size / step);
  const enough = Math.floor((most - 1) * ISOLATED_SHARE) + 2;
  let [near, looked, row] = [0, 0, 0];
  records.some((at) => {
    if (row++ % step !== 0) return false;
    looked++;
    for (const days of columns) {
      const day = days[at] as number;
      if (day !== NO_DAY && day <= first + ISOLATED_DAYS) near++;
    }
    return near >= enough || looked >= LOOKED_AT * enough;
  });
  return near >= enough;
}

/** The first day from `from` on, which need not be a whole number. */
function firstTallied(tally: DayTally, from: number): CivilDay {
  let day = Math.max(tally.first, Math.ceil(from));
  while (day < tally.last && dealsOn(tally, day) === 0) day++;
  return day;
}

/** The same of the records. */
function firstDay(columns: readonly Int32Array[], records: Records, from: CivilDay): CivilDay {
  let first = Number.POSITIVE_INFINITY;
  records.inPieces((rows) => {
    for (const days of columns) {
      for (let i = 0; i < rows.length; i++) {
        const day = days[rows[i] as number] as number;
        if (day < first && day >= from) first = day;
      }
    }
  });
  return first;
}

/** Of so many rows, every so many-th is looked at. */
function everySo(rows: number): number {
  return Math.max(1, Math.floor(rows / SAMPLED));
}

/** Days up to the snapshot, of every so many-th record, or of all where those have none. */
function sampled(columns: readonly Int32Array[], records: Records, asOf: CivilDay): Int32Array {
  for (let step = everySo(records.size); ; step = 1) {
    const found = new Int32Array(columns.length * Math.ceil(records.size / step));
    let [length, next] = [0, 0];
    records.inPieces((rows) => {
      let i = next;
      for (; i < rows.length; i += step) {
        for (const days of columns) {
          const day = days[rows[i] as number] as number;
          if (day !== NO_DAY && day <= asOf) found[length++] = day;
        }
      }
      next = i - rows.length;
    });
    if (length > 0 || step === 1) return found.subarray(0, length);
  }
}

/** A snapshot that was said for so long after the newest record that nothing is known of the days between. */
const LONG_AFTER = 366;

/** The last day that a table over time goes to: the snapshot, or the newest record where that lies long before it. */
export function knownUntil({ asOf, dataEnd }: { readonly asOf: CivilDay; readonly dataEnd: CivilDay }): CivilDay {
  return asOf - dataEnd > LONG_AFTER ? dataEnd : asOf;
}
