import { defineSection } from '../definition.js';

export const survival = defineSection({
  id: 'survival',
  title: { en: 'Time to close, and what becomes of deals', fa: 'زمان تا بسته شدن، و سرنوشت معامله‌ها' },
  definition: {
    en: 'How long deals stay open, and what share of them comes to be won, with open deals counted as not closed yet.',
    fa: 'معامله‌ها چه مدت باز می‌مانند و چه سهمی از آن‌ها سرانجام برنده می‌شود؛ معامله‌های باز هنوز بسته‌نشده به شمار می‌آیند.',
  },
  optional: true,
  onDemand: true,
});
