/** The columns of a list of customers: their names, how they are sorted, and what is typed for them. */
import { UserError } from '../errors/user-error.js';
import type { LifetimeCustomer } from '../kpi/lifetime/lifetime-of.js';
import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import type { FieldKind } from '../model/fields.js';

export interface CustomerColumn {
  /** As `--sort` takes it and CSV heads it. */
  readonly name: string;
  readonly title: Text;
  readonly kind: FieldKind;
  /** The key of a customer in the document. */
  readonly key: Exclude<keyof LifetimeCustomer, 'interval'>;
}

export const CUSTOMER_COLUMNS = [
  { name: 'customer', key: 'customer', kind: 'text', title: { en: 'Customer', fa: 'مشتری' } },
  { name: 'purchases', key: 'purchases', kind: 'number', title: { en: 'Purchases', fa: 'دفعات خرید' } },
  { name: 'first_purchase', key: 'firstPurchase', kind: 'day', title: { en: 'First purchase', fa: 'نخستین خرید' } },
  { name: 'last_purchase', key: 'lastPurchase', kind: 'day', title: { en: 'Last purchase', fa: 'آخرین خرید' } },
  { name: 'days_since', key: 'daysSince', kind: 'number', title: { en: 'Days since', fa: 'روز از آخرین خرید' } },
  { name: 'value', key: 'value', kind: 'money', title: { en: 'Value so far', fa: 'ارزش تاکنون' } },
  { name: 'mean_value', key: 'meanValue', kind: 'money', title: { en: 'Per purchase', fa: 'ارزش هر خرید' } },
  { name: 'p_alive', key: 'pAlive', kind: 'ratio', title: { en: 'P(alive)', fa: 'احتمال ماندن' } },
  {
    name: 'expected_purchases',
    key: 'expectedPurchases',
    kind: 'number',
    title: { en: 'Expected purchases', fa: 'خریدهای مورد انتظار' },
  },
  {
    name: 'expected_value',
    key: 'expectedValue',
    kind: 'money',
    title: { en: 'Expected value', fa: 'ارزش مورد انتظار' },
  },
  { name: 'at_risk', key: 'atRisk', kind: 'boolean', title: { en: 'At risk', fa: 'در خطر' } },
] as const satisfies readonly CustomerColumn[];

/** Every name that `--sort` takes. */
export const CUSTOMER_SORTS: readonly string[] = CUSTOMER_COLUMNS.map(({ name }) => name);

/**
 * A column by its name (`expected_value`, `expected-value`, `expectedValue`) or its title in either language.
 * @throws UserError `unknown_column` (exit 2)
 */
export function customerColumn(typed: string): (typeof CUSTOMER_COLUMNS)[number] {
  const asked = bare(typed);
  const found = CUSTOMER_COLUMNS.find(({ name, title }) =>
    [name, title.en, title.fa].some((one) => bare(one) === asked),
  );
  if (found !== undefined) return found;
  throw new UserError('unknown_column', {
    column: typed,
    option: '--sort',
    suggestion: suggest(typed, CUSTOMER_SORTS),
    columns: [...CUSTOMER_SORTS],
  });
}

/** Without what names are written apart with. */
function bare(text: string): string {
  return foldText(text).replaceAll(/[-_ \u200c()]/g, '');
}

/** A customer, and what tells it apart from others of its name. */
export interface Ranked {
  readonly one: LifetimeCustomer;
  /** As the engine numbers customers. */
  readonly number: number;
}

/** Customers by a column, the unknown ones last, equal ones by their names: the order of the files changes nothing. */
export function sortCustomers(
  customers: readonly Ranked[],
  { key }: Pick<CustomerColumn, 'key'>,
  direction: 'asc' | 'desc',
): Ranked[] {
  const sign = direction === 'asc' ? 1 : -1;
  return [...customers].sort((a, b) => {
    const [mine, other] = [a.one[key], b.one[key]];
    if (mine !== other) {
      if (mine === null) return 1;
      if (other === null) return -1;
      return mine < other ? -sign : sign;
    }
    return a.one.customer < b.one.customer ? -1 : a.one.customer > b.one.customer ? 1 : a.number - b.number;
  });
}
