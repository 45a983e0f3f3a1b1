import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { countDays, type DayCount } from '../model/day-counts.js';
import type { DealField } from '../model/deals.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';
import type { ValueCount } from './value-counts.js';

/** How many deals of each outcome have each day, from the first to the last that any of the files has. */
export interface DayTally {
  readonly first: CivilDay;
  /** Before `first`, where none has a day. */
  readonly last: CivilDay;
  /** By `(day − first) × outcomes + outcome`. */
  readonly counts: Uint32Array;
  /** Deals without a day, by outcome. */
  readonly undated: Uint32Array;
}

/** Days that are counted reach over two centuries at most. */
const MOST_DAYS = 73_050;
const WIDTH = OUTCOMES.length;

/** Deals by the day of their creation, found once for a population; null where days reach over more than two centuries. */
export const createdTally = cached((population: Population<DealField>) => ({
  tally: tallyOf(population, 'created_at'),
}));

/** The same by the day of their closing. */
export const closedTally = cached((population: Population<DealField>) => ({ tally: tallyOf(population, 'closed_at') }));

/** One pass over the deals, and the days of the whole column, which are counted once. */
function tallyOf(population: Population<DealField>, field: 'created_at' | 'closed_at'): DayTally | null {
  const days = population.column(field);
  const outcome = population.column('outcome');
  const known = countDays([days]);
  const [first, last] = [known[known.length - 1]?.day ?? 0, known[0]?.day ?? -1];
  if (last - first >= MOST_DAYS) return null;
  const counts = new Uint32Array((last + 1 - first) * WIDTH);
  const undated = new Uint32Array(WIDTH);
  population.inPieces((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const day = days[row] as number;
      const what = outcome[row] as number;
      if (day === NO_DAY) undated[what] = (undated[what] as number) + 1;
      else {
        const slot = (day - first) * WIDTH + what;
        counts[slot] = (counts[slot] as number) + 1;
      }
    }
  });
  return { first, last, counts, undated };
}

/** How many deals have a day, whatever their outcome; 0 outside the tally. */
export function dealsOn({ first, last, counts }: DayTally, day: CivilDay): number {
  if (day < first || day > last) return 0;
  let deals = 0;
  for (let at = (day - first) * WIDTH, end = at + WIDTH; at < end; at++) deals += counts[at] as number;
  return deals;
}

/** How many deals of each outcome have a day in start … end − 1. */
export function outcomesWithin({ first, last, counts }: DayTally, start: CivilDay, end: CivilDay): Uint32Array {
  const found = new Uint32Array(WIDTH);
  const to = (Math.min(end, last + 1) - first) * WIDTH;
  for (let at = Math.max(0, start - first) * WIDTH; at < to; at++) {
    found[at % WIDTH] = (found[at % WIDTH] as number) + (counts[at] as number);
  }
  return found;
}

/** The days that won or lost deals have, the newest first, and how many. */
export function decidedDays({ first, last, counts }: DayTally): DayCount[] {
  const found: DayCount[] = [];
  for (let day = last; day >= first; day--) {
    const at = (day - first) * WIDTH;
    const records = (counts[at + WON] as number) + (counts[at + LOST] as number);
    if (records > 0) found.push({ day, records });
  }
  return found;
}

/** The days up to another one that any deal has, ascending, and how many have each: as `valueCounts` lists them. */
export function daysTallied(tally: DayTally, to: CivilDay): ValueCount[] {
  const found: ValueCount[] = [];
  for (let day = tally.first; day <= Math.min(tally.last, to); day++) {
    const n = dealsOn(tally, day);
    if (n > 0) found.push({ value: day, n });
  }
  return found;
}

/** A day, and how many deals have it. */
export interface DealsOfDay {
  readonly day: CivilDay;
  readonly n: number;
}

/** The days that any deal was created on, ascending. */
export function createdDays(deals: Population<DealField>): DealsOfDay[] {
  const { tally } = createdTally(deals);
  if (tally === null) return deals.withRows((rows) => daysIn(deals.column('created_at'), rows));
  const found: DealsOfDay[] = [];
  for (let day = tally.first; day <= tally.last; day++) {
    const n = dealsOn(tally, day);
    if (n > 0) found.push({ day, n });
  }
  return found;
}

function daysIn(days: Int32Array, rows: Uint32Array): DealsOfDay[] {
  const counts = new Map<CivilDay, number>();
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, n]) => ({ day, n })).sort((a, b) => a.day - b.day);
}
