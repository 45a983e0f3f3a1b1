import { isAllTime } from '../../model/period.js';
import { byDayUntil, withinDays } from '../../model/selections.js';
import { amountTotal } from '../amounts.js';
import { defineKpi, none } from '../definition.js';
import { FigureOf, leftOut, withoutValue } from '../figures.js';
import { lifespanNote, marginNote } from '../lifetime/notes.js';
import { customersOf, priced, unpriced } from '../populations.js';
import { closingAbsent, purchasesUntil } from '../purchases.js';
import { closingsReach } from '../reach.js';

/** Purchases are counted over a whole year, so that every customer's season is in it once. */
const YEAR = 365;
const DAYS_PER_YEAR = 365.25;

export const clvSimple = defineKpi({
  id: 'clv_simple',
  title: { en: 'Customer lifetime value (simple)', fa: 'ارزش طول عمر مشتری (ساده)' },
  unit: 'money',
  basis: 'all',
  atSnapshot: true,
  better: 'higher',
  definition: {
    en: 'Mean amount of a purchase, times purchases per year of the customers who bought in the last 365 days, times the years that a customer stays, times the margin. All purchases up to the snapshot or the end of the period make the mean; the closings must reach back the 365 days. The lifespan is `clv.lifespan` of the config, else the years that the churn rate is of (the period, up to the snapshot; without one the retention window) over the churn rate, which takes churn to stay as it is. Without `clv.margin` it is revenue, not margin.',
    fa: 'میانگین مبلغ خرید ضرب در خرید سالانه‌ی مشتریانی که در ۳۶۵ روز گذشته خریده‌اند ضرب در سال‌هایی که مشتری می‌ماند ضرب در حاشیه‌ی سود. میانگین از همه‌ی خریدها تا روز گزارش یا پایان دوره است و بسته شدن‌ها باید ۳۶۵ روز به عقب برسند. طول عمر همان clv.lifespan تنظیمات است و در نبود آن سال‌های دوره‌ی نرخ ریزش (دوره، تا روز گزارش؛ بدون دوره پنجره‌ی نگهداشت) تقسیم بر نرخ ریزش، با فرض ثابت ماندن ریزش. بدون clv.margin فروش است نه سود.',
  },
  formula: {
    en: 'meanPurchase × purchasesPerYear × lifespanYears × margin',
    fa: 'میانگین هر خرید × خرید در سال × سال‌های ماندن × حاشیه‌ی سود',
  },
  source: 'FeverBee: 70 × 3 a year × 3 years = 630, at a margin of 30 % 189.',
  needs: ['outcome', 'customer', 'amount', 'closed_at'],
  uses: ['churn_rate'],
  of: 'purchases',
  variants: ['clv_historic'],
  measure({ population, period, asOf, settings, kpi }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const t = isAllTime(period) ? asOf : Math.min(period.end - 1, asOf);
    const days = population.column('closed_at');
    const { deals: won, excluded: others } = purchasesUntil(population, period);
    // Without a period an undated purchase is one too.
    const [deals, later] = byDayUntil(won, days, t);
    const valued = priced(deals);
    const account = {
      excluded: () => [...others(), ...leftOut({ unpriced: unpriced(deals), after_snapshot: later })],
    };
    if (deals.size === 0) return withoutValue('no_customers', account);
    if (valued.size === 0) return withoutValue('no_priced_deals', account);
    if (!closingsReach(population, t - YEAR + 1)) return withoutValue('under_a_year', account);
    const recent = withinDays(deals, days, t - YEAR + 1, Number.POSITIVE_INFINITY);
    if (recent.size === 0) return withoutValue('no_customers', account);
    const churn = kpi('churn_rate');
    const span = isAllTime(period) ? settings.retentionWindow : t - period.start + 1;
    const given = settings.lifespanYears ?? null;
    if (given === null && churn.value === null) return withoutValue(churn.reason, account);
    if (given === null && churn.value === 0) return withoutValue('no_churn', account);
    const lifespanYears = given ?? span / DAYS_PER_YEAR / (churn.value ?? Number.NaN);
    const meanPurchase = amountTotal(valued) / valued.size;
    const purchasesPerYear = recent.size / customersOf(recent).count;
    const margin = settings.margin ?? 1;
    return new FigureOf(valued, meanPurchase * purchasesPerYear * lifespanYears * margin, valued.size, {
      details: { meanPurchase, purchasesPerYear, lifespanYears, margin },
      ...account,
      notes: [...marginNote(settings.margin), ...(given === null ? [lifespanNote(lifespanYears)] : [])],
    });
  },
});
