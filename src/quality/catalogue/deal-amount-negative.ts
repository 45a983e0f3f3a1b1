import { NO_CREDIT } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { priced, violating } from '../populations.js';

export const dealAmountNegative = defineRule({
  id: 'deal.amount_negative',
  title: { en: 'Deals with a negative amount', fa: 'معامله‌های با مبلغ منفی' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with an amount, those whose amount is below 0; orders excepted, of which a negative one is a return. Credits stay in revenue and leave the average deal size.',
    fa: 'از همه‌ی معامله‌های دارای مبلغ، آن‌هایی که مبلغشان کمتر از صفر است؛ جز سفارش‌ها، که منفی آن‌ها مرجوعی است. بستانکاری‌ها در درآمد می‌مانند و از میانگین مبلغ معامله کنار می‌روند.',
  },
  source: 'deequ, isNonNegative',
  needs: ['amount'],
  affects: ['revenue_won', 'avg_deal_size', 'sales_velocity', 'open_pipeline_value'],
  check({ population, beside: { sources } }) {
    const orders = sources.some(({ role }) => role === 'orders') && !sources.some(({ role }) => role === 'deals');
    if (orders) return { checked: 0, places: [] };
    const amount = population.column('amount');
    return violating(priced(population), NO_CREDIT[1], (row) => {
      const value = String(amount[row]);
      return { field: 'amount', value, args: { amount: value } };
    });
  },
  message: {
    en: ({ amount }) => `the amount ${amount} is negative: it lowers revenue`,
    fa: ({ amount }) => `مبلغ ${amount} منفی است: از درآمد می‌کاهد`,
  },
  fix: {
    en: 'Book credits and refunds outside the deals, or correct the sign.',
    fa: 'بستانکاری و برگشت وجه را بیرون از معامله‌ها ثبت کنید، یا علامت را اصلاح کنید.',
  },
  examples: {
    accept: 'id amount\nD1 5000\nD2 0',
    reject: 'id amount\nD1 5000\nD2 -300',
  },
});
