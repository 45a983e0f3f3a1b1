/** What a reader may go on to ask of the same files: periods that they have deals of, and what they can be split by. */

import type { Calendar } from '../locale/calendar.js';
import { periodText } from '../locale/periods.js';
import type { Text } from '../locale/text.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import { type Period, periodContaining } from '../model/period.js';
import { dataEdges } from './data-edges.js';
import { clockOf } from './measure-request.js';

export interface OfferedPeriod {
  /** As `--period` takes it. */
  readonly value: string;
  readonly label: Text;
  /** What it is one of; `relative` = it moves with the day. */
  readonly kind: 'relative' | 'year' | 'quarter' | 'month';
}

export interface OfferedAxis {
  /** As `--by` takes it, unquoted. */
  readonly name: string;
  readonly label: Text;
  /** A field of deals, what is made of days and numbers, or a column by its own header. */
  readonly kind: 'field' | 'made' | 'column';
}

export interface Offers {
  /** The newest first, of each kind. */
  readonly periods: readonly OfferedPeriod[];
  readonly axes: readonly OfferedAxis[];
}

export interface OffersContext {
  readonly calendar: Calendar;
  readonly fiscalYearStart: number;
  readonly asOf: CivilDay | null;
  readonly today: CivilDay;
}

/** Years, quarters and months offered at most. */
const MOST = { year: 6, quarter: 8, month: 12 } as const;
/** Files whose newest day is older than this have nothing in this month or the last. */
const RECENT_DAYS = 92;
/** A column of more values than these is no axis: an id, a note. */
const MOST_VALUES = 200;
const MOST_COLUMNS = 30;

/** What breakdowns by fields are usually of, in this order. */
const AXES = [
  ...['owner', 'source', 'product', 'type', 'pipeline', 'stage', 'account', 'lost_reason', 'won_reason', 'currency'],
] as readonly DealFieldName[];

/** What can be asked of the files next. Pure; O(records) once. */
export function offersOf(dataset: Dataset, context: OffersContext): Offers {
  return { periods: offeredPeriods(dataset, context), axes: offeredAxes(dataset) };
}

function offeredPeriods(dataset: Dataset, { calendar, fiscalYearStart, asOf, today }: OffersContext): OfferedPeriod[] {
  const until = clockOf(dataset, asOf, today).asOf ?? today;
  const spans = Object.values(dataEdges(dataset, until, asOf !== null).clocks);
  if (spans.length === 0) return [];
  const first = Math.min(...spans.map((span) => span.first));
  const last = Math.max(...spans.map((span) => span.last));
  const back = (kind: keyof typeof MOST): OfferedPeriod[] => {
    const found: Period[] = [];
    let period = periodContaining(last, kind, calendar, fiscalYearStart);
    while (found.length < MOST[kind] && period.end > first) {
      found.push(period);
      period = periodContaining(period.start - 1, kind, calendar, fiscalYearStart);
    }
    return found.map(({ label }) => ({ value: label, label: named(label, calendar, fiscalYearStart), kind }));
  };
  const relative = today - last <= RECENT_DAYS ? RELATIVE : [];
  return [...relative, ...back('year'), ...back('quarter'), ...back('month')];
}

function named(label: string, calendar: Calendar, fiscalYearStart: number): Text {
  const style = { calendar, fiscalYearStart };
  return { en: periodText(label, { ...style, lang: 'en' }), fa: periodText(label, { ...style, lang: 'fa' }) };
}

const RELATIVE: readonly OfferedPeriod[] = [
  { value: 'this-month', label: { en: 'this month', fa: 'این ماه' }, kind: 'relative' },
  { value: 'last-month', label: { en: 'last month', fa: 'ماه گذشته' }, kind: 'relative' },
  { value: 'this-quarter', label: { en: 'this quarter', fa: 'این فصل' }, kind: 'relative' },
  { value: 'last-quarter', label: { en: 'last quarter', fa: 'فصل گذشته' }, kind: 'relative' },
  { value: 'this-year', label: { en: 'this year', fa: 'امسال' }, kind: 'relative' },
  { value: 'last-year', label: { en: 'last year', fa: 'سال گذشته' }, kind: 'relative' },
  { value: 'last-30-days', label: { en: 'last 30 days', fa: '۳۰ روز گذشته' }, kind: 'relative' },
  { value: 'last-90-days', label: { en: 'last 90 days', fa: '۹۰ روز گذشته' }, kind: 'relative' },
];

function offeredAxes({ deals, sources }: Dataset): OfferedAxis[] {
  const fields = AXES.filter((field) => deals.has(field) && tellsApart(deals.column(field as DealField)));
  const own = sources.flatMap(({ role, columns }) =>
    role === 'deals' || role === 'customers' || role === 'lookup'
      ? columns.filter(({ field, distinct }) => field === null && isFew(distinct)).map(({ column }) => column)
      : [],
  );
  const named = new Set<string>(fields);
  return [
    ...fields.map((name): OfferedAxis => ({ name, label: DEAL_FIELDS[name].title, kind: 'field' })),
    ...(deals.has('amount') ? [MADE.amount] : []),
    ...(deals.has('created_at') ? [MADE.age] : []),
    ...(deals.has('created_at') || deals.has('closed_at') ? [MADE.month, MADE.quarter] : []),
    ...[...new Set(own)]
      .filter((name) => name.trim() !== '' && !named.has(name))
      .slice(0, MOST_COLUMNS)
      .map((name): OfferedAxis => ({ name, label: { en: name, fa: name }, kind: 'column' })),
  ];
}

const MADE = {
  amount: { name: 'amount', label: { en: 'Amount, in ranges', fa: 'مبلغ، به بازه' }, kind: 'made' },
  age: { name: 'age', label: { en: 'Age in days, in ranges', fa: 'عمر به روز، به بازه' }, kind: 'made' },
  month: { name: 'month', label: { en: 'Month', fa: 'ماه' }, kind: 'made' },
  quarter: { name: 'quarter', label: { en: 'Quarter', fa: 'فصل' }, kind: 'made' },
} as const satisfies Record<string, OfferedAxis>;

function tellsApart(column: unknown): boolean {
  const values = (column as { readonly values?: readonly string[] }).values ?? [];
  // The first value is the missing one.
  return values.length > 2;
}

/** A column that was not read may be anything. */
function isFew(distinct: number | null): boolean {
  return distinct === null || (distinct >= 2 && distinct <= MOST_VALUES);
}
