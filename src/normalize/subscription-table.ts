import { billingMonths } from '../crm/billing-interval.js';
import { type SubscriptionState, subscriptionState } from '../crm/subscription-status.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, NumberColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import type { SubscriptionFieldName } from '../model/fields.js';
import { EXCLUDED, LOST, OPEN, type Outcome, WON } from '../model/outcome.js';
import { type CurrencyAccount, currencies } from './currencies.js';
import type { DealSettings } from './deal-table.js';
import type { MappedColumn } from './mapping.js';
import type { ReadTable } from './read-table.js';

/** The subscriptions of one table, every row of it, and what has to be said of them. */
export interface SubscriptionTable {
  readonly size: number;
  readonly columns: Partial<Omit<DealColumns, 'customer'>>;
  /** First days, and last days that are no plan: of rows whose status does not say that they still run. */
  readonly recorded: readonly DayColumn[];
  readonly facts: SubscriptionFacts;
}

/** What a reader must know of how a table of subscriptions was understood. */
export interface SubscriptionFacts {
  /** The column whose prices were taken as monthly, because nothing says for how long one is paid. */
  readonly assumedMonthly: string | null;
  /** Billing intervals that nobody knows: value → rows. */
  readonly unknownIntervals: ReadonlyMap<string, number>;
  /** Every status of the table. */
  readonly statuses: readonly string[];
  /** Statuses that nobody knows: value → rows. */
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** Rows that their status calls running though their last day is over. */
  readonly runningPastEnd: number;
  readonly endColumn: string | null;
  /** What is odd about the currencies. */
  readonly currencies: CurrencyAccount | null;
  /** A price beside numbers of seats above one: taken for the whole subscription. */
  readonly wholePrice: { readonly price: string; readonly seats: string } | null;
}

/** Months in a year. */
const YEAR = 12;

/** What a status means, the user's word first; null = it decides nothing. */
type Meaning = Outcome | SubscriptionState | null;

/** Gives the mapped columns of a table of subscriptions their meaning. */
export function subscriptionTable(table: ReadTable, settings: DealSettings): SubscriptionTable {
  const { reader, mapping } = table;
  const mapped = (field: SubscriptionFieldName): MappedColumn | undefined => mapping.fields.get(field);
  const category = (field: SubscriptionFieldName): CategoryColumn | undefined => {
    const column = mapped(field)?.column;
    return column === undefined ? undefined : reader.as(column, 'category');
  };
  const days = (field: SubscriptionFieldName): DayColumn | undefined => {
    const column = mapped(field)?.column;
    return column === undefined ? undefined : reader.as(column, 'day');
  };
  const id = mapped('id');
  const started = firstKnown([days('started_at'), days('created_at')]);
  const ended = firstKnown([days('churned_at'), days('ended_at'), days('cancelled_at')]);
  const status = category('status');
  const meanings = (status?.values ?? []).map((value) => meaningOf(value, settings));
  const meaningAt = (row: number): Meaning => meanings[status?.codes[row] ?? 0] ?? null;
  const outcome = new Uint8Array(reader.size);
  for (let row = 0; row < reader.size; row++) outcome[row] = outcomeOf(meaningAt(row), ended?.[row] ?? NO_DAY);
  const planned = ended?.map((day, row) => (meaningAt(row) === 'running' ? NO_DAY : day));
  const price = monthlyPrice(table);
  const asDeal = new Map<string, MappedColumn>(price.column === undefined ? [] : [['amount', price.column]]);
  const named = mapped('currency');
  if (named !== undefined) asDeal.set('currency', named);
  const currency = currencies(reader, asDeal, category('currency'), settings.currency);
  return {
    size: reader.size,
    columns: {
      outcome,
      ...given('id', id === undefined ? undefined : reader.cells(id.column)),
      ...given('account_id', category('customer_id')),
      ...given('account', category('customer')),
      ...given('product', category('plan')),
      ...given('status', status),
      ...given('amount', price.amounts),
      ...given('currency', currency.column),
      ...given('created_at', started),
      ...given('closed_at', ended),
    },
    recorded: [started, planned].filter((column) => column !== undefined),
    facts: {
      ...price.facts,
      currencies: currency.account,
      statuses: status?.values ?? [],
      unknownStatuses: unknownStatuses(status, meanings),
      runningPastEnd: pastEnd(reader.size, meaningAt, ended, newest([started, planned])),
      endColumn: (mapped('churned_at') ?? mapped('ended_at') ?? mapped('cancelled_at'))?.header ?? null,
    },
  };
}

function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}

/** The user's word on a status (`--stage "Frozen=lost"`), else what the word means. */
function meaningOf(value: string, { stages }: DealSettings): Meaning {
  return stages[value] ?? subscriptionState(value) ?? stages['*'] ?? null;
}

/** The dates decide when a subscription ran; the status decides what no date can say. */
function outcomeOf(meaning: Meaning, ended: number): number {
  if (meaning === 'excluded') return EXCLUDED;
  if (meaning === 'ended' || meaning === 'lost') return ended === NO_DAY ? LOST : WON;
  // A trial or a pause that has a last day is over; what was paid before it, nobody wrote down.
  return meaning === 'unpaid' || meaning === 'pending' ? OPEN : WON;
}

