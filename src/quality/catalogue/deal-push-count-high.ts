import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';
import { open, violating } from '../populations.js';

/** "More than two pushes", PulseRevOps. */
const MOST_PUSHES = 2;

export const dealPushCountHigh = defineRule({
  id: 'deal.push_count_high',
  title: { en: 'Open deals whose close date moves again and again', fa: 'معامله‌های باز با موعدی که بارها عقب افتاده' },
  dimension: 'timeliness',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all open deals with a count of how often their close date was moved to a later one, those moved more than twice (pushes).',
    fa: 'از همه‌ی معامله‌های باز دارای شمار دفعات تعویق تاریخ بستن، آن‌هایی که بیش از دو بار (pushes) عقب افتاده‌اند.',
  },
  source: 'Salesforce, field PushCount; PulseRevOps: more than two pushes',
  needs: ['outcome', 'push_count'],
  params: { pushes: whole('moves of the close date that are allowed', 0, 1000) },
  defaults: { pushes: MOST_PUSHES },
  affects: ['weighted_pipeline', 'sales_velocity'],
  check({ population, params }) {
    const pushes = population.column('push_count');
    return violating(
      open(population).where((row) => !Number.isNaN(pushes[row] as number)),
      (row) => (pushes[row] as number) > params.pushes,
      (row) => ({ field: 'push_count', value: String(pushes[row]), args: { pushes: pushes[row] as number } }),
    );
  },
  message: {
    en: ({ pushes }) => `its close date was moved ${pushes} times`,
    fa: ({ pushes }) => `تاریخ بستن آن ${pushes} بار عقب افتاده است`,
  },
  fix: {
    en: 'Ask the customer for a date, and take the deal out of the forecast until there is one.',
    fa: 'از مشتری تاریخی بخواهید و تا آن زمان معامله را در پیش‌بینی نیاورید.',
  },
  examples: {
    accept: 'id outcome push_count\nD1 open 2\nD2 won 9',
    reject: 'id outcome push_count\nD1 open 2\nD2 open 3',
  },
});
