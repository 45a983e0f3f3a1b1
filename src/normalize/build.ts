import { headerKey } from '../crm/header.js';
import { UserError } from '../errors/user-error.js';
import type { RawTable } from '../load/raw-table.js';
import { suggest } from '../locale/suggest.js';
import type { CategoryColumn } from '../model/column.js';
import type { Customers } from '../model/customers.js';
import type { Dataset } from '../model/dataset.js';
import { type DealColumns, Deals, type DuplicateRow, type Place, type UnreadableCell } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, fieldsOf, type Role } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';
import { cellText, type TextColumn, textColumn } from '../model/text-column.js';
import { sourceAccount } from './account.js';
import { pickCategory, pickRows, stack, stackCategories } from './combine.js';
import { type CustomerColumn, customerColumn } from './customer-key.js';
import { type DealTable, dealTable } from './deal-table.js';
import { findRepeats, type Repeat } from './dedupe.js';
import { type Hook, type Join, joinedColumn, joinTable } from './join.js';
import { buildLeads, dealLinks, type LeadTable } from './lead-table.js';
import { assign, type Mapping } from './mapping.js';
import type { DateOrder, ZoneDay } from './parse/date.js';
import { findColumn, type TablePlan } from './plan.js';
import { TableReader } from './table-reader.js';
import { datasetWarnings } from './warnings.js';

export interface BuildSettings {
  readonly stages: Readonly<Record<string, Outcome>>;
  readonly currency: string | null;
  readonly dateOrder?: DateOrder | undefined;
  readonly zone: ZoneDay;
  /** Deal fields or headers that breakdowns ask for. */
  readonly by: readonly string[];
}

/** One table with its cells, and what its columns were taken for. */
export interface ReadTable {
  readonly plan: TablePlan;
  readonly raw: RawTable;
  readonly reader: TableReader;
  readonly mapping: Mapping;
}

/**
 * Makes typed deals, customers and leads of the tables that were read, and accounts for every row.
 * @throws UserError `no_deals`, `no_records`, `unknown_column` (a breakdown by a column that no file has).
 */
export function buildDataset(
  tables: readonly { readonly plan: TablePlan; readonly raw: RawTable }[],
  settings: BuildSettings,
): Dataset {
  const read = tables.map(({ plan, raw }) => mapTable(plan, raw, settings));
  const dealTables = of(read, 'deals');
  const leadFiles = of(read, 'leads');
  if (dealTables.length === 0 && leadFiles.length === 0) {
    throw new UserError('no_deals', {
      files: read.map(({ plan, raw }) => ({
        file: plan.head.file,
        role: plan.role,
        records: raw.size,
        columns: plan.head.columns,
      })),
    });
  }
  if ([...dealTables, ...leadFiles].every(({ raw }) => raw.size === 0)) {
    throw new UserError('no_records', { files: [...dealTables, ...leadFiles].map(({ plan }) => plan.head.file) });
  }
  const parts = dealTables.map(({ reader, mapping, plan }) =>
    dealTable(reader, mapping.fields, plan.recognition.preset, settings),
  );
  if (dealTables.length > 0 && parts.every(({ columns }) => Object.keys(columns).length === 0)) {
    throw new UserError('no_deals', {
      files: dealTables.map(({ plan, raw }) => ({
        file: plan.head.file,
        role: 'lookup',
        records: raw.size,
        columns: plan.head.columns,
      })),
    });
  }
  const stacked = stackDeals(dealTables, parts);
  const joins = joinTables(of(read, 'lookup').concat(of(read, 'customers')), stacked);
  const extra = extraColumns(settings.by, dealTables, stacked, joins, read);
  const deals = finishDeals(stacked, extra);
  const customers = buildCustomers(of(read, 'customers'), stacked.customer);
  const leads = buildLeads(
    leadFiles.map(leadTable).concat(dealTables.flatMap((table) => leadsInDeals(table))),
    dealLinks(stacked.size, stacked.columns.lead_id, stacked.columns.id, stacked.columns.outcome),
  );
  const sources = read.map((table) => {
    const at = dealTables.indexOf(table);
    const dropped = at < 0 ? 0 : stacked.repeats.filter(({ dropped: row }) => stacked.fileOf[row] === at).length;
    return sourceAccount(table, at < 0 ? [] : (parts[at]?.stages ?? []), dropped);
  });
  const ambiguous = parts.flatMap((part) => part.ambiguous);
  return {
    deals,
    customers,
    leads,
    sources,
    ambiguous,
    warnings: datasetWarnings(read, sources, deals, ambiguous, joins),
  };
}

