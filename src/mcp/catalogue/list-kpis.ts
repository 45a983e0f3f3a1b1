import { z } from 'zod';
import { defineTool } from '../definition.js';
import { lang } from '../inputs/files.js';

const WHAT = { en: 'Which list (default: kpis).', fa: 'کدام فهرست (پیش‌فرض: kpis).' } as const;

export const listKpis = defineTool({
  name: 'list_kpis',
  title: { en: 'List what can be asked for', fa: 'فهرست آنچه می‌توان خواست' },
  description: {
    en: 'Every KPI with id, unit, definition, formula and source; or the data-quality rules, models, fields of files, or CRM presets. Reads no file.',
    fa: 'همه‌ی شاخص‌ها با شناسه، یکا، تعریف، فرمول و منبع؛ یا قاعده‌های کیفیت داده، مدل‌ها، فیلدها و CRMهای شناخته‌شده. فایلی نمی‌خواند.',
  },
  command: ['list'],
  inputs: {
    what: (tools) =>
      z
        .enum(['kpis', 'rules', 'models', 'fields', 'presets'])
        .default('kpis')
        .describe(WHAT[tools.lang])
        .transform((what) => [what]),
    lang,
  },
  narrower: { en: 'explain one of them by its id', fa: 'یکی را با شناسه‌اش در explain بخواهید' },
  bare: [],
  document: null,
});
