import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { kpisMeant } from '../../src/kpi/other-names.js';

describe('a name of no KPI', () => {
  it.each([
    ['won_value', ['revenue_won']],
    ['clv', ['clv_historic', 'clv_simple']],
    ['LTV', ['clv_historic', 'clv_simple']],
    ['retention', ['customer_retention_rate']],
    ['churn', ['churn_rate', 'logo_churn']],
    ['aov', ['avg_deal_size']],
    ['Conversion Rate', ['win_rate', 'cohort_conversion', 'lead_conversion_rate']],
    ['nrr', ['net_revenue_retention']],
    ['forecast', ['weighted_pipeline']],
    ['win-rate', ['win_rate']],
    ['Won value', ['revenue_won']],
    ['نرخ برد', ['win_rate']],
    // A slip of the finger.
    ['win_rat', ['win_rate']],
    ['xyzzy', []],
  ])('%s', (name, ids) => {
    expect(kpisMeant(name, kpis)).toEqual(ids);
  });
});
