/**
 * The library behind the command line: load → report, check, inspect, explain → render. The command line uses
 * nothing else of the rooms below.
 */

import type { FilesRequest } from './ahead/files-request.js';
import { namesOf, type OpenFile, openFile, openFiles, planSettings } from './ahead/open-files.js';
import { type BegunFiles, type ReadAhead, readAhead } from './ahead/read-ahead.js';
import type { SeriesGrain } from './analysis/grain.js';
import { models } from './analysis/models/catalogue/index.js';
import type { ModelDefinition } from './analysis/models/definition.js';
import { presets } from './crm/catalogue/index.js';
import { UserError } from './errors/user-error.js';
import { kpis, kpisMeant } from './kpi/catalogue/index.js';
import type { Kpi } from './kpi/definition.js';
import { collectGarbage } from './load/collect.js';
import type { RawTable } from './load/raw-table.js';
import { SecondThread } from './load/second-thread.js';
import type { ListWord } from './locale/deal-changes.js';
import { sayInEach } from './locale/say.js';
import { suggest } from './locale/suggest.js';
import type { Lang, Text } from './locale/text.js';
import { type CivilDay, isoDay } from './model/civil-day.js';
import type { Dataset } from './model/dataset.js';
import { columnsOfName } from './model/dimension-name.js';
import {
  CUSTOMER_FIELDS,
  DEAL_FIELDS,
  HISTORY_FIELDS,
  LEAD_FIELDS,
  ORDER_FIELDS,
  type Role,
  SUBSCRIPTION_FIELDS,
} from './model/fields.js';
import type { Outcome } from './model/outcome.js';
import { areInBlock } from './model/own-cells.js';
import type { Calendar } from './model/period.js';
import type { Rates } from './model/rates.js';
import { usingSpare } from './model/shared-memory.js';
import { offerForWork } from './model/work-room.js';
import { buildDataset } from './normalize/build.js';
import { findColumn } from './normalize/find-column.js';
import { zoneDay } from './normalize/parse/date.js';
import { parseMappings, planTables } from './normalize/plan.js';
import { readWarnings } from './normalize/read-warnings.js';
import { bytesToSpread } from './normalize/spread-room.js';
import { valueKinds } from './normalize/value-kinds.js';
import { type Baseline, printBaseline } from './quality/baseline.js';
import { rules as ruleCatalogue } from './quality/catalogue/index.js';
import type { CheckResult } from './quality/check.js';
import { applyBaseline, hasExpiredEntry, pruneBaseline, recordBaseline } from './quality/compare-baseline.js';
import type { CustomRules } from './quality/custom/definition.js';
import type { Rule, RuleSetting } from './quality/definition.js';
import type { Helper } from './quality/helper.js';
import { printHistory, summarizeRun } from './quality/run-history.js';
import { selectRules } from './quality/select.js';
import { settingProblems } from './quality/setting.js';
import { unseenColumn, withRefused } from './quality/unseen.js';
import { NO_TODAY } from './report/as-of.js';
import { buildReport } from './report/build.js';
import { CHANGED_SORTS, changedColumn } from './report/changed-columns.js';
import { buildChangedList } from './report/changed-list.js';
import type { ChangedList } from './report/changed-list-schema.js';
import { beginRules, buildCheck, qualitySummary, runRules } from './report/check.js';
import { compareRuns, NOT_COMPARED, scopeOf } from './report/compare-runs.js';
import { comparedOf, takenDays } from './report/compared.js';
import { type Compared, newestOf } from './report/compared-exports.js';
import { type Conditions, columnsNamed, type RuleSet, ruleSet, whereOf } from './report/conditions.js';
import { buildContract } from './report/contract.js';
import { CUSTOMER_COLUMNS, customerColumn } from './report/customer-columns.js';
import { buildCustomerList } from './report/customer-list.js';
import type { CustomerList } from './report/customer-list-schema.js';
import { buildDealList, columnsToRead, parseListSort } from './report/deal-list.js';
import type { DealList } from './report/deal-list-schema.js';
import type { DealState } from './report/deal-selection.js';
import { explained, explainKpi } from './report/explain.js';
import { explainModel, explainSection } from './report/explain-model.js';
import { explainRule } from './report/explain-rule.js';
import { buildFailure } from './report/failure.js';
import { fixList, type Repair } from './report/fix-list.js';
import { buildInspection } from './report/inspect.js';
import { clockOf } from './report/measure-request.js';
import { MODEL_IDS, modelById } from './report/model-entry.js';
import { explainedExports } from './report/models/exports.js';
import { narrow } from './report/narrow.js';
import { type Offers, offersOf } from './report/offers.js';
import { refuseLess, scopeOfRun } from './report/prune-guard.js';
import { buildRaw } from './report/raw.js';
import { type NamedBaseline, readBaseline } from './report/read-baseline.js';
import { type NamedHistory, readHistory } from './report/read-history.js';
import { redactCheck, type Samples } from './report/redact.js';
import { type AskedSettings, fiscalYear, resolveRequest } from './report/request.js';
import type { Check, Explanation, Failure, Inspection, RawDocument, Report } from './report/schema.js';
import { chosenSections } from './report/sections/build.js';
import type { SectionWord } from './report/sections/catalogue/index.js';
import { type RecordSplit, splitRecords } from './report/split-records.js';
import type { Targets } from './report/targets.js';
import { nameless } from './report/withheld.js';
import { customersAhead } from './second/customers-ahead.js';
import { dealFactsAhead } from './second/facts-ahead.js';
import { ruleHelper } from './second/helper.js';
import { idFactsAhead } from './second/ids-ahead.js';
import { roomAhead } from './second/room-ahead.js';
import { reportHelp } from './second/section-helper.js';
import { version } from './version.js';

/** How files are to be read; everything that is left out is detected. */
export interface LoadRequest extends FilesRequest, Conditions {
  /**
   * Earlier exports of the deals, which are read as `files` are and each with those of them that hold anything else: for
   * what changed since.
   */
  readonly earlier?: readonly string[];
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  /** Decimal sign of columns whose cells fit both, as `1.234` does. */
  readonly decimal?: '.' | ',';
  /**
   * What rows with the same id are: `lines` of one deal, of which the amounts are added up; versions of it, of which the
   * `newest` counts; or deals of their own (`all`). Left out, what the rows hold decides.
   */
  readonly repeatedIds?: 'lines' | 'newest' | 'all';
  /** Stage or status name → outcome; `*` = every name not listed. */
  readonly stages?: Readonly<Record<string, Outcome>>;
  /** Keys of `stages` that hold for every run: that no file has such a stage is no mistake, unless it is misspelt. */
  readonly standingStages?: readonly string[];
  /** Names of companies that are one customer, list by list. */
  readonly mergedCustomers?: readonly (readonly string[])[];
  /** Currency of amounts that carry none. */
  readonly currency?: string;
  /** IANA zone that decides the civil day of instants. Default: the offset that all carry, else UTC. */
  readonly timezone?: string;
  /** Columns that a list of deals will show or be sorted by, as {@link DealsRequest} names them. */
  readonly columns?: readonly string[];
  /** Keep the rows as they are written, for {@link Examination.split}. */
  readonly keepRows?: boolean;
  /** Files of the same request that {@link readAhead} began to read; of another one, they are read anew. */
  readonly ahead?: ReadAhead;
  /**
   * Do not wait for the checksum of a large file, which nothing is measured by: {@link withChecksums} does. Of several
   * exports, all are waited for.
   */
  readonly checksumsLater?: boolean;
}

