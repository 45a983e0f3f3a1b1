import { type ArgsOf, said } from '../locale/said.js';
import { companyKeys, type MergedNames } from '../model/company-name.js';
import type { Customers } from '../model/customers.js';
import type { Deals } from '../model/deals.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { cellText } from '../model/text-column.js';
import type { JoinedNames } from './customer-key.js';
import { first, warning } from './warning.js';

const LISTED = 3;
const LISTED_NAMES = 4;

/** Which names were taken for one customer, and which of the user's lists name nobody. */
export function customerWarnings(
  joined: readonly JoinedNames[],
  merged: MergedNames,
  records: readonly (Deals | null)[],
  customers: Customers | null,
): LoadWarning[] {
  const warnings: LoadWarning[] = [];
  const alike = joined.filter((one) => !one.merged);
  if (alike.length > 0) warnings.push(warning(said('customers_joined', examples(alike))));
  const merges = joined.filter((one) => one.merged);
  if (merges.length > 0) warnings.push(warning(said('customers_merged', examples(merges))));
  const unknown = merged.length === 0 ? [] : namesOfNobody(merged, records, customers);
  if (unknown.length > 0) {
    const { shown, more } = first(unknown, LISTED);
    warnings.push(warning(said('customers_merge_unknown', { customers: unknown.length, names: shown, more })));
  }
  return warnings;
}

/** The first customers with the first of their names, and how many there are beside. */
function examples(joined: readonly JoinedNames[]): ArgsOf<'customers_joined'> {
  const { shown, more } = first(joined, LISTED);
  return {
    customers: joined.length,
    examples: shown.map(({ names }) => {
      const { shown: named, more: others } = first(names, LISTED_NAMES);
      return { names: named, more: others };
    }),
    more,
  };
}

/** Names of the lists that stand in no file, in whatever writing. */
function namesOfNobody(merged: MergedNames, records: readonly (Deals | null)[], customers: Customers | null): string[] {
  const keyOf = companyKeys([]);
  const known = new Set<string>();
  for (const deals of records) {
    if (deals === null || !deals.has('account')) continue;
    for (const name of deals.column('account').values) known.add(keyOf(name));
  }
  for (let row = 0; customers !== null && row < customers.size; row++) known.add(keyOf(cellText(customers.name, row)));
  return merged.flatMap((names) => {
    const missing = names.filter((name) => !known.has(keyOf(name)));
    // The first name may be one that nobody wrote: the customer is called so from here on.
    return missing.length < names.length ? missing.filter((name) => name !== names[0]) : missing;
  });
}
