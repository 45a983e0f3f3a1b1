import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import { inPeriod, isAllTime } from '../../model/period.js';
import { defineKpi, type Note, none } from '../definition.js';
import { share } from '../figures.js';

export const leadConversionRate = defineKpi({
  id: 'lead_conversion_rate',
  title: { en: 'Lead conversion rate', fa: 'نرخ تبدیل سرنخ' },
  unit: 'ratio',
  basis: 'leads',
  better: 'higher',
  definition: {
    en: 'Leads created in the period that became customers, over all leads created in it. A lead became a customer when a won deal names it, or else when its own status says so; leads that say neither yes nor no are left out.',
    fa: 'سرنخ‌های ایجاد شده در دوره که مشتری شده‌اند، تقسیم بر همه‌ی سرنخ‌های آن دوره. سرنخ وقتی مشتری شده است که معامله‌ای برنده به آن پیوند داشته باشد، وگرنه وقتی که وضعیت خودش چنین بگوید؛ سرنخ‌هایی که هیچ‌کدام را نمی‌گویند در آن نیستند.',
  },
  formula: {
    en: 'converted leads / leads created in the period',
    fa: 'سرنخ‌های تبدیل‌شده ÷ سرنخ‌های ایجادشده در دوره',
  },
  source: 'Cohort form: Rekener (12 of the 100 leads of March = 12 %).',
  needs: [],
  measure({ leads, period }) {
    if (leads === null) return none('no_leads');
    const { converted, createdAt, size } = leads;
    if (converted === null) return none('no_lead_outcome');
    const allTime = isAllTime(period);
    if (!allTime && createdAt === null) return none('missing_field:leads.created_at');
    let [n, became, unknown, undated] = [0, 0, 0, 0];
    for (let lead = 0; lead < size; lead++) {
      if (!allTime) {
        const day = createdAt?.[lead] ?? NO_DAY;
        if (day === NO_DAY) undated++;
        if (!inPeriod(period, day)) continue;
      }
      const flag = converted[lead] as number;
      if (flag < 0) unknown++;
      else {
        n++;
        became += flag;
      }
    }
    return share(became, n, unknown > 0 ? 'no_lead_outcome' : 'no_leads', { notes: notes(unknown, undated) });
  },
});

function notes(unknown: number, undated: number): Note[] {
  return [
    ...(unknown > 0 ? [said('leads_without_outcome', { leads: unknown })] : []),
    ...(undated > 0 ? [said('leads_undated', { leads: undated })] : []),
  ];
}