/** What to compute. */
export interface ReportRequest extends Conditions {
  /** KPI ids; all when left out. */
  readonly kpis?: readonly string[];
  /** As `--period` takes it; all data when left out. */
  readonly period?: string;
  /** `previous`, `last-year`, `none` or a period. Default: `previous` with a period, else `none`. */
  readonly compare?: string;
  /** ISO day; default from the data. */
  readonly asOf?: string;
  /** The run's date: the last possible snapshot, and where relative periods count from. */
  readonly today: CivilDay;
  /** Language of titles and sentences in the document. Default English. */
  readonly lang?: Lang;
  /**
   * Each entry is a breakdown by one field or column, or by several: a list, or a text with commas between the names,
   * where a name that holds one is quoted as in a CSV line. Beside columns: `day` … `year` (each figure in each period, by
   * the day that decides it), `created_month` or `closed_at:quarter` (the deals by the periods of one of their days),
   * `amount:10k,50k` (ranges of numbers; without edges they are chosen) and `age` (days from creation to closing or now).
   */
  readonly by?: readonly (string | readonly string[])[];
  /** Groups of each breakdown at most, those that come first; the others are told as one. 0 = all, the default. */
  readonly top?: number;
  /**
   * The order of groups: a KPI's id, `name`, `records` or `change` (of the first KPI asked for, else of the won value),
   * with `:asc` or `:desc` if need be. Default: the first KPI asked for, else the won value, the better first. Periods and
   * ranges of numbers keep their own order.
   */
  readonly sort?: string;
  /**
   * Parts beside the KPIs: their names, `all`, or names after `+` for more than the usual ones. Usual are all but
   * `survival`, `lifetime`, `forecast`, `changes` and `why`; none where single KPIs are asked for. Earlier exports
   * ({@link LoadRequest.earlier}) ask for `changes`.
   */
  readonly sections?: readonly SectionWord[];
  /** Months ahead that the part `forecast` looks, 1…36. Default 6. */
  readonly forecastHorizon?: number;
  /** What series and cohorts are counted in; cohorts know months, quarters and years. Default: from the range. */
  readonly grain?: SeriesGrain;
  /** Insights at most; 0 = all. Default 10. */
  readonly maxInsights?: number;
  /** Of KPIs; a quota may be a number, of the period asked about, or `{ amount, per }`. */
  readonly settings?: AskedSettings;
  /** KPI id → what it should be, in its own unit, of the period asked about or of each `per`. Nothing fails. */
  readonly targets?: Targets;
  /** What currencies are worth in the one of the report; without them amounts of several are not added. */
  readonly rates?: Rates;
  /** First month of the fiscal year: 1…12, or its name (`April`, `Farvardin`), which says its calendar too. Default 1. */
  readonly fiscalYearStart?: number | string;
  /** The days on which earlier exports were taken, in their order (see {@link LoadRequest.earlier}); else they tell them. */
  readonly taken?: readonly string[];
  /**
   * How much of single deals, and of the people and customers in them, the report names: all (default), `ids` (where
   * records stand and their ids) or `none`. Breakdowns that are asked for keep the names of their groups.
   */
  readonly samples?: Samples;
  /** Settings of rules by id, for the report's quality section. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface CheckRequest extends Conditions {
  readonly asOf?: string;
  readonly today: CivilDay;
  /** First month of the fiscal year, as in {@link ReportRequest}, for periods in conditions. Default 1. */
  readonly fiscalYearStart?: number | string;
  /** The files hold every deal, even where none is lost (or won). Default false. */
  readonly assumeComplete?: boolean;
  readonly lang?: Lang;
  /** What an error may tell of records; the result is told in full, see {@link redactCheck}. Default full. */
  readonly samples?: Samples;
  /** Patterns such as `deal.*`, `-deal.owner_missing`; all rules when left out. */
  readonly select?: readonly string[];
  readonly failOn?: 'error' | 'warn' | 'info' | 'never';
  /** Violations listed per rule; 0 = all. Default 20. */
  readonly maxRows?: number;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Patterns of rules that must have been checked. */
  readonly require?: readonly string[];
  /** More violations of severity warn fail. */
  readonly maxWarnings?: number;
  /** What is known and does not count, entries that end before `today` excepted: see {@link readBaseline}. */
  readonly baseline?: NamedBaseline;
  /** The baseline file that will be written from this examination: every violation of today is taken for known. */
  readonly accept?: string;
  /** Rates of the currencies in the files, with which several currencies are no finding. */
  readonly rates?: Rates;
  /** Earlier runs, the newest of which some rules compare with: see {@link readHistory}. */
  readonly history?: NamedHistory;
}

export type {
  ChangedList,
  Check,
  CustomerList,
  CustomRules,
  DealList,
  Explanation,
  Failure,
  Inspection,
  Offers,
  RawDocument,
  RecordSplit,
  Repair,
  Report,
  RuleSetting,
};
export {
  type FilesRequest,
  type NamedBaseline,
  type NamedHistory,
  type ReadAhead,
  readAhead,
  readBaseline,
  readHistory,
  redactCheck,
  type Samples,
};

/** Files that were read and understood. Its inside is no interface. */
export interface Loaded {
  readonly dataset: Dataset;
  /** Earlier exports of the deals, each as it was read, in the order given. */
  readonly earlier?: readonly Loaded[];
  /** The rows as they are written, where they were asked for. */
  readonly written?: readonly { readonly role: Role; readonly table: RawTable }[];
  /** Another thread, which read a part of a large file, for what can be done beside other work. */
  readonly thread?: SecondThread;
  /** Checksums that were not waited for, by the place of their file in `sources`: see {@link withChecksums}. */
  readonly laterChecksums?: readonly (Promise<string> | undefined)[];
}

const TOOL = { name: 'kpi', version } as const;

/**
 * From so many on, the memory that they were read into is worth the time to look for it, where nothing is in it any more:
 * 100 MB for a million.
 */
const MANY_ROWS = 200_000;