function of(tables: readonly ReadTable[], role: Role): ReadTable[] {
  return tables.filter(({ plan }) => plan.role === role);
}

function mapTable(plan: TablePlan, raw: RawTable, settings: BuildSettings): ReadTable {
  const reader = new TableReader(raw, plan.recognition.preset, settings);
  const mapping = assign(plan.candidates, plan.head.columns, plan.role, reader.content);
  const kinds = fieldsOf(plan.role);
  reader.settleDateOrder(
    [...mapping.fields].map(([field, { column }]) => ({ column, kind: kinds[field]?.kind ?? 'text' })),
  );
  return { plan, raw, reader, mapping };
}

/** All deal tables one under the other, before repeats are dropped. */
interface StackedDeals {
  readonly size: number;
  readonly columns: Partial<Omit<DealColumns, 'customer'>>;
  readonly customer: CustomerColumn | null;
  readonly tables: readonly ReadTable[];
  readonly fileOf: Uint16Array;
  readonly rowOf: Uint32Array;
  readonly lineOf: Uint32Array;
  readonly unreadable: readonly {
    readonly row: number;
    readonly field: DealFieldName;
    readonly column: string;
    readonly text: string;
  }[];
  readonly repeats: readonly Repeat[];
}

function stackDeals(tables: readonly ReadTable[], parts: readonly DealTable[]): StackedDeals {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const columns = parts.length === 0 ? {} : stack(parts);
  const fileOf = new Uint16Array(size);
  const rowOf = new Uint32Array(size);
  const lineOf = new Uint32Array(size);
  const unreadable: StackedDeals['unreadable'][number][] = [];
  let at = 0;
  tables.forEach(({ raw }, index) => {
    fileOf.fill(index, at, at + raw.size);
    rowOf.set(raw.rowOf, at);
    lineOf.set(raw.lineOf, at);
    for (const cell of parts[index]?.unreadable ?? []) unreadable.push({ ...cell, row: cell.row + at });
    at += raw.size;
  });
  const { account, account_id: accountId, id, outcome, modified_at: modified } = columns;
  const customer = account === undefined && accountId === undefined ? null : customerColumn(account, accountId, size);
  const repeats = id === undefined ? [] : findRepeats(id, outcome ?? new Uint8Array(size), modified);
  return { size, columns, customer, tables, fileOf, rowOf, lineOf, unreadable, repeats };
}

function finishDeals(stacked: StackedDeals, extra: ReadonlyMap<string, CategoryColumn>): Deals {
  const { size, repeats, tables, fileOf, rowOf, lineOf } = stacked;
  const files = tables.map(({ plan }) => ({ file: plan.head.file, sheet: plan.head.sheet }));
  const columns: Partial<DealColumns> = {
    ...stacked.columns,
    ...(stacked.customer === null ? {} : { customer: stacked.customer.column }),
  };
  if (repeats.length === 0) {
    const unreadable = stacked.unreadable.map(({ row, ...cell }): UnreadableCell => ({ ...cell, deal: row }));
    return new Deals({ size, columns, files, fileOf, rowOf, lineOf, extra, unreadable, duplicates: [] });
  }
  const dropped = new Set(repeats.map((repeat) => repeat.dropped));
  const kept = Uint32Array.from({ length: size }, (_, row) => row).filter((row) => !dropped.has(row));
  const position = new Int32Array(size).fill(-1);
  kept.forEach((row, index) => {
    position[row] = index;
  });
  const place = (row: number): Place => {
    const source = files[fileOf[row] ?? 0];
    return { file: source?.file ?? '', sheet: source?.sheet ?? null, row: rowOf[row] ?? 0, line: lineOf[row] || null };
  };
  const duplicates = repeats.map(
    (repeat): DuplicateRow => ({
      kept: position[repeat.kept] ?? -1,
      place: place(repeat.dropped),
      identical: sameRow(tables, fileOf, repeat),
    }),
  );
  const { customer, ...rest } = columns;
  return new Deals({
    size: kept.length,
    columns: { ...pickRows(rest, kept), ...(customer === undefined ? {} : { customer: pickCategory(customer, kept) }) },
    files,
    fileOf: Uint16Array.from(kept, (row) => fileOf[row] ?? 0),
    rowOf: Uint32Array.from(kept, (row) => rowOf[row] ?? 0),
    lineOf: Uint32Array.from(kept, (row) => lineOf[row] ?? 0),
    extra: new Map([...extra].map(([name, column]) => [name, pickCategory(column, kept)])),
    unreadable: stacked.unreadable.map(({ row, ...cell }) => ({ ...cell, deal: position[row] ?? -1 })),
    duplicates,
  });
}

