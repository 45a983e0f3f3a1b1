import type { BreakdownColumn } from '../analysis/known-then.js';
import { UserError } from '../errors/user-error.js';
import { currencyCodes } from '../kpi/currency-parts.js';
import type { KpiSettings } from '../kpi/definition.js';
import { isRunning } from '../kpi/edges.js';
import { lazily } from '../kpi/lazy.js';
import type { Question } from '../kpi/measure.js';
import { type Said, said } from '../locale/said.js';
import { suggest } from '../locale/suggest.js';
import { type CivilDay, isoDay, NO_DAY } from '../model/civil-day.js';
import {
  type CategoryColumn,
  categoryColumn,
  type RatioColumn,
  spreadNumbers,
  type TextColumn,
} from '../model/column.js';
import type { Dataset, SourceAccount } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, dealFieldTitle, dealFieldTitled } from '../model/fields.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import {
  type Calendar,
  cutAt,
  isAllTime,
  type Period,
  periodContaining,
  periodEndInclusive,
  sameDaysOf,
} from '../model/period.js';
import { cellText } from '../model/text-column.js';
import { type DataClock, dataClock } from './as-of.js';
import { dataEdges } from './data-edges.js';
import type { Resolved } from './request.js';

/** The clock of a run: what the data shows, and what the user said. */
export interface Clock extends DataClock {
  /** The snapshot date in force; null when no deal has a date and none was given. */
  readonly asOf: CivilDay | null;
}

export function clockOf(dataset: Dataset, asOf: CivilDay | null, today: CivilDay): Clock {
  // A condition that leaves deals out does not move the clock.
  const data = dataClock(dataset.whole ?? dataset, today);
  return { ...data, asOf: asOf ?? data.dataEnd };
}

/** A question that may be asked about a compared period, too. */
interface AskedQuestion extends Question {
  /** Settings for the compared period: quotas of each month are others there. */
  readonly before?: KpiSettings;
}

/** The question that a KPI answers, for one period. */
export function questionFor(
  dataset: Dataset,
  resolved: Resolved,
  clock: Clock,
  period: Period,
  today: CivilDay,
): AskedQuestion {
  const { deals, customers, leads } = dataset;
  const read = dataset.whole ?? dataset;
  const outcome = read.deals.column('outcome');
  const [hasLost, hasWon] = [outcome.includes(LOST), outcome.includes(WON)];
  const asOf = clock.asOf ?? today;
  const edges = clock.asOf === null ? null : dataEdges(dataset.whole ?? dataset, asOf, resolved.asOf !== null);
  const dataEnd = clock.dataEnd ?? asOf;
  return {
    population: deals.all(),
    purchases: dataset.purchases?.all() ?? null,
    period: reckoned(knownPart(period, { asOf, dataEnd, edges }), dataset, resolved),
    asOf,
    dataEnd,
    ...(clock.asOf === null ? { undated: true } : {}),
    settings: resolved.settings,
    before: resolved.comparedSettings,
    customers,
    leads,
    subscriptions: dataset.subscriptions?.records.all() ?? null,
    history: dataset.history,
    whole: { population: read.deals.all(), history: read.history, closing: closingNames(read.sources) },
    ...(dataset.whole === undefined ? {} : { chosen: true }),
    file: { hasLost, hasWon, severalCurrencies: currenciesOfAll(dataset).length > 1 },
    edges,
  };
}

/** A running period up to the snapshot: what closed after it had not closed at it. */
function knownPart(period: Period, clock: Pick<Question, 'asOf' | 'dataEnd' | 'edges'>): Period {
  const cut = cutAt(period, clock.asOf);
  return isRunning({ ...clock, period: cut }) ? cut : period;
}

/** The question about the compared period. */
export function questionBefore(comparedTo: Period, question: AskedQuestion): Question {
  const { before, settings } = question;
  return { ...question, settings: before ?? settings, period: knownPart(comparedTo, question) };
}

/** The period with what its parts are counted by: the fiscal year, and of all data the calendar of the files. */
function reckoned(period: Period, dataset: Dataset, { fiscalYearStart, fiscalCalendar }: Resolved): Period {
  const calendar = isAllTime(period) ? (dataset.calendar ?? period.calendar) : period.calendar;
  const fiscal = fiscalYearStart !== 1 && (fiscalCalendar ?? calendar) === calendar;
  return { ...period, calendar, ...(fiscal ? { fiscalYearStart } : {}) };
}

/** The compared period; the same days of it where the asked one runs beyond the snapshot. */
export function comparedPeriod(comparedTo: Period | null, question: Question): Period | null {
  return comparedTo === null ? null : sameDaysOf(comparedTo, question.period);
}

/** Names of stages that say won or lost by themselves. */
export function closingNames(sources: readonly SourceAccount[]): string[] {
  return sources.flatMap(({ stages }) =>
    stages.filter(({ outcome }) => outcome === 'won' || outcome === 'lost').map(({ value }) => value),
  );
}

/** Days that a warning names; it says how many more there are. */
const MOST_DAYS = 3;

