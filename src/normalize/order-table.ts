import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, NumberColumn } from '../model/column.js';
import type { DealFieldName } from '../model/fields.js';
import { EXCLUDED, WON } from '../model/outcome.js';
import { copyOf } from '../model/shared-memory.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import { currencies } from './currencies.js';
import type { DealSettings, DealTable } from './deal-table.js';
import { firstOf, sumOf } from './line-items.js';
import type { MappedColumn } from './mapping.js';
import { groupOrders, type OrderLines } from './order-groups.js';
import { orderFates } from './order-status.js';
import type { ReadTable } from './read-table.js';

/** Share of the priced lines on which the amount must be quantity × unit price: then it is the line's, not the order's. */
const LINE_TOTAL_SHARE = 0.5;

/**
 * An order or invoice log as won deals, closed on the day of the order. The lines of an order are one deal: its amount
 * is the sum of the lines' amounts, or of quantity × unit price where there is no amount; an amount that is the same on
 * all lines of every order is the order's own and counts once. Rows without a number are orders of their own. One
 * number under several customers is one order each.
 *
 * Orders and lines whose own status says that they were cancelled, returned, refunded or failed are no sales.
 *
 * A return is a credit, with a negative amount: by its negative quantity, or by a number of C and digits ("C536379", as
 * retail logs mark cancellations) where at least as many other numbers start with a digit.
 */
export function orderTable(table: ReadTable, settings: DealSettings): DealTable {
  const { reader, mapping } = table;
  const { size } = reader;
  const mapped = (field: string): MappedColumn | undefined => mapping.fields.get(field);
  const category = (field: string): CategoryColumn | undefined => {
    const column = mapped(field)?.column;
    return column === undefined ? undefined : reader.as(column, 'category');
  };
  const numbers = (field: 'amount' | 'quantity' | 'unit_price'): NumberColumn | undefined => {
    const column = mapped(field)?.column;
    return column === undefined ? undefined : reader.as(column, field === 'quantity' ? 'number' : 'money');
  };
  const idColumn = mapped('id')?.column;
  const ids = idColumn === undefined ? undefined : reader.cells(idColumn);
  const accountId = category('customer_id');
  const account = category('customer');
  const priced = { amount: numbers('amount'), quantity: numbers('quantity'), price: numbers('unit_price') };
  const fates = orderFates(table, priced.amount, priced.quantity);
  const orders = groupOrders(size, ids, accountId, account, fates.notSold);
  const unreadable = unreadableCells(table);
  const amount = orderAmounts(
    orders,
    priced,
    new Set(unreadable.filter(({ field }) => field === 'amount').map(({ row }) => row)),
  );
  if (amount !== undefined && ids !== undefined) negateCancelled(amount, ids, orders);
  const orderedAt = mapped('ordered_at')?.column;
  const closedAt = orderedAt === undefined ? undefined : firstDays(orders, reader.as(orderedAt, 'day'));
  const money = mapped('amount') ?? mapped('unit_price');
  const asDeal = new Map<string, MappedColumn>();
  if (orderedAt !== undefined) setIf(asDeal, 'closed_at', mapped('ordered_at'));
  setIf(asDeal, 'amount', money);
  setIf(asDeal, 'currency', mapped('currency'));
  const currency = currencies(reader, asDeal, category('currency'), settings.currency);
  // Rows of which neither number, customer, day nor amount is known are no orders.
  const nothing = [ids, accountId, account, amount, closedAt].every((column) => column === undefined);
  return {
    size,
    columns: {
      ...given('outcome', nothing ? undefined : fates.notSold.map((taken) => (taken === 1 ? EXCLUDED : WON))),
      ...given('id', orders.ids),
      ...given('account_id', accountId === undefined ? undefined : firstCodes(orders, accountId)),
      ...given('account', account === undefined ? undefined : firstCodes(orders, account)),
      ...given('amount', amount),
      ...given('currency', currency.column === undefined ? undefined : firstCodes(orders, currency.column)),
      ...given('closed_at', closedAt),
      ...given('product', category('product')),
    },
    unreadable: unreadable.map((cell) => ({ ...cell, row: orders.lineOf[cell.row] ?? cell.row })),
    ambiguous: reader.ambiguous(asDeal),
    stages: [],
    lineOf: orders.lineOf,
    setAside: rowsWith(fates.notSold),
    marked: fates.marked,
    waiting: fates.waiting,
    repeating: null,
    currencies: currency.account,
  };
}

function rowsWith(flags: Uint8Array): number[] {
  const rows: number[] = [];
  flags.forEach((flag, row) => {
    if (flag === 1) rows.push(row);
  });
  return rows;
}

function setIf(fields: Map<string, MappedColumn>, field: DealFieldName, mapped: MappedColumn | undefined): void {
  if (mapped !== undefined) fields.set(field, mapped);
}

function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}

interface Priced {
  readonly amount: NumberColumn | undefined;
  readonly quantity: NumberColumn | undefined;
  readonly price: NumberColumn | undefined;
}

