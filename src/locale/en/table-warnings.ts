import { listed, many, number, quoted } from './words.js';

interface Value {
  readonly value: string;
  readonly rows: number;
}
interface OfFile {
  readonly file: string;
}

const counted = (values: readonly Value[], more: number): string =>
  listed(
    values.map(({ value, rows }) => `"${value}" (${number(rows)})`),
    more,
  );

/** Names of one customer, and how many there are beside those that are shown. */
interface Names {
  readonly names: readonly string[];
  readonly more: number;
}
function together(customers: readonly Names[], more: number): string {
  const shown = customers.map(
    ({ names, more: others }) => `${quoted(names, ' = ')}${others === 0 ? '' : ` = … ${number(others)}`}`,
  );
  return [...shown, ...(more === 0 ? [] : [`… ${number(more)}`])].join('; ');
}

/** Other tables than that of the deals, and how they hang together. */
export const TABLE_WARNINGS = {
  not_joined: ({ file }: OfFile) => `${file}: no column of it names what the deals name, so it was not joined.`,
  unmatched_join: ({
    file,
    column,
    deals,
    values,
    more,
  }: OfFile & {
    readonly column: string;
    readonly deals: number;
    readonly values: readonly string[];
    readonly more: number;
  }) =>
    `${file}: ${many(deals, 'deal carries', 'deals carry')} a ${column} that is not in it: ${listed(
      values.map((value) => `"${value}"`),
      more,
    )}.`,
  unmatched_history: ({
    file,
    changes,
    deals,
  }: OfFile & {
    readonly changes: number;
    /** Deals that no file has, a few of them; null: no deals were given at all. */
    readonly deals: readonly string[] | null;
  }) =>
    deals === null
      ? `${file}: its ${many(changes, 'stage change belongs', 'stage changes belong')} to no deal, for no deals were given.`
      : `${file}: ${many(changes, 'stage change belongs', 'stage changes belong')} to deals that no file has: ${quoted(deals)}.`,
  ambiguous_history: ({
    file,
    changes,
    names,
  }: OfFile & { readonly changes: number; readonly names: readonly string[] }) =>
    `${file}: ${many(changes, 'stage change names', 'stage changes name')} several deals at once and ${changes === 1 ? 'was' : 'were'} left out: ${quoted(names)}. A column with the deal's id settles it.`,
  customers_joined: ({
    customers,
    examples,
    more,
  }: {
    readonly customers: number;
    readonly examples: readonly Names[];
    readonly more: number;
  }) =>
    `${many(customers, 'customer is', 'customers are')} written in more than one way and ${customers === 1 ? 'was' : 'were'} joined (case, spaces, punctuation, forms of letters): ${together(examples, more)}. Names that differ in more stay apart: kpi check lists those that are probably one, customers.merge in the config joins them.`,
  customers_merged: ({
    customers,
    examples,
    more,
  }: {
    readonly customers: number;
    readonly examples: readonly Names[];
    readonly more: number;
  }) =>
    `customers.merge made ${many(customers, 'customer', 'customers')} of several names: ${together(examples, more)}.`,
  customers_merge_unknown: ({
    customers,
    names,
    more,
  }: {
    readonly customers: number;
    readonly names: readonly string[];
    readonly more: number;
  }) =>
    `customers.merge names ${customers === 1 ? 'a customer' : `${number(customers)} customers`} that no file has: ${quoted(names)}${more === 0 ? '' : `, … ${number(more)}`}.`,
  customers_from_orders: ({ files }: { readonly files: readonly string[] }) =>
    `The customer figures (customers, new customers, retention, repeat purchases, lifetime value) come from the orders of ${files.join(', ')}; all others come from the deals.`,
  orders_not_checked: ({
    files,
    deals,
    orders,
  }: {
    readonly files: readonly string[];
    readonly deals: number;
    readonly orders: number;
  }) =>
    `The data-quality rules and their score are about ${many(deals, 'deal', 'deals')}; ${many(orders, 'order', 'orders')} of ${files.join(', ')} ${orders === 1 ? 'was' : 'were'} not checked (kpi check ${files.join(' ')} checks ${orders === 1 ? 'it' : 'them'}).`,
  assumed_monthly: ({ file, column }: OfFile & { readonly column: string }) =>
    `${file}: nothing says for how long one "${column}" is paid, so it was taken as a price per month (--map subscriptions.arr="${column}" takes it as yearly, --map subscriptions.mrr="${column}" says that it is monthly, --map subscriptions.interval="…" names the column that tells).`,
  unknown_interval: ({ file, values, more }: OfFile & { readonly values: readonly Value[]; readonly more: number }) =>
    `${file}: these billing intervals are not known, so the prices beside them are missing: ${counted(values, more)}. Words like month, quarter, year or "3 months" are understood.`,
  unknown_subscription_status: ({
    file,
    first,
    values,
    more,
  }: OfFile & { readonly first: string; readonly values: readonly Value[]; readonly more: number }) =>
    `${file}: nobody knows what these statuses say, so the first and last days alone decide: ${counted(values, more)}. --stage "${first}=open" says that it runs, "=lost" that it has ended, "=excluded" that it does not count.`,
  running_past_end: ({ file, column, rows }: OfFile & { readonly column: string; readonly rows: number }) =>
    `${file}: the status of ${many(rows, 'row says that it runs, and its last day is over: it counts', 'rows says that they run, and their last day is over: they count')} as ended on it. If "${column}" is only the end of the term paid for, --ignore "${column}" lets them run.`,
  price_not_per_seat: ({ file, price, seats }: OfFile & { readonly price: string; readonly seats: string }) =>
    `${file}: "${price}" was taken as the price of the whole subscription; if it is per seat, --map subscriptions.unit_price="${price}" multiplies it by "${seats}".`,
};
