import type { CategoryColumn } from '../model/column.js';
import { cellText, type PlainColumn, type TextColumn, TextColumnBuilder } from '../model/text-column.js';
import { seenIds } from './seen-ids.js';

/** The lines of orders, without an object per order: order i has `lines[starts[i]] … lines[starts[i + 1] - 1]`. */
export interface OrderLines {
  readonly count: number;
  readonly starts: Uint32Array;
  /** Rows, ascending within an order. */
  readonly lines: Uint32Array;
}

export interface Orders extends OrderLines {
  /** The row that stands for each row's order. */
  readonly lineOf: Uint32Array;
  /** Numbers of the orders; made unlike where several customers share one. */
  readonly ids: TextColumn | undefined;
}

/**
 * The rows of each order: those with one number and one customer. Rows without a number are orders of their own. Lines
 * that were taken back (`notSold` is 1) are none of the order's, unless all of them were.
 */
export function groupOrders(
  size: number,
  ids: TextColumn | undefined,
  accountId: CategoryColumn | undefined,
  account: CategoryColumn | undefined,
  notSold: Uint8Array,
): Orders {
  const first = firstRows(size, ids);
  const customers = ids === undefined ? null : customerCodes(size, accountId, account);
  const shared = ids === undefined || customers === null ? null : sharedNumbers(first, ids, customers);
  const names = shared === null ? null : new TextColumnBuilder();
  // A number that several customers share is an order of each: they are found by number and customer together.
  const known = new Map<string, number>();
  const orderOf = new Uint32Array(size);
  const sizes: number[] = [];
  for (let row = 0; row < size; row++) {
    const holder = first[row] as number;
    let own = holder === row ? -1 : (orderOf[holder] as number);
    if (shared !== null && ids !== undefined && customers !== null) {
      const id = cellText(ids, row).trim();
      const isShared = shared[holder] === 1 && id !== '';
      const key = isShared ? `${id} · ${customerName(customers[row] as number)}` : id;
      names?.push(key);
      if (isShared) {
        own = known.get(key) ?? -1;
        if (own < 0) known.set(key, sizes.length);
      }
    }
    if (own < 0) own = sizes.push(0) - 1;
    orderOf[row] = own;
    sizes[own] = (sizes[own] as number) + 1;
  }
  const grouped = soldLines(linesOf(orderOf, sizes), orderOf, notSold);
  const lineOf = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    lineOf[row] = grouped.lines[grouped.starts[orderOf[row] as number] as number] as number;
  }
  return { ...grouped, lineOf, ids: names === null ? ids : names.finish() };
}

/** The first row with each row's number; a row without one stands for itself. */
function firstRows(size: number, ids: TextColumn | undefined): Uint32Array {
  const first = new Uint32Array(size);
  const byText = ids?.kind === 'plain' && hasOtherEdges(ids) ? new Map<string, number>() : null;
  const seen = ids === undefined || byText !== null ? null : seenIds(ids);
  for (let row = 0; row < size; row++) {
    let earlier = seen?.earlier(row) ?? -1;
    if (byText !== null && ids !== undefined) {
      const id = cellText(ids, row).trim();
      earlier = id === '' ? -1 : (byText.get(id) ?? -1);
      if (earlier < 0 && id !== '') byText.set(id, row);
    }
    first[row] = earlier < 0 ? row : earlier;
  }
  return first;
}

/** Whether a cell begins or ends with something else than ASCII: it may be white space, which bytes do not tell. */
function hasOtherEdges({ bytes, offsets, length }: PlainColumn): boolean {
  for (let row = 0; row < length; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    if (start !== end && ((bytes[start] as number) > 0x7f || (bytes[end - 1] as number) > 0x7f)) return true;
  }
  return false;
}

/** The customer of every row as a whole number: even by name, odd by id, 0 = nobody. */
function customerCodes(
  size: number,
  accountId: CategoryColumn | undefined,
  account: CategoryColumn | undefined,
): Float64Array {
  const customers = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const id = accountId?.codes[row] ?? 0;
    customers[row] = id === 0 ? 2 * (account?.codes[row] ?? 0) : 2 * id + 1;
  }
  return customers;
}

function customerName(customer: number): string {
  if (customer === 0) return '';
  return customer % 2 === 0 ? `name ${customer / 2}` : `id ${(customer - 1) / 2}`;
}

/** The first rows of numbers that several customers share; null where none is. */
function sharedNumbers(first: Uint32Array, ids: TextColumn, customers: Float64Array): Uint8Array | null {
  const customerOf = new Float64Array(first.length);
  let shared: Uint8Array | null = null;
  for (let row = 0; row < first.length; row++) {
    const customer = customers[row] as number;
    if (customer === 0) continue;
    const holder = first[row] as number;
    const known = customerOf[holder] as number;
    if (known === 0) customerOf[holder] = customer;
    else if (known !== customer && cellText(ids, row).trim() !== '') {
      shared ??= new Uint8Array(first.length);
      shared[holder] = 1;
    }
  }
  return shared;
}

function linesOf(orderOf: Uint32Array, sizes: readonly number[]): OrderLines {
  const starts = new Uint32Array(sizes.length + 1);
  for (let order = 0; order < sizes.length; order++) {
    starts[order + 1] = (starts[order] as number) + (sizes[order] as number);
  }
  const next = starts.slice();
  const lines = new Uint32Array(orderOf.length);
  for (let row = 0; row < orderOf.length; row++) {
    const order = orderOf[row] as number;
    const at = next[order] as number;
    lines[at] = row;
    next[order] = at + 1;
  }
  return { count: sizes.length, starts, lines };
}

/** The lines of orders without those that were taken back; all of an order's where the whole of it was. */
function soldLines(all: OrderLines, orderOf: Uint32Array, notSold: Uint8Array): OrderLines {
  if (!notSold.includes(1)) return all;
  const { count, starts, lines } = all;
  const sold = new Uint32Array(count);
  for (let row = 0; row < orderOf.length; row++) {
    const order = orderOf[row] as number;
    if (notSold[row] !== 1) sold[order] = (sold[order] as number) + 1;
  }
  const kept = new Uint32Array(lines.length);
  const moved = new Uint32Array(count + 1);
  let used = 0;
  for (let order = 0; order < count; order++) {
    for (let at = starts[order] as number; at < (starts[order + 1] as number); at++) {
      const row = lines[at] as number;
      if (sold[order] === 0 || notSold[row] !== 1) kept[used++] = row;
    }
    moved[order + 1] = used;
  }
  return { count, starts: moved, lines: kept.subarray(0, used) };
}
