import { defineSection } from '../definition.js';

export const cohorts = defineSection({
  id: 'cohorts',
  title: { en: 'Customers by first purchase', fa: 'مشتریان بر پایه‌ی نخستین خرید' },
  definition: {
    en: 'Customers by the period of their first purchase, and the share of them that bought in each later one.',
    fa: 'مشتریان بر پایه‌ی دوره‌ی نخستین خرید، و سهمی از آن‌ها که در هر دوره‌ی بعد خرید کردند.',
  },
  optional: true,
});
