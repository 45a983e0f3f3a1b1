/** What a check is given, as plain data that another thread can be sent: no functions, and large columns shared. */

import type { Customers } from '../model/customers.js';
import { Deals, type DealsInput, type Place } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { Beside } from './definition.js';
import type { CheckInput } from './rule-result.js';

/** Customers whose places are data. */
interface CarriedCustomers extends Omit<Customers, 'place'> {
  readonly places: readonly Place[] | null;
}

export interface CarriedInput extends Omit<CheckInput, 'deals' | 'whole' | 'beside'> {
  readonly deals: DealsInput;
  readonly whole?: { readonly deals: DealsInput; readonly history: StageHistory | null };
  readonly beside?: Omit<Beside, 'customers'> & { readonly customers: CarriedCustomers | null };
}

/** The input of a check as data. */
export function carry({ deals, whole, beside, ...rest }: CheckInput): CarriedInput {
  return {
    ...rest,
    deals: deals.carried(),
    ...(whole === undefined ? {} : { whole: { deals: whole.deals.carried(), history: whole.history } }),
    ...(beside === undefined ? {} : { beside: { ...beside, customers: carriedCustomers(beside.customers) } }),
  };
}

/** The input of a check, of what {@link carry} gave. */
export function unpack({ deals, whole, beside, ...rest }: CarriedInput): CheckInput {
  return {
    ...rest,
    deals: new Deals(deals),
    ...(whole === undefined ? {} : { whole: { deals: new Deals(whole.deals), history: whole.history } }),
    ...(beside === undefined ? {} : { beside: { ...beside, customers: unpackedCustomers(beside.customers) } }),
  };
}

function carriedCustomers(customers: Customers | null): CarriedCustomers | null {
  if (customers === null) return null;
  const { place, ...rest } = customers;
  const places = place === undefined ? null : Array.from({ length: customers.size }, (_, row) => place(row));
  return { ...rest, places };
}

function unpackedCustomers(customers: CarriedCustomers | null): Customers | null {
  if (customers === null) return null;
  const { places, ...rest } = customers;
  return places === null
    ? rest
    : { ...rest, place: (row) => places[row] ?? { file: '', sheet: null, row: 0, line: null } };
}

/**
 * How many single things the input holds that are copied one by one: texts, unreadable cells, repeated rows. Each takes
 * a good part of a microsecond, here and there.
 */
export function singleThings({ deals, beside }: CheckInput): number {
  const { columns, extra, unreadable, duplicates, conflicts = [], setAside = [] } = deals.carried();
  const texts = new Set<readonly string[]>();
  for (const column of [...Object.values(columns), ...extra.values()])
    if ('values' in column && !ArrayBuffer.isView(column)) texts.add(column.values);
  let things = unreadable.length + duplicates.length + conflicts.length + setAside.length;
  for (const values of texts) things += values.length;
  for (const { known, unmatched } of beside?.joins ?? []) things += known.length + unmatched.length;
  return things + (beside?.customers?.size ?? 0);
}
