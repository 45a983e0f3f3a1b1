import { defineKpi } from '../definition.js';
import { count, leftOut } from '../figures.js';
import { openAt } from '../snapshot.js';

export const openDeals = defineKpi({
  id: 'open_deals',
  title: { en: 'Open deals', fa: 'معامله‌های باز' },
  unit: 'count',
  basis: 'snapshot',
  better: 'neither',
  definition: {
    en: 'Deals open at the snapshot: created by then and not yet closed.',
    fa: 'معامله‌هایی که در روز گزارش باز بوده‌اند: تا آن روز ایجاد شده و هنوز بسته نشده.',
  },
  formula: {
    en: 'count(deals created by t and not closed by t), t = min(last day of the period, asOf)',
    fa: 'شمار معامله‌هایی که تا روز گزارش ایجاد شده و تا آن روز بسته نشده‌اند؛ روز گزارش: آخرین روز دوره یا روز داده‌ها، هر کدام زودتر است',
  },
  source: 'Point-in-time count of the pipeline, as in a snapshot report.',
  needs: ['outcome'],
  wants: ['created_at', 'closed_at'],
  measure(context) {
    const { open, undatedClosed, undatedCreated } = openAt(context.population, context);
    return count(open, { excluded: () => leftOut({ undated_closed: undatedClosed, undated_created: undatedCreated }) });
  },
});
