import { defineSection } from '../definition.js';

export const quality = defineSection({
  id: 'quality',
  title: { en: 'Data quality', fa: 'کیفیت داده' },
  definition: {
    en: 'How many records can be relied on, and which rules are violated.',
    fa: 'به چند رکورد می‌توان تکیه کرد و کدام قاعده‌ها نقض شده‌اند.',
  },
  optional: false,
});
