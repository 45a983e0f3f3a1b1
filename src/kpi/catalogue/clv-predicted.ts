import { defineKpi, none } from '../definition.js';
import { withoutValue } from '../figures.js';
import { lifetimeOf } from '../lifetime/lifetime-of.js';
import { closingAbsent } from '../purchases.js';

/** Its records are customers: no deal is a part of the figure. */
const NOBODY = new Uint32Array(0);

export const clvPredicted = defineKpi({
  id: 'clv_predicted',
  title: { en: 'Customer lifetime value (expected)', fa: 'ارزش طول عمر مشتری (مورد انتظار)' },
  unit: 'money',
  basis: 'all',
  atSnapshot: true,
  onDemand: true,
  better: 'higher',
  definition: {
    en: 'Mean, over all customers with a purchase by the snapshot or the end of the period, of the discounted value of the purchases that each is expected to make in the next 36 months (`clv.horizonMonths`). How often a customer still buys comes from the BG/NBD model, what a purchase is worth from the Gamma-Gamma model, both fitted to these purchases by maximum likelihood and in weeks. Purchases of one customer on one day are one; those without an amount count for how often, not for how much; negative amounts are no purchases. Refused with a reason under 50 customers who bought again, under 90 days, and where the models do not fit. Discounted at `clv.discountRate` a year (0.1 unless set), times `clv.margin`; without that it is revenue. Customers who bought before the file begins look newer than they are.',
    fa: 'میانگین ارزش تنزیل‌شده‌ی خریدهایی که از هر مشتری در ۳۶ ماه آینده (clv.horizonMonths) انتظار می‌رود، برای همه‌ی مشتریانی که تا روز گزارش یا پایان دوره خریده‌اند. این‌که مشتری هنوز چند بار می‌خرد از مدل BG/NBD و این‌که هر خرید چه ارزشی دارد از مدل Gamma-Gamma می‌آید؛ هر دو با بیشینه‌ی درست‌نمایی و به هفته بر همین خریدها برازش می‌شوند. خریدهای یک مشتری در یک روز یکی است؛ خریدهای بی‌مبلغ در دفعات به حساب می‌آیند و در ارزش نه؛ مبلغ منفی خرید نیست. با کمتر از ۵۰ مشتری با خرید مجدد، کمتر از ۹۰ روز، و جایی که مدل‌ها برازش نمی‌شوند، با ذکر دلیل داده نمی‌شود. با نرخ تنزیل سالانه‌ی clv.discountRate (0.1 مگر تنظیم شود) و ضرب در clv.margin؛ بدون آن فروش است. مشتریانی که پیش از آغاز فایل خریده‌اند تازه‌تر از آنچه هستند به نظر می‌رسند.',
  },
  formula: {
    en: 'mean over customers of P(alive) × E[M] × Σ over months m of (E[Y(m)] − E[Y(m−1)]) / (1 + rate)^(m/12) (× margin), Y(m) the purchases of the next m months if alive',
    fa: 'میانگین مشتریان از احتمال ماندن × ارزش مورد انتظار خرید × جمع خریدهای مورد انتظار هر ماه پس از تنزیل (× حاشیه‌ی سود)',
  },
  source:
    'P. S. Fader, B. G. S. Hardie, K. L. Lee, “Counting Your Customers” the Easy Way, Marketing Science 24 (2005); Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013).',
  needs: ['outcome', 'customer', 'amount', 'closed_at'],
  wants: ['currency'],
  of: 'purchases',
  variants: ['clv_historic', 'clv_simple'],
  measure({ population, period, asOf, settings }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const lifetime = lifetimeOf({ population, period, asOf, settings });
    const { buying, spending, customers, repeatCustomers, purchases, excluded, notes } = lifetime;
    const reason = buying.reason ?? spending.reason;
    const mean = lifetime.mean();
    const counts = { customers, repeatCustomers, purchases };
    if (reason !== null || mean === null) return withoutValue(reason ?? 'no_model', { excluded, details: counts });
    return {
      value: mean.value,
      n: customers,
      numerator: { total: mean.total, rows: NOBODY },
      denominator: { total: customers, rows: NOBODY },
      interval: mean.interval,
      excluded,
      notes,
      details: {
        ...counts,
        total: mean.total,
        ...buying.estimates?.values,
        buyingLogLikelihood: buying.estimates?.logLikelihood ?? null,
        ...spending.estimates?.values,
        spendingLogLikelihood: spending.estimates?.logLikelihood ?? null,
      },
    };
  },
});