/** Whether two rows agree in every cell that was read (same table), or in every field that was mapped (two tables). */
function sameRow(tables: readonly ReadTable[], fileOf: Uint16Array, repeat: Repeat): boolean {
  const starts: number[] = [];
  let at = 0;
  for (const { raw } of tables) {
    starts.push(at);
    at += raw.size;
  }
  const cellsOf = (row: number): Map<string, string> => {
    const index = fileOf[row] ?? 0;
    const table = tables[index];
    const local = row - (starts[index] ?? 0);
    const cells = new Map<string, string>();
    table?.raw.columns.forEach((column, position) => {
      if (column !== undefined)
        cells.set(headerKey(table.plan.head.columns[position] ?? ''), cellText(column, local).trim());
    });
    return cells;
  };
  const a = cellsOf(repeat.kept);
  const b = cellsOf(repeat.dropped);
  return [...a].every(([name, text]) => (b.get(name) ?? text) === text);
}

function joinTables(
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
    const join =
      joinTable({ ...source, key }, hooks) ?? (byId === undefined ? null : joinTable({ ...source, key: byId }, hooks));
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

/** A column of the deal files by its own header, over all of them; null when none has it (or it was not read). */
function ownColumn(header: string, tables: readonly ReadTable[], size: number): CategoryColumn | null {
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

function extraColumns(
  by: readonly string[],
  dealTables: readonly ReadTable[],
  stacked: StackedDeals,
  joins: readonly { readonly join: Join | null }[],
  all: readonly ReadTable[],
): Map<string, CategoryColumn> {
  const extra = new Map<string, CategoryColumn>();
  for (const name of by) {
    if (name === 'customer' && stacked.customer !== null) continue;
    if (Object.hasOwn(DEAL_FIELDS, name) && stacked.columns[name as DealFieldName] !== undefined) continue;
    const own = ownColumn(name, dealTables, stacked.size);
    if (own !== null) {
      extra.set(name, own);
      continue;
    }
    const joined = joins.flatMap(({ join }) => {
      const column = join === null ? -1 : findColumn(join.table.headers, name);
      return join === null || column < 0 ? [] : [joinedColumn(join, column)];
    });
    const [column] = joined;
    if (column === undefined) {
      const columns = [...Object.keys(stacked.columns), ...all.flatMap(({ plan }) => plan.head.columns)];
      throw new UserError('unknown_column', {
        column: name,
        option: '--by',
        suggestion: suggest(name, columns),
        columns,
      });
    }
    extra.set(name, column);
  }
  return extra;
}

function buildCustomers(tables: readonly ReadTable[], customer: CustomerColumn | null): Customers | null {
  const [table] = tables;
  if (table === undefined) return null;
  const { reader, mapping } = table;
  const text = (field: string): TextColumn => {
    const column = mapping.fields.get(field)?.column;
    return column === undefined ? textColumn(new Array<string>(reader.size).fill('')) : reader.cells(column);
  };
  const days = (field: string) => {
    const column = mapping.fields.get(field)?.column;
    return column === undefined ? null : reader.as(column, 'day');
  };
  const id = text('id');
  const name = text('name');
  const key = new Uint32Array(reader.size);
  for (let row = 0; row < reader.size; row++) {
    key[row] = customer?.codeOf(cellText(id, row).trim(), cellText(name, row)) ?? 0;
  }
  return { size: reader.size, key, id, name, startedAt: days('started_at'), endedAt: days('ended_at') };
}

function leadTable({ reader, mapping }: ReadTable): LeadTable {
  const at = (field: string): number | undefined => mapping.fields.get(field)?.column;
  return leadColumns(reader, at);
}

/** A deals file whose columns the user said to hold facts of leads: each deal's row is a lead. */
function leadsInDeals({ plan, reader }: ReadTable): LeadTable[] {
  return plan.leadColumns.size === 0 ? [] : [leadColumns(reader, (field) => plan.leadColumns.get(field))];
}

function leadColumns(reader: TableReader, at: (field: string) => number | undefined): LeadTable {
  const as = <T>(field: string, read: (column: number) => T): T | undefined => {
    const column = at(field);
    return column === undefined ? undefined : read(column);
  };
  return {
    size: reader.size,
    id: as('id', (column) => reader.cells(column)),
    createdAt: as('created_at', (column) => reader.as(column, 'day')),
    status: as('status', (column) => reader.as(column, 'category')),
    converted: as('converted', (column) => reader.as(column, 'boolean')),
    convertedAt: as('converted_at', (column) => reader.as(column, 'day')),
    convertedDealId: as('converted_deal_id', (column) => reader.cells(column)),
  };
}
