import { defineKpi } from '../definition.js';
import { leftOut, total } from '../figures.js';
import { pricedNote } from '../notes.js';
import { priced, unpriced } from '../populations.js';
import { openAt } from '../snapshot.js';

export const openPipelineValue = defineKpi({
  id: 'open_pipeline_value',
  title: { en: 'Open pipeline', fa: 'ارزش کاریز باز' },
  unit: 'money',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Sum of the amounts of the deals open at the snapshot, at their present amounts; deals without an amount are left out. Won deals are never in it.',
    fa: 'جمع مبلغ معامله‌هایی که در روز گزارش باز بوده‌اند، با مبلغ کنونی‌شان؛ معامله‌های بدون مبلغ کنار گذاشته می‌شوند. معامله‌ی برنده هرگز در آن نیست.',
  },
  formula: 'Σ amount of deals open at t, t = min(last day of the period, asOf)',
  source: 'Point-in-time pipeline value, as in a snapshot report.',
  needs: ['outcome', 'amount'],
  wants: ['created_at', 'closed_at'],
  variants: ['weighted_pipeline', 'overdue_pipeline_value'],
  measure(context) {
    const { open, undatedClosed, undatedCreated } = openAt(context.population, context);
    return total(context.population.column('amount'), priced(open), open.size, {
      excluded: leftOut({ undated_closed: undatedClosed, undated_created: undatedCreated, unpriced: unpriced(open) }),
      notes: pricedNote(priced(open).size, open.size),
    });
  },
});
