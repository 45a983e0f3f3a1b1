import { retentionByTenures, type TenureContext } from '../by-tenures.js';
import { defineKpi, type Measurement, none } from '../definition.js';

export const churnRate = defineKpi({
  id: 'churn_rate',
  title: { en: 'Churn rate', fa: 'نرخ ریزش مشتری' },
  unit: 'ratio',
  basis: 'all',
  better: 'lower',
  definition: {
    en: 'Of the customers active at the start of the period, the share no longer active at its end: 1 − customer retention rate, with its rule of who is active.',
    fa: 'از مشتریان فعال در آغاز دوره، سهم آنان که در پایان دیگر فعال نیستند: یک منهای نرخ حفظ مشتری، با همان قاعده‌ی فعال بودن.',
  },
  formula: {
    en: '1 − customer_retention_rate',
    fa: '۱ − نرخ حفظ مشتری',
  },
  source: 'Logo churn, in the set form of retention.',
  needs: [],
  uses: ['customer_retention_rate'],
  of: 'purchases',
  amounts: 'sign',
  variants: ['customer_retention_rate'],
  byTenures: { always: true, measure: byTenures },
  measure: ({ kpi }) => complement(kpi('customer_retention_rate')),
});

function byTenures(context: TenureContext): Measurement {
  const retention = retentionByTenures(context);
  return { ...complement(retention), ...(retention.notes === undefined ? {} : { notes: retention.notes }) };
}

function complement(retention: Measurement): Measurement {
  const { excluded, n, details = {} } = retention;
  if (retention.value === null) return { ...none(retention.reason, excluded, n), details };
  const { interval, numerator, denominator } = retention;
  const [kept, start] = [numerator?.total ?? 0, denominator?.total ?? 0];
  const rows = new Uint32Array(0);
  return {
    value: (start - kept) / start,
    n,
    numerator: { total: start - kept, rows },
    denominator: { total: start, rows },
    interval: interval ? { ...interval, low: 1 - interval.high, high: 1 - interval.low } : null,
    details,
    excluded,
  };
}
