import { defineSection } from '../definition.js';

export const series = defineSection({
  id: 'series',
  title: { en: 'Over time', fa: 'در گذر زمان' },
  definition: {
    en: 'Figures by day, week, month, quarter or year, and whether they have a trend.',
    fa: 'شاخص‌ها به تفکیک روز، هفته، ماه، فصل یا سال، و این‌که روندی دارند یا نه.',
  },
  optional: true,
});
