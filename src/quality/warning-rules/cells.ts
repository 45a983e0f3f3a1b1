import { warningRule } from '../warning-rule.js';
import { EVERY_FIGURE } from './figures.js';

/** Rules about cells whose content was lost or cannot be used. */
export const cellRules = [
  warningRule({
    id: 'cell.unreadable',
    title: { en: 'Other cells that cannot be read', fa: 'خانه‌های دیگری که خوانده نمی‌شوند' },
    dimension: 'validity',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows, those with a cell that is not what its column holds, dates and amounts of deals excepted, which have rules of their own: probabilities, numbers, yes and no, texts that are an error of a spreadsheet (#REF!); dates and amounts of customers, leads, orders, subscriptions and stage changes.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که خانه‌ای دارند که چیز ستون خود نیست، جز تاریخ و مبلغ معامله‌ها که قاعده‌ی خود را دارند: احتمال، عدد، بله و خیر، متنی که خطای صفحه‌گسترده است (#REF!)؛ تاریخ و مبلغ مشتریان، سرنخ‌ها، سفارش‌ها، اشتراک‌ها و تغییر مراحل.',
    },
    source: 'Frictionless, type-error',
    affects: ['weighted_pipeline', 'new_customers', 'customer_retention_rate', 'lead_conversion_rate', 'mrr'],
    fix: {
      en: 'Correct the cells, or leave them empty. `kpi inspect` shows how each column is read.',
      fa: 'خانه‌ها را درست کنید یا خالی بگذارید. `kpi inspect` نشان می‌دهد هر ستون چگونه خوانده می‌شود.',
    },
    example: 'unreadable_cells Probability probability deals 2',
  }),
  warningRule({
    id: 'cell.no_value',
    title: { en: 'Cells of a workbook without a value', fa: 'خانه‌های بی‌مقدار کارپوشه' },
    dimension: 'completeness',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows of a workbook, those with a formula whose value was never calculated, or with an error such as #REF! in place of a value: such a cell counts as empty.',
      fa: 'از همه‌ی ردیف‌های کارپوشه، آن‌هایی که فرمولی محاسبه‌نشده یا خطایی مانند #REF! به‌جای مقدار دارند: چنین خانه‌ای خالی به‌شمار می‌آید.',
    },
    source: 'ECMA-376, part 1, 18.18.11 (cell type "e") and 18.3.1.40 (formula without a cached value)',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Open the workbook in a spreadsheet program, repair the formulas and save it once.',
      fa: 'کارپوشه را در برنامه‌ی صفحه‌گسترده باز کنید، فرمول‌ها را درست کنید و یک بار ذخیره کنید.',
    },
    example: 'cell_error . . . 2',
  }),
  warningRule({
    id: 'cell.stray_quote',
    title: { en: 'Quotes where none belongs', fa: 'گیومه‌های نابه‌جا' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows of a text file, those with a quote in the middle of a cell that is not quoted, or behind the quote that ends one; it is kept as text.',
      fa: 'از همه‌ی ردیف‌های فایل متنی، آن‌هایی که گیومه‌ای میان خانه‌ی بی‌گیومه یا پس از گیومه‌ی پایانی دارند؛ همان‌گونه به‌عنوان متن نگه داشته می‌شود.',
    },
    source: 'RFC 4180, section 2.5 and 2.7',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Export again with quoted cells; a quote within a cell is written twice.',
      fa: 'با خانه‌های درون گیومه دوباره خروجی بگیرید؛ گیومه‌ی درون خانه دو بار نوشته می‌شود.',
    },
    example: 'stray_quote . . . 2',
  }),
] as const;
