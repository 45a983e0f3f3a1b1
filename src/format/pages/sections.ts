import type { Lang, Text } from '../../locale/text.js';

/** The groups in which the KPIs of a report are shown. Which KPIs there are is the document's business. */
const SECTIONS = {
  deals: { en: 'Deals', fa: 'معامله‌ها' },
  conversion: { en: 'Conversion', fa: 'تبدیل' },
  revenue: { en: 'Revenue', fa: 'درآمد' },
  cycle: { en: 'Sales cycle', fa: 'چرخه‌ی فروش' },
  pipeline: { en: 'Pipeline', fa: 'پایپ‌لاین' },
  customers: { en: 'Customers', fa: 'مشتریان' },
  value: { en: 'Customer value', fa: 'ارزش مشتری' },
  recurring: { en: 'Recurring revenue', fa: 'درآمد تکرارشونده' },
  other: { en: 'Other', fa: 'سایر' },
} as const satisfies Record<string, Text>;

type Section = keyof typeof SECTIONS;

const SECTION_OF = new Map<string, Section>([
  ['new_deals', 'deals'],
  ['won_deals', 'deals'],
  ['lost_deals', 'deals'],
  ['open_deals', 'deals'],
  ['win_rate', 'conversion'],
  ['win_rate_value', 'conversion'],
  ['cohort_conversion', 'conversion'],
  ['lead_conversion_rate', 'conversion'],
  ['eventual_win_rate', 'conversion'],
  ['lost_reason_coverage', 'conversion'],
  ['revenue_won', 'revenue'],
  ['avg_deal_size', 'revenue'],
  ['quota_attainment', 'revenue'],
  ['sales_cycle', 'cycle'],
  ['sales_cycle_lost', 'cycle'],
  ['time_to_close', 'cycle'],
  ['open_pipeline_value', 'pipeline'],
  ['weighted_pipeline', 'pipeline'],
  ['overdue_pipeline_value', 'pipeline'],
  ['pipeline_coverage', 'pipeline'],
  ['sales_velocity', 'pipeline'],
  ['stalled_deals', 'pipeline'],
  ['customers', 'customers'],
  ['new_customers', 'customers'],
  ['customer_retention_rate', 'customers'],
  ['churn_rate', 'customers'],
  ['customer_lifetime', 'customers'],
  ['repeat_purchase_rate', 'customers'],
  ['purchase_frequency', 'customers'],
  ['same_customer_revenue_ratio', 'customers'],
  ['revenue_concentration', 'customers'],
  ['clv_historic', 'value'],
  ['clv_simple', 'value'],
  ['clv_predicted', 'value'],
  ['mrr', 'recurring'],
  ['arr', 'recurring'],
  ['net_revenue_retention', 'recurring'],
  ['gross_revenue_retention', 'recurring'],
  ['logo_churn', 'recurring'],
]);

/** The entries by section: sections by their first KPI in the document, KPIs in the document's order, `Other` last. */
export function bySection<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  lang: Lang,
): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const groups = new Map<Section, Entry[]>();
  for (const entry of entries) {
    const section = SECTION_OF.get(entry.id) ?? 'other';
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [entry]);
    else group.push(entry);
  }
  const last = groups.get('other');
  if (groups.delete('other') && last !== undefined) groups.set('other', last);
  return [...groups].map(([section, group]) => ({ title: SECTIONS[section][lang], entries: group }));
}
