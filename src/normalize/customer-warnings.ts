import { companyKeys, type MergedNames } from '../model/company-name.js';
import type { Customers } from '../model/customers.js';
import type { Deals } from '../model/deals.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { cellText } from '../model/text-column.js';
import type { JoinedNames } from './customer-key.js';
import { warning } from './warning.js';

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
  if (alike.length > 0) {
    const [shown, more] = examples(alike);
    warnings.push(
      warning(
        'customers_joined',
        `${alike.length === 1 ? '1 customer is' : `${alike.length} customers are`} written in more than one way and ${alike.length === 1 ? 'was' : 'were'} joined (case, spaces, punctuation, forms of letters): ${shown}${more}. Names that differ in more stay apart: kpi check lists those that are probably one, customers.merge in the config joins them.`,
        `${alike.length} مشتری به چند شکل نوشته شده و یکی شد (حروف بزرگ، فاصله، نشانه‌ها، شکل حروف): ${shown}${more}. نام‌هایی با تفاوت بیشتر جدا می‌مانند: kpi check آن‌هایی را که احتمالاً یکی‌اند فهرست می‌کند و customers.merge در تنظیمات یکی‌شان می‌کند.`,
      ),
    );
  }
  const said = joined.filter((one) => one.merged);
  if (said.length > 0) {
    const [shown, more] = examples(said);
    warnings.push(
      warning(
        'customers_merged',
        `customers.merge made ${said.length === 1 ? '1 customer' : `${said.length} customers`} of several names: ${shown}${more}.`,
        `customers.merge از چند نام ${said.length} مشتری ساخت: ${shown}${more}.`,
      ),
    );
  }
  const unknown = merged.length === 0 ? [] : namesOfNobody(merged, records, customers);
  if (unknown.length > 0) {
    const shown = unknown.slice(0, LISTED).map((name) => `"${name}"`);
    const more = unknown.length > LISTED ? `, … ${unknown.length - LISTED}` : '';
    warnings.push(
      warning(
        'customers_merge_unknown',
        `customers.merge names ${unknown.length === 1 ? 'a customer' : `${unknown.length} customers`} that no file has: ${shown.join(', ')}${more}.`,
        `customers.merge از ${unknown.length} مشتری نام می‌برد که در هیچ فایلی نیست: ${shown.join('، ')}${more}.`,
      ),
    );
  }
  return warnings;
}

/** `"Acme GmbH" = "ACME GmbH"; …`, and how many there are beside. */
function examples(joined: readonly JoinedNames[]): readonly [shown: string, more: string] {
  const shown = joined.slice(0, LISTED).map(({ names }) => {
    const more = names.length > LISTED_NAMES ? ` = … ${names.length - LISTED_NAMES}` : '';
    return `${names
      .slice(0, LISTED_NAMES)
      .map((name) => `"${name}"`)
      .join(' = ')}${more}`;
  });
  return [shown.join('; '), joined.length > LISTED ? `; … ${joined.length - LISTED}` : ''];
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
