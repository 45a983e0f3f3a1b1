import { buyersOf } from '../by-customer.js';
import { defineKpi, none } from '../definition.js';
import { share } from '../figures.js';
import { closingAbsent, purchasesUntil } from '../purchases.js';

export const repeatPurchaseRate = defineKpi({
  id: 'repeat_purchase_rate',
  title: { en: 'Repeat purchase rate', fa: 'نرخ خرید مجدد' },
  unit: 'ratio',
  basis: 'all',
  cumulative: true,
  better: 'higher',
  definition: {
    en: 'Customers with at least two deals won by the end of the period, over customers with at least one. Won deals that name no customer are left out; credits (negative amounts) are no purchase. `dealsPerCustomer` is the mean number of purchases. In a group of a breakdown only the purchases in that group count.',
    fa: 'مشتریانی که تا پایان دوره دست‌کم دو معامله‌ی برنده دارند، تقسیم بر مشتریانی که دست‌کم یکی دارند. معامله‌های برنده‌ای که مشتری‌شان معلوم نیست کنار گذاشته می‌شوند و مبلغ‌های منفی (برگشتی) خرید نیستند. dealsPerCustomer میانگین شمار خریدهاست. در یک گروه تنها خریدهای همان گروه شمرده می‌شود.',
  },
  formula: {
    en: 'customers with ≥ 2 won deals / customers with ≥ 1 won deal',
    fa: 'مشتریان با دو معامله‌ی برنده یا بیشتر ÷ مشتریان با یک معامله‌ی برنده یا بیشتر',
  },
  source: 'wallstreetprep.com, "Repeat Purchase Rate" (250 of 1,000 customers: 25 %).',
  needs: ['outcome', 'customer'],
  wants: ['closed_at', 'amount'],
  of: 'purchases',
  amounts: 'sign',
  variants: ['customer_retention_rate', 'purchase_frequency'],
  measure({ population, period }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const { deals, excluded } = purchasesUntil(population, period);
    const { count, repeated } = buyersOf(deals);
    const details = count === 0 ? {} : { dealsPerCustomer: deals.size / count };
    return share(repeated, count, 'no_customers', { excluded, details });
  },
});
