import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { flags, list, text } from '../inputs/make.js';
import { asOf, limit, period, sort, where } from '../inputs/what.js';

export const deals = defineTool({
  name: 'deals',
  title: { en: 'List deals', fa: 'فهرست معامله‌ها' },
  description: {
    en: 'The deals behind a figure or a condition, with totals of all that fit, not of the rows listed alone.',
    fa: 'معامله‌های پشت یک عدد یا یک شرط، با جمع همه‌ی معامله‌هایی که می‌گنجند و نه تنها سطرهای فهرست.',
  },
  command: ['deals'],
  inputs: {
    files,
    which: flags(['open', 'won', 'lost', 'stalled', 'overdue'], {
      en: 'Which deals; open and won together are either.',
      fa: 'کدام معامله‌ها؛ open و won با هم یعنی یکی از این دو.',
    }),
    kpi: text('kpi', { en: 'Deals behind this KPI.', fa: 'معامله‌های پشت این شاخص.' }),
    period,
    where,
    columns: list('columns', {
      en: 'Fields or columns to show (list_kpis what=fields).',
      fa: 'فیلدها یا ستون‌هایی که نشان داده شود (list_kpis با what=fields).',
    }),
    sort,
    limit,
    as_of: asOf,
    ...READING,
  },
  narrower: { en: 'limit, columns, a condition', fa: 'limit، columns، یک شرط' },
  bare: 'everything',
  document: 'deals',
});
