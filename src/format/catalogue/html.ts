import { defineFormat } from '../definition.js';

export const html = defineFormat({
  id: 'html',
  title: { en: 'HTML, a dashboard in one file', fa: 'اچ‌تی‌ام‌ال، داشبوردی در یک فایل' },
  extensions: ['.html', '.htm'],
  report: async () => (await import('../html/print.js')).reportPrinter(),
  failure: async () => (await import('../html/print.js')).failurePrinter(),
});
