import { said } from '../locale/said.js';
import type { SourceAccount, SourceHistory } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { STAGE_ENTERED } from './columns-apart.js';
import { type EnteredColumn, enteredAt, enteredColumns, originsOf } from './history-columns.js';
import { dealFinder, inOrder, type ReadLog, readLog, type StageChange } from './history-log.js';
import type { ReadTable } from './read-table.js';
import { stageNames } from './stage-names.js';
import { warning } from './warning.js';

/** The stage history of the deals, and what each file had of it. */
export interface FoundHistory {
  /** Null when no file has any of it. */
  readonly history: StageHistory | null;
  readonly warnings: readonly LoadWarning[];
  /** A file's account with what it told of the history, and with the rows of a log that are no change of a stage. */
  account(table: ReadTable | undefined, source: SourceAccount): SourceAccount;
}

const COLUMNS = 0;
const LOG = 1;

/**
 * When the deals entered their stages, from the date columns of the deals files and from logs of changes. A log knows
 * every change, a date column one of each stage: what a log says of a deal is taken alone.
 */
export function stageHistory(dealTables: readonly ReadTable[], logs: readonly ReadTable[], deals: Deals): FoundHistory {
  const names = stageNames(deals.column('stage').values);
  const columns = dealTables.map((table) => enteredColumns(table, names));
  const read = logs.map((log, index) => readLog(log, index, dealFinder(deals, log), names));
  if (columns.every((found) => found.length === 0) && read.length === 0) {
    return { history: null, warnings: [], account: (_, source) => source };
  }
  const byDeal = new Map<number, StageChange[]>();
  for (const { changes } of read) {
    for (const change of changes) {
      const known = byDeal.get(change.deal);
      if (known === undefined) byDeal.set(change.deal, [change]);
      else known.push(change);
    }
  }
  const { tableOf, rowOf } = originsOf(deals, dealTables);
  const builder = historyBuilder();
  const told = new Map<ReadTable, Told>();
  const tell = (table: ReadTable | undefined, deal: number, stage: number): void => {
    if (table === undefined) return;
    const one = told.get(table) ?? { entries: 0, deals: 0, last: -1, stages: new Set<number>() };
    one.entries++;
    if (one.last !== deal) one.deals++;
    one.last = deal;
    one.stages.add(stage);
    told.set(table, one);
  };
  for (let deal = 0; deal < deals.size; deal++) {
    const changes = byDeal.get(deal);
    if (changes !== undefined) {
      for (const { from, stage, day, log } of inOrder(changes)) {
        builder.push(deal, stage, from, day, LOG);
        tell(logs[log], deal, stage);
      }
      continue;
    }
    const table = tableOf[deal] ?? -1;
    for (const { stage, day } of enteredAt(columns[table] ?? [], rowOf[deal] ?? -1)) {
      builder.push(deal, stage, 0, day, COLUMNS);
      tell(dealTables[table], deal, stage);
    }
  }
  const history = builder.finish(names.values);
  return {
    history: history.size === 0 ? null : history,
    warnings: [
      ...columns.flatMap(columnWarnings(dealTables)),
      ...read.flatMap(deals.size === 0 ? withoutDeals(logs) : logWarnings(logs)),
    ],
    account: (table, source) => {
      const log = table === undefined ? undefined : read[logs.indexOf(table)];
      const found = table === undefined ? [] : (columns[dealTables.indexOf(table)] ?? []);
      if (table === undefined || (log === undefined && found.length === 0)) return source;
      const skipped = log?.skipped ?? [];
      const out = skipped.reduce((sum, { rows }) => sum + rows, 0);
      return {
        ...source,
        records: source.records - out,
        skipped: [...source.skipped, ...skipped],
        history:
          log === undefined
            ? columnHistory(told.get(table), found, names.values)
            : logHistory(told.get(table), log, deals.size > 0, names.values),
      };
    },
  };
}

interface Told {
  entries: number;
  deals: number;
  last: number;
  stages: Set<number>;
}

