import { NOT_ZERO } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { lost, priced, violating } from '../populations.js';

export const dealLostWithZeroAmount = defineRule({
  id: 'deal.lost_with_zero_amount',
  title: { en: 'Lost deals with an amount of 0', fa: 'معامله‌های ازدست‌رفته با مبلغ صفر' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all lost deals with an amount, those with an amount of exactly 0: the CRM overwrote what was offered, and a win rate by value takes the loss for nothing.',
    fa: 'از همه‌ی معامله‌های ازدست‌رفته‌ی دارای مبلغ، آن‌هایی که مبلغشان درست صفر است: CRM پیشنهاد را بازنویسی کرده و نرخ برد مبلغی این معامله‌ی ازدست‌رفته را هیچ می‌شمارد.',
  },
  source: 'Maven Analytics, "CRM Sales Opportunities": every lost deal has a close value of 0',
  needs: ['outcome', 'amount'],
  affects: ['win_rate_value'],
  check({ population }) {
    return violating(priced(lost(population)), NOT_ZERO[1], () => ({ field: 'amount', value: '0', args: {} }));
  },
  message: {
    en: () => 'lost at an amount of 0: what was lost is not known',
    fa: () => 'با مبلغ صفر ازدست‌رفته: معلوم نیست چه مبلغی از دست رفته است',
  },
  fix: {
    en: 'Keep the offered amount when a deal is lost; a report field such as "close value" is not the amount.',
    fa: 'هنگام از دست رفتن معامله مبلغ پیشنهادی را نگه دارید؛ فیلدی مانند «close value» مبلغ معامله نیست.',
  },
  examples: {
    accept: 'id outcome amount\nD1 lost 500\nD2 won 0\nD3 lost .',
    reject: 'id outcome amount\nD1 lost 500\nD2 lost 0',
  },
});
