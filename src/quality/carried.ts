/** What a check is given, as plain data that another thread can be sent: no functions, and large columns shared. */

import type { Customers } from '../model/customers.js';
import { countedDays, takeCountedDays } from '../model/day-counts.js';
import type { Classed } from '../model/deal-classes.js';
import { type DealColumns, type DealField, Deals, type DealsInput, type Place } from '../model/deals.js';
import { distinctTexts } from '../model/distinct-texts.js';
import type { StageHistory } from '../model/history.js';
import { StoredIds } from '../model/stored-ids.js';
import { type PlacedFile, type PlacedTexts, StoredPlaces } from '../model/stored-places.js';
import { ValueColumn } from '../model/stored-values.js';
import type { Beside } from './definition.js';
import type { CheckInput } from './rule-result.js';

/** Customers whose places are data. */
interface CarriedCustomers extends Omit<Customers, 'place'> {
  readonly places: readonly Place[] | null;
}

export interface CarriedInput extends Omit<CheckInput, 'deals' | 'whole' | 'beside'> {
  readonly deals: DealsInput;
  /** Of the deals: the first thread needs them, too, and the second one sees the same memory. */
  readonly classed: Classed;
  /** What was counted of columns of days, by field. */
  readonly days: readonly (readonly [DealField, Int32Array])[];
  readonly whole?: { readonly deals: DealsInput; readonly history: StageHistory | null };
  readonly beside?: Omit<Beside, 'customers'> & { readonly customers: CarriedCustomers | null };
}

/** The input of a check as data. */
export function carry({ deals, whole, beside, ...rest }: CheckInput): CarriedInput {
  return {
    ...rest,
    deals: deals.carried(),
    classed: deals.classed(),
    days: countsOfDays(deals),
    ...(whole === undefined ? {} : { whole: { deals: whole.deals.carried(), history: whole.history } }),
    ...(beside === undefined ? {} : { beside: { ...beside, customers: carriedCustomers(beside.customers) } }),
  };
}

/**
 * The input of a check, of what {@link carry} gave.
 *
 * @param open lets texts be read that stayed in a file
 */
export function unpack(
  { deals: input, classed, days, whole, beside, ...rest }: CarriedInput,
  open: (file: PlacedFile) => PlacedTexts,
): CheckInput {
  const deals = new Deals(received(input, open), classed);
  for (const [field, counts] of days) {
    const column = deals.column(field);
    if (column instanceof Int32Array) takeCountedDays(column, counts);
  }
  return {
    ...rest,
    deals,
    ...(whole === undefined
      ? {}
      : { whole: { deals: new Deals(received(whole.deals, open)), history: whole.history } }),
    ...(beside === undefined ? {} : { beside: { ...beside, customers: unpackedCustomers(beside.customers) } }),
  };
}

/** Texts that are stored as words come as plain data. */
function received(input: DealsInput, open: (file: PlacedFile) => PlacedTexts): DealsInput {
  const columns: Partial<DealColumns> = { ...input.columns };
  const { id, name } = columns;
  if (id?.kind === 'plain' && id.stored?.kind === 'ids') {
    Object.assign(columns, { id: new ValueColumn(id.length, new StoredIds(id.stored)) });
  }
  if (name?.kind === 'plain' && name.stored?.kind === 'places') {
    const { stored } = name;
    const texts = open(stored.texts.file);
    Object.assign(columns, { name: new ValueColumn(name.length, new StoredPlaces({ ...stored, texts })) });
  }
  return { ...input, columns };
}

function countsOfDays(deals: Deals): CarriedInput['days'] {
  const { columns } = deals.carried();
  return Object.entries(columns).flatMap(([field, column]) => {
    const counts = column instanceof Int32Array ? countedDays(column) : null;
    return counts === null ? [] : [[field as DealField, counts] as const];
  });
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
  const texts = new Map<object, number>();
  for (const column of [...Object.values(columns), ...extra.values()])
    if ('values' in column && !ArrayBuffer.isView(column))
      texts.set(column.unmade ?? column.values, distinctTexts(column));
  let things = unreadable.length + duplicates.length + conflicts.length + setAside.length;
  for (const length of texts.values()) things += length;
  for (const { known, unmatched } of beside?.joins ?? []) things += known.length + unmatched.length;
  return things + (beside?.customers?.size ?? 0);
}