/**
 * Reads files, recognizes what they hold and makes typed deals, customers and leads of them.
 * @throws UserError for everything that a user can cause (see errors/catalogue)
 */
export async function load(request: LoadRequest): Promise<Loaded> {
  const loaded = await loadAll(request);
  const { deals } = loaded.dataset;
  if (deals.size >= MANY_ROWS && !areInBlock(Object.values(deals.carried().columns))) collectGarbage();
  return loaded;
}

/** Holds what files were read into until it has ended, as every asynchronous function holds what it once held. */
async function loadAll(request: LoadRequest): Promise<Loaded> {
  const earlier = request.earlier ?? [];
  const begun = earlier.length === 0 ? await request.ahead?.take(request, columnsNamedBeside(request)) : null;
  if (begun) return { ...(await readTogether(begun, request)), thread: begun.thread };
  const thread = new SecondThread();
  const opened = await openFiles(request.files, request, { thread });
  if (earlier.length === 0) return { ...(await readTogether({ opened, thread }, request)), thread };
  const all = [
    ...opened,
    ...(await openFiles(
      earlier.map((path) => ({ path })),
      request,
      { thread },
    )),
  ];
  const { role, roles } = rolesOf(all, request);
  const beside = opened.filter((_, at) => roles[at] !== role);
  const loaded = [];
  for (const [at, one] of all.slice(opened.length).entries()) {
    const meant = roles[opened.length + at] === role ? one : { ...one, role };
    loaded.push(await readExport([meant, ...beside], request));
  }
  return { ...(await readExport(opened, request)), earlier: loaded, thread };
}

/**
 * Reads each file of deals as an export of its own (of orders, where no file holds deals); files that hold anything else
 * go with every one of them. The files are given in any order, and come back in it.
 * @throws UserError as {@link load} does, and `exports_too_few` (exit 2)
 */
export async function loadExports(request: Omit<LoadRequest, 'earlier'>): Promise<Loaded[]> {
  const opened = await openFiles(request.files, request, { thread: new SecondThread() });
  const { role, roles } = rolesOf(opened, request);
  const exports = opened.filter((_, at) => roles[at] === role);
  const beside = opened.filter((_, at) => roles[at] !== role);
  requireTwo(opened.map(({ head }, at) => ({ file: head.file, role: roles[at] ?? role })));
  const loaded = [];
  for (const one of exports) loaded.push(await readExport([one, ...beside], request));
  return loaded;
}

/** What each file holds, and which of it is compared: deals, or orders where there are none. */
function rolesOf(opened: readonly OpenFile[], request: LoadRequest): { readonly role: Role; readonly roles: Role[] } {
  const roles = planTables(opened, planSettings(request, columnsNamedBeside(request))).map((plan) => plan.role);
  return { role: roles.includes('deals') || !roles.includes('orders') ? 'deals' : 'orders', roles };
}

/** One of several exports: what is said of columns and stages holds for those that have them. */
function readExport(opened: readonly OpenFile[], request: LoadRequest): Promise<Loaded> {
  const { mapping = {}, stages = {} } = request;
  const here = parseMappings(mapping).filter(({ column }) =>
    opened.some(({ head }) => findColumn(head.columns, column) >= 0),
  );
  const mine = Object.fromEntries(here.map(({ key, column }) => [key, column]));
  return readTogether(
    { opened },
    { ...request, checksumsLater: false, mapping: mine, standingStages: Object.keys(stages) },
  );
}

/** @throws UserError `exports_too_few` */
function requireTwo(files: readonly { readonly file: string; readonly role: Role }[]): void {
  const role = files.some((one) => one.role === 'deals') ? 'deals' : 'orders';
  const exports = files.filter((one) => one.role === role);
  if (exports.length > 1) return;
  const named = new Map(files.filter((one) => one.role !== role).map((one) => [one.file, one]));
  const others = [...named.values()].map(({ file, role: holds }) => ({ file, role: holds }));
  throw new UserError('exports_too_few', { exports: exports.map(({ file }) => file), others });
}

/** Columns that a request names beside those of breakdowns: in lists, conditions and rules. */
function columnsNamedBeside(request: LoadRequest): string[] {
  const { where, ruled } = columnsNamed(request);
  return [...columnsToRead(request.columns ?? []), ...where, ...[...ruled.values()].flat()];
}

/** Files that are read as one: what each table was taken for, and the deals, customers and leads that they make. */
async function readTogether(
  { opened, thread, ...begun }: Pick<BegunFiles, 'opened'> & Partial<BegunFiles>,
  request: LoadRequest,
): Promise<Loaded> {
  const zone = zoneDay(request.timezone ?? 'UTC');
  const named = columnsNamed(request);
  const planned = planSettings(request, columnsNamedBeside(request));
  const plans = begun.plans ?? planTables(opened, planned);
  const ruled = request.everyColumn === true ? columnsByRole(plans) : named.ruled;
  const tables: { readonly plan: (typeof plans)[number]; readonly raw: RawTable }[] = [];
  for (const [index, plan] of plans.entries()) {
    const raw = await ((index === 0 ? begun.first?.rows : null) ??
      opened[index]?.table.read(plan.wanted ?? undefined, valueKinds(plan, request.leaveTexts, planned.by)));
    if (raw !== undefined) tables.push({ plan, raw });
  }
  // Of several files, the columns of one would hold the block of another.
  const only = tables.length === 1 ? tables[0] : undefined;
  const left = only?.raw.spare ?? null;
  const prepared = only && thread ? roomAhead(thread, bytesToSpread(only), left) : null;
  const spare = [left, prepared].filter((room) => room !== null);
  const settings = {
    stages: request.stages ?? {},
    standingStages: request.standingStages,
    currency: request.currency ?? null,
    dateOrder: request.dateOrder,
    decimal: request.decimal,
    repeatedIds: request.repeatedIds,
    merged: request.mergedCustomers,
    ignore: request.ignore,
    zone,
    zoneSaid: request.timezone !== undefined,
    by: (request.by ?? []).flatMap(namesOf),
    listed: columnsToRead(request.columns ?? []),
    where: named.where,
    ruled: ruled.get('deals') ?? [],
    ruledBeside: ruled,
    contents: request.allColumns ?? false,
    ...(thread === undefined
      ? {}
      : {
          customersAhead: customersAhead(thread),
          idFactsAhead: idFactsAhead(thread),
          dealFactsAhead: dealFactsAhead(thread),
        }),
  };
  const built = usingSpare(spare, () => buildDataset(tables, settings), offerForWork);
  // The checksum of a large file is taken by another thread, while the deals are built or longer.
  const checksums = built.sources.map((_, index) => tables[index]?.raw.laterSha256);
  const loaded =
    request.checksumsLater === true
      ? { dataset: built, laterChecksums: checksums }
      : { dataset: { ...built, sources: await withSha256(built.sources, checksums) } };
  if (request.keepRows !== true) return loaded;
  const written = [];
  for (const [index, { role }] of plans.entries()) {
    const table = await opened[index]?.table.readWritten();
    if (table !== undefined) written.push({ role, table });
  }
  return { ...loaded, written };
}

