import { type CivilDay, NO_DAY } from './civil-day.js';
import type { DayColumn } from './column.js';
import { type TalliedDays, tallyDays } from './tally/program.js';

/** At most so many records, or this share of all, can be typos that lie apart from the rest. */
export const FEW = 3;
const FEW_SHARE = 0.0001;
/** The gap that parts them from the rest is longer than this … */
const GAP_DAYS = 31;
/** … and than so many times the longest gap among the rest: a business that closes a deal a quarter has long ones. */
const GAP_TIMES = 8;
/** Few dates say little about gaps: ten need one of 689 days, two hundred of 32. */
const GAP_OF_FEW = 6_200;
/** So many times as many records remain. */
const REST = 3;
/** The oldest dates are not asked for gaps: typos of the other end lie there. */
const OLDEST_SHARE = 0.01;
/** Days that are counted one by one; dates outside are few, and counted apart. */
const USUAL_FIRST = -36_525;
const USUAL_LAST = 84_370;

/** How many records have a day. */
export interface DayCount {
  readonly day: CivilDay;
  readonly records: number;
}

/** How many records there are, or how many of them after a day. */
export function recordsOf(days: readonly DayCount[], after = Number.NEGATIVE_INFINITY): number {
  return days.reduce((sum, { day, records }) => (day > after ? sum + records : sum), 0);
}

/**
 * How many of the first days of the list are typos: at most three records (or 0.01 %) that a gap of more than 31 days
 * parts from all others, where such a gap is not usual among them. The list is sorted, the newest day first.
 */
export function isolatedFrom(days: readonly DayCount[]): number {
  const total = recordsOf(days);
  const few = Math.max(FEW, Math.floor(total * FEW_SHARE));
  let aside = 0;
  let above = 0;
  for (let at = 0; at + 1 < days.length; at++) {
    above += (days[at] as DayCount).records;
    // Of a handful of dates nobody can say which ones are apart.
    if (above > few || above * REST > total - above) break;
    const gap = (days[at] as DayCount).day - (days[at + 1] as DayCount).day;
    const needed = Math.max(GAP_DAYS, GAP_OF_FEW / Math.max(1, total - 1));
    if (gap > needed && gap > GAP_TIMES * longestGap(days, at + 1, total - above)) aside = at + 1;
  }
  return aside;
}

/** The longest gap among the days from `from` on, the oldest one per cent of the records left out. */
function longestGap(days: readonly DayCount[], from: number, records: number): number {
  const asked = records - Math.max(FEW, records * OLDEST_SHARE);
  let seen = 0;
  let longest = 0;
  for (let at = from; at + 1 < days.length; at++) {
    seen += (days[at] as DayCount).records;
    if (seen >= asked) break;
    longest = Math.max(longest, (days[at] as DayCount).day - (days[at + 1] as DayCount).day);
  }
  return longest;
}

/** Records per day, the newest first. Bounded by the days of two centuries and the odd dates outside of them. */
export function countDays(columns: readonly DayColumn[]): readonly DayCount[] {
  return columns.map(daysIn).reduce(mergeCounts, []);
}

/** The newest day of a column; `NO_DAY` where it has none. */
export function lastDay(column: DayColumn): CivilDay {
  return daysIn(column)[0]?.day ?? NO_DAY;
}

const known = new WeakMap<DayColumn, readonly DayCount[]>();

/** Counted once for a column: the snapshot, the spans of the clocks and what is closed by a day all ask. */
function daysIn(column: DayColumn): readonly DayCount[] {
  let days = known.get(column);
  if (days === undefined) {
    days = countOf(column);
    known.set(column, days);
  }
  return days;
}

/**
 * What was counted of a column, as another thread can be sent it: day and records in turn. Null where nothing was, or
 * where it is as long as the column.
 */
export function countedDays(column: DayColumn): Int32Array | null {
  const days = known.get(column);
  if (days === undefined || days.length > column.length / 2) return null;
  const pairs = new Int32Array(2 * days.length);
  days.forEach(({ day, records }, at) => {
    pairs[2 * at] = day;
    pairs[2 * at + 1] = records;
  });
  return pairs;
}

/** Takes over what another thread counted of the same column. */
export function takeCountedDays(column: DayColumn, pairs: Int32Array): void {
  const days = Array.from({ length: pairs.length / 2 }, (_, at): DayCount => {
    return { day: pairs[2 * at] as CivilDay, records: pairs[2 * at + 1] as number };
  });
  known.set(column, days);
}

/** Days from which a program counts them: compiling a loop costs more than counting so many. */
const COUNTED_FROM = 0x8000;

/** Records per day of a column, the newest first. O(days). */
export function countOf(column: DayColumn, from: number = COUNTED_FROM): DayCount[] {
  const odd = new Map<CivilDay, number>();
  const countOdd = (day: CivilDay): void => {
    odd.set(day, (odd.get(day) ?? 0) + 1);
  };
  const program = column.length < from ? null : tallyDays(column, [USUAL_FIRST, USUAL_LAST], countOdd);
  const { first, last, records } = program ?? countHere(column, countOdd);
  const days: DayCount[] = [];
  for (let day = last; day >= first; day--) if (records(day) > 0) days.push({ day, records: records(day) });
  if (odd.size === 0) return days;
  for (const [day, times] of odd) days.push({ day, records: times });
  return days.sort((a, b) => b.day - a.day);
}

function countHere(column: DayColumn, countOdd: (day: CivilDay) => void): TalliedDays {
  const usual = new Uint32Array(USUAL_LAST - USUAL_FIRST + 1);
  let [oldest, newest] = [usual.length, -1];
  for (let row = 0; row < column.length; row++) {
    const day = column[row] as number;
    const at = day - USUAL_FIRST;
    // Unsigned, days before the usual ones are beyond them, and so is no day: one comparison of nearly every record.
    if (at >>> 0 < usual.length) {
      usual[at] = (usual[at] as number) + 1;
      if (at > newest) newest = at;
      if (at < oldest) oldest = at;
    } else if (day !== NO_DAY) countOdd(day);
  }
  return {
    first: oldest + USUAL_FIRST,
    last: newest + USUAL_FIRST,
    records: (day) => usual[day - USUAL_FIRST] as number,
  };
}

/** Both counts as one. */
export function mergeCounts(some: readonly DayCount[], others: readonly DayCount[]): readonly DayCount[] {
  if (some.length === 0) return others;
  const all: DayCount[] = [];
  let [at, other] = [0, 0];
  while (at < some.length || other < others.length) {
    const [a, b] = [some[at], others[other]];
    if (b === undefined || (a !== undefined && a.day > b.day)) all.push(some[at++] as DayCount);
    else if (a === undefined || b.day > a.day) all.push(others[other++] as DayCount);
    else {
      all.push({ day: a.day, records: a.records + b.records });
      at++;
      other++;
    }
  }
  return all;
}
