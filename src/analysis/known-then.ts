import type { Note } from '../kpi/definition.js';
import { amountsOverwritten, expectationsOverwritten } from '../kpi/hindsight.js';
import type { Question } from '../kpi/measure.js';
import { openAt, pointInTime } from '../kpi/snapshot.js';
import { stagesAt } from '../kpi/stages.js';
import { said } from '../locale/said.js';
import type { CivilDay } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import { OPEN, OUTCOMES } from '../model/outcome.js';
import type { Period } from '../model/period.js';

/** A field of the deals or a column of the file, as the user named it. */
export interface BreakdownColumn {
  readonly name: string;
  readonly column: CategoryColumn;
  /** The field that the column is; left out where it is none. */
  readonly field?: DealField | undefined;
  /** The values have an order of their own, which is that of their codes, an empty cell last: what each of them spans. */
  readonly spans?: readonly (Span | null)[] | undefined;
  /** What is counted to the snapshot, as it was on an earlier day. */
  readonly onDay?: ((day: CivilDay) => CategoryColumn) | undefined;
}

/** The numbers from `from` on and under `to` (null: without a limit), or the days of a period. */
export type Span =
  | { readonly of: 'numbers'; readonly from: number | null; readonly to: number | null }
  | { readonly of: 'days'; readonly period: Period };

/** Least share of the deals open at a snapshot whose stage of that day the history must tell (a judgement). */
const LEAST_TOLD = 0.8;

/**
 * A column as it was known at a snapshot in the past, for the deals open then; the others have what the file says now.
 * The outcome of them all was open; the stage is the one entered last, where the history tells it of at least 80 % of
 * them. `overwritten` where closing has changed what the column says of them and nothing tells what it was; the column
 * itself where the snapshot is now, none of them has closed since, or closing does not change it.
 */
export function knownThen(
  { column, field, onDay }: BreakdownColumn,
  question: Question,
): CategoryColumn | 'overwritten' {
  const day = pointInTime(question);
  if (day === null) return column;
  if (onDay !== undefined) return onDay(day);
  if (field === undefined) return column;
  if (!question.population.has('outcome')) return column;
  const { open, closedSince } = openAt(question.population, question);
  if (field === 'outcome') return closedSince.size === 0 ? column : outcomeThen(column, closedSince.rows);
  if (field === 'stage') return stageThen(column, open.rows, question) ?? unless(closedSince.size > 0, column);
  if (field === 'amount') return unless(amountsOverwritten(question), column);
  if (field === 'expected_close') return unless(expectationsOverwritten(question), column);
  return unless(AT_CLOSING.includes(field) && closedSince.size > 0, column);
}

/** What is entered or changed on closing. */
const AT_CLOSING: readonly DealField[] = ['probability', 'status', 'lost_reason', 'closed_at'];

function unless(overwritten: boolean, column: CategoryColumn): CategoryColumn | 'overwritten' {
  return overwritten ? 'overwritten' : column;
}

function outcomeThen({ codes, values }: CategoryColumn, rows: Uint32Array): CategoryColumn {
  const name = OUTCOMES[OPEN] as string;
  const code = values.indexOf(name);
  return withCodes({ codes, values: code < 0 ? [...values, name] : values }, rows, () =>
    code < 0 ? values.length : code,
  );
}

function stageThen({ codes, values }: CategoryColumn, rows: Uint32Array, question: Question): CategoryColumn | null {
  const { history = null, asOf } = question;
  if (history === null) return null;
  const { stage } = stagesAt(history, codes.length, pointInTime(question) ?? asOf);
  let told = 0;
  for (const row of rows) if (stage[row] !== 0) told++;
  if (told < LEAST_TOLD * rows.length) return null;
  const names = [...values];
  const codeOf = new Map(values.map((name, code) => [name, code]));
  const known = history.stages.map((name) => {
    const code = codeOf.get(name) ?? names.push(name) - 1;
    codeOf.set(name, code);
    return code;
  });
  return withCodes({ codes, values: names }, rows, (row) => known[stage[row] as number] as number);
}

function withCodes(
  { codes, values }: CategoryColumn,
  rows: Uint32Array,
  codeOf: (row: number) => number,
): CategoryColumn {
  const own = codes.slice();
  for (const row of rows) own[row] = codeOf(row);
  return { codes: own, values };
}

/** What a reader must know of the columns of a breakdown at a snapshot in the past of whose open deals some closed since. */
export function notesThen(by: readonly BreakdownColumn[], question: Question): Note[] {
  if (pointInTime(question) === null || !question.population.has('outcome')) return [];
  if (openAt(question.population, question).closedSince.size === 0) return [];
  return NOTES.flatMap(({ field, note }) => {
    const column = by.find((one) => one.field === field);
    const changed = column === undefined ? column : knownThen(column, question);
    if (column === undefined || changed === 'overwritten') return [];
    return field === 'owner' || changed !== column.column ? [note] : [];
  });
}

const NOTES: readonly { readonly field: DealField; readonly note: Note }[] = [
  { field: 'owner', note: said('owners_as_of_now', { of: 'groups' }) },
  { field: 'stage', note: said('stages_as_of_snapshot') },
  { field: 'outcome', note: said('outcomes_as_of_snapshot') },
];
