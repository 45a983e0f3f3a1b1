import { SECTION_NAMES } from '../../report/sections/catalogue/index.js';
import { defineTool } from '../definition.js';
import { earlier, files, READING } from '../inputs/files.js';
import { words } from '../inputs/make.js';
import { asOf, by, compareWith, kpis, period, sort, targets, top, where } from '../inputs/what.js';

export const report = defineTool({
  name: 'report',
  title: { en: 'KPI report', fa: 'گزارش شاخص‌ها' },
  description: {
    en: 'KPIs of CRM exports with numerators, intervals, changes against an earlier period and their significance, breakdowns, findings. Name kpis to get little; a null value has a reason.',
    fa: 'شاخص‌های خروجی CRM با صورت و مخرج، بازه‌ی اطمینان، تغییر نسبت به دوره‌ی قبل و معناداری آن، تفکیک‌ها و یافته‌ها. برای پاسخ کوتاه شاخص‌ها را نام ببرید؛ مقدار null دلیل (reason) دارد.',
  },
  command: ['report'],
  inputs: {
    files,
    earlier,
    period,
    compare: compareWith,
    as_of: asOf,
    where,
    by,
    kpis,
    sections: words(
      'sections',
      SECTION_NAMES,
      {
        en: 'Parts beside the KPIs (kpi://sections); evidence and series are long.',
        fa: 'بخش‌های کنار شاخص‌ها (kpi://sections)؛ evidence و series بلندند.',
      },
      ['insights'],
    ),
    top,
    sort,
    targets,
    ...READING,
  },
  narrower: {
    en: 'kpis, fewer sections, top for breakdowns, a period',
    fa: 'kpis، بخش‌های کمتر، top برای تفکیک‌ها، یک دوره',
  },
  bare: [],
  document: 'report',
});
