import { DATED_CREATED } from '../../model/deal-classes.js';
import { OUTCOMES } from '../../model/outcome.js';
import { defineRule } from '../definition.js';
import { violating } from '../populations.js';

export const dealCreateDateMissing = defineRule({
  id: 'deal.create_date_missing',
  title: { en: 'Deals without a creation date', fa: 'معامله‌های بدون تاریخ ایجاد' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all deals, those without a date on which they were created (opened, engaged): they are in no count of new deals, and have no sales cycle.',
    fa: 'از همه‌ی معامله‌ها، آن‌هایی که تاریخ ایجاد (آغاز) ندارند: در شمار معامله‌های تازه نمی‌آیند و چرخه‌ی فروش ندارند.',
  },
  source: 'dbt, not_null',
  needs: ['created_at'],
  wants: ['outcome'],
  affects: ['new_deals', 'sales_cycle', 'cohort_conversion', 'sales_velocity', 'eventual_win_rate', 'time_to_close'],
  check({ population }) {
    const outcome = population.column('outcome');
    return violating(population, DATED_CREATED[1], (row) => ({
      field: 'created_at',
      args: { state: OUTCOMES[outcome[row] as number] ?? 'excluded' },
    }));
  },
  message: {
    en: ({ state }) =>
      state === 'open'
        ? 'open without a creation date: nobody knows how long it has been in the pipeline'
        : 'no creation date: it is no new deal of any period and has no sales cycle',
    fa: ({ state }) =>
      state === 'open'
        ? 'باز و بدون تاریخ ایجاد: نمی‌توان گفت چند وقت در پایپ‌لاین است'
        : 'بدون تاریخ ایجاد: در هیچ دوره‌ای معامله‌ی تازه نیست و چرخه‌ی فروش ندارد',
  },
  fix: {
    en: 'Export the day on which the CRM created the record; it always knows one.',
    fa: 'روزی را که CRM رکورد را ساخته خروجی بگیرید؛ همیشه آن را می‌داند.',
  },
  examples: {
    accept: 'id outcome created_at\nD1 open 2024-03-01',
    reject: 'id outcome created_at\nD1 open 2024-03-01\nD2 open .',
  },
});
