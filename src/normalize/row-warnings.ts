import { said } from '../locale/said.js';
import { isoDay } from '../model/civil-day.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { lineAt, sheetRowAt } from '../model/row-places.js';
import type { DealTable } from './deal-table.js';
import { lostGroups } from './grouped-report.js';
import { possibleLines } from './possible-lines.js';
import type { ReadTable } from './read-table.js';
import type { StackedDeals } from './stack-deals.js';
import { warning } from './warning.js';

/** Values that a warning names. */
const LISTED = 5;
/** Rows that a warning names one by one. */
const MOST_ROWS = 20;

const fileOf = ({ plan }: ReadTable): string => plan.head.file;

/** What a reader must know of rows that are no deals of their own: lines of a deal, and deals in older snapshots. */
export function rowWarnings({ rows, tables, tomans, damagedIds, places }: StackedDeals): LoadWarning[] {
  const named = (index: number): string => {
    const table = tables[index];
    return table === undefined ? '' : fileOf(table);
  };
  const lines = rows.lineTables.map(({ table, deals, folded, amount, ownDays }) =>
    warning(
      said('line_items', {
        file: named(table),
        deals,
        rows: folded,
        summed: amount === 'line',
        ownDays,
      }),
      { file: named(table), role: 'deals', count: deals },
    ),
  );
  const reused = rows.shared.map(({ table, ids, deals, rows: shared, said: asked }) =>
    warning(said('reused_ids', { file: named(table), ids, deals }), {
      file: named(table),
      role: 'deals',
      field: 'id',
      count: deals,
      rows: shared
        .slice(0, MOST_ROWS)
        .map((row) => ({ row: sheetRowAt(places, row), line: lineAt(places, row) || null })),
      ...(asked ? { settled: true } : {}),
    }),
  );
  const carried = tables.flatMap((table) =>
    (table.carried ?? []).map(({ header, cells }) =>
      warning(said('group_carried', { file: fileOf(table), column: header, cells }), {
        file: fileOf(table),
        role: 'deals',
        column: header,
        count: cells,
      }),
    ),
  );
  const lost = tables.flatMap((table) => {
    const groups = lostGroups(table.raw);
    if (groups === null) return [];
    const { header, rows } = groups;
    return [
      warning(said('groups_left_out', { file: fileOf(table), column: header, rows }), {
        file: fileOf(table),
        role: 'deals',
        column: header,
        count: rows,
      }),
    ];
  });
  const maybe = tables.flatMap((table) => {
    const found = possibleLines(table);
    if (found === null) return [];
    const { further, deals, idColumn } = found;
    return [
      warning(said('possible_line_items', { file: fileOf(table), rows: further, deals, idColumn }), {
        file: fileOf(table),
        role: 'deals',
        count: further,
      }),
    ];
  });
  const snapshots = rows.snapshots.map(({ files, several, onlyOlder }) => {
    const dated = files.map(({ file, end }) => ({ file: named(file), day: end === null ? null : isoDay(end) }));
    const newest = named(files.at(-1)?.file ?? 0);
    return warning(said('snapshots', { files: dated, newest, several, onlyOlder }), {
      file: newest,
      role: 'deals',
      count: several,
    });
  });
  const units = tomans === 0 ? [] : [warning(said('tomans', { amounts: tomans }))];
  const ids = damagedIds === 0 ? [] : [warning(said('damaged_ids', { ids: damagedIds }))];
  return [...carried, ...lost, ...lines, ...reused, ...maybe, ...snapshots, ...units, ...ids];
}

/** What the user said of columns with no effect: no file that was given holds records with that field. */
export function unheardWarnings(tables: readonly ReadTable[]): LoadWarning[] {
  const roles = [...new Set(tables.map(({ plan }) => plan.role))];
  return tables.flatMap(({ plan }) =>
    (plan.unheard ?? []).map(({ key, column }) =>
      warning(said('map_without_effect', { key, column, field: key.replace(/^.*\./, ''), roles })),
    ),
  );
}

/** Orders that count as sales though they are not paid or sent yet. */
export function waitingWarnings(
  tables: readonly ReadTable[],
  parts: readonly Pick<DealTable, 'waiting'>[],
): LoadWarning[] {
  return tables.flatMap((table, index) => {
    const waiting = parts[index]?.waiting ?? [];
    const [first] = waiting;
    if (first === undefined) return [];
    const rows = waiting.reduce((sum, one) => sum + one.rows, 0);
    const values = [...new Set(waiting.map(({ value }) => value))].slice(0, LISTED);
    return [
      warning(said('orders_waiting', { file: fileOf(table), column: first.column, rows, values }), {
        file: fileOf(table),
        column: first.column,
        count: rows,
      }),
    ];
  });
}

/** What a reader must know of orders: `apart` where they stand beside deals, `asDeals` where they are the deals. */
export function orderWarnings(
  apart: { readonly tables: readonly ReadTable[]; readonly orders: number; readonly deals: number },
  asDeals: readonly ReadTable[],
): LoadWarning[] {
  const files = apart.tables.map(fileOf);
  return [
    ...(apart.tables.length === 0
      ? []
      : [
          warning(said('customers_from_orders', { files })),
          warning(said('orders_not_checked', { files, deals: apart.deals, orders: apart.orders })),
        ]),
    ...(asDeals.length === 0 ? [] : [warning(said('orders_as_deals', { files: asDeals.map(fileOf) }))]),
  ];
}
