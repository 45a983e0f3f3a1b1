import { UserError } from '../errors/user-error.js';
import type { RawTable } from '../load/raw-table.js';
import type { Customers } from '../model/customers.js';
import type { Dataset } from '../model/dataset.js';
import { fieldsOf, type Role } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';
import { cellText, type TextColumn, textColumn } from '../model/text-column.js';
import { sourceAccount } from './account.js';
import type { CustomerColumn } from './customer-key.js';
import { dealTable } from './deal-table.js';
import { extraColumns, joinTables } from './extra-columns.js';
import { buildLeads, dealLinks, type LeadTable } from './lead-table.js';
import { assign } from './mapping.js';
import type { DateOrder, ZoneDay } from './parse/date.js';
import type { TablePlan } from './plan.js';
import type { ReadTable } from './read-table.js';
import { finishDeals, stackDeals } from './stack-deals.js';
import { TableReader } from './table-reader.js';
import { datasetWarnings } from './warnings.js';

export interface BuildSettings {
  readonly stages: Readonly<Record<string, Outcome>>;
  readonly currency: string | null;
  readonly dateOrder?: DateOrder | undefined;
  readonly zone: ZoneDay;
  /** Deal fields or headers that breakdowns ask for. */
  readonly by: readonly string[];
  /** Count and sample the cells of every column, for an inspection. */
  readonly contents: boolean;
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
  // An inspection is how one finds out what a file holds, whatever that is.
  const { contents: inspecting } = settings;
  if (!inspecting && dealTables.length === 0 && leadFiles.length === 0) {
    throw new UserError('no_deals', {
      files: read.map(({ plan, raw }) => ({
        file: plan.head.file,
        role: plan.role,
        records: raw.size,
        columns: plan.head.columns,
      })),
    });
  }
  if (!inspecting && [...dealTables, ...leadFiles].every(({ raw }) => raw.size === 0)) {
    throw new UserError('no_records', { files: [...dealTables, ...leadFiles].map(({ plan }) => plan.head.file) });
  }
  const parts = dealTables.map(({ reader, mapping, plan }) =>
    dealTable(reader, mapping.fields, plan.recognition.preset, settings),
  );
  if (!inspecting && dealTables.length > 0 && parts.every(({ columns }) => Object.keys(columns).length === 0)) {
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
  const leadParts = leadFiles.map(leadTable).concat(dealTables.flatMap((table) => leadsInDeals(table)));
  const { lead_id: leadId, id, outcome } = stacked.columns;
  const leads = leadParts.length === 0 ? null : buildLeads(leadParts, dealLinks(stacked.size, leadId, id, outcome));
  const sources = read.map((table) => {
    const at = dealTables.indexOf(table);
    const dropped = at < 0 ? 0 : stacked.repeats.filter(({ dropped: row }) => stacked.fileOf[row] === at).length;
    return sourceAccount(table, at < 0 ? [] : (parts[at]?.stages ?? []), dropped, settings.contents);
  });
  const ambiguous = parts.flatMap((part) => part.ambiguous);
  return {
    deals,
    customers,
    leads,
    sources,
    ambiguous,
    warnings: datasetWarnings(read, sources, deals, ambiguous, joins, parts),
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
