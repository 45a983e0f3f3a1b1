import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { asOf, by, horizon, period, targets, where } from '../inputs/what.js';

export const forecast = defineTool({
  name: 'forecast',
  title: { en: 'Forecast', fa: 'پیش‌بینی' },
  description: {
    en: 'Won value expected by month with its interval, and how such forecasts did on past months: quote both.',
    fa: 'ارزش مورد انتظار معامله‌های برنده به تفکیک ماه با بازه‌ی آن، و کارنامه‌ی چنین پیش‌بینی‌هایی در ماه‌های گذشته: هر دو را نقل کنید.',
  },
  command: ['forecast'],
  inputs: { files, horizon: horizon(36), period, by, targets, where, as_of: asOf, ...READING },
  narrower: { en: 'a shorter horizon, no breakdown', fa: 'افق کوتاه‌تر، بدون تفکیک' },
  bare: [],
  document: 'report',
});
