import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { list, word } from '../inputs/make.js';
import { asOf, maxRows, where } from '../inputs/what.js';

export const check = defineTool({
  name: 'check',
  title: { en: 'Data quality', fa: 'کیفیت داده' },
  description: {
    en: 'Which data-quality rules the files break, how often and where, which KPIs that touches, how to mend it; and whether the gate passes.',
    fa: 'فایل‌ها کدام قاعده‌های کیفیت داده را، چند بار و کجا نقض می‌کنند، کدام شاخص‌ها متأثرند و راهکار چیست؛ و آیا آستانه رعایت شده است.',
  },
  command: ['check'],
  inputs: {
    files,
    rules: list('rules', {
      en: 'Only these rules or patterns (deal.*); -id leaves one out.',
      fa: 'تنها این قاعده‌ها یا الگوها (deal.*)؛ -id یکی را کنار می‌گذارد.',
    }),
    fail_on: word('fail-on', ['error', 'warn', 'info', 'never'], {
      en: 'Least severity that fails the gate.',
      fa: 'کمترین شدتی که مردود می‌کند.',
    }),
    max_rows: maxRows(),
    as_of: asOf,
    where,
    ...READING,
  },
  narrower: { en: 'rules, max_rows', fa: 'rules، max_rows' },
  bare: [],
  document: 'check',
});
