/** What is computed, of which deals. */
import { list, text, texts, whole } from './make.js';

export const period = text('period', {
  en: '2025-Q3, 2025-09, 2025-W36, 1404-Q2, last-month, last-90-days, 2025-01-01..2025-03-31 (default: all data).',
  fa: '2025-Q3، 2025-09، 2025-W36، 1404-Q2، last-month، last-90-days، 2025-01-01..2025-03-31 (پیش‌فرض: همه‌ی داده‌ها).',
});

export const compareWith = text('compare', {
  en: 'The period compared with: previous (default with period), last-year, none or a period.',
  fa: 'دوره‌ای که با آن مقایسه می‌شود: previous (پیش‌فرض با period)، last-year، none یا یک دوره.',
});

export const asOf = text('as-of', {
  en: 'Snapshot day, e.g. 2025-09-30 (default: newest recorded day).',
  fa: 'تاریخ برش داده‌ها، مانند 2025-09-30 (پیش‌فرض: تازه‌ترین روز ثبت‌شده).',
});

export const where = text('where', {
  en: 'Only deals for which this holds, e.g. region = EMEA and amount > 1000.',
  fa: 'تنها معامله‌هایی که این شرط درباره‌شان درست است، مانند region = EMEA and amount > 1000.',
});

export const by = texts('by', {
  en: 'Breakdowns: a field or column each (owner, source, month, age, amount:10k,50k); "owner,source" crosses two.',
  fa: 'تفکیک‌ها: هر کدام یک فیلد یا ستون (owner، source، month، age، amount:10k,50k)؛ "owner,source" دو تا را ترکیب می‌کند.',
});

export const kpis = list('kpi', {
  en: 'Only these KPIs, by id (list_kpis).',
  fa: 'تنها این شاخص‌ها، به شناسه (list_kpis).',
});

export const targets = texts('target', {
  en: 'Targets, e.g. win_rate>=25%, revenue_won>=3.2M/quarter.',
  fa: 'هدف‌ها، مانند win_rate>=25% یا revenue_won>=3.2M/quarter.',
});

export const top = whole('top', [0, 1000], {
  en: 'Groups of a breakdown at most, the others as one; 0 = all.',
  fa: 'بیشترین شمار گروه‌های یک تفکیک، بقیه یک گروه؛ 0 = همه.',
});

export const sort = text('sort', {
  en: 'Order of groups or rows: a KPI, name, records, change or a column, with :asc or :desc.',
  fa: 'ترتیب گروه‌ها یا سطرها: یک شاخص، name، records، change یا یک ستون، با :asc یا :desc.',
});

export const maxRows = (usual?: number) =>
  whole('max-rows', [1, 500], { en: 'Records listed of each kind.', fa: 'شمار رکوردهای فهرست‌شده از هر نوع.' }, usual);

export const horizon = (most: number) => whole('horizon', [1, most], { en: 'Months ahead.', fa: 'شمار ماه‌های آینده.' });

export const taken = list('taken', {
  en: 'Days the exports were taken, in the order of the files (earlier first), where not found.',
  fa: 'روزهایی که خروجی‌ها گرفته شد، به ترتیب فایل‌ها (پیشین‌ها نخست)، اگر پیدا نمی‌شود.',
});

export const limit = whole('limit', [1, 500], { en: 'Rows at most.', fa: 'بیشترین شمار سطرها.' }, 20);
