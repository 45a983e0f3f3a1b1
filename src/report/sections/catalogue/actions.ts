import { defineSection } from '../definition.js';

export const actions = defineSection({
  id: 'actions',
  title: { en: 'Deals to act on', fa: 'معامله‌های نیازمند اقدام' },
  definition: {
    en: 'Open deals that wait for somebody: overdue, stalled, without a next step, and the largest, with their owners.',
    fa: 'معامله‌های بازی که منتظر کسی‌اند: گذشته از موعد، متوقف، بدون گام بعدی، و بزرگ‌ترین‌ها، با مسئولانشان.',
  },
  optional: true,
});
