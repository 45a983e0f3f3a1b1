/** What customers are expected to buy, as rows. */
import type { Report } from '../../report/schema.js';
import { ends, type FigureRow, groupsOf, leftOut } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Lifetime = NonNullable<Report['lifetime']>;

/** The figures of all customers, the models with how well they fit, then the customers of the lists. */
export function* lifetimeRows({ lifetime }: Report): Rows {
  if (lifetime === null) return;
  const { asOf, customers, repeatCustomers, purchases, excluded, currency, reason } = lifetime;
  const base = { section: 'lifetime', end: asOf };
  yield { ...base, measure: 'customers', value: customers, unit: 'count', reason };
  yield { ...base, measure: 'repeat_customers', value: repeatCustomers, unit: 'count' };
  yield { ...base, measure: 'purchases', value: purchases, unit: 'count' };
  for (const one of excluded) yield { ...base, ...leftOut(one.reason, one.n) };
  const { meanValue, interval, totalValue, spendReason } = lifetime;
  const money = { unit: 'money', currency, n: customers };
  yield {
    ...base,
    ...money,
    measure: 'mean_value',
    value: meanValue,
    ...ends(interval),
    reason: reason ?? spendReason,
  };
  yield { ...base, ...money, measure: 'total_value', value: totalValue };
  yield* modelRows(lifetime, base);
  const atRisk = lifetime.atRiskTotal;
  if (atRisk !== null) yield { ...base, measure: 'customers_at_risk', value: atRisk, unit: 'count' };
  for (const one of lifetime.list) yield* customerRows(one, base, currency, '');
  for (const one of lifetime.atRisk) yield* customerRows(one, base, currency, 'at_risk_');
}

function* modelRows({ model, spend, fit }: Lifetime, base: FigureRow): Rows {
  for (const fitted of [model, spend]) {
    for (const { name, value } of fitted?.parameters ?? []) {
      yield { ...base, measure: fitted?.name, ...groupsOf([['parameter', name]]), value };
    }
    if (fitted !== null) yield { ...base, measure: `${fitted.name}_log_likelihood`, value: fitted.logLikelihood };
  }
  for (const { purchases, observed, expected } of fit?.frequency ?? []) {
    const at = { ...base, ...groupsOf([['repeat_purchases', purchases]]), unit: 'count' };
    yield { ...at, measure: 'customers_observed', value: observed };
    yield { ...at, measure: 'customers_expected', value: expected };
  }
  for (const { purchases, customers, expected, actual } of fit?.calibration ?? []) {
    const at = { ...base, ...groupsOf([['repeat_purchases', purchases]]), unit: 'count', n: customers };
    yield { ...at, measure: 'held_out_expected', value: expected };
    yield { ...at, measure: 'held_out_actual', value: actual };
  }
}

function* customerRows(one: Lifetime['list'][number], base: FigureRow, currency: string | null, list: string): Rows {
  const mine = { ...base, ...groupsOf([['customer', one.customer]]), n: one.purchases };
  const money = { unit: 'money', currency };
  yield { ...mine, ...money, measure: `${list}expected_value`, value: one.expectedValue, ...ends(one.interval) };
  yield { ...mine, ...money, measure: `${list}value`, value: one.value };
  yield { ...mine, measure: `${list}expected_purchases`, value: one.expectedPurchases, unit: 'count' };
  yield { ...mine, measure: `${list}p_alive`, value: one.pAlive, unit: 'ratio' };
}
