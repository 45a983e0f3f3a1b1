import { defineSection } from '../definition.js';

export const breakdowns = defineSection({
  id: 'breakdowns',
  title: { en: 'Breakdowns', fa: 'تفکیک‌ها' },
  definition: {
    en: 'The figures of groups side by side, by the fields or columns of `--by`, and whether the groups differ at all.',
    fa: 'شاخص‌های گروه‌ها در کنار هم، به تفکیک فیلدها یا ستون‌های `--by`، و این‌که گروه‌ها اصلاً تفاوتی دارند یا نه.',
  },
  optional: false,
});
