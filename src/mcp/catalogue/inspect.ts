import { defineTool } from '../definition.js';
import { file, READING } from '../inputs/files.js';

export const inspect = defineTool({
  name: 'inspect',
  title: { en: 'How a file was understood', fa: 'فایل چگونه فهمیده شد' },
  description: {
    en: 'Columns and the fields they were taken for, dates, currencies, stages and what they mean, rows left out and why. Ask this first of a file you do not know, or when a figure is null.',
    fa: 'ستون‌ها و فیلدهایی که برایشان فهمیده شد، تاریخ‌ها، ارزها، مرحله‌ها و معنایشان، سطرهای کنارگذاشته و دلیلشان. برای فایل ناآشنا یا وقتی عددی null است نخست این را بخواهید.',
  },
  command: ['inspect'],
  inputs: { file, ...READING },
  narrower: { en: 'a file with fewer columns', fa: 'فایلی با ستون‌های کمتر' },
  bare: 'everything',
  document: 'inspect',
});
