import { LOST, OPEN, WON } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { count, leftOut } from '../figures.js';
import { counted, createdIn, outcomeExcluded, undatedCreated } from '../populations.js';

export const newDeals = defineKpi({
  id: 'new_deals',
  title: { en: 'New deals', fa: 'معامله‌های جدید' },
  unit: 'count',
  basis: 'created',
  better: 'higher',
  adds: true,
  definition: {
    en: 'Deals created in the period, whatever became of them; deals whose outcome is excluded are left out.',
    fa: 'معامله‌هایی که در دوره ایجاد شده‌اند، هر سرانجامی که داشته باشند؛ معامله‌هایی که نتیجه‌شان کنار گذاشته شده شمرده نمی‌شوند.',
  },
  formula: {
    en: 'count(deals created in the period)',
    fa: 'شمار معامله‌های ایجادشده در دوره',
  },
  source: 'A count by creation date (Salesforce: RowCount of opportunities by Created Date).',
  needs: ['outcome'],
  wants: ['created_at'],
  byDay: { form: 'count', outcomes: [OPEN, WON, LOST] },
  measure({ population, period }) {
    const deals = counted(population);
    return count(createdIn(deals, period), {
      excluded: () =>
        leftOut({
          outcome_excluded: createdIn(outcomeExcluded(population), period),
          ...(isAllTime(period) ? {} : { undated_created: undatedCreated(deals) }),
        }),
    });
  },
});