/** Stages in the order of the columns. */
function columnHistory(
  told: Told | undefined,
  columns: readonly EnteredColumn[],
  names: readonly string[],
): SourceHistory {
  const stages = [...new Set(columns.map(({ stage }) => names[stage] ?? ''))];
  return { source: 'columns', entries: told?.entries ?? 0, deals: told?.deals ?? 0, stages };
}

/** What a log told of the deals; where there are none to tell of, what is in it. */
function logHistory(
  told: Told | undefined,
  { seen }: ReadLog,
  withDeals: boolean,
  names: readonly string[],
): SourceHistory {
  const codes = withDeals ? [...(told?.stages ?? [])] : seen.stages;
  return {
    source: 'log',
    entries: withDeals ? (told?.entries ?? 0) : seen.changes,
    deals: withDeals ? (told?.deals ?? 0) : seen.deals,
    stages: codes.map((code) => names[code] ?? ''),
  };
}

const columnWarnings =
  (tables: readonly ReadTable[]) =>
  (columns: readonly EnteredColumn[], index: number): LoadWarning[] =>
    columns
      .filter(({ unreadable }) => unreadable.length > 0)
      .map(({ header, unreadable: { length: n } }) => {
        const file = tables[index]?.plan.head.file ?? '';
        return warning(said('unreadable_cells', { file, column: header, field: null, cells: n, examples: [] }), {
          file,
          column: header,
          field: STAGE_ENTERED,
          count: n,
        });
      });

const withoutDeals =
  (logs: readonly ReadTable[]) =>
  ({ seen }: ReadLog, index: number): LoadWarning[] => {
    const file = logs[index]?.plan.head.file ?? '';
    if (seen.changes === 0) return [];
    const what = said('unmatched_history', { file, changes: seen.changes, deals: null });
    return [warning(what, { file, role: 'history', count: seen.changes })];
  };

const logWarnings =
  (logs: readonly ReadTable[]) =>
  ({ unknown, ambiguous }: ReadLog, index: number): LoadWarning[] => {
    const file = logs[index]?.plan.head.file ?? '';
    const warnings: LoadWarning[] = [];
    if (unknown.rows > 0) {
      const what = said('unmatched_history', { file, changes: unknown.rows, deals: unknown.examples });
      warnings.push(warning(what, { file, role: 'history', count: unknown.rows }));
    }
    if (ambiguous.rows > 0) {
      const what = said('ambiguous_history', { file, changes: ambiguous.rows, names: ambiguous.examples });
      warnings.push(warning(what, { file, role: 'history', count: ambiguous.rows }));
    }
    return warnings;
  };

/** Collects entries into columns that grow. */
function historyBuilder(): {
  push(deal: number, stage: number, from: number, day: number, source: number): void;
  finish(stages: readonly string[]): StageHistory;
} {
  let room = 1024;
  let size = 0;
  let deals = new Uint32Array(room);
  let stages = new Uint32Array(room);
  let froms = new Uint32Array(room);
  let days = new Int32Array(room);
  let sources = new Uint8Array(room);
  const grow = (): void => {
    room *= 2;
    const [d, s, f, a, o] = [deals, stages, froms, days, sources];
    deals = new Uint32Array(room);
    stages = new Uint32Array(room);
    froms = new Uint32Array(room);
    days = new Int32Array(room);
    sources = new Uint8Array(room);
    deals.set(d);
    stages.set(s);
    froms.set(f);
    days.set(a);
    sources.set(o);
  };
  return {
    push(deal, stage, from, day, source) {
      if (size === room) grow();
      deals[size] = deal;
      stages[size] = stage;
      froms[size] = from;
      days[size] = day;
      sources[size++] = source;
    },
    finish: (names) => ({
      size,
      deal: deals.slice(0, size),
      stage: stages.slice(0, size),
      from: froms.slice(0, size),
      enteredAt: days.slice(0, size),
      source: sources.slice(0, size),
      stages: names,
    }),
  };
}