/** What a reader must know about the dates. */
export function clockWarnings(clock: Clock, resolved: Resolved, comparedTo: Period | null = null): Said[] {
  const warnings: Said[] = [];
  const { asOf, dataEnd, isolated, future, ahead } = clock;
  if (isolated.length > 0) {
    const days = isolated.slice(0, MOST_DAYS).map(isoDay);
    warnings.push(said('isolated_dates', { days, more: isolated.length - days.length }));
  }
  if (future > 0) warnings.push(said('future_dates', { dates: future, taken: null }));
  if (ahead > 0 && dataEnd !== null) warnings.push(said('future_dates', { dates: ahead, taken: isoDay(dataEnd) }));
  if (asOf === null || dataEnd === null) return warnings;
  warnings.push(...staleWarnings(resolved.period, asOf, comparedTo));
  if (asOf < dataEnd) warnings.push(said('as_of_before_data', { dataEnd: isoDay(dataEnd), asOf: isoDay(asOf) }));
  return warnings;
}

/** Of a period that lies, or ends, after the snapshot. */
function staleWarnings(period: Period, asOf: CivilDay, comparedTo: Period | null): Said[] {
  if (isAllTime(period) || periodEndInclusive(period) <= asOf) return [];
  const day = isoDay(asOf);
  if (period.start > asOf) {
    return [said('stale_data', { period: 'begins', on: isoDay(period.start), asOf: day, sameDays: null })];
  }
  const sameDays = comparedTo?.fullEnd === undefined ? null : comparedTo.label;
  return [said('stale_data', { period: 'ends', on: isoDay(periodEndInclusive(period)), asOf: day, sameDays })];
}

/**
 * The column that a breakdown is by: a column of the files by its own header, `customer`, `outcome`, or a deal field, by
 * its id or its title in any language. Days are split by their months in the given calendar.
 * @throws UserError `unknown_column`
 */
export function breakdownColumn(
  deals: Deals,
  name: string,
  sources: readonly SourceAccount[] = [],
  calendar: Calendar = 'gregorian',
): BreakdownColumn {
  const own = deals.extra.get(name);
  if (own !== undefined) return { name, column: own, field: fieldOf(name, sources) };
  const known = ['customer', 'outcome', ...Object.keys(DEAL_FIELDS)].filter((field) => deals.has(field as DealField));
  const field = known.includes(name) ? name : dealFieldTitled(name, known);
  if (field === null) {
    const columns = [...known, ...deals.extra.keys()];
    throw new UserError('unknown_column', {
      column: name,
      option: '--by',
      suggestion: suggest(name, [...columns, ...known.flatMap((one) => Object.values(dealFieldTitle(one) ?? {}))]),
      columns,
    });
  }
  // Days and numbers are mostly put together in another way: as they are they are only looked at where somebody asks.
  return lazily({ name: field, field: field as DealField }, 'column', () =>
    asCategory(deals, field as DealField, calendar),
  );
}

/** What a column of the deals was taken for; undefined where it was not. */
function fieldOf(header: string, sources: readonly SourceAccount[]): DealField | undefined {
  const columns = sources.flatMap((source) => (source.role === 'deals' ? source.columns : []));
  const field = columns.find(({ column, field }) => column === header && field !== null)?.field ?? '';
  return Object.hasOwn(DEAL_FIELDS, field) ? (field as DealFieldName) : undefined;
}

/** Any field as a category: days as their month, numbers as they are. */
function asCategory(deals: Deals, field: DealField, calendar: Calendar): CategoryColumn {
  if (field === 'customer') return deals.column('customer');
  if (field === 'outcome') {
    return categoryOf(deals.size, deals.column('outcome'), (code) => OUTCOMES[code] ?? '');
  }
  const column = deals.column(field);
  switch (DEAL_FIELDS[field as DealFieldName].kind) {
    case 'category':
      return column as CategoryColumn;
    case 'text':
      return categoryColumn(trimmedTexts(column as TextColumn, deals.size));
    case 'day':
      return categoryOf(deals.size, column as Int32Array, (day) =>
        day === NO_DAY ? '' : periodContaining(day, 'month', calendar).label,
      );
    case 'boolean':
      return categoryOf(deals.size, column as Int8Array, (flag) => (flag === -1 ? '' : flag === 1 ? 'yes' : 'no'));
    default:
      return categoryOf(deals.size, spreadNumbers(column as RatioColumn), (value) =>
        Number.isNaN(value) ? '' : String(value),
      );
  }
}

function* trimmedTexts(column: TextColumn, size: number): Iterable<string> {
  for (let row = 0; row < size; row++) yield cellText(column, row).trim();
}

/** Values by their names, in the order of the rows; each distinct value is named once. */
function categoryOf(
  size: number,
  column: Int32Array | Int8Array | Uint8Array | Float64Array,
  nameOf: (value: number) => string,
): CategoryColumn {
  const values = [''];
  const codeOfName = new Map([['', 0]]);
  const codeOfValue = new Map<number, number>();
  const codes = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const value = column[row] as number;
    let code = codeOfValue.get(value);
    if (code === undefined) {
      const name = nameOf(value);
      code = codeOfName.get(name);
      if (code === undefined) {
        code = values.push(name) - 1;
        codeOfName.set(name, code);
      }
      codeOfValue.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, values };
}

/** The currencies of everything with a price: deals, orders beside them, and subscriptions. */
export function currenciesOfAll({ deals, purchases = null, subscriptions = null }: Dataset): string[] {
  const records = [deals, purchases, subscriptions?.records ?? null].filter((one) => one !== null);
  return [...new Set(records.flatMap(currenciesOf))].sort();
}

/** The currencies of the deals' amounts, by code; '' where an amount names none beside others that do. */
export function currenciesOf(deals: Deals): string[] {
  if (!deals.has('currency') || !deals.has('amount')) return [];
  const { values } = deals.column('currency');
  return currencyCodes(deals.all())
    .map((code) => values[code] as string)
    .filter((value) => value !== '')
    .sort();
}