/**
 * A document of files that were loaded with `checksumsLater`, when their checksums are there.
 * @throws UserError of a file that can be read no longer
 */
export async function withChecksums<D extends { readonly sources: readonly { readonly sha256: string }[] }>(
  document: D,
  { laterChecksums = [] }: Pick<Loaded, 'laterChecksums'>,
): Promise<D> {
  return { ...document, sources: await withSha256(document.sources, laterChecksums) };
}

function withSha256<S extends { readonly sha256: string }>(
  sources: readonly S[],
  checksums: NonNullable<Loaded['laterChecksums']>,
): Promise<S[]> {
  return Promise.all(
    sources.map(async (source, index) => {
      const later = checksums[index];
      return later === undefined ? source : { ...source, sha256: await later };
    }),
  );
}

/** The headers of all files, by what these hold. */
function columnsByRole(
  plans: readonly { readonly role: Role; readonly head: { readonly columns: readonly string[] } }[],
): ReadonlyMap<string, readonly string[]> {
  const byRole = new Map<string, readonly string[]>();
  for (const { role, head } of plans) byRole.set(role, [...(byRole.get(role) ?? []), ...head.columns]);
  return byRole;
}

function given<T extends object, K extends keyof T>(
  from: T,
  ...keys: readonly K[]
): { [P in K]?: Exclude<T[P], undefined> } {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as {
    [P in K]?: Exclude<T[P], undefined>;
  };
}

/** Checks everything in a request that needs no file. @throws UserError with exit code 2 */
export function validate(
  request: Omit<ReportRequest, 'by' | 'rules'> & { readonly mapping?: Readonly<Record<string, string>> },
): void {
  const { kpis: asked } = resolveRequest(request);
  chosenSections(request.sections, asked);
  whereOf(request);
  parseMappings(request.mapping ?? {});
}

/** Which deals are listed, and how. */
export interface DealsRequest
  extends Conditions,
    Pick<ReportRequest, 'period' | 'asOf' | 'today' | 'lang' | 'settings' | 'targets' | 'rates' | 'fiscalYearStart'> {
  /** Of several, a deal has one; none = whatever the outcome. Won and lost deals of a period closed in it. */
  readonly states?: readonly DealState[];
  readonly stalled?: boolean;
  readonly overdue?: boolean;
  /** The deals behind this KPI, as {@link explain} lists them. */
  readonly kpi?: string;
  /** Fields by name or title, or headers; the usual ones that the deals fill when left out. */
  readonly columns?: readonly string[];
  /** `amount`, `amount:asc`. */
  readonly sort?: string;
  /** Deals listed at most; 0, or left out: all. */
  readonly limit?: number;
}

/** The columns that a list shows or is sorted by: what {@link load} must read for it. */
export function columnsListed({ columns = [], sort }: Pick<DealsRequest, 'columns' | 'sort'>): readonly string[] {
  return sort === undefined ? columns : [...columns, parseListSort(sort).by];
}

/**
 * The deals behind anything: of a condition, an outcome, a period or a figure.
 * @throws UserError `unknown_kpi`, `unknown_column`, `invalid_period`, … (exit 2)
 */
export function deals(loaded: Loaded, request: DealsRequest): DealList {
  const { today, lang = 'en', kpi: id = null } = request;
  const resolved = resolveRequest({
    ...request,
    kpis: id === null ? undefined : [id],
    sort: undefined,
    calendar: calendarFor(request, loaded),
  });
  const { dataset } = conditioned(loaded, request, resolved.asOf);
  return buildDealList(dataset, {
    resolved,
    today,
    lang,
    tool: TOOL,
    choice: {
      states: request.states ?? [],
      stalled: request.stalled ?? false,
      overdue: request.overdue ?? false,
      kpi: kpis.find((kpi) => kpi.id === id) ?? null,
    },
    columns: request.columns ?? null,
    sort: request.sort === undefined ? null : parseListSort(request.sort),
    limit: request.limit ?? 0,
  });
}

/** Which customers are listed, and how. */
export interface CustomersRequest
  extends Conditions,
    Pick<ReportRequest, 'period' | 'asOf' | 'today' | 'lang' | 'settings' | 'rates' | 'fiscalYearStart' | 'samples'> {
  /** Only those who spent much and have likely left. */
  readonly atRisk?: boolean;
  /** A column (`expected_value`, `last_purchase:asc`). Left out: what is expected, most first, else what was bought. */
  readonly sort?: string;
  /** Customers listed at most; 0, or left out: all. */
  readonly limit?: number;
}

/**
 * The customers with what they bought and what is expected of them; the orders are the purchases, where orders are given
 * beside deals. `settings.horizonMonths` says how far is looked ahead.
 * @throws UserError `unknown_column`, `invalid_period`, … (exit 2)
 */
export function customers(loaded: Loaded, request: CustomersRequest): CustomerList {
  const resolved = resolveRequest({ ...request, sort: undefined, calendar: calendarFor(request, loaded) });
  const { dataset } = conditioned(loaded, request, resolved.asOf);
  return buildCustomerList(dataset, {
    resolved,
    today: request.today,
    lang: request.lang ?? 'en',
    tool: TOOL,
    atRisk: request.atRisk ?? false,
    sort: request.sort === undefined ? null : parseListSort(request.sort),
    limit: request.limit ?? 0,
    samples: request.samples ?? 'full',
  });
}

/**
 * Refuses to sort customers by what is no column of theirs; nothing is read for it.
 * @throws UserError `unknown_column`
 */
export function requireCustomerColumn(sort: string): void {
  customerColumn(parseListSort(sort).by);
}

/** The names of the columns that customers are sorted by. */
export function listCustomerColumns(): readonly string[] {
  return CUSTOMER_COLUMNS.map(({ name }) => name);
}

