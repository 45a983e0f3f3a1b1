import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { list } from '../inputs/make.js';
import { by, period, where } from '../inputs/what.js';

export const compare = defineTool({
  name: 'compare',
  title: { en: 'What changed between exports', fa: 'چه چیزی میان خروجی‌ها تغییر کرد' },
  description: {
    en: 'Two exports or more of the same deals: new, won, lost, slipped, grown, vanished deals, the open pipeline step by step from the older to the newer, and why figures changed. The parts add up exactly.',
    fa: 'دو خروجی یا بیشتر از همان معامله‌ها: معامله‌های تازه، برنده، ازدست‌رفته، عقب‌افتاده، بزرگ‌شده و ناپدیدشده، پایپ‌لاین باز گام به گام از قدیم به جدید، و چرا عددها تغییر کردند. جمع بخش‌ها دقیق است.',
  },
  command: ['compare'],
  inputs: {
    files,
    taken: list('taken', {
      en: 'When each was taken, in the order of files, where that is not found.',
      fa: 'هر کدام کی گرفته شده، به ترتیب files، اگر پیدا نمی‌شود.',
    }),
    period,
    by,
    where,
    ...READING,
  },
  narrower: { en: 'two exports, a period, no breakdown', fa: 'دو خروجی، یک دوره، بدون تفکیک' },
  bare: [],
  document: 'report',
});
