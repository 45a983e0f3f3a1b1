import { defineSection } from '../definition.js';

export const funnel = defineSection({
  id: 'funnel',
  title: { en: 'Funnel', fa: 'قیف' },
  definition: {
    en: 'What became of the deals that came to each stage, and how long they stayed.',
    fa: 'سرنوشت معامله‌هایی که به هر مرحله رسیدند، و این‌که چه مدت ماندند.',
  },
  optional: true,
});
