/** The periods of a series, and which deals fall into each. */
import type { Kpi } from '../kpi/definition.js';
import type { Question } from '../kpi/measure.js';
import { createdIn, endedIn, partition } from '../kpi/populations.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { keep, recalled } from '../model/found.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';
import { closedTally, createdTally, type DayTally } from './day-tally.js';
import { coarser, grainFor, knownUntil, rangeOf, type SeriesGrain } from './grain.js';
import { daysBeside, periodsAround, type Timeline, talliedBeside, timeline } from './timeline.js';

/** More points than anybody reads: a coarser grain is taken. */
export const MOST_POINTS = 5_000;

type DateField = 'closed_at' | 'created_at';

/** The days that a KPI's periods are made of. */
export interface Days {
  readonly fields: readonly DateField[];
  readonly of: 'deals' | 'purchases' | 'subscriptions';
  readonly population: Population<DealField>;
  /** The day alone decides to which point a deal belongs: no other deal matters. */
  readonly alone: boolean;
}

/** Subscriptions and orders have days of their own; deals beside them do not matter to their periods. */
export function daysOf(kpi: Kpi, { population, purchases = null, subscriptions = null }: Question): Days {
  const both = ['created_at', 'closed_at'] as const;
  if (kpi.of === 'subscriptions') {
    return { fields: both, of: kpi.of, population: subscriptions ?? population.select(NO_ROWS), alone: false };
  }
  const read = [...kpi.needs, ...(kpi.wants ?? [])];
  const alone = kpi.uses === undefined && kpi.of === undefined && !read.includes('customer');
  if (kpi.basis === 'created') return { fields: ['created_at'], of: 'deals', population, alone };
  if (kpi.basis !== 'closed') return { fields: both, of: 'deals', population, alone: false };
  const orders = kpi.of === 'purchases' ? purchases : null;
  return {
    fields: ['closed_at'],
    of: orders === null ? 'deals' : 'purchases',
    population: orders ?? population,
    alone,
  };
}

const NO_ROWS = new Uint32Array(0);

/** The periods of a series, and the deals of each where a date alone decides. */
export interface Split {
  readonly line: Timeline;
  /** Periods without a gap, and of all data those beyond that hold a day; in the order of time. */
  readonly periods: readonly Period[];
  /** By the periods, and behind them the deals without a day. */
  readonly parts: readonly Population<DealField>[] | null;
}

/** The periods of a series, before a deal is looked for in them. */
export type Line = Pick<Split, 'line' | 'periods'>;

/**
 * Closings are shown from the first closing on: before it nothing could have been closed, and empty periods would make
 * a trend of the beginning of the file. `most`: a coarser grain is taken beyond so many points.
 */
export function lineOf(
  { population, fields }: Days,
  question: Question,
  asked: SeriesGrain | undefined,
  most: number = MOST_POINTS,
): Line | null {
  const columns = fields.filter((field) => population.has(field)).map((field) => population.column(field));
  const [first] = columns;
  if (first === undefined) return null;
  const { period } = question;
  const single = columns.length === 1 && fields.length === 1;
  const tally = single && isAllTime(period) ? tallyOf(population, fields) : null;
  const range = rangeOf(columns, population, period, knownUntil(question), tally);
  if (range === null) return null;
  for (let grain: SeriesGrain | null = asked ?? grainFor(range.last - range.first + 1); grain !== null; ) {
    const line = timeline(range, grain, period, !isAllTime(period));
    const beside =
      single && isAllTime(period)
        ? periodsAround(
            line,
            tally === null ? population.withRows((rows) => daysBeside(line, first, rows)) : talliedBeside(line, tally),
          )
        : [];
    const next = coarser(grain);
    if (line.periods.length + beside.length > most && next !== null) {
      grain = next;
      continue;
    }
    return { line, periods: [...line.periods, ...beside].sort((a, b) => a.start - b.start) };
  }
  return null;
}

function tallyOf(population: Population<DealField>, [field]: readonly DateField[]): DayTally | null {
  if (!population.has('outcome')) return null;
  return (field === 'created_at' ? createdTally(population) : closedTally(population)).tally;
}

/** A population is split in few ways, whoever asks; more are not kept. */
const MOST_KNOWN = 8;

