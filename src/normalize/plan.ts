import { headerKey } from '../crm/header.js';
import { lineColumns } from '../crm/line-columns.js';
import { orderStatusColumns } from '../crm/order-status.js';
import { type Recognition, recognize } from '../crm/recognize.js';
import { UserError } from '../errors/user-error.js';
import type { TableHead } from '../load/raw-table.js';
import { suggest } from '../locale/suggest.js';
import {
  CUSTOMER_FIELDS,
  DEAL_FIELDS,
  fieldsOf,
  LEAD_FIELDS,
  ORDER_FIELDS,
  ROLES,
  type Role,
  SUBSCRIPTION_FIELDS,
} from '../model/fields.js';
import { type ColumnApart, columnsApart } from './columns-apart.js';
import { findColumn } from './find-column.js';
import { type Candidate, candidates } from './mapping.js';
import { presetColumns } from './row-marks.js';

/** What a table is taken for, before its cells are read. */
export interface TablePlan {
  readonly head: TableHead;
  readonly recognition: Recognition;
  readonly role: Role;
  /** The user said what it holds, by an option for the file or for one of its columns. */
  readonly roleSaid?: boolean;
  readonly candidates: readonly Candidate[];
  /** Columns of a deals table that the user said hold facts of its leads: lead field → column. */
  readonly leadColumns: ReadonlyMap<string, number>;
  /** Columns that are taken for no field, and why. */
  readonly apart: ReadonlyMap<number, ColumnApart>;
  /** Columns to read; null = all. */
  readonly wanted: ReadonlySet<number> | null;
  /** What the user said with `--map` that none of the files could use, each as it was written; on the first plan. */
  readonly unheard?: readonly { readonly key: string; readonly column: string }[];
}

export interface PlanSettings {
  readonly preset?: string | undefined;
  /** `field` or `role.field` → header. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Keys of `mapping` that hold for every run: they may speak of files that are not given this time. */
  readonly standing?: readonly string[] | undefined;
  /** Headers of columns that are never taken for a field. */
  readonly ignore?: readonly string[] | undefined;
  /** Columns asked for by their own header. */
  readonly by: readonly string[];
  readonly allColumns: boolean;
}

/** `role.field` or `field`, checked. */
interface Said {
  readonly role: Role | null;
  readonly field: string;
  readonly column: string;
  /** As it was written. */
  readonly key: string;
}

/** The user's mappings; throws for a field or role that does not exist. Needs no file. */
export function parseMappings(mapping: Readonly<Record<string, string>>): Said[] {
  return Object.entries(mapping).map(([key, column]) => {
    const dot = key.indexOf('.');
    const role = dot < 0 ? null : key.slice(0, dot);
    const field = key.slice(dot + 1);
    if (role !== null && !(ROLES as readonly string[]).includes(role)) {
      throw new UserError('unknown_role', { role, suggestion: suggest(role, ROLES) });
    }
    const known =
      role === null
        ? { ...DEAL_FIELDS, ...CUSTOMER_FIELDS, ...LEAD_FIELDS, ...ORDER_FIELDS, ...SUBSCRIPTION_FIELDS }
        : fieldsOf(role as Role);
    if (!Object.hasOwn(known, field)) {
      throw new UserError('unknown_field', { field, suggestion: suggest(field, Object.keys(known)) });
    }
    return { role: role as Role | null, field, column, key };
  });
}

/** Recognizes every table and lists the columns that its fields, breakdowns and joins may need. */
export function planTables(
  heads: readonly { readonly head: TableHead; readonly role?: Role | undefined }[],
  settings: PlanSettings,
): TablePlan[] {
  const said = parseMappings(settings.mapping);
  const { preset } = settings;
  const dealsFound = heads.some(({ head, role }) => recognize(head.columns, { preset, role }).role === 'deals');
  const standing = new Set(settings.standing ?? []);
  const telling = said.filter((one) => sure(one) || !(dealsFound || standing.has(one.key)));
  const recognized = heads.map(({ head, role }) => {
    const recognition = recognizeHead(head, role, telling, preset);
    const named = said.some((one) => one.role === recognition.role && findColumn(head.columns, one.column) >= 0);
    return { head, recognition, roleSaid: role !== undefined || named };
  });
  for (const { role, field, column, key } of said) {
    const fitting = recognized.filter(
      ({ recognition }) => role === null || recognition.role === role || role === 'leads',
    );
    if (standing.has(key) && !recognized.some(({ recognition }) => holds(recognition.role, role, field))) continue;
    const among = fitting.length > 0 ? fitting : recognized;
    if (!among.some(({ head }) => findColumn(head.columns, column) >= 0)) {
      const headers = among.flatMap(({ head }) => head.columns);
      throw new UserError('unknown_column', {
        column,
        option: `--map ${key}`,
        suggestion: suggest(column, headers),
        columns: headers,
      });
    }
  }
  const joinHeaders = new Set(
    recognized
      .filter(({ recognition }) => recognition.role === 'lookup' || recognition.role === 'customers')
      .flatMap(({ head }) => head.columns.map(headerKey)),
  );
  // Where a file of leads is given, `leads.id="Lead Id"` speaks of it, even when the deals carry that column too.
  const leadsApart = recognized.some(({ recognition }) => recognition.role === 'leads');
  const heard = leadsApart
    ? (role: Role) => said.filter((one) => one.role !== 'leads' || role === 'leads')
    : () => said;
  const onlyOrders = !recognized.some(({ recognition }) => recognition.role === 'deals');
  const used = new Set<string>();
  const plans = recognized.map(
    ({ head, recognition, roleSaid }): TablePlan => ({
      ...planTable(head, recognition, heard(recognition.role), { ...settings, onlyOrders, used }, joinHeaders),
      ...(roleSaid ? { roleSaid } : {}),
    }),
  );
  const unheard = said.filter(({ key }) => !used.has(key) && !standing.has(key));
  const [first, ...others] = plans;
  return first === undefined || unheard.length === 0 ? plans : [{ ...first, unheard }, ...others];
}

