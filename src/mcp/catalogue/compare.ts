import { LIST_WORD_NAMES } from '../../locale/deal-changes.js';
import { defineTool } from '../definition.js';
import { files, READING } from '../inputs/files.js';
import { whole, words } from '../inputs/make.js';
import { by, period, taken, where } from '../inputs/what.js';

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
    taken,
    period,
    by,
    where,
    list: words('list', ['all', ...LIST_WORD_NAMES], {
      en: 'Only the deals of these kinds, before and after (then kpi://schema/comparison).',
      fa: 'تنها معامله‌های این گونه‌ها، پیش و پس (آنگاه kpi://schema/comparison).',
    }),
    limit: whole('limit', [1, 500], { en: 'Deals at most, with list.', fa: 'بیشترین شمار معامله‌ها، با list.' }),
    ...READING,
  },
  narrower: { en: 'two exports, a period, no breakdown', fa: 'دو خروجی، یک دوره، بدون تفکیک' },
  bare: [],
  document: 'report',
});
