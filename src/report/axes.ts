/** What breakdowns are by: columns as they are, periods of days, ranges of numbers, the age of deals, time. */
import type { Axis } from '../analysis/breakdown.js';
import type { BreakdownColumn } from '../analysis/known-then.js';
import { byPeriods, byRanges, edgesFor } from '../analysis/spans.js';
import { UserError } from '../errors/user-error.js';
import type { Question } from '../kpi/measure.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, type RatioColumn, spreadNumbers } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import { AGE, dimensionNamed } from '../model/dimension-name.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import type { Calendar } from '../model/period.js';
import { accountsTogether } from './account-names.js';
import { breakdownColumn } from './measure-request.js';

/** What axes are made with beside the data. */
export interface AxesContext {
  readonly question: Pick<Question, 'period' | 'asOf'>;
  /** In which days are put together. */
  readonly calendar: Calendar;
  /** Amounts were converted: the whole file's are not, so edges are those of the deals in question. */
  readonly converted: boolean;
}

/** More distinct numbers than this are shown as ranges; fewer are names (a rating, a year of the last ten). */
const FEW_NUMBERS = 12;
/** What a column of days is counted in where nothing is said. */
const USUAL_GRAIN = 'month';

/**
 * The axes of one breakdown, of deals or, without any, of subscriptions. A column of the files comes before what its name
 * could mean otherwise.
 * @throws UserError `unknown_column`, `not_of_kind`, `two_times`
 */
export function axesOf(dataset: Dataset, names: readonly string[], context: AxesContext): readonly Axis[] {
  const records = recordsToSplit(dataset);
  const axes = names.map((name) => axisOf(dataset, records, name, context));
  const times = axes.filter((axis) => 'grain' in axis);
  if (times.length > 1) throw new UserError('two_times', { names: times.map(({ name }) => name) });
  return axes;
}

/** Names of columns whose values are names: by these a finding can compare segments. */
export function namedColumns(axes: readonly Axis[]): string[] {
  return axes.flatMap((axis) => ('column' in axis && axis.spans === undefined ? [axis.name] : []));
}

/** What breakdowns split: the deals; without any, the subscriptions. */
function recordsToSplit({ deals, subscriptions = null }: Dataset): Deals {
  return deals.size === 0 && subscriptions !== null ? subscriptions.records : deals;
}

function axisOf(dataset: Dataset, records: Deals, name: string, context: AxesContext): Axis {
  const dimension = isThere(records, name) ? null : dimensionNamed(name);
  if (dimension === null) {
    const by = breakdownColumn(records, name, dataset.sources);
    return (
      ofDays(dataset, records, by, context) ?? ofNumbers(dataset, records, by, context) ?? accountsTogether(dataset, by)
    );
  }
  if (dimension.kind === 'time') return { name, grain: dimension.grain };
  const { column } = dimension;
  if (dimension.kind === 'ranges' && column === AGE) return ageAxis(dataset, records, name, dimension.edges, context);
  const { field } = breakdownColumn(records, column, dataset.sources);
  if (dimension.kind === 'days') {
    const days = daysOf(dataset, records, column, field);
    if (days === null) throw new UserError('not_of_kind', { column, kind: 'days' });
    return {
      name,
      field,
      ...byPeriods(days, dimension.grain, context.calendar, context.question.period.fiscalYearStart),
    };
  }
  const numbers = numbersOf(dataset, records, column, field);
  if (numbers === null) throw new UserError('not_of_kind', { column, kind: 'numbers' });
  return { name, field, ...byRanges(numbers, dimension.edges ?? []) };
}

function isThere(records: Deals, name: string): boolean {
  const known = ['customer', 'outcome', ...Object.keys(DEAL_FIELDS)];
  return records.extra.has(name) || (known.includes(name) && records.has(name as DealField));
}

