import { looksLikeDatedCustomers } from '../crm/subscription-log.js';
import { UserError } from '../errors/user-error.js';
import type { RawTable } from '../load/raw-table.js';
import type { MergedNames } from '../model/company-name.js';
import type { AmbiguousColumn, Dataset } from '../model/dataset.js';
import type { DealColumns, Deals } from '../model/deals.js';
import { columnsOfName, needsNoColumn } from '../model/dimension-name.js';
import { fieldsOf, type Role } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';
import type { PlainColumn, TextColumn } from '../model/text-column.js';
import { writtenTexts } from '../model/written-texts.js';
import { sourceAccount } from './account.js';
import { calendarIn } from './calendar.js';
import { cellReading } from './cell-reading.js';
import { ignoreWarnings } from './columns-apart.js';
import { missingFields, missingWarnings } from './contents/missing-fields.js';
import { otherReadings } from './contents/other-readings.js';
import { stackCustomers } from './customer-table.js';
import { customerWarnings } from './customer-warnings.js';
import { type DealFacts, type DealFactsAhead, type FactCells, factCells, takeFacts } from './deal-facts.js';
import { type DealTable, dealTable } from './deal-table.js';
import { type AskedColumn, extraColumns, joinTables } from './extra-columns.js';
import { groupedReport } from './grouped-report.js';
import type { IdFacts, IdFactsAhead } from './id-facts.js';
import { joinedFiles } from './join-together.js';
import { joinedTables } from './joined-tables.js';
import { buildLeads, dealLinks, type LeadTable } from './lead-table.js';
import { mapColumns } from './map-columns.js';
import type { CustomersAhead, NamedCustomers } from './named-customers.js';
import { orderTable } from './order-table.js';
import type { DateOrder, ZoneDay } from './parse/date.js';
import type { TablePlan } from './plan.js';
import type { ReadTable } from './read-table.js';
import { recordsBeside } from './records-beside.js';
import { repeatWarnings } from './repeat-warnings.js';
import { orderWarnings, rowWarnings, unheardWarnings, waitingWarnings } from './row-warnings.js';
import { isCounted, leftOutOf } from './settle-rows.js';
import type { RepeatedIds } from './shared-ids.js';
import { finishDeals, stackDeals } from './stack-deals.js';
import { stackSubscriptions } from './stack-subscriptions.js';
import { stageHistory } from './stage-history.js';
import { stageOptionWarnings } from './stage-option-warnings.js';
import { subscriptionWarnings } from './subscription-warnings.js';
import { TableReader } from './table-reader.js';
import { unreadableBeside, unreadableDeals } from './unreadable-warnings.js';
import { datasetWarnings } from './warnings.js';

export interface BuildSettings {
  readonly stages: Readonly<Record<string, Outcome>>;
  /** Keys of `stages` that hold for every run: nobody may be in them this time. */
  readonly standingStages?: readonly string[] | undefined;
  readonly currency: string | null;
  /** Headers of columns that are never taken for a field. */
  readonly ignore?: readonly string[] | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** What rows that share an id are; left out, the rows say it. */
  readonly repeatedIds?: RepeatedIds | undefined;
  /** Names that the user says are one customer, list by list. */
  readonly merged?: MergedNames | undefined;
  readonly zone: ZoneDay;
  /** The user named the zone. */
  readonly zoneSaid?: boolean | undefined;
  /** Deal fields or headers that breakdowns ask for. */
  readonly by: readonly string[];
  /** Deal fields or headers that a list of deals shows. */
  readonly listed?: readonly string[];
  /** Headers of columns that a condition names; every one must be there. */
  readonly where?: readonly string[];
  /** Headers of columns that rules look at, if they are there. */
  readonly ruled?: readonly string[];
  /** The same of the records of other files, by their role. */
  readonly ruledBeside?: ReadonlyMap<string, readonly string[]>;
  /** Count and sample the cells of every column, for an inspection. */
  readonly contents: boolean;
  /** Looks at names of customers, and then at ids, while the other columns are read. */
  readonly customersAhead?: CustomersAhead;
  readonly idFactsAhead?: IdFactsAhead;
  /** Looks at what every report asks of all deals, while rows that repeat others are looked for. */
  readonly dealFactsAhead?: DealFactsAhead;
}

