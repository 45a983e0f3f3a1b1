import { defineKpi } from '../definition.js';
import { revenueKept } from '../revenue-kept.js';

export const grossRevenueRetention = defineKpi({
  id: 'gross_revenue_retention',
  title: { en: 'Gross revenue retention', fa: 'نرخ ناخالص حفظ درآمد' },
  unit: 'ratio',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Of the monthly recurring revenue at the start of the period, what the same customers still pay at its end, each at most what they paid at the start: contraction and churn alone, so never above 100 %. Without a period: the last window up to asOf. Which subscriptions count is said at mrr; null where no column has their last days.',
    fa: 'از درآمد تکرارشونده‌ی ماهانه در آغاز دوره، آنچه همان مشتریان در پایان هنوز می‌پردازند، هر یک حداکثر به اندازه‌ی آغاز: تنها کاهش و ریزش، پس هرگز بیش از ۱۰۰٪ نیست. بدون دوره: آخرین پنجره تا تاریخ گزارش. این‌که کدام اشتراک‌ها شمرده می‌شوند در mrr آمده است؛ اگر ستونی روز پایان را نگوید مقدار ندارد.',
  },
  formula: {
    en: '(startMrr − contractionMrr − churnedMrr) / startMrr',
    fa: '(درآمد ماهانه‌ی آغاز − کاهش − ریزش) ÷ درآمد ماهانه‌ی آغاز',
  },
  source:
    'Bessemer Venture Partners, gross dollar retention; SaaS Metrics Standards Board, gross revenue retention: capped at the start, customer by customer.',
  needs: ['outcome', 'customer', 'amount', 'created_at'],
  wants: ['closed_at'],
  of: 'subscriptions',
  variants: ['net_revenue_retention', 'logo_churn', 'mrr'],
  measure: (context) => revenueKept(context, Math.min),
});
