import { defineFormat } from '../definition.js';

export const tsv = defineFormat({
  id: 'tsv',
  title: { en: 'as CSV, with tabs between the cells', fa: 'مانند CSV، با tab میان خانه‌ها' },
  extensions: ['.tsv'],
  report: async () => (await import('../csv/report.js')).printReportTsv,
  check: async () => (await import('../csv/check.js')).printCheckTsv,
  failure: async () => (await import('../failures.js')).tsvFailure,
});
