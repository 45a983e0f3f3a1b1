import { defineSection } from '../definition.js';

export const forecast = defineSection({
  id: 'forecast',
  title: { en: 'Forecast', fa: 'پیش‌بینی' },
  definition: {
    en: 'Expected won value by month, of the open deals and of new business, with its interval and its record on past months.',
    fa: 'ارزش مورد انتظار معامله‌های برنده به تفکیک ماه، از معامله‌های باز و کسب‌وکار تازه، با بازه‌ی آن و کارنامه‌اش در ماه‌های گذشته.',
  },
  optional: true,
  onDemand: true,
});
