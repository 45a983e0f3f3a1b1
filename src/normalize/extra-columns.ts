import { UserError } from '../errors/user-error.js';
import { joinNames, splitNames } from '../locale/name-list.js';
import { suggest } from '../locale/suggest.js';
import type { CategoryColumn } from '../model/column.js';
import { DEAL_FIELDS, type DealFieldName, dealFieldTitled, type Role } from '../model/fields.js';
import { stackCategories } from './combine.js';
import { findColumn } from './find-column.js';
import { type Hook, type Join, joinedColumn, joinTable } from './join.js';
import { firstFilled } from './join-together.js';
import type { ReadTable } from './read-table.js';
import { isCounted } from './settle-rows.js';
import type { StackedDeals } from './stack-deals.js';

/** Joins every lookup table and customers file to the deals. */
export function joinTables(
  tables: readonly ReadTable[],
  stacked: StackedDeals,
): { readonly table: ReadTable; readonly join: Join | null }[] {
  return tables.map((table) => {
    const { plan, raw, mapping } = table;
    const key =
      plan.role === 'customers'
        ? (mapping.fields.get('name')?.column ?? mapping.fields.get('id')?.column ?? null)
        : null;
    const byId = plan.role === 'customers' ? mapping.fields.get('id')?.column : undefined;
    const source = { file: plan.head.file, headers: plan.head.columns, columns: raw.columns, size: raw.size };
    const hooks = dealHooks(stacked, plan.head.columns);
    const counts = (row: number): boolean => isCounted(stacked.rows.fate, row);
    const join =
      joinTable({ ...source, key }, hooks, counts) ??
      (byId === undefined ? null : joinTable({ ...source, key: byId }, hooks, counts));
    return { table, join };
  });
}

/** What of the deals a table may hang on: every category field, and unmapped columns that carry a header of it. */
function dealHooks(stacked: StackedDeals, headers: readonly string[]): Hook[] {
  const hooks: Hook[] = [];
  for (const [name, { kind }] of Object.entries(DEAL_FIELDS)) {
    const column = stacked.columns[name as DealFieldName];
    if (kind !== 'category' || column === undefined || name === 'currency') continue;
    const header = stacked.tables[0]?.mapping.fields.get(name)?.header ?? name;
    hooks.push({ name: header, column: column as CategoryColumn, company: name === 'account' });
  }
  for (const header of headers) {
    const column = ownColumn(header, stacked.tables, stacked.size);
    if (column !== null) hooks.push({ name: header, column, company: false });
  }
  return hooks;
}

/** A column of files by its own header, over all of them; null when none has it (or it was not read). */
export function ownColumn(header: string, tables: readonly ReadTable[], size: number): CategoryColumn | null {
  let found = false;
  const parts = tables.map(({ plan, raw, reader }): CategoryColumn => {
    const column = findColumn(plan.head.columns, header);
    if (column < 0 || raw.columns[column] === undefined) return { codes: new Uint32Array(raw.size), values: [''] };
    found = true;
    return reader.as(column, 'category');
  });
  if (!found) return null;
  return stackCategories(parts, size);
}

/** A column that is asked for by its own header. */
export interface AskedColumn {
  readonly name: string;
  /** The option that names it; null where it need not be there. */
  readonly option: string | null;
  /** What else may be meant, where no column has the name. */
  readonly instead?: readonly string[];
}

/**
 * The columns that are asked for by their own header: of the deal files first, then of joined tables.
 * @throws UserError `unknown_column`
 */
export function extraColumns(
  asked: readonly AskedColumn[],
  dealTables: readonly ReadTable[],
  stacked: StackedDeals,
  joins: readonly { readonly join: Join | null }[],
  all: readonly ReadTable[],
): Map<string, CategoryColumn> {
  const extra = new Map<string, CategoryColumn>();
  /** Whether the files have it, as a field or as a column, which is then among the extra ones. */
  const isThere = (name: string): boolean => {
    if (extra.has(name) || (name === 'customer' && stacked.customer !== null)) return true;
    if (Object.hasOwn(DEAL_FIELDS, name) && stacked.columns[name as DealFieldName] !== undefined) return true;
    const joined = (): CategoryColumn[] =>
      joins.flatMap(({ join }) => {
        const column = join === null ? -1 : findColumn(join.table.headers, name);
        return join === null || column < 0 ? [] : [joinedColumn(join, column)];
      });
    const column = ownColumn(name, dealTables, stacked.size) ?? firstFilled(joined());
    if (column !== undefined) extra.set(name, column);
    return column !== undefined;
  };
  for (const { name, option, instead = [] } of asked) {
    const names = [name, ...instead];
    if (names.some(isThere) || option === null) continue;
    if (option === '--by' && names.some((one) => isTitle(one, stacked))) continue;
    throw noSuchColumn(instead[0] ?? name, option, { dealTables, stacked, joins, all });
  }
  return extra;
}

/** Whether a breakdown names a field of the deals by its title; a column of that name would come first. */
function isTitle(name: string, { columns, customer }: StackedDeals): boolean {
  const fields = ['outcome', ...(customer === null ? [] : ['customer']), ...Object.keys(columns)];
  return dealFieldTitled(name, fields) !== null;
}

interface Files {
  readonly dealTables: readonly ReadTable[];
  readonly stacked: StackedDeals;
  readonly joins: readonly { readonly join: Join | null }[];
  readonly all: readonly ReadTable[];
}

/** What the roles of files are called in a sentence. */
const HOLDS: Readonly<Record<Role, string>> = {
  deals: 'deals',
  customers: 'customers',
  leads: 'leads',
  orders: 'orders',
  subscriptions: 'subscriptions',
  history: 'stage changes',
  lookup: 'a lookup table',
};

/** No file has the column, or only one that is no part of the deals. */
function noSuchColumn(name: string, option: string, { dealTables, stacked, joins, all }: Files): UserError {
  const joined = joins.flatMap(({ join }) => (join === null ? [] : join.table.headers));
  const columns = [...Object.keys(stacked.columns), ...dealTables.flatMap(({ plan }) => plan.head.columns), ...joined];
  const other = all.find(({ plan, mapping }) => findColumn(plan.head.columns, name) >= 0 || mapping.fields.has(name));
  if (other !== undefined && !dealTables.includes(other) && findColumn(columns, name) < 0) {
    const { head, role } = other.plan;
    return new UserError('column_of_others', { column: name, option, file: head.file, role: HOLDS[role] });
  }
  // Of `--by "City, State"` two names were made.
  const whole = columns.find((header) => header.includes(',') && splitNames(header).includes(name));
  const suggestion = whole === undefined ? suggest(name, columns) : `'${joinNames([whole])}'`;
  return new UserError('unknown_column', { column: name, option, suggestion, columns });
}
