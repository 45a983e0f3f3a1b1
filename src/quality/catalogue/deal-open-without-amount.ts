import { PRICED } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { open, violating } from '../populations.js';

export const dealOpenWithoutAmount = defineRule({
  id: 'deal.open_without_amount',
  title: { en: 'Open deals without an amount', fa: 'معامله‌های باز بدون مبلغ' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all open deals, those whose amount is empty, a placeholder or unreadable.',
    fa: 'از همه‌ی معامله‌های باز، آن‌هایی که مبلغشان خالی، جای‌گزین یا ناخواناست.',
  },
  source: 'PulseRevOps, pipeline hygiene pillars',
  needs: ['outcome', 'amount'],
  affects: ['open_pipeline_value', 'weighted_pipeline'],
  check({ population }) {
    return violating(open(population), PRICED[1], () => ({ field: 'amount', args: {} }));
  },
  message: {
    en: () => 'open without an amount: the pipeline is worth more than it says',
    fa: () => 'باز و بدون مبلغ: ارزش واقعی پایپ‌لاین بیش از رقم گزارش‌شده است',
  },
  fix: {
    en: 'Enter an estimate in the CRM as soon as the deal is qualified.',
    fa: 'به‌محض تأیید صلاحیت معامله، برآوردی از مبلغ در CRM وارد کنید.',
  },
  examples: {
    accept: 'id outcome amount\nD1 open 5000\nD2 lost .',
    reject: 'id outcome amount\nD1 open 5000\nD2 open .',
  },
});