/** The field of an order that a field of a deal is, where an order is a deal: `--map account_id=…` means its customer. */
const ORDER_FIELD: Readonly<Record<string, string>> = {
  account: 'customer',
  account_id: 'customer_id',
  closed_at: 'ordered_at',
  close_date: 'ordered_at',
  won_at: 'ordered_at',
  created_at: 'ordered_at',
};

/** The field of a table of the given role that the user's word is about; null when it is about another table. */
function fieldSaid({ role, field }: Said, table: Role, onlyOrders: boolean): string | null {
  if (role !== null && role !== table && !(role === 'deals' && table === 'orders' && onlyOrders)) return null;
  if (Object.hasOwn(fieldsOf(table), field)) return field;
  return table === 'orders' && onlyOrders ? (ORDER_FIELD[field] ?? null) : null;
}

/** Whether tables of a role hold what a mapping with the given role, or none, speaks of. */
function holds(table: Role, role: Role | null, field: string): boolean {
  return role === null ? Object.hasOwn(fieldsOf(table), field) : table === role;
}

/** Deal fields that a table to join may carry as its key: a table of teams names the owner, one of regions the account. */
const SHARED_FIELDS = new Set(['owner', 'account', 'account_id', 'contact', 'product', 'pipeline', 'source', 'type']);

/** Whether a mapping shows that its table holds deals, where another table does anyway or may do in another run. */
function sure({ field, role }: Said): boolean {
  return (role !== null && role !== 'deals') || !SHARED_FIELDS.has(field);
}

/** Roles that a mapping may give to a table, where only they have its field. */
const SAYABLE: readonly Role[] = ['orders', 'subscriptions'];

/** The role of SAYABLE that a mapping speaks of; null where deals, customers or leads have the field too. */
function roleSaid({ role, field }: Said): Role | null {
  if (role !== null) return SAYABLE.find((one) => one === role) ?? null;
  const roles = ROLES.filter((one) => Object.hasOwn(fieldsOf(one), field));
  return roles.every((one) => SAYABLE.includes(one)) ? (SAYABLE.find((one) => roles.includes(one)) ?? null) : null;
}

function recognizeHead(
  head: TableHead,
  role: Role | undefined,
  said: readonly Said[],
  preset: string | undefined,
): Recognition {
  const recognition = recognize(head.columns, { preset, role });
  if (role !== undefined) return recognition;
  const named = said.map((one) => (findColumn(head.columns, one.column) >= 0 ? roleSaid(one) : null)).find(Boolean);
  const unsure = recognition.role === 'lookup' || recognition.preset.id === 'generic';
  if (named != null && unsure && !said.some((one) => one.role === 'deals')) return { ...recognition, role: named };
  if (recognition.role === 'deals') return recognition;
  // A deal field said of one of its columns makes a table that nothing else explains a table of deals.
  const deals = said.some(
    (one) =>
      (one.role ?? 'deals') === 'deals' &&
      Object.hasOwn(DEAL_FIELDS, one.field) &&
      findColumn(head.columns, one.column) >= 0,
  );
  return deals && recognition.role === 'lookup' ? { ...recognition, role: 'deals' } : recognition;
}

function planTable(
  head: TableHead,
  recognition: Recognition,
  said: readonly Said[],
  settings: PlanSettings & { readonly onlyOrders: boolean; readonly used: Set<string> },
  joinHeaders: ReadonlySet<string>,
): TablePlan {
  const { role, preset } = recognition;
  const mine = new Map<string, number>();
  const leadColumns = new Map<string, number>();
  for (const one of said) {
    const column = findColumn(head.columns, one.column);
    if (column < 0) continue;
    const field = fieldSaid(one, role, settings.onlyOrders);
    if (field !== null) mine.set(field, column);
    else if (one.role === 'leads' && role === 'deals') leadColumns.set(one.field, column);
    else continue;
    settings.used.add(one.key);
  }
  const apart = columnsApart(head.columns, role, settings.ignore ?? []);
  const found = candidates(head.columns, role, preset, mine, new Set(apart.keys()));
  if (settings.allColumns || role === 'lookup' || role === 'customers') {
    return { head, recognition, role, candidates: found, leadColumns, apart, wanted: null };
  }
  const wanted = new Set(found.map(({ column }) => column));
  for (const column of leadColumns.values()) wanted.add(column);
  for (const [column, { read }] of apart) if (read) wanted.add(column);
  if (role === 'deals') for (const column of presetColumns(head.columns, preset)) wanted.add(column);
  if (role === 'deals') for (const column of lineColumns(head.columns)) wanted.add(column);
  if (role === 'orders') for (const { column } of orderStatusColumns(head.columns)) wanted.add(column);
  for (const name of settings.by) {
    const column = findColumn(head.columns, name);
    if (column >= 0) wanted.add(column);
  }
  head.columns.forEach((header, column) => {
    if (joinHeaders.has(headerKey(header))) wanted.add(column);
  });
  return { head, recognition, role, candidates: found, leadColumns, apart, wanted };
}
