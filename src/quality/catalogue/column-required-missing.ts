import type { DealField } from '../../model/deals.js';
import { defineRule } from '../definition.js';
import { wholeFile } from '../places.js';

/** What every figure stands on: which deal, what became of it, when, and for how much. */
const REQUIRED = [
  { any: ['id', 'name'], en: 'the deal id or name', fa: 'شناسه یا نام معامله' },
  { any: ['outcome'], en: 'the stage or status', fa: 'مرحله یا وضعیت' },
  { any: ['created_at', 'closed_at'], en: 'the creation or close date', fa: 'تاریخ ایجاد یا بسته شدن' },
  { any: ['amount'], en: 'the amount', fa: 'مبلغ' },
] as const satisfies readonly { readonly any: readonly DealField[]; readonly en: string; readonly fa: string }[];

export const columnRequiredMissing = defineRule({
  id: 'column.required_missing',
  title: { en: 'Columns without which figures have no value', fa: 'ستون‌های لازمی که نیستند' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'column',
  condition: {
    en: 'Of the four things that figures stand on (deal id or name; stage or status; creation or close date; amount), those for which the files have no column. A log of orders needs no id.',
    fa: 'از چهار چیزی که شاخص‌ها بر آن استوارند (شناسه یا نام؛ مرحله یا وضعیت؛ تاریخ ایجاد یا بسته شدن؛ مبلغ)، آن‌هایی که در فایل‌ها ستونی ندارند. فهرست سفارش‌ها شناسه نمی‌خواهد.',
  },
  source: 'Soda, schema check "when required column missing"',
  needs: [],
  wants: ['id', 'name', 'outcome', 'created_at', 'closed_at', 'amount'],
  affects: ['new_deals', 'won_deals', 'win_rate', 'revenue_won', 'avg_deal_size', 'sales_cycle', 'open_pipeline_value'],
  check({ population, deals, beside }) {
    const first = population.at(0);
    if (first === undefined) return { checked: 0, places: [] };
    const { file, sheet } = deals.place(first);
    // Logs of orders often number none of them, and need not: each row is an order.
    const { sources } = beside;
    const onlyOrders = sources.some(({ role }) => role === 'orders') && !sources.some(({ role }) => role === 'deals');
    const required = onlyOrders ? REQUIRED.filter(({ any }) => any[0] !== 'id') : REQUIRED;
    return {
      checked: required.length,
      places: required
        .filter(({ any }) => !any.some((field) => population.has(field)))
        .map(({ any, en, fa }) => ({
          place: wholeFile({ file, sheet }),
          field: any[0],
          args: { en, fa, field: any.find((field) => field !== 'outcome') ?? 'status' },
        })),
    };
  },
  message: {
    en: ({ en, field }) => `no column was taken for ${en}; --map ${field}="…" names it`,
    fa: ({ fa, field }) => `هیچ ستونی به‌عنوان ${fa} شناخته نشد؛ با --map ${field}="…" نام ببرید`,
  },
  fix: {
    en: 'Export the column too, or say which one it is: --map amount="Value". `kpi inspect` shows what was understood.',
    fa: 'آن ستون را هم خروجی بگیرید، یا بگویید کدام است: --map amount="Value". `kpi inspect` نشان می‌دهد چه فهمیده شده است.',
  },
  examples: {
    accept: 'name outcome closed_at amount\nA won 2024-01-05 5000',
    reject: 'id outcome created_at\nD1 won 2024-01-05',
  },
});