/**
 * Makes typed deals, customers and leads of the tables that were read, and accounts for every row.
 * @throws UserError `no_deals`, `no_records`, `unknown_column` (a breakdown by a column that no file has).
 */
export function buildDataset(
  tables: readonly { readonly plan: TablePlan; readonly raw: RawTable }[],
  settings: BuildSettings,
): Dataset {
  const named = namesAhead(tables, settings);
  const ids = idsAhead(tables, settings.idFactsAhead);
  const facts = factsAhead(settings.dealFactsAhead);
  const read = tables.map(({ plan, raw }) => mapTable(plan, raw, settings));
  const orders = of(read, 'orders');
  const withDeals = read.some(({ plan }) => plan.role === 'deals');
  // Orders are purchases beside deals; alone, each is a deal that was won.
  const dealTables = withDeals ? of(read, 'deals') : orders;
  const purchaseTables = withDeals ? orders : [];
  const leadFiles = of(read, 'leads');
  const subscriptionFiles = of(read, 'subscriptions');
  // Customers whose first and last days are known need no deals.
  const datedCustomers = of(read, 'customers').filter(isEnoughAlone);
  const alone = [...dealTables, ...leadFiles, ...subscriptionFiles, ...datedCustomers];
  // An inspection is how one finds out what a file holds, whatever that is.
  const { contents: inspecting } = settings;
  if (!inspecting && alone.length === 0) {
    throw new UserError('no_deals', {
      files: read.map((table) => ({ ...noDealsIn(table), could: otherReadings(table, settings) })),
    });
  }
  if (!inspecting && alone.every(({ raw }) => raw.size === 0)) {
    throw new UserError('no_records', { files: alone.map(({ plan }) => plan.head.file) });
  }
  const undated = subscriptionFiles.find(
    ({ mapping: { fields } }) => !fields.has('started_at') && !fields.has('created_at'),
  );
  if (!inspecting && undated !== undefined) {
    throw new UserError('subscriptions_without_start', {
      file: undated.plan.head.file,
      columns: undated.plan.head.columns,
    });
  }
  const parts = dealTables.map((table) => tableOf(table, settings));
  if (!inspecting && dealTables.length > 0 && parts.every(({ columns }) => Object.keys(columns).length === 0)) {
    throw new UserError('no_deals', {
      files: dealTables.map((table) => ({
        ...noDealsIn(table),
        role: 'lookup',
        could: otherReadings(table, settings),
      })),
    });
  }
  const stacked = stackDeals(dealTables, parts, settings.repeatedIds, settings.merged, {
    ids,
    named,
    begin: facts.begin,
  });
  const joins = joinTables(of(read, 'lookup').concat(of(read, 'customers')), stacked);
  // Without deals it is the subscriptions that a breakdown splits.
  const bySubscriptions = dealTables.length === 0 && subscriptionFiles.length > 0 ? settings.by : [];
  const asked = askedColumns(bySubscriptions.length === 0 ? settings : { ...settings, by: [] });
  const extra = extraColumns(asked, dealTables, stacked, joins, read);
  const deals = finishDeals(stacked, extra);
  const counts = (row: number): boolean => isCounted(stacked.rows.fate, row);
  const purchaseParts = purchaseTables.map((table) => tableOf(table, settings));
  const purchased = stackDeals(purchaseTables, purchaseParts, undefined, settings.merged);
  const purchases = purchaseTables.length === 0 ? null : finishDeals(purchased, new Map());
  const customerTables = of(read, 'customers');
  const { customers, repeated } = stackCustomers(customerTables, stacked.customer, settings.merged);
  const subscribed = stackSubscriptions(subscriptionFiles, settings, bySubscriptions, settings.merged);
  const leadParts = leadFiles.map(leadTable).concat(dealTables.flatMap((table) => leadsInDeals(table)));
  const leads = leadParts.length === 0 ? null : buildLeads(leadParts, dealLinks(deals));
  const sources = read.map((table) => {
    const at = dealTables.indexOf(table);
    const purchase = purchaseTables.indexOf(table);
    const again = repeated[customerTables.indexOf(table)] ?? subscribed.repeated[subscriptionFiles.indexOf(table)] ?? 0;
    const leftOut =
      at >= 0
        ? leftOutOf(stacked, at)
        : purchase >= 0
          ? leftOutOf(purchased, purchase)
          : again === 0
            ? []
            : [{ reason: 'repeated id', rows: again }];
    return sourceAccount(table, parts[at]?.stages ?? [], leftOut, settings.contents);
  });
  const ambiguous = [...parts, ...purchaseParts].flatMap((part) => part.ambiguous);
  const ambiguousBeside = read.flatMap(ambiguousIn);
  const joined = joinedFiles(joins, counts);
  const joinedToDeals = joinedTables(joined, joins, dealTables);
  const told = stageHistory(dealTables, of(read, 'history'), deals);
  const couldBe = dealTables.flatMap((table) => missingFields(table, settings));
  facts.take(deals);
  const accounts = sources.map((source, index) => told.account(read[index], source));
  return {
    deals,
    purchases,
    customers,
    leads,
    subscriptions: subscribed.subscriptions,
    records: recordsBeside(read, settings.ruledBeside ?? new Map()),
    history: told.history,
    sources: accounts,
    ambiguous,
    ambiguousBeside,
    joins: joinedToDeals,
    calendar: calendarIn(alone),
    reading: cellReading({
      zone: settings.zone,
      zoneSaid: settings.zoneSaid,
      dateOrder: settings.dateOrder,
      decimal: settings.decimal,
      sibling: dealTables.map(({ reader }) => reader.dayOrder).find((order) => order !== null) ?? null,
    }),
    couldBe,
    ...(settings.merged === undefined ? {} : { mergedCustomers: settings.merged }),
    warnings: [
      ...missingWarnings(couldBe),
      ...datasetWarnings(
        read,
        sources,
        deals,
        [...ambiguous, ...ambiguousBeside],
        joined,
        joinedToDeals,
        [...parts, ...purchaseParts],
        [
          ...unreadableDeals(deals, 'deals'),
          ...(purchases === null ? [] : unreadableDeals(purchases, 'orders')),
          ...[...customerTables, ...leadFiles, ...of(read, 'history')].flatMap(unreadableBeside),
        ],
        repeatWarnings(stacked, deals),
      ),
      ...rowWarnings(stacked),
      ...customerWarnings(
        [...(stacked.customer?.joined ?? []), ...(purchased.customer?.joined ?? []), ...subscribed.joined],
        settings.merged ?? [],
        [deals, purchases, subscribed.subscriptions?.records ?? null],
        customers,
      ),
      ...orderWarnings(
        { tables: purchaseTables, orders: purchases?.size ?? 0, deals: deals.size },
        withDeals ? [] : orders,
      ),
      ...subscriptionWarnings(subscriptionFiles, subscribed.parts),
      ...told.warnings,
      ...waitingWarnings(dealTables, parts),
      ...waitingWarnings(purchaseTables, purchaseParts),
      ...unheardWarnings(read),
      ...ignoreWarnings(settings.ignore ?? [], read),
      ...stageOptionWarnings(settings.stages, settings.standingStages ?? [], [
        ...[...accounts, ...purchaseParts].flatMap(({ stages }) => stages.map(({ value }) => value)),
        ...accounts.flatMap(({ history }) => history?.stages ?? []),
        ...subscribed.parts.flatMap(({ facts }) => facts.statuses),
      ]),
    ],
  };
}

