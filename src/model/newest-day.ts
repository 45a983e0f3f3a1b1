import { type CivilDay, NO_DAY } from './civil-day.js';
import type { DayColumn } from './column.js';

/** A newest date that lies further than this behind this quantile of all of them is a typo, not the end of the data. */
const QUANTILE = 0.995;
const ISOLATED_DAYS = 31;

/** The newest trustworthy date, and the ones that were left aside because one typo must not move the clock. */
export interface DataClock {
  /** Null when no record has a date. */
  readonly dataEnd: CivilDay | null;
  readonly isolated: readonly CivilDay[];
  /** Recorded dates after today, which cannot have been recorded. */
  readonly future: number;
}

/**
 * The newest day of columns of recorded dates, not later than today; a date more than 31 days after the 99.5th
 * percentile is left aside. Where every date lies in the future, today is the latest that the end can be.
 */
export function newestDay(columns: readonly DayColumn[], today: CivilDay): DataClock {
  const bounds = extent(columns);
  if (bounds === null) return { dataEnd: null, isolated: [], future: 0 };
  const counts = histogram(columns, bounds.first, bounds.last);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const limit = quantileDay(counts, bounds.first, total) + ISOLATED_DAYS;
  let future = 0;
  let dataEnd: CivilDay | null = null;
  const isolated: CivilDay[] = [];
  for (let at = counts.length - 1; at >= 0; at--) {
    const n = counts[at] ?? 0;
    if (n === 0) continue;
    const day = bounds.first + at;
    if (day > today) future += n;
    else if (day > limit) isolated.push(day);
    else {
      dataEnd = day;
      break;
    }
  }
  return { dataEnd: dataEnd ?? today, isolated, future };
}

function extent(columns: readonly DayColumn[]): { first: CivilDay; last: CivilDay } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const day = column[row] as number;
      if (day === NO_DAY) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? null : { first, last };
}

function histogram(columns: readonly DayColumn[], first: CivilDay, last: CivilDay): Uint32Array {
  const counts = new Uint32Array(last - first + 1);
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const day = column[row] as number;
      if (day !== NO_DAY) counts[day - first] = (counts[day - first] as number) + 1;
    }
  }
  return counts;
}

/** Hyndman–Fan type 7 over the histogram of days. */
function quantileDay(counts: Uint32Array, first: CivilDay, total: number): number {
  const position = (total - 1) * QUANTILE;
  const low = Math.floor(position);
  const at = (rank: number): number => {
    let seen = 0;
    for (let index = 0; index < counts.length; index++) {
      seen += counts[index] ?? 0;
      if (seen > rank) return first + index;
    }
    return first + counts.length - 1;
  };
  const lower = at(low);
  return lower + (at(Math.min(low + 1, total - 1)) - lower) * (position - low);
}
