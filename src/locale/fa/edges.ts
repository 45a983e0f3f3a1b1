import type { EDGES as English } from '../en/edges.js';
import type { Spoken } from '../said.js';

const CLOCKS = {
  created: 'ایجاد معامله‌ها',
  closed: 'بسته شدن معامله‌ها',
  leads: 'سرنخ‌ها',
  purchases: 'سفارش‌ها',
  subscriptions: 'اشتراک‌ها',
  customers: 'مشتریان',
} as const;

export const EDGES: Spoken<typeof English> = {
  running_period: ({ end, asOf }, { day }) => `دوره تا ${day(end)} است و داده‌ها تا ${day(asOf)}`,
  data_begins: ({ of, day }, words) => `نخستین روز ${CLOCKS[of]} در داده‌ها: ${words.day(day)}`,
  data_ends: ({ of, day }, words) =>
    of === null ? `داده‌ها تا ${words.day(day)} است` : `آخرین روز ${CLOCKS[of]} در داده‌ها: ${words.day(day)}`,
  not_compared: ({ because }, { list, say }) =>
    `مقایسه نشد، داده‌ها هر دو دوره را در بر نمی‌گیرند: ${list(because.map(say))}`,
};
