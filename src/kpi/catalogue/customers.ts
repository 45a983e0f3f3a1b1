import { buyersOf } from '../by-customer.js';
import { customersByTenures } from '../by-tenures.js';
import { defineKpi, none } from '../definition.js';
import { FigureOf, withoutValue } from '../figures.js';
import { closingAbsent, purchasesUntil } from '../purchases.js';

export const customers = defineKpi({
  id: 'customers',
  title: { en: 'Customers', fa: 'مشتریان' },
  unit: 'count',
  basis: 'all',
  cumulative: true,
  better: 'higher',
  definition: {
    en: 'Customers with at least one deal won by the end of the period; won deals that name no customer are left out, and so are credits (negative amounts), which are no purchase. Without deals: the customers of a customers file or of paid subscriptions whose first day lies before that. A customer who bought in several groups of a breakdown counts in each: groups do not add up.',
    fa: 'مشتریانی که تا پایان دوره دست‌کم یک معامله‌ی برنده دارند؛ معامله‌های برنده‌ای که مشتری‌شان معلوم نیست و مبلغ‌های منفی (برگشتی)، که خرید نیستند، کنار گذاشته می‌شوند. بدون معامله: مشتریان فایل مشتریان یا اشتراک‌های پولی که تا آن زمان شروع کرده‌اند. مشتری‌ای که در چند گروه خرید کرده در هر یک شمرده می‌شود، پس جمع گروه‌ها برابر کل نیست.',
  },
  formula: {
    en: 'count(distinct customers of deals won by the end of the period)',
    fa: 'شمار مشتریان یکتای معامله‌هایی که تا پایان دوره برنده شده‌اند',
  },
  source: 'A customer is an account with at least one won deal.',
  needs: ['outcome', 'customer'],
  wants: ['closed_at', 'amount'],
  of: 'purchases',
  amounts: 'sign',
  byTenures: { always: false, measure: customersByTenures },
  measure({ population, period }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const { wins, deals, excluded } = purchasesUntil(population, period);
    if (wins.size > 0 && deals.size === 0) return withoutValue('no_customers', { excluded });
    const { count } = buyersOf(deals);
    return new FigureOf(deals, count, count, { excluded });
  },
});
