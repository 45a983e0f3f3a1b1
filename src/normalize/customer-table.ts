import { type SubscriptionState, subscriptionState } from '../crm/subscription-status.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn } from '../model/column.js';
import { companyKeys, type MergedNames } from '../model/company-name.js';
import type { Customers } from '../model/customers.js';
import type { Place } from '../model/deals.js';
import { lineAt, sheetRowAt } from '../model/row-places.js';
import { roomFor } from '../model/shared-memory.js';
import { cellText, type TextColumn, TextColumnBuilder } from '../model/text-column.js';
import type { CustomerColumn } from './customer-key.js';
import type { ReadTable } from './read-table.js';

/** The customers of all files, and how many rows of each file a later one repeats. */
export interface StackedCustomers {
  readonly customers: Customers | null;
  /** By index of the file. */
  readonly repeated: readonly number[];
}

/**
 * Customers files one under the other. A customer that stands in several files (by id, else by name) is the one of the
 * last of them. `customer` is the deals' column of customers, whose codes link the two.
 */
export function stackCustomers(
  tables: readonly ReadTable[],
  customer: CustomerColumn | null,
  merged: MergedNames = [],
): StackedCustomers {
  if (tables.length === 0) return { customers: null, repeated: [] };
  const parts = tables.map(readPart);
  const keyOfName = companyKeys(merged);
  const keyOf = (id: string, name: string): string => {
    const key = name.trim() === '' ? '' : keyOfName(name);
    if (mergedKeys.has(key) || id.trim() === '') return key === '' ? '' : `name ${key}`;
    return `id ${id.trim()}`;
  };
  const mergedKeys = new Set(merged.flat().map(keyOfName));
  // In a file alone every row is a customer of its own; a rule judges ids that it repeats.
  const keys = parts.map(({ size, id, name }) =>
    Array.from({ length: size }, (_, row) => (parts.length === 1 ? '' : keyOf(cellText(id, row), cellText(name, row)))),
  );
  const last = new Map<string, number>();
  keys.forEach((own, file) => {
    for (const key of own) if (key !== '') last.set(key, file);
  });
  const kept = keys.map((own, file) => own.flatMap((key, row) => (key === '' || last.get(key) === file ? [row] : [])));
  const size = kept.reduce((sum, rows) => sum + rows.length, 0);
  const [id, name] = [new TextColumnBuilder(), new TextColumnBuilder()];
  const key = new Uint32Array(size);
  const days = (): Int32Array => roomFor(Int32Array, size).fill(NO_DAY);
  const dates = { started: days(), ended: days(), recorded: days() };
  const number = new Uint32Array(size);
  const numberOf = new Map<string, number>();
  const ended = new Uint8Array(size);
  let at = 0;
  let customerCount = 0;
  parts.forEach((part, file) => {
    for (const row of kept[file] ?? []) {
      const [ownId, ownName] = [cellText(part.id, row), cellText(part.name, row)];
      id.push(ownId);
      name.push(ownName);
      key[at] = customer?.codeOf(ownId.trim(), ownName) ?? 0;
      dates.started[at] = part.started?.[row] ?? NO_DAY;
      const last = part.ended?.[row] ?? NO_DAY;
      const state = part.states[part.status?.codes[row] ?? 0] ?? null;
      dates.ended[at] = last;
      // The last day of a customer who is said to be active is a plan, as the end of a contract is.
      dates.recorded[at] = state === 'running' ? NO_DAY : last;
      if (last === NO_DAY && state === 'ended') ended[at] = 1;
      const own = keyOf(ownId, ownName);
      // Without an id or a name nobody can tell two rows to be one customer.
      const known = own === '' ? undefined : numberOf.get(own);
      number[at] = known ?? customerCount++;
      if (own !== '' && known === undefined) numberOf.set(own, number[at] as number);
      at++;
    }
  });
  return {
    customers: {
      size,
      key,
      id: id.finish(),
      name: name.finish(),
      place: (row) => placeOf(tables, kept, row),
      startedAt: parts.some(({ started }) => started !== null) ? dates.started : null,
      endedAt: parts.some((part) => part.ended !== null) ? dates.ended : null,
      number,
      ended,
      recorded: [dates.started, dates.recorded],
    },
    repeated: parts.map((part, file) => part.size - (kept[file]?.length ?? 0)),
  };
}

/** Where a customer stands in its file. */
function placeOf(tables: readonly ReadTable[], kept: readonly (readonly number[])[], row: number): Place {
  let at = row;
  for (const [index, { plan, raw }] of tables.entries()) {
    const rows = kept[index] ?? [];
    const own = rows[at];
    if (own !== undefined) {
      const { file, sheet } = plan.head;
      return { file, sheet, row: sheetRowAt(raw.places, own), line: lineAt(raw.places, own) || null };
    }
    at -= rows.length;
  }
  return { file: '', sheet: null, row: 0, line: null };
}

interface Part {
  readonly size: number;
  readonly id: TextColumn;
  readonly name: TextColumn;
  readonly started: DayColumn | null;
  readonly ended: DayColumn | null;
  readonly status: CategoryColumn | null;
  /** What every value of the status means. */
  readonly states: readonly (SubscriptionState | null)[];
}

function readPart({ reader, mapping }: ReadTable): Part {
  const text = (field: string): TextColumn => reader.cells(mapping.fields.get(field)?.column ?? -1);
  const days = (field: string): DayColumn | null => {
    const column = mapping.fields.get(field)?.column;
    return column === undefined ? null : reader.as(column, 'day');
  };
  const statusAt = mapping.fields.get('status')?.column;
  const status = statusAt === undefined ? null : reader.as(statusAt, 'category');
  return {
    status,
    states: status?.values.map(subscriptionState) ?? [],
    size: reader.size,
    id: text('id'),
    name: text('name'),
    started: days('started_at'),
    ended: days('ended_at'),
  };
}
