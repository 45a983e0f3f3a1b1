import { lifetimeByTenures } from '../by-tenures.js';
import { defineKpi, none } from '../definition.js';

export const customerLifetime = defineKpi({
  id: 'customer_lifetime',
  title: { en: 'Customer lifetime', fa: 'طول ماندن مشتری' },
  unit: 'days',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Days that customers were customers, over the number of times that one ended, in the period or in all the data: how long one stays if they go on leaving as they did. Those who still stay count with their days so far. Needs a customers file with first and last days, or subscriptions; the last day counts.',
    fa: 'روزهایی که مشتریان مشتری بوده‌اند تقسیم بر شمار پایان یافتن‌ها، در دوره یا در همه‌ی داده‌ها: اگر ریزش همین بماند یک مشتری چند روز می‌ماند. روزهای مشتریانی که هنوز مانده‌اند نیز به‌شمار می‌آید. نیازمند فایل مشتریان با روز شروع و پایان، یا اشتراک‌هاست؛ روز پایان نیز حساب می‌شود.',
  },
  formula: {
    en: 'customerDays / endings',
    fa: 'روزهای مشتری بودن ÷ پایان‌ها',
  },
  source:
    'Mean of an exponential lifetime by exposure over events, with those who stay censored (Lawless, Statistical Models and Methods for Lifetime Data, ch. 4); 1 / churn rate of subscription businesses, without its dependence on the length of the period.',
  needs: [],
  byTenures: { always: true, measure: lifetimeByTenures },
  variants: ['churn_rate', 'clv_simple'],
  measure: () => none('no_customer_dates'),
});
