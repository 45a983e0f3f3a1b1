/** Open deals that need somebody: what is overdue, stalled, or without a next step, and how long. */
import type { Kpi } from '../kpi/definition.js';
import { expectedIn, nothingExpected, withExpectation } from '../kpi/expected.js';
import { expectationsOverwritten } from '../kpi/hindsight.js';
import { measurerOf, type Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import { openAt, pointInTime } from '../kpi/snapshot.js';
import { wholeOf } from '../kpi/whole.js';
import type { Reason } from '../locale/reasons.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { ALL_TIME } from '../model/period.js';
import type { Population } from '../model/population.js';

type Some = Population<DealField>;

/** Deals, or why nobody can say which. */
export type Chosen =
  | { readonly deals: Some; readonly reason: null }
  | { readonly deals: null; readonly reason: Reason };

/** The same question on the newest day that the files tell of: what is to be done is to be done now. */
export function newest(question: Question): Question {
  const { asOf, dataEnd, period } = question;
  const { calendar, fiscalYearStart } = period;
  return {
    ...question,
    period: { ...ALL_TIME, calendar, ...(fiscalYearStart === undefined ? {} : { fiscalYearStart }) },
    asOf: Math.max(asOf, dataEnd),
  };
}

/** The day of a question's snapshot: the end of its period, or `asOf`. */
export function snapshotDay(question: Question): CivilDay {
  return pointInTime(question) ?? question.asOf;
}

/** The deals open at the snapshot. */
export function openDeals(question: Question): Chosen {
  const absent = absentDate(question);
  return absent === null ? chosen(openAt(question.population, question).open) : notKnown(absent);
}

/** Those of them whose expected close date has passed: those that `overdue_pipeline_value` counts as `overdueDeals`. */
export function overdueDeals(question: Question): Chosen {
  const { population } = question;
  if (!population.has('expected_close')) return notKnown('missing_field:expected_close');
  if (question.undated === true) return notKnown('no_snapshot_date');
  const open = openDeals(question);
  if (open.deals === null) return open;
  if (nothingExpected(open.deals, wholeOf(question).population)) return notKnown('no_expected_close');
  if (expectationsOverwritten(question)) return notKnown('overwritten_at_closing');
  return chosen(expectedIn(withExpectation(open.deals), NO_DAY, snapshotDay(question)));
}

/** The deals behind `stalled_deals`. */
export function stalledDeals(catalogue: readonly Kpi[], question: Question): Chosen {
  const { measurement } = measurerOf(catalogue, question).measure('stalled_deals');
  if (measurement.value === null) {
    // Without an open deal nothing stands still, whatever the won ones tell.
    return measurement.reason === 'no_open_deals' ? chosen(nobody(question)) : notKnown(measurement.reason);
  }
  return chosen(question.population.select(measurement.rows ?? new Uint32Array(0)));
}

/** Open deals for which nothing is planned on or after the snapshot. */
export function withoutNextStep(question: Question): Chosen {
  const { population } = question;
  if (!population.has('next_activity')) return notKnown('missing_field:next_activity');
  if (question.undated === true) return notKnown('no_snapshot_date');
  // What was planned then is not what is planned now.
  if (pointInTime(question) !== null) return notKnown('overwritten_at_closing');
  const open = openDeals(question);
  if (open.deals === null) return open;
  const [next, day] = [population.column('next_activity'), snapshotDay(question)];
  return chosen(open.deals.where((row) => next[row] === NO_DAY || (next[row] as number) < day));
}

/** Open deals with an amount above 0. */
export function openWithAmount(question: Question): Chosen {
  const { population } = question;
  if (!population.has('amount')) return notKnown('missing_field:amount');
  const open = openDeals(question);
  if (open.deals === null) return open;
  const amount = population.column('amount');
  const worth = open.deals.where((row) => (amount[row] as number) > 0);
  return worth.size === 0 && open.deals.size > 0 ? notKnown('no_priced_deals') : chosen(worth);
}

/** The first rows by the days since (or past) a date, longest first; those without one last, else as in the files. */
export function longestFirst(deals: Some, since: 'created_at' | 'expected_close', most: number): Uint32Array {
  const days = deals.column(since);
  const waited = new Float64Array(days.length);
  for (let i = 0; i < deals.rows.length; i++) {
    const row = deals.rows[i] as number;
    waited[row] = days[row] === NO_DAY ? Number.NaN : -(days[row] as number);
  }
  return largestOf(deals.rows, waited, most);
}

/**
 * Rows, largest amount first, the first `most` of them. Amounts of several currencies are not compared: the largest of
 * each come first, that of the commonest currency ahead, then the second largest of each.
 */
export function largestFirst(deals: Some, most: number = deals.size): Uint32Array {
  const amount = deals.column('amount');
  if (!deals.has('currency')) return largestOf(deals.rows, amount, most);
  const parts =
    most * FEW > deals.size
      ? byCode(deals).map((rows) => ({ size: rows.length, first: largestOf(rows, amount, most) }))
      : firstByCode(deals, most);
  // The first of a currency has no amount where none has.
  const inPriced = parts.filter(({ first }) => first.length > 0 && !Number.isNaN(amount[first[0] as number]));
  if (inPriced.length < 2) return largestOf(deals.rows, amount, most);
  const found = new Uint32Array(Math.min(most, deals.size));
  let length = 0;
  for (let place = 0; length < found.length; place++) {
    const here = parts
      .filter(({ first }) => place < first.length)
      .sort((a, b) => b.size - a.size || (a.first[place] as number) - (b.first[place] as number));
    for (const { first } of here) if (length < found.length) found[length++] = first[place] as number;
  }
  return found;
}

/** The rows of each currency that has any, in the order of the files. */
function byCode(deals: Some): readonly Uint32Array[] {
  const { codes, values } = deals.column('currency');
  return partition(deals, codes, values.length)
    .map(({ rows }) => rows)
    .filter(({ length }) => length > 0);
}

interface FirstOfCurrency {
  /** All deals in the currency. */
  readonly size: number;
  /** The first of them, largest first. */
  readonly first: Uint32Array;
}

/** The first deals in each currency that has any: one pass that writes no row but those. */
function firstByCode(deals: Some, most: number): readonly FirstOfCurrency[] {
  const { codes, values } = deals.column('currency');
  const amount = deals.column('amount');
  const { rows } = deals;
  const sizes = new Uint32Array(values.length);
  const least = new Float64Array(values.length).fill(Number.NEGATIVE_INFINITY);
  const firsts: (Uint32Array | undefined)[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    const size = sizes[code] as number;
    sizes[code] = size + 1;
    if (size >= most && !((amount[row] as number) > (least[code] as number))) continue;
    let first = firsts[code];
    if (first === undefined) {
      first = new Uint32Array(most);
      firsts[code] = first;
    }
    least[code] = put(first, Math.min(size, most), row, amount);
  }
  return [...sizes.keys()].flatMap((code) => {
    const size = sizes[code] as number;
    return size === 0 ? [] : [{ size, first: (firsts[code] ?? NO_ROWS).subarray(0, Math.min(size, most)) }];
  });
}

const NO_ROWS = new Uint32Array(0);

/** Among so many times more rows the first are sooner looked for than all are sorted. */
const FEW = 16;

/**
 * The first of the rows (ascending) by a number of each, such as the amount, the highest first; equal ones in the order of
 * the files, those without one last.
 */
export function largestOf(rows: Uint32Array, amount: Float64Array, most: number): Uint32Array {
  if (most * FEW > rows.length) {
    return rows
      .slice()
      .sort((a, b) => {
        const [one, other] = [worthOf(amount, a), worthOf(amount, b)];
        return one === other ? a - b : other - one;
      })
      .subarray(0, most);
  }
  const first = new Uint32Array(most);
  // Mostly a row is not among the first, and this alone is asked of it.
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (i < most || (amount[row] as number) > least) least = put(first, Math.min(i, most), row, amount);
  }
  return first;
}

