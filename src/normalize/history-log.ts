import { STAGE_FIELDS } from '../crm/history-log.js';
import { foldText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, categoryAt } from '../model/column.js';
import { companyKey } from '../model/company-name.js';
import type { Deals } from '../model/deals.js';
import type { HistoryFieldName } from '../model/fields.js';
import { cellText } from '../model/text-column.js';
import type { ReadTable } from './read-table.js';
import type { StageNames } from './stage-names.js';

/** Why a row of a log is no change of a stage. Part of the JSON contract (`sources[].skipped[].reason`). */
export type LogSkipReason = 'other field' | 'same stage' | 'no stage or date';

/** One change of one deal's stage. */
export interface StageChange {
  /** Row of the deal. */
  readonly deal: number;
  readonly from: number;
  readonly stage: number;
  readonly day: number;
  /** Position among the changes of all logs, oldest first as far as the files tell. */
  readonly order: number;
  /** Index of its log. */
  readonly log: number;
}

/** What one log told. */
export interface ReadLog {
  /** Of all its changes, whether a file has their deals or not: how many, of how many deals, codes of the stages. */
  readonly seen: { readonly changes: number; readonly deals: number; readonly stages: readonly number[] };
  readonly changes: readonly StageChange[];
  readonly skipped: readonly { readonly reason: LogSkipReason; readonly rows: number }[];
  /** Changes of deals that no file has, and of names that several deals bear; a few of them as written. */
  readonly unknown: { readonly rows: number; readonly examples: readonly string[] };
  readonly ambiguous: { readonly rows: number; readonly examples: readonly string[] };
}

/** The deal that a row of a log speaks of: its row, −1 when there is none, −2 when there are several. */
type FindDeal = (id: string, name: string, account: string) => number;

const NONE = -1;
const SEVERAL = -2;
const EXAMPLES = 3;

/**
 * Deals by id, as written: Salesforce's 15-character ids differ by case alone, and are the first 15 characters of the
 * 18-character form. Where a row or the deals have no id: by name and account, where one deal bears them.
 */
export function dealFinder(deals: Deals, log: ReadTable): FindDeal {
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  const withAccount = log.mapping.fields.has('account') && deals.has('account');
  const [ids, names, accounts] = [deals.column('id'), deals.column('name'), deals.column('account')];
  const nameKey = (name: string, account: string): string =>
    `${foldText(name)}\n${withAccount ? companyKey(account) : ''}`;
  for (let row = 0; row < deals.size; row++) {
    const id = cellText(ids, row).trim();
    const name = cellText(names, row);
    if (id !== '') byId.set(id, row);
    if (/^[A-Za-z0-9]{18}$/.test(id) && !byId.has(id.slice(0, 15))) byId.set(id.slice(0, 15), row);
    if (name.trim() === '') continue;
    const key = nameKey(name, categoryAt(accounts, row));
    byName.set(key, byName.has(key) ? SEVERAL : row);
  }
  return (id, name, account) => {
    if (id !== '' && byId.size > 0)
      return byId.get(id) ?? (id.length === 18 ? byId.get(id.slice(0, 15)) : undefined) ?? NONE;
    return name === '' ? NONE : (byName.get(nameKey(name, account)) ?? NONE);
  };
}

/** The columns of a log, cell by cell. */
interface LogCells {
  readonly id: (row: number) => string;
  readonly name: (row: number) => string;
  readonly account: (row: number) => string;
  /** Whether the row is about the stage at all. */
  readonly isStage: (row: number) => boolean;
  /** Codes of the stage left and of the stage entered; 0 where the cell is empty. */
  readonly from: (row: number) => number;
  readonly to: (row: number) => number;
  readonly day: (row: number) => number;
}

