/** What is computed. */
import { anyText, choice, choices, isoDate, list, names, wholeNumber } from '../values.js';
import { type OptionDefinition, option, repeated, toggle } from './definition.js';

export const WHAT = {
  period: option({
    value: 'PERIOD',
    group: 'what',
    summary: {
      en: '2025, 2025-Q3, 2025-09, 2025-W36, last-month, last-90-days, 2025-01-01..2025-03-31 (default: all data)',
      fa: '2025، 2025-Q3، 2025-09، last-month، last-90-days و مانند آن (پیش‌فرض: همه‌ی داده‌ها)',
    },
    parse: anyText,
  }),
  compare: option({
    value: 'PERIOD',
    group: 'what',
    summary: {
      en: 'previous, last-year, none or a period (default: previous, when there is a --period)',
      fa: 'previous، last-year، none یا یک دوره (پیش‌فرض: previous، اگر --period آمده باشد)',
    },
    parse: anyText,
  }),
  'as-of': option({
    value: 'DATE',
    group: 'what',
    summary: {
      en: 'the snapshot date, YYYY-MM-DD (default: the newest recorded date in the data)',
      fa: 'تاریخ برش داده‌ها، YYYY-MM-DD (پیش‌فرض: تازه‌ترین تاریخ ثبت‌شده در داده‌ها)',
    },
    parse: isoDate,
  }),
  calendar: option({
    value: 'CALENDAR',
    group: 'what',
    summary: {
      en: 'gregorian or jalali: what relative periods are counted in, and series of all data (default: as most dates of the files are written)',
      fa: 'gregorian یا jalali: دوره‌های نسبی و نمودار همه‌ی داده‌ها در کدام تقویم شمرده شوند (پیش‌فرض: تقویم بیشتر تاریخ‌های فایل‌ها)',
    },
    config: 'calendar',
    parse: choice(['gregorian', 'jalali']),
  }),
  by: repeated({
    value: 'FIELD[,FIELD]',
    group: 'what',
    summary: {
      en: 'break down by a field or a column; two with a comma are crossed; repeat for several; a name with a comma is quoted: \'"City, State",owner\'',
      fa: 'تفکیک بر پایه‌ی فیلد یا ستون؛ دو نام با ویرگول با هم ترکیب می‌شوند؛ برای چند تفکیک تکرار کنید؛ نامی که ویرگول دارد در گیومه می‌آید: \'"City, State",owner\'',
    },
    config: 'report.by',
    parse: names,
  }),
  where: option({
    value: 'CONDITION',
    group: 'what',
    summary: {
      en: "only deals for which this is true: 'region = EMEA and amount > 1000' (docs/expressions.md)",
      fa: "تنها معامله‌هایی که این شرط درباره‌شان درست است: 'region = EMEA and amount > 1000' (docs/expressions.md)",
    },
    parse: anyText,
  }),
  kpi: repeated({
    value: 'ID[,ID]',
    group: 'what',
    summary: { en: 'only these KPIs (`kpi list kpis`)', fa: 'تنها این شاخص‌ها (`kpi list kpis`)' },
    config: 'report.kpis',
    parse: list,
  }),
  sections: option({
    value: 'LIST',
    group: 'what',
    summary: {
      en: 'series, funnel, cohorts, insights, all or none (default: all; none with --kpi)',
      fa: 'series، funnel، cohorts، insights، all یا none (پیش‌فرض: all؛ با --kpi هیچ‌کدام)',
    },
    config: 'report.sections',
    parse: choices(['series', 'funnel', 'cohorts', 'insights']),
  }),
  grain: option({
    value: 'GRAIN',
    group: 'what',
    summary: {
      en: 'series by day, week, month, quarter or year (default: from the range)',
      fa: 'روند به تفکیک day، week، month، quarter یا year (پیش‌فرض: بر پایه‌ی بازه)',
    },
    config: 'report.grain',
    parse: choice(['day', 'week', 'month', 'quarter', 'year']),
  }),
  detail: option({
    value: 'DETAIL',
    group: 'output',
    summary: {
      en: 'brief (one screen), standard or full: how much a table or Markdown shows (default: standard)',
      fa: 'brief (یک صفحه)، standard یا full: جدول یا Markdown چه اندازه نشان دهد (پیش‌فرض: standard)',
    },
    config: 'report.detail',
    parse: choice(['brief', 'standard', 'full']),
  }),
  'assume-complete': toggle({
    group: 'what',
    summary: {
      en: 'accept a file without any lost (or won) deal as complete',
      fa: 'فایلی را که هیچ معامله‌ی از دست رفته (یا برنده) ندارد کامل بدان',
    },
    config: 'assumeComplete',
  }),
  raw: toggle({
    group: 'what',
    summary: {
      en: 'the table as it was read, every row and cell, as CSV or JSON (--format); cells that begin with = are not guarded against spreadsheets',
      fa: 'جدول همان‌گونه که خوانده شد، همه‌ی سطرها و سلول‌ها، به شکل CSV یا JSON (با --format)؛ سلول‌هایی که با = آغاز می‌شوند برای صفحه‌گسترده بی‌خطر نمی‌شوند',
    },
  }),
  rows: toggle({
    group: 'what',
    summary: { en: 'list every record behind the figure', fa: 'همه‌ی رکوردهای پشت عدد را فهرست کن' },
  }),
  'max-insights': option({
    value: 'N',
    group: 'what',
    summary: {
      en: 'findings shown at most; 0 = all (default: 10)',
      fa: 'بیشترین شمار یافته‌ها؛ 0 = همه (پیش‌فرض: 10)',
    },
    parse: wholeNumber,
  }),
  'max-rows': option({
    value: 'N',
    group: 'what',
    summary: {
      en: 'records listed of each kind; 0 = all (default: 20)',
      fa: 'تعداد رکوردهای فهرست‌شده از هر نوع؛ 0 = همه (پیش‌فرض: 20)',
    },
    parse: wholeNumber,
  }),
} as const satisfies Record<string, OptionDefinition>;