/**
 * Puts a row among so many first ones, behind its equals; the last makes room where all places are taken. Returns what a
 * later row must lie above to be among them.
 */
function put(first: Uint32Array, taken: number, row: number, amount: Float64Array): number {
  const value = worthOf(amount, row);
  const most = first.length;
  let at = taken < most ? taken : most - 1;
  for (; at > 0 && value > worthOf(amount, first[at - 1] as number); at--) first[at] = first[at - 1] as number;
  first[at] = row;
  return taken + 1 < most ? Number.NEGATIVE_INFINITY : worthOf(amount, first[most - 1] as number);
}

function worthOf(amount: Float64Array, row: number): number {
  const value = amount[row] as number;
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

/** A field that a snapshot in the past cannot do without. */
function absentDate(question: Question): Reason | null {
  const { population, file } = question;
  if (pointInTime(question) === null) return null;
  if (!population.has('created_at')) return 'missing_field:created_at';
  return (file.hasWon || file.hasLost) && !population.has('closed_at') ? 'missing_field:closed_at' : null;
}

function nobody({ population }: Question): Some {
  return population.select(new Uint32Array(0));
}

function chosen(deals: Some): Chosen {
  return { deals, reason: null };
}

function notKnown(reason: Reason): Chosen {
  return { deals: null, reason };
}