function logCells({ reader, mapping }: ReadTable, names: StageNames): LogCells {
  const text = (field: HistoryFieldName): ((row: number) => string) => {
    const column = mapping.fields.get(field)?.column;
    if (column === undefined) return () => '';
    const cells = reader.cells(column);
    return (row) => cellText(cells, row).trim();
  };
  const category = (field: HistoryFieldName): CategoryColumn | null => {
    const column = mapping.fields.get(field)?.column;
    return column === undefined ? null : reader.as(column, 'category');
  };
  // Only cells that are looked at become stages: the old and new values of a field history are amounts and owners, too.
  const stage = (column: CategoryColumn | null): ((row: number) => number) => {
    if (column === null) return () => 0;
    const codes: number[] = [];
    return (row) => {
      const value = column.codes[row] ?? 0;
      codes[value] ??= names.codeOf(column.values[value] ?? '');
      return codes[value] ?? 0;
    };
  };
  const field = category('field');
  const ofFields = mapping.fields.has('new_value') && (field !== null || !mapping.fields.has('to_stage'));
  const wanted = field?.values.map((value) => STAGE_FIELDS.includes(foldText(value))) ?? [];
  const at = mapping.fields.get('changed_at')?.column;
  const days = at === undefined ? null : reader.as(at, 'day');
  return {
    id: text('deal_id'),
    name: text('deal_name'),
    account: text('account'),
    isStage: !ofFields || field === null ? () => true : (row) => wanted[field.codes[row] ?? 0] ?? false,
    from: stage(category(ofFields ? 'old_value' : 'from_stage')),
    to: stage(category(ofFields ? 'new_value' : 'to_stage')),
    day: (row) => days?.[row] ?? NO_DAY,
  };
}

/** Reads one log: a change per row, of the rows that are changes of a stage. */
export function readLog(log: ReadTable, index: number, find: FindDeal, names: StageNames): ReadLog {
  const cells = logCells(log, names);
  const changes: StageChange[] = [];
  const skipped = new Map<LogSkipReason, number>();
  const seen = { changes: 0, deals: new Set<string>(), stages: new Set<number>() };
  const missing = { rows: 0, examples: new Set<string>() };
  const several = { rows: 0, examples: new Set<string>() };
  for (let row = 0; row < log.reader.size; row++) {
    const reason = skipReason(cells, row);
    if (reason !== null) {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      continue;
    }
    const [id, name, account, stage] = [cells.id(row), cells.name(row), cells.account(row), cells.to(row)];
    seen.changes++;
    seen.deals.add(id || `${name}\n${account}`);
    seen.stages.add(stage);
    const deal = find(id, name, account);
    if (deal >= 0) changes.push({ deal, from: cells.from(row), stage, day: cells.day(row), order: row, log: index });
    else {
      const without = deal === SEVERAL ? several : missing;
      without.rows++;
      if (without.examples.size < EXAMPLES) without.examples.add(id || name);
    }
  }
  return {
    changes: isNewestFirst(changes) ? changes.map((change) => ({ ...change, order: -change.order })) : changes,
    skipped: [...skipped].map(([reason, rows]) => ({ reason, rows })),
    seen: { changes: seen.changes, deals: seen.deals.size, stages: [...seen.stages] },
    unknown: { rows: missing.rows, examples: [...missing.examples] },
    ambiguous: { rows: several.rows, examples: [...several.examples] },
  };
}

function skipReason({ isStage, from, to, day }: LogCells, row: number): LogSkipReason | null {
  if (!isStage(row)) return 'other field';
  if (to(row) === 0 || day(row) === NO_DAY) return 'no stage or date';
  return to(row) === from(row) ? 'same stage' : null;
}

/** Whether the log lists the changes of a deal backwards: logs are often sorted so, and days alone do not tell. */
function isNewestFirst(changes: readonly StageChange[]): boolean {
  const lastDay = new Map<number, number>();
  let later = 0;
  let earlier = 0;
  for (const { deal, day } of changes) {
    const before = lastDay.get(deal);
    if (before !== undefined && day > before) later++;
    if (before !== undefined && day < before) earlier++;
    lastDay.set(deal, day);
  }
  return earlier > later;
}

/**
 * The changes of one deal in their order: by day, those of one day as one leads to the next (a stage is left before
 * the next is entered), else as the log lists them.
 */
export function inOrder(changes: readonly StageChange[]): StageChange[] {
  const left = [...changes].sort((a, b) => a.day - b.day || a.log - b.log || a.order - b.order);
  const ordered: StageChange[] = [];
  while (left.length > 0) {
    const { day } = left[0] ?? { day: NO_DAY };
    const sameDay = left.filter((one) => one.day === day);
    const current = ordered.at(-1)?.stage ?? 0;
    const next =
      sameDay.find(({ from }) => from !== 0 && from === current) ??
      sameDay.find(({ from }) => !sameDay.some(({ stage }) => stage === from)) ??
      sameDay[0];
    if (next === undefined) break;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}