/** The first of several days that is known, row by row; undefined where there is no column. */
function firstKnown(columns: readonly (DayColumn | undefined)[]): DayColumn | undefined {
  const [first, ...others] = columns.filter((column) => column !== undefined);
  if (first === undefined || others.length === 0) return first;
  return first.map((day, row) => {
    if (day !== NO_DAY) return day;
    return others.find((column) => column[row] !== NO_DAY)?.[row] ?? NO_DAY;
  });
}

function newest(columns: readonly (DayColumn | undefined)[]): number {
  let last = NO_DAY;
  for (const column of columns) for (const day of column ?? []) if (day > last) last = day;
  return last;
}

function pastEnd(size: number, meaningAt: (row: number) => Meaning, ended: DayColumn | undefined, now: number): number {
  let n = 0;
  for (let row = 0; row < size; row++) {
    const day = ended?.[row] ?? NO_DAY;
    if (day !== NO_DAY && day < now && meaningAt(row) === 'running') n++;
  }
  return n;
}

function unknownStatuses(status: CategoryColumn | undefined, meanings: readonly Meaning[]): Map<string, number> {
  const rows = new Map<string, number>();
  if (status === undefined) return rows;
  const counts = new Uint32Array(status.values.length);
  for (const code of status.codes) counts[code] = (counts[code] as number) + 1;
  status.values.forEach((value, code) => {
    if (value !== '' && meanings[code] === null && (counts[code] ?? 0) > 0) rows.set(value, counts[code] ?? 0);
  });
  return rows;
}

interface MonthlyPrice {
  readonly amounts: NumberColumn | undefined;
  /** The column that names the currency, if one does. */
  readonly column: MappedColumn | undefined;
  readonly facts: Pick<SubscriptionFacts, 'assumedMonthly' | 'unknownIntervals' | 'wholePrice'>;
}

/**
 * The price per month: of a column that says "per month", else a yearly one over twelve, else a price of an interval
 * by the interval's months. A price per seat is multiplied by the seats.
 */
function monthlyPrice({ reader, mapping }: ReadTable): MonthlyPrice {
  const { size } = reader;
  const mapped = (field: SubscriptionFieldName): MappedColumn | undefined => mapping.fields.get(field);
  const money = (column: MappedColumn | undefined): NumberColumn | undefined =>
    column === undefined ? undefined : reader.as(column.column, 'money');
  const seats = mapped('quantity');
  const seatNumbers = seats === undefined ? undefined : reader.as(seats.column, 'number');
  const perSeat = seatNumbers === undefined ? undefined : mapped('unit_price');
  const whole = mapped('amount');
  const price = whole ?? perSeat ?? mapped('unit_price');
  const prices = money(price);
  const total =
    price === perSeat && price !== undefined
      ? prices?.map((value, row) => value * (seatNumbers?.[row] ?? Number.NaN))
      : prices;
  const [perMonth, perYear] = [money(mapped('mrr')), money(mapped('arr'))];
  const known = [perMonth, perYear].filter((column) => column !== undefined);
  const months = intervalMonths(reader, price, mapped('interval'), total);
  const unknownIntervals = new Map<string, number>();
  if (total === undefined && known.length === 0) {
    return {
      amounts: undefined,
      column: undefined,
      facts: { assumedMonthly: null, unknownIntervals, wholePrice: null },
    };
  }
  const amounts = new Float64Array(size).fill(Number.NaN);
  let assumed = false;
  for (let row = 0; row < size; row++) {
    let value = perMonth?.[row] ?? Number.NaN;
    if (Number.isNaN(value)) value = (perYear?.[row] ?? Number.NaN) / YEAR;
    const whole = total?.[row] ?? Number.NaN;
    if (Number.isNaN(value) && !Number.isNaN(whole)) {
      const { n, unknown } = months(row);
      if (unknown !== null) unknownIntervals.set(unknown, (unknownIntervals.get(unknown) ?? 0) + 1);
      else if (n === null) assumed = true;
      // What is paid once does not recur.
      value = unknown !== null ? Number.NaN : n === 0 ? 0 : whole / (n ?? 1);
    }
    amounts[row] = value;
  }
  const many = seatNumbers?.some((n) => n > 1) === true && price === whole && mapped('unit_price') === undefined;
  return {
    amounts,
    column: mapped('mrr') ?? mapped('arr') ?? price,
    facts: {
      assumedMonthly: assumed ? (price?.header ?? null) : null,
      unknownIntervals,
      wholePrice:
        many && price !== undefined && seats !== undefined && known.length === 0
          ? { price: price.header, seats: seats.header }
          : null,
    },
  };
}

/** Months that a row's price is for: by its interval, else by the price's own name; null = nothing says it. */
function intervalMonths(
  reader: ReadTable['reader'],
  price: MappedColumn | undefined,
  interval: MappedColumn | undefined,
  prices: NumberColumn | undefined,
): (row: number) => { readonly n: number | null; readonly unknown: string | null } {
  const named = price === undefined || prices === undefined ? null : billingMonths(price.header);
  if (interval === undefined || (named !== null && named > 0)) return () => ({ n: named, unknown: null });
  const { codes, values } = reader.as(interval.column, 'category');
  const known = values.map((value) => {
    const n = value === '' ? null : billingMonths(value);
    return { n, unknown: n === null && value !== '' ? value : null };
  });
  return (row) => known[codes[row] ?? 0] ?? { n: null, unknown: null };
}
