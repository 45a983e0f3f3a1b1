import { PRICED } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { violating, won } from '../populations.js';

export const dealWonWithoutAmount = defineRule({
  id: 'deal.won_without_amount',
  title: { en: 'Won deals without an amount', fa: 'معامله‌های برنده‌ی بدون مبلغ' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all won deals, those whose amount is empty, a placeholder or unreadable. A zero is an amount: see deal.won_with_zero_amount.',
    fa: 'از همه‌ی معامله‌های برنده، آن‌هایی که مبلغشان خالی، جای‌گزین یا ناخواناست. صفر مبلغ است: deal.won_with_zero_amount را ببینید.',
  },
  source: 'SaaSGrid, data-quality checks: "Missing Data" is an error for closed-won deals',
  needs: ['outcome', 'amount'],
  affects: ['revenue_won', 'avg_deal_size', 'win_rate_value', 'sales_velocity', 'clv_historic'],
  check({ population }) {
    return violating(won(population), PRICED[1], () => ({ field: 'amount', args: {} }));
  },
  message: {
    en: () => 'won without an amount: it counts as won, and adds nothing to revenue',
    fa: () => 'برنده‌ی بدون مبلغ: در شمار برنده‌ها هست، ولی چیزی به درآمد نمی‌افزاید',
  },
  fix: {
    en: 'Fill in the amount in the CRM and export again. To accept what is there: `kpi check --fail-on never`, or a maxRate for this rule in the config.',
    fa: 'مبلغ را در CRM وارد کنید و دوباره خروجی بگیرید. برای پذیرفتن وضع موجود: `kpi check --fail-on never`، یا maxRate برای این قاعده در تنظیمات.',
  },
  examples: {
    accept: 'id outcome amount\nD1 won 5000\nD2 open .',
    reject: 'id outcome amount\nD1 won 5000\nD2 won .',
  },
});
