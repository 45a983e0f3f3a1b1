import { defineSection } from '../definition.js';

export const evidence = defineSection({
  id: 'evidence',
  title: { en: 'The deals behind the figures', fa: 'معامله‌های پشت شاخص‌ها' },
  definition: {
    en: 'Of each figure how many deals are behind it, the largest or longest five of them, and the command that lists all.',
    fa: 'برای هر شاخص: شمار معامله‌های پشت آن، پنج معامله‌ی بزرگ‌تر یا طولانی‌تر، و فرمانی که همه را فهرست می‌کند.',
  },
  optional: true,
});