/** A field of days, or a column that was taken for one, by its months; null where it is none. */
function ofDays(
  dataset: Dataset,
  records: Deals,
  { name, field }: BreakdownColumn,
  { question, calendar }: AxesContext,
): Axis | null {
  if (kindOf(field) !== 'day') return null;
  const days = daysOf(dataset, records, name, field);
  return days === null
    ? null
    : { name, field, ...byPeriods(days, USUAL_GRAIN, calendar, question.period.fiscalYearStart) };
}

/** A column of many distinct numbers by ranges; null where it is none. */
function ofNumbers(dataset: Dataset, records: Deals, by: BreakdownColumn, { converted }: AxesContext): Axis | null {
  const { name, field, column } = by;
  if (column.values.length <= FEW_NUMBERS + 1) return null;
  const numbers = numbersOf(dataset, records, name, field);
  if (numbers === null) return null;
  const whole = wholeOf(dataset, records, converted);
  const all = whole === records ? numbers : (numbersOf(dataset, whole, name, field) ?? numbers);
  const edges = edgesFor(all);
  return edges.length === 0 ? null : { name, field, ...byRanges(numbers, edges) };
}

/** Ranges are chosen once for the whole file, whatever condition is in force. */
function wholeOf(dataset: Dataset, records: Deals, converted: boolean): Deals {
  return records === dataset.deals && !converted ? (dataset.whole?.deals ?? records) : records;
}

function kindOf(field: DealField | undefined): string | null {
  if (field === undefined || field === 'outcome' || field === 'customer') return null;
  return DEAL_FIELDS[field].kind;
}

/** The numbers of a field or column; null where a cell of it is none, or all are empty. */
function numbersOf(
  { reading }: Dataset,
  records: Deals,
  name: string,
  field: DealField | undefined,
): Float64Array | null {
  const kind = kindOf(field);
  if (kind === 'money' || kind === 'number' || kind === 'ratio') {
    return spreadNumbers(records.column(field as DealFieldName) as RatioColumn);
  }
  const column = field === undefined ? records.extra.get(name) : undefined;
  if (column === undefined) return null;
  const { codes, values } = column;
  const numbers = reading.numbers({ kind: 'dictionary', length: codes.length, codes, values: [...values] });
  let filled = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === 0) continue;
    if (Number.isNaN(numbers[row] as number)) return null;
    filled++;
  }
  return filled === 0 ? null : numbers;
}

/** The days of a field or column; null where it has none. */
function daysOf({ reading }: Dataset, records: Deals, name: string, field: DealField | undefined): Int32Array | null {
  if (kindOf(field) === 'day') return records.column(field as DealFieldName) as Int32Array;
  const column = records.extra.get(name);
  if (column === undefined) return null;
  const { codes, values } = column;
  const days = reading.days({ kind: 'dictionary', length: codes.length, codes, values: [...values] });
  return days.some((day) => day !== NO_DAY) ? days : null;
}

/** Days from creation to closing, of what was not closed by then to a day. */
function ageAxis(
  dataset: Dataset,
  records: Deals,
  name: string,
  asked: readonly number[] | null,
  { question, converted }: AxesContext,
): BreakdownColumn {
  if (!records.has('created_at')) breakdownColumn(records, 'created_at', dataset.sources);
  const whole = agesAt(wholeOf(dataset, records, converted), question.asOf);
  const edges = asked ?? edgesFor(whole);
  const onDay = (day: CivilDay): CategoryColumn => byRanges(agesAt(records, day), edges).column;
  return { name, ...byRanges(agesAt(records, question.asOf), edges), onDay };
}

/** NaN where a deal has no day of creation, or one after its end. */
function agesAt(records: Deals, day: CivilDay): Float64Array {
  const [created, closed] = [records.column('created_at'), records.column('closed_at')];
  return Float64Array.from(created, (from, row) => {
    const end = closed[row] as number;
    const to = end === NO_DAY || end > day ? day : end;
    return from === NO_DAY || from > to ? Number.NaN : to - from;
  });
}
