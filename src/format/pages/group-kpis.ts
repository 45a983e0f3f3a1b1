/** Which KPIs the groups of a breakdown are compared by. */
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { SMALL_SAMPLE } from './figures.js';
import { type Group, kpiOf, OVER_CLOSED } from './group-columns.js';

/** What a sales leader compares first, in a report of all KPIs these alone where most of them have a value. */
const FIRST = ['revenue_won', 'won_deals', 'win_rate', 'stalled_deals'];
const SECOND = ['avg_deal_size', 'sales_cycle', 'open_pipeline_value'];
/** The same of groups of subscriptions. */
const FIRST_OF_SUBSCRIPTIONS = ['mrr', 'net_revenue_retention', 'gross_revenue_retention', 'logo_churn', 'customers'];
const MOST_KPIS = 6;
/** Of the first ones, enough for a table. */
const ENOUGH = 3;
/** With more KPIs than this in the report nobody asked for single ones. */
export const MOST_ASKED = 12;

/** The KPIs that groups are compared by, and how many more the document has. */
export function groupKpis(
  groups: readonly Group[],
  report: Report,
): { readonly chosen: readonly string[]; readonly more: number } {
  const measured = new Set(groups.flatMap(({ kpis }) => kpis.map(({ id }) => id)));
  const order = [...FIRST, ...SECOND, ...FIRST_OF_SUBSCRIPTIONS, ...report.kpis.map(({ id }) => id), ...measured];
  const all = [...new Set(order)].filter((id) => measured.has(id));
  const valued = all.filter((id) => hasValue(groups, id));
  // Without any value the reasons are what there is to say.
  const known = valued.length === 0 ? all : valued;
  const first = FIRST.filter((id) => known.includes(id));
  const many = report.kpis.length > MOST_ASKED && known.length > MOST_KPIS;
  const chosen = many && first.length >= ENOUGH ? first : known.slice(0, MOST_KPIS);
  return { chosen, more: all.length - chosen.length };
}

function hasValue(groups: readonly Group[], id: string): boolean {
  return groups.some((group) => {
    const kpi = kpiOf(group, id);
    return kpi !== undefined && (kpi.value !== null || kpi.byCurrency !== null);
  });
}

/** What the mark behind the name of such a group means. */
export const FEW_CLOSED: Text = {
  en: '† fewer than 20 closed deals: a difference may well be chance',
  fa: '† کمتر از ۲۰ معامله‌ی بسته‌شده: تفاوت‌ها شاید تصادفی باشند',
};

/** Whether a group has too few closed deals for its rate to say much. */
export function hasFewClosed(group: Group): boolean {
  const closed = kpiOf(group, OVER_CLOSED);
  return (closed?.denominator ?? closed?.n ?? group.n) < SMALL_SAMPLE;
}