/** The KPI report over what was loaded. */
export function report(loaded: Loaded, request: ReportRequest): Report {
  const resolved = resolveRequest({ ...request, calendar: calendarFor(request, loaded) });
  const { dataset, rules, settings } = conditioned(loaded, request, resolved.asOf);
  const { today, lang = 'en' } = request;
  const earlier = loaded.earlier ?? [];
  const { assumeComplete } = request.settings ?? {};
  const asked = { rules, settings, asOf: resolved.asOf, today, rates: resolved.rates, assumeComplete };
  const help = loaded.thread === undefined ? null : reportHelp(loaded.thread);
  const judged = beginRules(dataset, asked, { quick: true, helper: help?.rules ?? null });
  return buildReport(dataset, {
    resolved,
    by: (request.by ?? []).map(namesOf),
    elsewhere: help?.elsewhere,
    sections: chosenSections(request.sections, resolved.kpis, earlier.length > 0 ? ['changes'] : []),
    ...(earlier.length === 0 ? {} : { compared: comparedWith(dataset, loaded, request) }),
    grain: request.grain ?? null,
    mostInsights: request.maxInsights,
    samples: request.samples,
    today,
    lang,
    tool: TOOL,
    quality: () => qualitySummary(judged(), lang),
  });
}

/** Who runs rules beside this thread, and lists so many violations of each; nobody where the files were read by one thread. */
function helperOf({ thread }: Loaded, most: number | null = null): Helper | null {
  return thread === undefined ? null : ruleHelper(thread, { most });
}

/** A report's own files, which are narrowed already, and the earlier exports of their deals. */
function comparedWith(own: Dataset, { dataset: read, earlier = [] }: Loaded, request: ReportRequest): Compared {
  const files = earlier.map(({ dataset }) => dataset);
  const narrowed = narrowedFor(request);
  return comparedOf([...files, read], takenDays(request.taken ?? [], files), (dataset, taken) =>
    dataset === read ? own : narrowed(dataset, taken),
  );
}

/** What is to be forecast. */
export type ForecastRequest = Conditions &
  Pick<
    ReportRequest,
    | 'period'
    | 'asOf'
    | 'today'
    | 'lang'
    | 'by'
    | 'forecastHorizon'
    | 'settings'
    | 'targets'
    | 'rates'
    | 'fiscalYearStart'
    | 'samples'
  >;

/**
 * A report that is a forecast and nothing else: no figure is measured, and no rule run. `period` is the one that targets
 * and quotas are about; the running quarter of the fiscal year when left out. `by`: the owner and the product where the
 * files have them.
 */
export function forecast(loaded: Loaded, request: ForecastRequest): Report {
  const resolved = resolveRequest({ ...request, compare: 'none', calendar: calendarFor(request, loaded) });
  const { dataset } = conditioned(loaded, request, resolved.asOf);
  return buildReport(dataset, {
    resolved,
    by: (request.by ?? []).map(namesOf),
    sections: ['forecast'],
    alone: true,
    grain: null,
    samples: request.samples,
    today: request.today,
    lang: request.lang ?? 'en',
    tool: TOOL,
    quality: () => null,
  });
}

/** What is to be told of several exports. */
export type CompareRequest = Conditions &
  Pick<ReportRequest, 'period' | 'lang' | 'by' | 'settings' | 'rates' | 'fiscalYearStart' | 'samples' | 'taken'>;

/**
 * A report of what changed between exports of the same deals, and nothing else: no figure is measured, no rule run, and
 * no clock looked at. The exports are put in the order in which they were taken; `taken` says the days in the order
 * given. `period`: the waterfall is of the open deals expected to close in it; a relative one counts from the newest day.
 *
 * @param loaded as {@link loadExports} gives them
 * @throws UserError `exports_too_few`, `taken_count` (exit 2), and as {@link report} does
 * @throws RangeError for what is no day
 */
export function compare(loaded: readonly Loaded[], request: CompareRequest): Report {
  const { compared, resolved } = resolvedComparison(loaded, request);
  return buildReport(newestOf(compared).dataset, {
    resolved,
    by: (request.by ?? []).map(namesOf),
    sections: ['changes', 'why'],
    compared,
    alone: true,
    grain: null,
    samples: request.samples,
    today: NO_TODAY,
    lang: request.lang ?? 'en',
    tool: TOOL,
    quality: () => null,
  });
}

/** The exports in their order, and what is asked of them as on the day of the newest. */
function resolvedComparison(
  loaded: readonly Loaded[],
  request: Omit<CompareRequest, 'by'>,
): { readonly compared: Compared; readonly resolved: ReturnType<typeof resolveRequest> } {
  const files = loaded.map(({ dataset }) => dataset);
  if (files.length < 2) requireTwo(files.flatMap(({ sources }) => sources));
  const compared = comparedOf(files, takenDays(request.taken ?? [], files), narrowedFor(request));
  const { dataset, taken: asOf } = newestOf(compared);
  const resolved = resolveRequest({
    ...request,
    ...(asOf === null ? {} : { asOf: isoDay(asOf) }),
    today: asOf ?? 0,
    compare: 'none',
    calendar: calendarFor(request, { dataset }),
  });
  return { compared, resolved };
}

/** What deals are listed by: classes, moves, and what a period or several exports tell. */
export type ChangedWord = ListWord;

/** Which deals that changed are to be listed, and how. */
export type ChangedDealsRequest = Omit<CompareRequest, 'by' | 'settings'> & {
  /** Deals that one of these fits; `all` = every deal that changed. */
  readonly list: readonly (ChangedWord | 'all')[];
  /** A column of {@link listChangedColumns}, `:asc` or `:desc` behind it; left out: by class, the most money first. */
  readonly sort?: string | undefined;
  /** Deals listed at most; 0 or left out = all. */
  readonly limit?: number | undefined;
};

/**
 * The deals that changed from the first of some exports to the last, each as it was and as it is. `period`: the deals
 * that are open and expected to close in it in either; of deals open in neither, those closed in it.
 *
 * @param loaded as {@link loadExports} gives them
 * @throws UserError `option_needs` for deals that only a period tells, `unknown_column` for a column to sort by (exit
 * 2), and as {@link compare} does
 */
export function changedDeals(loaded: readonly Loaded[], request: ChangedDealsRequest): ChangedList {
  const { list, sort, limit = 0, ...asked } = request;
  requireChangedPeriod(list, request.period);
  const words = list.includes('all') ? null : [...new Set(list)].filter((word) => word !== 'all');
  return buildChangedList({
    ...resolvedComparison(loaded, asked),
    lang: request.lang ?? 'en',
    tool: TOOL,
    words,
    sort: sort === undefined ? null : parseListSort(sort),
    limit,
    samples: request.samples ?? 'full',
  });
}

/**
 * Refuses to list what only a period tells without one; nothing is read for it.
 * @throws UserError `option_needs`
 */
export function requireChangedPeriod(list: readonly (ChangedWord | 'all')[], period: string | undefined): void {
  const word = list.find((one) => one === 'moved_in' || one === 'moved_out');
  if (word !== undefined && period === undefined)
    throw new UserError('option_needs', { option: `--list ${word}`, needs: '--period' });
}

/**
 * Refuses to sort deals that changed by what is no column of theirs; nothing is read for it.
 * @throws UserError `unknown_column`
 */
