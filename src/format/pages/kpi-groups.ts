import type { Lang, Text } from '../../locale/text.js';

interface Group {
  readonly title: Text;
  readonly kpis: readonly string[];
}

/** The groups in which the KPIs of a report are shown, and their order in each: what a leader asks for first. */
const GROUPS: readonly Group[] = [
  { title: { en: 'Won', fa: 'برنده' }, kpis: ['revenue_won', 'won_deals', 'avg_deal_size', 'quota_attainment'] },
  {
    title: { en: 'Conversion', fa: 'تبدیل' },
    kpis: [
      'win_rate',
      'win_rate_value',
      'eventual_win_rate',
      'lost_deals',
      'cohort_conversion',
      'lead_conversion_rate',
      'lost_reason_coverage',
    ],
  },
  { title: { en: 'Time', fa: 'زمان' }, kpis: ['sales_cycle', 'sales_cycle_lost', 'time_to_close'] },
  {
    title: { en: 'Pipeline', fa: 'پایپ‌لاین' },
    kpis: [
      'new_deals',
      'open_deals',
      'stalled_deals',
      'open_pipeline_value',
      'weighted_pipeline',
      'overdue_pipeline_value',
      'pipeline_coverage',
      'sales_velocity',
    ],
  },
  {
    title: { en: 'Customers', fa: 'مشتریان' },
    kpis: [
      'customers',
      'new_customers',
      'customer_retention_rate',
      'churn_rate',
      'customer_lifetime',
      'repeat_purchase_rate',
      'purchase_frequency',
      'same_customer_revenue_ratio',
      'revenue_concentration',
      'clv_historic',
      'clv_simple',
      'clv_predicted',
    ],
  },
  {
    title: { en: 'Recurring revenue', fa: 'درآمد تکرارشونده' },
    kpis: ['mrr', 'arr', 'net_revenue_retention', 'gross_revenue_retention', 'logo_churn'],
  },
];

const OTHER: Text = { en: 'Other', fa: 'سایر' };

/** The entries by group; what no group knows comes last, in the order of the document. */
export function byGroup<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  lang: Lang,
): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const known = GROUPS.map(({ title, kpis }) => ({
    title: title[lang],
    entries: kpis.flatMap((id) => entries.filter((entry) => entry.id === id)),
  }));
  const grouped = new Set(known.flatMap((group) => group.entries));
  const other = { title: OTHER[lang], entries: entries.filter((entry) => !grouped.has(entry)) };
  return [...known, other].filter((group) => group.entries.length > 0);
}
