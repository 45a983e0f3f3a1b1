/** Open deals that need somebody: what is overdue, stalled, or without a next step, and how long. */
import type { Kpi } from '../kpi/definition.js';
import { expectedIn, nothingExpected, withExpectation } from '../kpi/expected.js';
import { expectationsOverwritten } from '../kpi/hindsight.js';
import { measurerOf, type Question } from '../kpi/measure.js';
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

/** Among so many times more rows the first are sooner looked for than all are sorted. */
const FEW = 16;

/** The first rows by the days since (or past) a date, longest first; those without one last, else as in the files. */
export function longestFirst(deals: Some, since: 'created_at' | 'expected_close', most: number): Uint32Array {
  const days = deals.column(since);
  const { rows } = deals;
  if (most * FEW > rows.length) {
    const placeOf = (row: number): number => (days[row] === NO_DAY ? Number.POSITIVE_INFINITY : (days[row] as number));
    // The difference of two without a day is NaN: then the files decide, too.
    return rows
      .slice()
      .sort((a, b) => placeOf(a) - placeOf(b) || a - b)
      .subarray(0, most);
  }
  const first = new Uint32Array(most);
  let taken = 0;
  // Mostly a day is not among the first, and this alone is asked of it.
  let before = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const day = days[row] as number;
    if (day >= before || day === NO_DAY) continue;
    let at = taken < most ? taken++ : most - 1;
    for (; at > 0 && (days[first[at - 1] as number] as number) > day; at--) first[at] = first[at - 1] as number;
    first[at] = row;
    if (taken === most) before = days[first[most - 1] as number] as number;
  }
  for (let i = 0; taken < most; i++) {
    const row = rows[i] as number;
    if (days[row] === NO_DAY) first[taken++] = row;
  }
  return first;
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
