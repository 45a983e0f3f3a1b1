import { defineFormat } from '../definition.js';

export const csv = defineFormat({
  id: 'csv',
  title: { en: 'CSV, for spreadsheets and scripts', fa: 'CSV، برای صفحه‌گسترده و اسکریپت' },
  extensions: ['.csv'],
  report: async () => (await import('../csv/report.js')).printReportCsv,
  check: async () => (await import('../csv/check.js')).printCheckCsv,
  deals: async () => (await import('../csv/deal-list.js')).printDealsCsv,
  customers: async () => (await import('../csv/customer-list.js')).printCustomersCsv,
  comparison: async () => (await import('../csv/changed-list.js')).printChangedCsv,
  raw: async () => (await import('../csv/raw.js')).printRawCsv,
  failure: async () => (await import('../failures.js')).csvFailure,
});
