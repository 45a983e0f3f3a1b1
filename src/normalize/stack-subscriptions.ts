import { UserError } from '../errors/user-error.js';
import { suggest } from '../locale/suggest.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn } from '../model/column.js';
import type { MergedNames } from '../model/company-name.js';
import { type DealColumns, Deals } from '../model/deals.js';
import { columnsOfName, needsNoColumn } from '../model/dimension-name.js';
import { stackPlaces } from '../model/row-places.js';
import type { Subscriptions } from '../model/subscriptions.js';
import { cellText } from '../model/text-column.js';
import { stack } from './combine.js';
import { type CustomerColumn, customerColumn, type JoinedNames } from './customer-key.js';
import type { DealSettings } from './deal-table.js';
import { ownColumn } from './extra-columns.js';
import { unifyRials } from './money-units.js';
import type { ReadTable } from './read-table.js';
import { type SubscriptionTable, subscriptionTable } from './subscription-table.js';

/** The subscriptions of all files, and how many rows of each file repeat another one. */
export interface StackedSubscriptions {
  readonly subscriptions: Subscriptions | null;
  readonly parts: readonly SubscriptionTable[];
  /** By index of the file. */
  readonly repeated: readonly number[];
  /** Customers that are written in more than one way. */
  readonly joined: readonly JoinedNames[];
}

/**
 * Files of subscriptions one under the other. A row that says the same as another one counts once; a subscription that
 * stands in several files is as the last of them has it. Rows of one id in one file are stretches of it. `by` are the
 * columns that a breakdown of the subscriptions asks for, by header or field.
 *
 * @throws UserError `unknown_column`
 */
export function stackSubscriptions(
  tables: readonly ReadTable[],
  settings: DealSettings,
  by: readonly string[] = [],
  merged: MergedNames = [],
): StackedSubscriptions {
  const parts = tables.map((table) => subscriptionTable(table, settings));
  if (tables.length === 0) return { subscriptions: null, parts, repeated: [], joined: [] };
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const columns = stack(parts);
  const rials = unifyRials(columns.amount, columns.currency);
  const fileOf = new Uint16Array(size);
  let at = 0;
  tables.forEach(({ raw }, index) => {
    fileOf.fill(index, at, at + raw.size);
    at += raw.size;
  });
  const { account, account_id: accountId } = columns;
  const named = account !== undefined || accountId !== undefined;
  const customer: CustomerColumn | null = named ? customerColumn(account, accountId, size, merged) : null;
  const all = new Deals({
    size,
    columns: {
      ...columns,
      ...(rials === null ? {} : { amount: rials.amount, currency: rials.currency }),
      ...(customer === null ? {} : { customer: customer.column }),
    },
    files: tables.map(({ plan }) => ({ file: plan.head.file, sheet: plan.head.sheet })),
    places: stackPlaces(tables.map(({ raw }) => raw.places)),
    extra: new Map(by.flatMap((name) => askedColumn(name, tables, columns, customer))),
    unreadable: [],
    duplicates: [],
  });
  const kept = countedRows(all, fileOf, tables.length);
  const repeated = tables.map(({ raw }) => raw.size);
  for (const row of kept) repeated[fileOf[row] ?? 0] = (repeated[fileOf[row] ?? 0] ?? 0) - 1;
  const joined = customer?.joined ?? [];
  const recorded = parts.flatMap((part) => part.recorded);
  return { subscriptions: { records: kept.length === size ? all : all.part(kept), recorded }, parts, repeated, joined };
}

/** What a field of subscriptions is called among the columns of records. */
const FIELDS = { plan: 'product', status: 'status', currency: 'currency' } as const;

/** The column that a name asks for, by the name that it has; none where the name needs no column. */
function askedColumn(
  name: string,
  tables: readonly ReadTable[],
  columns: Partial<Omit<DealColumns, 'customer'>>,
  customer: CustomerColumn | null,
): readonly (readonly [string, CategoryColumn])[] {
  const size = tables.reduce((sum, { raw }) => sum + raw.size, 0);
  for (const one of columnsOfName(name)) {
    const field = Object.hasOwn(FIELDS, one) ? columns[FIELDS[one as keyof typeof FIELDS]] : undefined;
    const found = ownColumn(one, tables, size) ?? (one === 'customer' ? customer?.column : field);
    if (found !== undefined) return [[one, found]];
    if (Object.hasOwn(columns, one)) return [];
  }
  if (needsNoColumn(name)) return [];
  const headers = tables.flatMap(({ plan }) => plan.head.columns);
  throw new UserError('unknown_column', {
    column: name,
    option: '--by',
    suggestion: suggest(name, headers),
    columns: headers,
  });
}

const FACTS = ['account_id', 'account', 'product', 'status'] as const satisfies readonly (keyof DealColumns)[];

/** The rows that are no repeats, ascending. */
function countedRows(all: Deals, fileOf: Uint16Array, files: number): Uint32Array {
  const ids = all.column('id');
  const days: readonly DayColumn[] = [all.column('created_at'), all.column('closed_at')];
  const amount = all.column('amount');
  const texts = FACTS.map((field) => all.column(field));
  const lastFile = new Map<string, number>();
  const idAt = (row: number): string => cellText(ids, row).trim();
  if (files > 1) for (let row = 0; row < all.size; row++) lastFile.set(idAt(row), fileOf[row] ?? 0);
  const seen = new Set<string>();
  return Uint32Array.from({ length: all.size }, (_, row) => row).filter((row) => {
    const id = idAt(row);
    if (id === '') return true;
    if (files > 1 && lastFile.get(id) !== fileOf[row]) return false;
    const facts = [
      id,
      ...days.map((column) => column[row] ?? NO_DAY),
      amount[row],
      ...texts.map(({ codes }) => codes[row] ?? 0),
    ].join(' ');
    if (seen.has(facts)) return false;
    seen.add(facts);
    return true;
  });
}
