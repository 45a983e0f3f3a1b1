import { NOT_ZERO } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { priced, violating, won } from '../populations.js';

export const dealWonWithZeroAmount = defineRule({
  id: 'deal.won_with_zero_amount',
  title: { en: 'Won deals with an amount of 0', fa: 'معامله‌های برنده با مبلغ صفر' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all won deals with an amount, those whose amount is 0.',
    fa: 'از همه‌ی معامله‌های برنده‌ی دارای مبلغ، آن‌هایی که مبلغشان صفر است.',
  },
  source: 'Salesforce and HubSpot fill an amount that nobody entered with 0; a true 0 (a pilot) stays in every figure',
  needs: ['outcome', 'amount'],
  affects: ['avg_deal_size', 'win_rate_value', 'sales_velocity', 'clv_historic'],
  check({ population }) {
    return violating(priced(won(population)), NOT_ZERO[1], () => ({
      field: 'amount',
      value: '0',
      args: { amount: 0 },
    }));
  },
  message: {
    en: ({ amount }) => `won for ${amount}: it lowers the average deal size`,
    fa: ({ amount }) => `برنده با مبلغ ${amount}: میانگین مبلغ معامله را پایین می‌آورد`,
  },
  fix: {
    en: 'Enter the amount in the CRM, or leave the cell empty where there is none; keep 0 for deals that were really free.',
    fa: 'مبلغ را در CRM وارد کنید یا اگر مبلغی نیست خانه را خالی بگذارید؛ صفر را برای معامله‌های واقعاً رایگان نگه دارید.',
  },
  examples: {
    accept: 'id outcome amount\nD1 won 5000\nD2 lost 0',
    reject: 'id outcome amount\nD1 won 5000\nD2 won 0',
  },
});
