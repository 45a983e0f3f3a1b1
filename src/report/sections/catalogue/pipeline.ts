import { defineSection } from '../definition.js';

export const pipeline = defineSection({
  id: 'pipeline',
  title: { en: 'Open deals by stage and age', fa: 'معامله‌های باز به تفکیک مرحله و عمر' },
  definition: {
    en: 'How many deals were open in each stage, with their amounts and ages: at the end of the period, as was known then, and on the newest day of the files.',
    fa: 'در هر مرحله چند معامله باز بود، با مبلغ و عمرشان: در پایان دوره، چنان‌که آن روز دانسته بود، و در آخرین روز فایل‌ها.',
  },
  optional: true,
});
