/** What files say of the models of purchases and of what they are worth. */
import { sameAmounts } from '../../analysis/models/checks/amounts.js';
import type { Check } from '../../analysis/models/checks/definition.js';
import {
  noGiants,
  pastForetells,
  purchasesAtRandom,
  repeatsFit,
  valueApart,
} from '../../analysis/models/checks/lifetime.js';
import type { Lifetime } from '../../kpi/lifetime/lifetime-of.js';
import { priced } from '../../kpi/populations.js';
import { purchasesUntil } from '../../kpi/purchases.js';
import { customersAsked } from '../lifetime.js';
import type { Estimate, Findings, ModelQuestion } from './definition.js';
import type { Figure, Fit, Table } from './fit.js';

type Estimates = NonNullable<Lifetime['buying']['estimates'] | Lifetime['spending']['estimates']>;

/** Repeat purchases are told as `0` … `6` and `7+`. */
const LAST_GROUP = 7;

export function bgNbdFindings({ question }: ModelQuestion): Findings {
  const { lifetime, reason } = customersAsked(question);
  if (lifetime === null) return { reason: reason as Findings['reason'], fit: null };
  const { estimates } = lifetime.buying;
  const { deals } = purchasesUntil(question.purchases ?? question.population, question.period);
  const checks = new Map<string, Check>([
    ['purchases_at_random', purchasesAtRandom(deals, lifetime.at)],
    ['past_foretells', pastForetells(lifetime)],
    ['repeats_fit', repeatsFit(lifetime)],
  ]);
  if (estimates === null) return { reason: lifetime.buying.reason, fit: null, checks };
  return { reason: null, parameters: estimatesOf(estimates), fit: buyingFit(lifetime, estimates), checks };
}

function buyingFit(lifetime: Lifetime, estimates: NonNullable<Lifetime['buying']['estimates']>): Fit {
  const { r, alpha, a, b } = estimates.values;
  return {
    figures: [
      { id: 'customers', title: { en: 'customers', fa: 'مشتریان' }, unit: 'count', value: lifetime.customers },
      {
        id: 'repeatCustomers',
        title: { en: 'of them with a repeat purchase', fa: 'از آن‌ها با خرید مجدد' },
        unit: 'count',
        value: lifetime.repeatCustomers,
      },
      {
        id: 'purchases',
        title: { en: 'days with a purchase', fa: 'روزهای دارای خرید' },
        unit: 'count',
        value: lifetime.purchases,
      },
      ...likelihood(estimates),
      {
        id: 'purchasesPerYear',
        title: {
          en: 'purchases a year of a customer who is one (52 · r / α)',
          fa: 'خرید سالانه‌ی مشتری تا وقتی مشتری است (52 · r / α)',
        },
        unit: 'number',
        value: (52 * r) / alpha,
      },
      {
        id: 'dropout',
        title: { en: 'leave after a repeat purchase, a / (a + b)', fa: 'رفتن پس از هر خرید مجدد، a / (a + b)' },
        unit: 'ratio',
        value: a / (a + b),
      },
    ],
    tables: [frequencyTable(lifetime), holdOutTable(lifetime)].flatMap((table) => table ?? []),
  };
}

function frequencyTable(lifetime: Lifetime): Table | null {
  const groups = lifetime.frequency();
  if (groups === null) return null;
  return {
    id: 'frequency',
    title: { en: 'Customers by repeat purchases', fa: 'مشتریان به شمار خریدهای مجدد' },
    columns: [
      { id: 'purchases', title: { en: 'Repeat purchases', fa: 'خریدهای مجدد' }, unit: 'text' },
      { id: 'observed', title: { en: 'Observed', fa: 'دیده‌شده' }, unit: 'count' },
      { id: 'expected', title: { en: 'Expected', fa: 'مورد انتظار' }, unit: 'count' },
    ],
    rows: groups.map(({ purchases, observed, expected }) => ({ purchases: groupName(purchases), observed, expected })),
  };
}

function holdOutTable(lifetime: Lifetime): Table | null {
  const groups = lifetime.holdOut();
  if (groups === null) return null;
  return {
    id: 'calibration',
    title: {
      en: 'Fitted on the first two thirds of the days: purchases of each customer in the last third',
      fa: 'برازش بر دو سوم نخست روزها: خریدهای هر مشتری در یک‌سوم آخر',
    },
    columns: [
      { id: 'purchases', title: { en: 'Repeat purchases before', fa: 'خریدهای مجدد پیش از آن' }, unit: 'text' },
      { id: 'customers', title: { en: 'Customers', fa: 'مشتریان' }, unit: 'count' },
      { id: 'expected', title: { en: 'Expected', fa: 'مورد انتظار' }, unit: 'number' },
      { id: 'actual', title: { en: 'Actual', fa: 'واقعی' }, unit: 'number' },
    ],
    rows: groups.map(({ purchases, customers, expected, actual }) => ({
      purchases: groupName(purchases),
      customers,
      expected,
      actual,
    })),
  };
}

function groupName(purchases: number): string {
  return purchases < LAST_GROUP ? `${purchases}` : `${LAST_GROUP}+`;
}

export function gammaGammaFindings({ question, currency, mixed }: ModelQuestion): Findings {
  const { lifetime, reason } = customersAsked(question);
  if (lifetime === null) return { reason: reason as Findings['reason'], fit: null };
  const { estimates, correlation, n } = lifetime.spending;
  const { deals } = purchasesUntil(question.purchases ?? question.population, question.period);
  const checks = new Map<string, Check>([
    ['value_apart_from_frequency', valueApart(lifetime)],
    ['no_giants', noGiants(lifetime)],
    ...(mixed.all || !deals.has('amount')
      ? []
      : ([['same_amounts', sameAmounts(priced(deals), currency)]] as [string, Check][])),
  ]);
  if (estimates === null) return { reason: lifetime.spending.reason, fit: null, checks };
  const { p, q, v } = estimates.values;
  const figures: Figure[] = [
    {
      id: 'customers',
      title: { en: 'customers with priced repeat purchases', fa: 'مشتریان با خرید مجدد دارای مبلغ' },
      unit: 'count',
      value: n,
    },
    ...likelihood(estimates),
    {
      id: 'correlation',
      title: { en: 'correlation of purchases and their mean amount', fa: 'همبستگی شمار خریدها و میانگین مبلغ' },
      unit: 'number',
      value: correlation,
    },
    {
      id: 'mean',
      title: { en: 'mean amount over all customers, v·p / (q − 1)', fa: 'میانگین مبلغ همه‌ی مشتریان، v·p / (q − 1)' },
      unit: 'money',
      value: (v * p) / (q - 1),
    },
  ];
  return { reason: null, parameters: estimatesOf(estimates), fit: { figures, tables: [] }, checks };
}

function likelihood({ logLikelihood, starts }: Estimates): Figure[] {
  return [
    {
      id: 'logLikelihood',
      title: { en: 'log-likelihood', fa: 'لگاریتم درست‌نمایی' },
      unit: 'decimal',
      value: logLikelihood,
    },
    {
      id: 'starts',
      title: { en: 'searches from different values', fa: 'جست‌وجو از مقدارهای گوناگون' },
      unit: 'count',
      value: starts,
    },
  ];
}

function estimatesOf({ values, standardErrors }: Estimates): ReadonlyMap<string, Estimate> {
  const errors: Readonly<Record<string, number>> = standardErrors ?? {};
  return new Map(Object.entries(values).map(([name, value]) => [name, { value, standardError: errors[name] ?? null }]));
}