/**
 * Lets the column that most likely names the customers of the only table of deals be looked at, where nothing else may
 * tell them; told of a table that was read with that column.
 */
function namesAhead(
  tables: readonly { readonly plan: TablePlan; readonly raw: RawTable }[],
  { customersAhead: begin, merged = [] }: BuildSettings,
): (table: ReadTable | undefined) => NamedCustomers | null {
  const [only, ...others] = tables.filter(({ plan }) => plan.role === 'deals');
  const mayBe = (field: string) => only?.plan.candidates.find((candidate) => candidate.field === field);
  const likely = mayBe('account');
  const column = likely === undefined ? undefined : only?.raw.columns[likely.column];
  const texts = column?.kind === 'dictionary' ? (writtenTexts(column)?.texts ?? null) : null;
  if (others.length > 0 || merged.length > 0 || mayBe('account_id') !== undefined) return () => null;
  if (column?.kind !== 'dictionary' || texts === null) return () => null;
  const begun = begin?.({ codes: column.codes, texts }) ?? null;
  return (table) => {
    const mapped = table?.mapping.fields.get('account');
    const isRead = mapped !== undefined && table?.reader.cells(mapped.column) === column;
    return isRead ? (begun?.take() ?? null) : null;
  };
}

/** Lets the column that is most likely the id of the only table of deals be looked at; told of that column alone. */
function idsAhead(
  tables: readonly { readonly plan: TablePlan; readonly raw: RawTable }[],
  begin: IdFactsAhead | undefined,
): (ids: TextColumn) => IdFacts | null {
  const [only, ...others] = tables.filter(({ plan }) => plan.role === 'deals');
  const likely = only?.plan.candidates.find(({ field }) => field === 'id');
  const column = likely === undefined ? undefined : only?.raw.columns[likely.column];
  if (others.length > 0 || column?.kind !== 'plain' || !holdsIds(column)) return () => null;
  const begun = begin?.(column) ?? null;
  return (ids) => (ids === column ? (begun?.take() ?? null) : null);
}