interface Known<T> {
  readonly period: Period;
  readonly how: string;
  readonly found: T;
}

/** {@link lineOf}, found once for a population, its days and a period. */
export function lineByDays(days: Days, question: Question, asked: SeriesGrain | undefined): Line | null {
  return foundOnce(lineByDays, days, question, asked, () => lineOf(days, question, asked));
}

/** The same, with the deals of its periods. */
export function splitByDays(days: Days, question: Question, asked: SeriesGrain | undefined): Split | null {
  return foundOnce(splitByDays, days, question, asked, () => findSplit(days, question, asked));
}

function foundOnce<T>(
  key: object,
  { population, fields, alone }: Days,
  question: Question,
  asked: SeriesGrain | undefined,
  find: () => T,
): T {
  const { period } = question;
  const how = `${fields} ${alone} ${asked ?? ''} ${knownUntil(question)}`;
  const known = (recalled(population, key) ?? []) as Known<T>[];
  const before = known.find((one) => one.period === period && one.how === how);
  if (before !== undefined) return before.found;
  const found = find();
  if (known.length < MOST_KNOWN) keep(population, key, [...known, { period, how, found }]);
  return found;
}

function findSplit(days: Days, question: Question, asked: SeriesGrain | undefined): Split | null {
  const found = lineByDays(days, question, asked);
  const { population, fields, alone } = days;
  const [field] = fields;
  if (found === null || !alone || field === undefined) return found === null ? null : { ...found, parts: null };
  // Of an asked period few records are looked at, and they are found once for all that is split by their days.
  const { period } = question;
  const within = isAllTime(period) ? population : datedIn(population, field, period);
  return { ...found, parts: partsOf(within, population.column(field), found.periods) };
}

function datedIn(population: Population<DealField>, field: DateField, period: Period): Population<DealField> {
  return field === 'created_at' ? createdIn(population, period) : endedIn(population, period);
}

/** The deals of each period, and those without a day. A deal of no period is in none. */
function partsOf(
  population: Population<DealField>,
  days: Int32Array,
  periods: readonly Period[],
): readonly Population<DealField>[] {
  const codes = population.withRows((rows) => periodCodes(days, rows, periods));
  return partition(population, codes, periods.length + 2);
}

/**
 * By row, the index of the period that its day lies in; of a missing day the number of periods, of a day in no period
 * one more. `periods` ascend and do not overlap. Rows that are not given have no meaning.
 */
export function periodCodes(days: Int32Array, rows: Uint32Array, periods: readonly Period[]): Codes {
  const codes = periods.length + 2 <= 256 ? new Uint8Array(days.length) : new Uint32Array(days.length);
  const [undated, nowhere] = [periods.length, periods.length + 1];
  const { from, to } = spanOf(periods);
  const atDay = indexByDay(periods);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const day = days[row] as number;
    if (day === NO_DAY) codes[row] = undated;
    else if (day < from || day >= to) codes[row] = nowhere;
    else codes[row] = atDay === null ? indexAt(periods, day, nowhere) : (atDay[day - from] as number);
  }
  return codes;
}

/** A look-up per day takes so much room at most; beyond it (dates of the year 1) a search per deal finds the period. */
const MOST_DAYS = 400_000;

/** The days from the first of the periods to the last. */
export function spanOf(periods: readonly Period[]): { readonly from: CivilDay; readonly to: CivilDay } {
  return { from: periods[0]?.start ?? 0, to: periods[periods.length - 1]?.end ?? 0 };
}

/**
 * By the days of {@link spanOf}, the index of the period that each lies in; of a day in none their number and one more.
 * Null where they reach too far for a look-up.
 */
export function indexByDay(periods: readonly Period[]): Uint32Array | null {
  const { from, to } = spanOf(periods);
  if (to - from > MOST_DAYS) return null;
  const found = new Uint32Array(to - from).fill(periods.length + 1);
  periods.forEach(({ start, end }, index) => {
    found.fill(index, start - from, end - from);
  });
  return found;
}

function indexAt(periods: readonly Period[], day: CivilDay, nowhere: number): number {
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((periods[middle] as Period).start <= day) low = middle;
    else high = middle - 1;
  }
  const { start, end } = periods[low] as Period;
  return day >= start && day < end ? low : nowhere;
}
