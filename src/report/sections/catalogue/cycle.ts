import { defineSection } from '../definition.js';

export const cycle = defineSection({
  id: 'cycle',
  title: { en: 'Time to close', fa: 'زمان تا بسته شدن' },
  definition: {
    en: 'How many days the deals won and lost in the period took from creation to closing: how they are spread, where mean and median lie, and each deal where there are few.',
    fa: 'معامله‌های برنده و ازدست‌رفته‌ی دوره از ایجاد تا بسته شدن چند روز طول کشیدند: پراکندگی آن‌ها، جای میانگین و میانه، و اگر کم باشند تک‌تکشان.',
  },
  optional: true,
});
