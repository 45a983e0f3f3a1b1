import { defineKpi, none } from '../definition.js';

/** Months in a year. */
const YEAR = 12;

export const arr = defineKpi({
  id: 'arr',
  title: { en: 'Annual recurring revenue', fa: 'درآمد تکرارشونده‌ی سالانه' },
  unit: 'money',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Twelve times the monthly recurring revenue at the end of the period: what the subscriptions that run then bring in a year, if none begins, ends or changes.',
    fa: 'دوازده برابر درآمد تکرارشونده‌ی ماهانه در پایان دوره: آنچه اشتراک‌های برقرار در یک سال می‌آورند، اگر هیچ‌یک آغاز، پایان یا تغییر نکند.',
  },
  formula: {
    en: '12 × mrr',
    fa: '۱۲ × درآمد تکرارشونده‌ی ماهانه',
  },
  source: 'ChartMogul, ARR = MRR × 12; SaaS Metrics Standards Board, ARR.',
  needs: [],
  uses: ['mrr'],
  of: 'subscriptions',
  variants: ['mrr'],
  measure({ kpi }) {
    const monthly = kpi('mrr');
    if (monthly.value === null) return none(monthly.reason, monthly.excluded, monthly.n);
    const { n, excluded, rows } = monthly;
    return { value: YEAR * monthly.value, n, excluded, ...(rows === undefined ? {} : { rows }) };
  },
});