/** The amount of every order, at its first row; undefined where no column tells. */
function orderAmounts(orders: OrderLines, columns: Priced, unreadable: ReadonlySet<number>): NumberColumn | undefined {
  const { amount, quantity, price } = columns;
  const product =
    quantity === undefined || price === undefined
      ? undefined
      : quantity.map((n, row) => n * (price[row] ?? Number.NaN));
  if (amount === undefined && product === undefined) return undefined;
  const signed = amount?.map((value, row) => ((quantity?.[row] ?? 0) < 0 && value > 0 ? -value : value));
  const lines = signed ?? product ?? new Float64Array(0);
  const whole = amount !== undefined && ofOrder(orders, amount, product);
  const totals = copyOf(lines);
  for (let order = 0; order < orders.count; order++) {
    const start = orders.starts[order] as number;
    const end = orders.starts[order + 1] as number;
    const first = orders.lines[start] as number;
    if (end - start === 1) {
      // A sum begins with 0, which has no sign.
      if (!whole) totals[first] = unreadable.has(first) ? Number.NaN : 0 + (lines[first] as number);
      continue;
    }
    const rows = Array.from(orders.lines.subarray(start, end));
    totals[first] = whole ? firstOf(rows, lines) : sumOf(rows, lines, unreadable);
  }
  return totals;
}

/** Whether the amount is the order's, repeated on its lines: the same on all lines of every order, and not the line's. */
function ofOrder(orders: OrderLines, amount: NumberColumn, product: NumberColumn | undefined): boolean {
  let [several, lines, ofLine] = [0, 0, 0];
  for (let order = 0; order < orders.count; order++) {
    const start = orders.starts[order] as number;
    const end = orders.starts[order + 1] as number;
    let [priced, price] = [0, Number.NaN];
    for (let at = start; at < end; at++) {
      const value = amount[orders.lines[at] as number] as number;
      if (Number.isNaN(value)) continue;
      if (priced > 0 && value !== price) return false;
      price = value;
      priced++;
    }
    if (priced < 2) continue;
    several++;
    for (let at = start; at < end; at++) {
      const row = orders.lines[at] as number;
      const [total, computed] = [amount[row] ?? Number.NaN, product?.[row] ?? Number.NaN];
      if (Number.isNaN(total) || Number.isNaN(computed)) continue;
      lines++;
      if (Math.abs(total - computed) <= CENT) ofLine++;
    }
  }
  return several > 0 && !(lines > 0 && ofLine >= lines * LINE_TOTAL_SHARE);
}

/** Amounts are rounded to the cent; a computed one is not. */
const CENT = 0.01;

/** Makes orders whose number starts with C credits, where every other number starts with a digit. */
function negateCancelled(amount: NumberColumn, ids: TextColumn, orders: OrderLines): void {
  const cancelled: number[] = [];
  let numbered = 0;
  for (let order = 0; order < orders.count; order++) {
    const row = orders.lines[orders.starts[order] as number] as number;
    if (ids.kind === 'plain') {
      const first = ids.bytes[ids.offsets[row] as number] as number;
      // Most numbers begin with a digit, which needs no text to be seen.
      if (ids.offsets[row] !== ids.offsets[row + 1] && first >= 0x30 && first <= 0x39) {
        numbered++;
        continue;
      }
    }
    const id = cellText(ids, row).trim();
    if (/^c\d/i.test(id)) cancelled.push(row);
    else if (/^\d/.test(id)) numbered++;
  }
  if (numbered < cancelled.length) return;
  for (const row of cancelled) amount[row] = -Math.abs(amount[row] ?? Number.NaN);
}

/** The earliest day among the lines of every order, at its first row. */
function firstDays(orders: OrderLines, days: DayColumn): DayColumn {
  const first = copyOf(days);
  for (let order = 0; order < orders.count; order++) {
    const start = orders.starts[order] as number;
    const row = orders.lines[start] as number;
    let earliest = days[row] as number;
    for (let at = start + 1; at < (orders.starts[order + 1] as number); at++) {
      const day = days[orders.lines[at] as number] as number;
      if (day !== NO_DAY && (earliest === NO_DAY || day < earliest)) earliest = day;
    }
    first[row] = earliest;
  }
  return first;
}

/** The first value among the lines of every order, at its first row. */
function firstCodes(orders: OrderLines, { codes, values }: CategoryColumn): CategoryColumn {
  const first = copyOf(codes);
  for (let order = 0; order < orders.count; order++) {
    const start = orders.starts[order] as number;
    const row = orders.lines[start] as number;
    for (let at = start + 1; first[row] === 0 && at < (orders.starts[order + 1] as number); at++) {
      first[row] = codes[orders.lines[at] as number] as number;
    }
  }
  return { codes: first, values };
}

/** Cells of dates and of money that cannot be read, under the deal fields that they make. */
function unreadableCells({ reader, mapping }: ReadTable): {
  row: number;
  field: DealFieldName;
  column: string;
  text: string;
}[] {
  const fields = [
    ['ordered_at', 'day', 'closed_at'],
    ['amount', 'money', 'amount'],
    ['quantity', 'number', 'amount'],
    ['unit_price', 'money', 'amount'],
  ] as const;
  return fields.flatMap(([field, kind, dealField]) => {
    const mapped = mapping.fields.get(field);
    // Quantity and unit price are not used where the amount is told.
    if (mapped === undefined || (dealField === 'amount' && field !== 'amount' && mapping.fields.has('amount')))
      return [];
    const cells = reader.cells(mapped.column);
    return reader
      .unreadableRows(mapped.column, kind)
      .map((row) => ({ row, field: dealField, column: mapped.header, text: cellText(cells, row) }));
  });
}