/** Whether it holds texts, or ids that are stored as numbers. */
function holdsIds({ stored }: PlainColumn): boolean {
  return stored === undefined || stored.kind === 'ids';
}

/** Lets what every report asks of all deals be looked at, and gives it to them, as far as it is of their columns. */
function factsAhead(begin: DealFactsAhead | undefined) {
  let cells: FactCells | null = null;
  let begun: { take(): DealFacts | null } | null = null;
  return {
    begin: (size: number, columns: Partial<DealColumns>): void => {
      if (begin === undefined) return;
      cells = factCells(size, columns);
      begun = begin(cells);
    },
    take: (deals: Deals): void => {
      const facts = begun?.take() ?? null;
      if (cells !== null && facts !== null) takeFacts(deals, cells, facts);
    },
  };
}

function noDealsIn({ plan, raw }: ReadTable): {
  file: string;
  role: Role;
  records: number;
  columns: readonly string[];
} {
  return { file: plan.head.file, role: plan.role, records: raw.size, columns: plan.head.columns };
}

/** The columns that are asked for by their own header, and by what; nothing has to be there that rules look at. */
function askedColumns({ by, listed = [], where = [], ruled = [] }: BuildSettings): AskedColumn[] {
  return [
    ...by.map((name) => ({
      name,
      option: needsNoColumn(name) ? null : '--by',
      instead: columnsOfName(name).slice(1),
    })),
    ...listed.map((name) => ({ name, option: '--columns' })),
    ...where.map((name) => ({ name, option: '--where' })),
    ...ruled.map((name) => ({ name, option: null })),
  ];
}

/** Columns of files beside deals and orders whose cells did not settle how they are read. */
function ambiguousIn({ plan, reader, mapping }: ReadTable): AmbiguousColumn<string>[] {
  if (plan.role === 'deals' || plan.role === 'orders') return [];
  return reader.ambiguous(mapping.fields, fieldsOf(plan.role)).map((one) => ({ ...one, role: plan.role }));
}

/** Whether customers need no deals: both days are there, and they are customers by the user's word or all their columns. */
function isEnoughAlone({ plan, mapping: { fields } }: ReadTable): boolean {
  const sure = plan.roleSaid === true || looksLikeDatedCustomers(plan.head.columns);
  return sure && fields.has('started_at') && fields.has('ended_at');
}

function of(tables: readonly ReadTable[], role: Role): ReadTable[] {
  return tables.filter(({ plan }) => plan.role === role);
}

function tableOf(table: ReadTable, settings: BuildSettings): DealTable {
  if (table.plan.role === 'orders') return orderTable(table, settings);
  return dealTable(table.reader, table.mapping.fields, table.plan.recognition.preset, settings);
}

function mapTable(plan: TablePlan, given: RawTable, settings: BuildSettings): ReadTable {
  const { raw, carried } = plan.role === 'deals' ? groupedReport(given) : { raw: given, carried: [] };
  const reader = new TableReader(raw, plan.recognition.preset, settings);
  const mapping = mapColumns(plan, reader, settings.stages);
  return { plan, raw, reader, mapping, carried };
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
    source: as('source', (column) => reader.as(column, 'category')),
    owner: as('owner', (column) => reader.as(column, 'category')),
  };
}
