import { byAmount } from '../../model/selections.js';
import { defineRule } from '../definition.js';
import { unreadableCells } from '../unreadable.js';

export const amountUnparseable = defineRule({
  id: 'amount.unparseable',
  title: { en: 'Amounts that are no numbers', fa: 'مبلغ‌هایی که عدد نیستند' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all non-empty cells of the amount column, those that cannot be read as a number in the format of the column.',
    fa: 'از همه‌ی خانه‌های پر ستون مبلغ، آن‌هایی که با قالب ستون به‌صورت عدد خوانده نمی‌شوند.',
  },
  source: 'Frictionless, type-error',
  needs: ['amount'],
  affects: [
    'revenue_won',
    'avg_deal_size',
    'win_rate_value',
    'open_pipeline_value',
    'weighted_pipeline',
    'clv_historic',
  ],
  check({ population, deals }) {
    return unreadableCells(deals.unreadable, ['amount'], byAmount(population)[0].size);
  },
  message: {
    en: ({ text }) => `"${text}" is not an amount; the deal is treated as unpriced`,
    fa: ({ text }) => `«${text}» مبلغ نیست؛ معامله بدون مبلغ به شمار آمد`,
  },
  fix: {
    en: 'Leave digits only in the cell, or leave it empty. `kpi inspect` shows how the column is read.',
    fa: 'در خانه تنها عدد بگذارید یا آن را خالی کنید. `kpi inspect` نشان می‌دهد ستون چگونه خوانده می‌شود.',
  },
  examples: {
    accept: 'id amount\nD1 5000\nD2 .',
    reject: 'id amount\nD1 5000\nD2 about_5k',
  },
});