export function requireChangedColumn(sort: string): void {
  changedColumn(parseListSort(sort).by);
}

/** The names of the columns that deals that changed are sorted by. */
export function listChangedColumns(): readonly string[] {
  return CHANGED_SORTS;
}

/** What of an export, taken on a day, a request is about. */
function narrowedFor(
  request: Pick<CompareRequest, 'where' | 'calendar' | 'lang' | 'fiscalYearStart'>,
): (dataset: Dataset, taken: CivilDay | null) => Dataset {
  const where = whereOf(request);
  return (dataset, taken) =>
    narrow({ ...dataset, calendar: calendarFor(request, { dataset }) }, where, {
      asOf: taken,
      today: taken ?? 0,
      ...fiscalYear(request.fiscalYearStart),
    });
}

/**
 * Names what {@link load} reads of files: two requests of one name load the same, as long as the files stay the same. What
 * a condition compares with and the order of breakdowns do not matter to it, the columns do.
 */
export function loadName(request: LoadRequest): string {
  const { where: _, onProgress: __, by = [], files, ...rest } = request;
  const columns = [...new Set(by.flatMap(namesOf).flatMap((name) => [name, ...columnsOfName(name)]))];
  return JSON.stringify([
    files,
    columns,
    columnsNamed(request).where,
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** What can be asked of the same files next: periods, and what breakdowns may be by. */
export function offers(loaded: Loaded, request: ReportRequest): Offers {
  const { fiscalYearStart, fiscalCalendar } = fiscalYear(request.fiscalYearStart);
  const calendar = calendarFor(request, loaded) ?? 'gregorian';
  const isOwn = fiscalCalendar === undefined || fiscalCalendar === calendar;
  return offersOf(loaded.dataset, {
    calendar,
    fiscalYearStart: isOwn ? fiscalYearStart : 1,
    asOf: resolveRequest(request).asOf,
    today: request.today,
  });
}

/**
 * What days are told in, relative periods and parts of all data are counted in: as was said, else that of the fiscal
 * year's first month by name, else Jalali for a reader of Persian, else as most days of the files are written.
 */
function calendarFor(
  { calendar, lang, fiscalYearStart }: Pick<Conditions, 'calendar'> & Pick<ReportRequest, 'lang' | 'fiscalYearStart'>,
  loaded: Pick<Loaded, 'dataset'> | null,
): Calendar | undefined {
  const fiscal = fiscalYear(fiscalYearStart).fiscalCalendar;
  // A month by its number is one of the files' own calendar: a language moves no fiscal year.
  const isNumbered = fiscal === undefined && fiscalYear(fiscalYearStart).fiscalYearStart !== 1;
  return calendar ?? fiscal ?? (lang === 'fa' && !isNumbered ? 'jalali' : loaded?.dataset.calendar);
}

/** The deals that a request is about, and the rules that judge them. */
function conditioned(
  loaded: Loaded,
  request: Conditions & Pick<CheckRequest, 'today' | 'fiscalYearStart' | 'rules' | 'lang'>,
  asOf: CivilDay | null,
): RuleSet & { readonly dataset: Dataset } {
  const clock = { asOf, today: request.today, ...fiscalYear(request.fiscalYearStart) };
  const dataset = { ...loaded.dataset, calendar: calendarFor(request, loaded) };
  const chosen = narrow(dataset, whereOf(request), clock);
  return { dataset: chosen, ...ruleSet(request, request.rules ?? {}, chosen, clock) };
}

/** Violations that `check` lists per rule, unless asked otherwise. */
const CHECKED_ROWS = 20;

/** A check, and what else can be made of it. */
export interface Examination {
  readonly check: Check;
  /** Today's violations as a baseline file's text; what the baseline knows of rules that were not looked at is kept. */
  recordBaseline(): Iterable<string>;
  /**
   * The baseline's text without what is fixed; null where none was given.
   * @throws UserError `prune_saw_less` (exit 2) where the run saw less than the baseline was made of, unless forced
   */
  pruneBaseline(options?: { readonly force?: boolean }): Iterable<string> | null;
  /** The history file's text with this run added to it, or to what another run has made of it meanwhile; null without a history. */
  recordHistory(before?: NamedHistory): Iterable<string> | null;
  /** The records to repair, the most money first; whatever the baseline knows is there too. */
  fixList(): Iterable<Repair>;
  /**
   * The records as they stand in the files, those with an error apart: of the deals (of the orders, where there are no
   * deals), or of other files that rules are about. Null where rows were not kept, or no rule is about such files.
   */
  split(role?: 'customers' | 'leads' | 'orders'): RecordSplit | null;
}

/**
 * The data-quality verdict over what was loaded.
 * @throws UserError `unknown_rule` (exit 2), `nothing_checked` (exit 3: every rule was skipped, or there is no record
 * that a rule is about)
 */
export function check(loaded: Loaded, request: CheckRequest): Check {
  return examine(loaded, request).check;
}

/** The verdict as {@link check} gives it, with the baseline and the list of repairs that follow from it. */
export function examine(loaded: Loaded, request: CheckRequest): Examination {
  const { asOf } = resolveRequest({ asOf: request.asOf, today: request.today });
  const { today, lang = 'en', baseline = null } = request;
  const { dataset, rules, settings } = conditioned(loaded, request, asOf);
  const [problem] = settingProblems(rules, settings);
  if (problem !== undefined) throw new UserError('invalid_rule_setting', problem);
  const patterns = request.select ?? [];
  const chosen = rulesFor(patterns, rules);
  const selected = patterns.includes('-column.refused') ? chosen : withRefused(chosen, rules, dataset.warnings);
  const required = request.require === undefined ? [] : rulesFor(request.require, rules);
  const snapshot = clockOf(dataset, asOf, today).asOf ?? today;
  const { history, rates = null, assumeComplete } = request;
  const run =
    history === undefined
      ? null
      : summarizeRun(dataset.deals, dataset.sources, snapshot, scopeOf(request.where, patterns));
  const compared = history === undefined || run === null ? NOT_COMPARED : compareRuns(history, run);
  const asked = { rules: selected, settings, asOf, today, rates, assumeComplete };
  const maxRows = request.maxRows ?? CHECKED_ROWS;
  // A list of all violations, and what a baseline compares, are made where the rules ran: that is here.
  const isShort = maxRows > 0 && baseline === null && request.accept === undefined;
  const helper = isShort ? helperOf(loaded, maxRows) : null;
  const found = runRules(dataset, asked, { runs: compared.recent, helper });
  if (found.nothingChecked && !(run !== null && awaitsRuns(found))) {
    throw nothingChecked(selected.length, found, dataset, request.samples);
  }
  const scope = scopeOfRun(dataset, request.where);
  const accepted =
    request.accept === undefined ? baseline : { file: request.accept, known: acceptedBy(found, request) };
  const document = buildCheck(dataset, found, {
    rules: selected,
    settings,
    failOn: request.failOn ?? 'error',
    maxRows,
    require: required.map(({ id }) => id),
    unseen: (rule) => unseenColumn(rule, dataset.warnings),
    maxWarnings: request.maxWarnings ?? null,
    baseline: accepted,
    runWarnings: compared.warnings,
    asOf,
    today,
    lang,
    tool: TOOL,
  });
  return {
    check: document,
    recordBaseline: () => printBaseline({ known: recordBaseline(found, baseline?.known ?? null), scope }),
    pruneBaseline: ({ force = false } = {}) => {
      if (baseline === null) return null;
      const comparison = applyBaseline(found, baseline.known, today);
      if (!force) refuseLess(baseline, comparison, scope, dataset);
      return printBaseline({
        known: pruneBaseline(baseline.known, comparison),
        scope: force ? scope : baseline.scope,
      });
    },
    recordHistory: (before = history) =>
      run === null ? null : printHistory(before?.runs ?? [], { ...run, passed: document.summary.outcome === 'pass' }),
    fixList: () => fixList(dataset, found, lang),
    split: (role) => splitOf(loaded, found, lang, role),
  };
}

/** What a baseline that is being written knows: all, except what has expired in the one before and keeps its last day. */
function acceptedBy(found: CheckResult, { baseline, today }: CheckRequest): Baseline | 'everything' {
  if (baseline === undefined || !hasExpiredEntry(baseline.known, today)) return 'everything';
  return recordBaseline(found, baseline.known);
}

function splitOf(
  { written, dataset }: Loaded,
  found: CheckResult,
  lang: Lang,
  role?: 'customers' | 'leads' | 'orders',
): RecordSplit | null {
  if (written === undefined) return null;
  const judged = written.some((one) => one.role === 'deals') ? 'deals' : 'orders';
  if (role !== undefined && (role === judged || dataset.records?.[role] === undefined)) return null;
  const tables = written.filter((one) => one.role === (role ?? judged)).map(({ table }) => table);
  return splitRecords(tables, found, dataset.deals, lang);
}

/** Whether nothing was checked only because this is the first run of a history: it is the measure of the next. */
function awaitsRuns({ records, results }: CheckResult): boolean {
  return records > 0 && results.length > 0 && results.every(({ reason }) => reason === 'no_earlier_run');
}

function nothingChecked(
  rules: number,
  { records, results }: CheckResult,
  { warnings, sources }: Dataset,
  samples: Samples = 'full',
): UserError {
  const missed = warnings.find(({ code }) => code === 'nothing_fits');
  const unfit = missed && sayInEach(samples === 'full' ? missed : nameless(missed));
  const files = sources.filter((source) => source.records > 0).map(({ file }) => file);
  const undated = results.length > 0 && results.every(({ reason }) => reason === 'no_snapshot_date');
  return new UserError('nothing_checked', {
    rules,
    records,
    undated,
    ...(unfit === undefined ? { files } : { unfit }),
  });
}

/** The rules that patterns choose. @throws UserError `unknown_rule` */
function rulesFor(patterns: readonly string[], rules: readonly Rule[]): readonly Rule[] {
  const { rules: selected, unmatched } = selectRules(patterns, rules);
  const [unknown] = unmatched;
  if (unknown === undefined) return selected;
  const ids = rules.map(({ id }) => id);
  throw new UserError('unknown_rule', { id: unknown, suggestion: suggest(unknown, ids) });
}

/** What was understood of the files. */
export function inspect(
  loaded: Loaded,
  request: Pick<Conditions, 'calendar'> & { readonly today: CivilDay; readonly lang?: Lang },
): Inspection {
  const dataset = { ...loaded.dataset, calendar: calendarFor(request, loaded) };
  return buildInspection(dataset, { today: request.today, lang: request.lang ?? 'en', tool: TOOL });
}

/** The demands on columns that the files meet, as `kpi init --contract` writes them; load them with `everyColumn`. */
export function contract(loaded: Loaded, request: { readonly today: CivilDay }): CustomRules {
  return buildContract(loaded.dataset, request.today);
}

/** What of a file is to be printed as it was read. */
export type RawRequest = Pick<LoadRequest, 'sheet' | 'encoding' | 'delimiter' | 'maxSize' | 'onProgress'> & {
  /** A path; `-` is standard input. */
  readonly path: string;
  /** Language of the warnings. Default English. */
  readonly lang?: Lang;
};

/**
 * A file's table as it was read: every row and cell under its header, before any meaning is given to it, and which
 * rows were left out.
 * @throws UserError for everything that a user can cause while a file is opened and read
 */
export async function raw(request: RawRequest): Promise<RawDocument> {
  const { path, lang = 'en' } = request;
  const opened = await openFile(path, undefined, request);
  const table = await opened.readWritten();
  return buildRaw(table, { lang, tool: TOOL, warnings: rawWarnings(table) });
}

/** What the reader saw, but that cells behind the last column were left out: they are not. */
function rawWarnings({ head, findings }: RawTable): ReturnType<typeof readWarnings> {
  return readWarnings(head.file, { head, findings: findings.filter(({ code }) => code !== 'row_too_long') });
}

/** A user's error as a document, for what is published where a run over these files had no usable data. */
export function failure(error: UserError, files: readonly string[] = [], lang: Lang = 'en'): Failure {
  return buildFailure(error, { lang, tool: TOOL, files });
}

/** Records that `explain` lists per part, unless asked otherwise. */
const EXPLAINED_ROWS = 20;

/**
 * A KPI or a rule: its definition, and with files the records behind its figure. A model, or a section that is made of
 * models: formulas, sources and assumptions, and with files parameters, fit and what of the assumptions holds.
 * @throws UserError `unknown_kpi_or_rule`
 */
export function explain(
  id: string,
  request: ReportRequest & { readonly maxRows?: number },
  loaded: Loaded | null,
): Explanation {
  const resolved = resolveRequest({ ...request, kpis: undefined, calendar: calendarFor(request, loaded) });
  const context = {
    resolved,
    today: request.today,
    lang: request.lang ?? 'en',
    tool: TOOL,
    maxRows: request.maxRows ?? EXPLAINED_ROWS,
  };
  const { dataset, rules, settings } =
    loaded === null
      ? { dataset: null, ...ruleSet(request, request.rules ?? {}, null, { asOf: null, today: request.today }) }
      : conditioned(loaded, request, resolved.asOf);
  const kpi = (kpis as readonly Kpi[]).find((one) => one.id === id);
  if (kpi !== undefined) return explainKpi(kpi, dataset, context);
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) {
    return explainRule(rule, dataset, { ...context, settings, assumeComplete: request.settings?.assumeComplete });
  }
  const told = () => (dataset === null ? null : explained(dataset, context));
  const model = modelById(id);
  if (model !== undefined) return explainModel(model, told(), context);
  const section = explainSection(id, told, context);
  if (section !== null) return section;
  throw unknownKpiOrRule(id, rules);
}

/** Whether an id is that of a section or a model of what differs between exports: with files it takes two or more. */
export function isAboutExports(id: string): boolean {
  return ABOUT_EXPORTS.includes(modelById(id)?.section ?? id);
}

const ABOUT_EXPORTS: readonly string[] = ['changes', 'why'];

/**
 * A model or a section of what differs between exports, with what the exports say of it, as {@link compare} tells it.
 *
 * @param loaded as {@link loadExports} gives them
 * @throws UserError `unknown_kpi_or_rule` for an id of which {@link isAboutExports} is not true, and as {@link compare} does
 */
export function explainExports(id: string, request: CompareRequest, loaded: readonly Loaded[]): Explanation {
  if (!isAboutExports(id)) throw unknownKpiOrRule(id, ruleCatalogue);
  const report = compare(loaded, request);
  // What is said beside the figures needs the calendar alone: period and day are the report's.
  const resolved = resolveRequest({
    ...given(request, 'fiscalYearStart'),
    today: NO_TODAY,
    calendar: report.calendar,
  });
  const context = { resolved, today: NO_TODAY, lang: request.lang ?? 'en', tool: TOOL, maxRows: EXPLAINED_ROWS };
  const told = explainedExports(report);
  const model = modelById(id);
  const explanation =
    model === undefined ? explainSection(id, () => told, context) : explainModel(model, told, context);
  if (explanation === null) throw unknownKpiOrRule(id, ruleCatalogue);
  return explanation;
}

function unknownKpiOrRule(id: string, rules: readonly Pick<Rule, 'id'>[]): UserError<'unknown_kpi_or_rule'> {
  const meant = kpisMeant(id);
  const near = suggest(id, [...rules.map((one) => one.id), ...MODEL_IDS]);
  return new UserError('unknown_kpi_or_rule', { id, suggestion: meant.length === 0 ? near : meant });
}

/**
 * Refuses an id of no KPI, rule, model or section of models; nothing is read for it.
 * @throws UserError `unknown_kpi_or_rule`
 */
export function requireExplainable(id: string, custom?: CustomRules): void {
  const rules = ruleSet(custom === undefined ? {} : { custom }, {}, null, { asOf: null, today: 0 }).rules;
  if (MODEL_IDS.includes(id)) return;
  if (![...kpis, ...rules].some((one) => one.id === id)) throw unknownKpiOrRule(id, rules);
}

/** One line of `kpi list`. */
export interface Listing {
  readonly id: string;
  readonly title: string;
  /** Further facts by name: unit, severity, formula, … */
  readonly facts: Readonly<Record<string, string>>;
}

/** Of a KPI that no report has unless it is named. */
const ON_DEMAND_WORDS: Text = { en: 'measured where it is named', fa: 'تنها آنجا که نامش بیاید محاسبه می‌شود' };

export function listKpis(lang: Lang): Listing[] {
  return (kpis as readonly Kpi[]).map(({ id, title, unit, basis, definition, formula, source, needs, onDemand }) => ({
    id,
    title: title[lang],
    facts: {
      unit,
      basis,
      definition: definition[lang],
      formula: formula[lang],
      source,
      needs: needs.join(', '),
      ...(onDemand === true ? { measured: ON_DEMAND_WORDS[lang] } : {}),
    },
  }));
}

export function listRules(lang: Lang): Listing[] {
  return ruleCatalogue.map(({ id, title, severity, dimension, condition, fix, affects, source }) => ({
    id,
    title: title[lang],
    facts: { severity, dimension, condition: condition[lang], fix: fix[lang], affects: affects.join(', '), source },
  }));
}

/** The models that figures rest on, by the sections that they make. */
export function listModels(lang: Lang): Listing[] {
  return (models as readonly ModelDefinition[]).map(({ id, title, section, definition, formulas, source, kpis }) => ({
    id,
    title: title[lang],
    facts: {
      section,
      definition: definition[lang],
      formula: formulas[0].formula,
      source,
      kpis: kpis.join(', '),
    },
  }));
}

/** The ids that `explain` takes besides those of KPIs and rules: the models, and the sections that are made of them. */
export function explainableModels(): readonly string[] {
  return MODEL_IDS;
}

/** The ids of the rules that patterns such as `deal.*` select, the user's own included, and the patterns that name none. */
export function matchRules(
  patterns: readonly string[],
  custom?: CustomRules,
): {
  readonly ids: readonly string[];
  readonly unmatched: readonly string[];
} {
  const { rules: all } = ruleSet(custom === undefined ? {} : { custom }, {}, null, { asOf: null, today: 0 });
  const { rules, unmatched } = selectRules(patterns, all);
  return { ids: rules.map(({ id }) => id), unmatched };
}

export function listFields(lang: Lang): Listing[] {
  return [
    ...Object.entries(DEAL_FIELDS).map(([id, { title, kind }]) => ({ id, title: title[lang], facts: { kind } })),
    ...Object.entries(CUSTOMER_FIELDS).map(([id, { title, kind }]) => ({
      id: `customers.${id}`,
      title: title[lang],
      facts: { kind },
    })),
    ...Object.entries(LEAD_FIELDS).map(([id, { title, kind }]) => ({
      id: `leads.${id}`,
      title: title[lang],
      facts: { kind },
    })),
    ...Object.entries(ORDER_FIELDS).map(([id, { title, kind }]) => ({
      id: `orders.${id}`,
      title: title[lang],
      facts: { kind },
    })),
    ...Object.entries(SUBSCRIPTION_FIELDS).map(([id, { title, kind }]) => ({
      id: `subscriptions.${id}`,
      title: title[lang],
      facts: { kind },
    })),
    ...Object.entries(HISTORY_FIELDS).map(([id, { title, kind }]) => ({
      id: `history.${id}`,
      title: title[lang],
      facts: { kind },
    })),
  ];
}

export function listPresets(_lang: Lang): Listing[] {
  return presets.map(({ id, title, source }) => ({ id, title, facts: { source } }));
}

/** The documents that have a JSON contract. */
export type SchemaName = keyof typeof import('./report/schemas.js').schemas;

/** The JSON contract of a document, as a zod schema. Loaded here and nowhere else: no document is made with one. */
export async function schemaOf(
  document: SchemaName,
): Promise<typeof import('./report/schemas.js').schemas[SchemaName]> {
  const { schemas } = await import('./report/schemas.js');
  return schemas[document];
}
