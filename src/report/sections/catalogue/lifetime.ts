import { defineSection } from '../definition.js';

export const lifetime = defineSection({
  id: 'lifetime',
  title: { en: 'What customers are expected to buy', fa: 'خرید مورد انتظار از مشتریان' },
  definition: {
    en: 'How many customers still buy, what they are expected to buy yet, who is about to be lost, and how well the model fits.',
    fa: 'چند مشتری هنوز خرید می‌کنند، چه خریدی از آن‌ها انتظار می‌رود، کدام‌ها در آستانه‌ی رفتن‌اند، و مدل چه اندازه با داده‌ها می‌خواند.',
  },
  optional: true,
  onDemand: true,
});
