import { defineKpi } from '../definition.js';
import { revenueKept } from '../revenue-kept.js';

export const netRevenueRetention = defineKpi({
  id: 'net_revenue_retention',
  title: { en: 'Net revenue retention', fa: 'نرخ خالص حفظ درآمد' },
  unit: 'ratio',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Of the monthly recurring revenue at the start of the period, what the same customers pay at its end, with their expansion, contraction and churn: above 100 % where expansion outweighs the losses. Whoever was not there at the start has no part in it. Without a period: the last window up to asOf. Which subscriptions count is said at mrr; null where no column has their last days.',
    fa: 'از درآمد تکرارشونده‌ی ماهانه در آغاز دوره، آنچه همان مشتریان در پایان می‌پردازند، با افزایش، کاهش و ریزش آنان؛ اگر افزایش بر کاهش‌ها بچربد از ۱۰۰٪ می‌گذرد. آنان که در آغاز نبوده‌اند در آن نیستند. بدون دوره: آخرین پنجره تا تاریخ گزارش. این‌که کدام اشتراک‌ها شمرده می‌شوند در mrr آمده است؛ اگر ستونی روز پایان را نگوید مقدار ندارد.',
  },
  formula: {
    en: '(startMrr + expansionMrr − contractionMrr − churnedMrr) / startMrr',
    fa: '(درآمد ماهانه‌ی آغاز + افزایش − کاهش − ریزش) ÷ درآمد ماهانه‌ی آغاز',
  },
  source:
    'Bessemer Venture Partners, net dollar retention; SaaS Metrics Standards Board, net revenue retention: the cohort at the start, customer by customer.',
  needs: ['outcome', 'customer', 'amount', 'created_at'],
  wants: ['closed_at'],
  of: 'subscriptions',
  variants: ['gross_revenue_retention', 'logo_churn', 'mrr'],
  measure: (context) => revenueKept(context, (_, end) => end),
});
