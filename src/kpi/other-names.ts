import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';

/** What people call a KPI elsewhere, in small letters with `_` between the words. A name may be that of several. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  new_deals: ['deals_created', 'created_deals', 'deals_new', 'new', 'opportunities'],
  won_deals: ['deals_won', 'wins', 'won', 'closed_won', 'orders'],
  lost_deals: ['deals_lost', 'losses', 'lost', 'closed_lost'],
  open_deals: ['deals_open', 'open', 'active_deals'],
  win_rate: [
    ...['win_ratio', 'winrate', 'close_rate', 'closing_rate', 'hit_rate', 'success_rate', 'win_percentage'],
    ...['conversion', 'conversion_rate'],
  ],
  win_rate_value: ['value_win_rate', 'win_rate_by_value', 'weighted_win_rate'],
  cohort_conversion: ['conversion', 'conversion_rate', 'deal_conversion'],
  lead_conversion_rate: ['conversion', 'conversion_rate', 'lead_conversion', 'mql_to_sql', 'lead_to_deal'],
  revenue_won: [
    ...['won_value', 'won_amount', 'won_revenue', 'value_won', 'revenue', 'sales', 'turnover', 'bookings'],
    ...['total_revenue', 'total_sales', 'tcv', 'gmv'],
  ],
  avg_deal_size: [
    ...['aov', 'asp', 'acv', 'average_deal_size', 'deal_size', 'avg_deal_value', 'average_deal_value', 'deal_value'],
    ...['average_order_value', 'avg_order_value', 'average_contract_value', 'basket'],
  ],
  eventual_win_rate: ['final_win_rate', 'ultimate_win_rate', 'win_probability', 'cumulative_incidence'],
  time_to_close: ['kaplan_meier', 'median_time_to_close', 'survival', 'days_to_close', 'time_to_win'],
  sales_cycle: [...['cycle', 'cycle_time', 'sales_cycle_length', 'days_to_close', 'cycle_length', 'lead_time']],
  open_pipeline_value: ['pipeline', 'pipeline_value', 'open_pipeline', 'open_value'],
  weighted_pipeline: ['forecast', 'weighted', 'weighted_value', 'expected_revenue', 'weighted_forecast'],
  overdue_pipeline_value: ['overdue', 'overdue_deals', 'overdue_pipeline', 'overdue_value'],
  pipeline_coverage: ['coverage', 'coverage_ratio'],
  sales_velocity: ['velocity', 'pipeline_velocity', 'deal_velocity'],
  customers: ['active_customers', 'customer_count', 'accounts', 'logos'],
  new_customers: ['new_logos', 'acquired_customers', 'customers_acquired', 'new_accounts'],
  customer_retention_rate: ['retention', 'retention_rate', 'customer_retention', 'crr', 'logo_retention'],
  churn_rate: ['churn', 'customer_churn', 'customer_churn_rate', 'attrition', 'attrition_rate'],
  customer_lifetime: ['lifetime', 'customer_lifespan', 'lifespan'],
  repeat_purchase_rate: ['repeat_rate', 'repurchase_rate', 'repeat_customers', 'repeat_purchase'],
  purchase_frequency: ['frequency', 'order_frequency'],
  same_customer_revenue_ratio: ['same_customer_revenue', 'same_customer_sales'],
  revenue_concentration: ['concentration', 'top_customers', 'customer_concentration', 'top_10'],
  clv_historic: ['clv', 'ltv', 'cltv', 'customer_lifetime_value', 'lifetime_value', 'historic_clv', 'customer_value'],
  clv_simple: ['clv', 'ltv', 'cltv', 'customer_lifetime_value', 'lifetime_value', 'simple_clv', 'customer_value'],
  mrr: ['monthly_recurring_revenue', 'recurring_revenue'],
  arr: ['annual_recurring_revenue', 'recurring_revenue'],
  net_revenue_retention: ['nrr', 'ndr', 'net_retention', 'net_dollar_retention', 'revenue_retention'],
  gross_revenue_retention: ['grr', 'gdr', 'gross_retention', 'gross_dollar_retention', 'revenue_retention'],
  logo_churn: ['churn', 'customer_churn', 'subscription_churn'],
  quota_attainment: ['quota', 'quotas', 'attainment', 'quota_achievement'],
  lost_reason_coverage: ['lost_reasons', 'loss_reasons', 'lost_reason', 'loss_reason', 'loss_reason_coverage'],
  stalled_deals: ['stalled', 'stale', 'stale_deals', 'stuck', 'stuck_deals', 'rotten_deals', 'rotting_deals'],
};

/** A KPI as far as its names go. */
interface Named {
  readonly id: string;
  readonly title: Text;
}

/**
 * The ids that a person most likely meant by a name of no KPI: its title, what it is called elsewhere (`clv` may be
 * two of ours), else the id that is spelt most like it. Empty when none is near.
 */
export function kpisMeant(name: string, known: readonly Named[]): readonly string[] {
  const key = keyOf(name);
  const ids = known.map(({ id }) => id);
  const called = known
    .filter(
      ({ id, title }) => keyOf(id) === key || keyOf(title.en) === key || keyOf(title.fa) === key || isCalled(id, key),
    )
    .map(({ id }) => id);
  if (called.length > 0) return called;
  const near = suggest(name, ids);
  return near === null ? [] : [near];
}

function isCalled(id: string, key: string): boolean {
  return OTHER_NAMES[id]?.includes(key) === true;
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}
