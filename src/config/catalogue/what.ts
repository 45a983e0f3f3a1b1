/** What is computed, and how much of it is shown. */
import { monthMeant } from '../../locale/calendar.js';
import { splitNames } from '../../locale/name-list.js';
import { ON_DEMAND, SECTION_NAMES } from '../../report/sections/catalogue/index.js';
import { isOn, merged, REPORTERS, setting, TELLERS } from '../definition.js';
import {
  anyText,
  choice,
  choices,
  isoDate,
  isoDates,
  list,
  monthsUpTo,
  names,
  wholeNumber,
  wholeWithin,
} from '../flag-values.js';
import { A_TEXT, oneOf, someOf, wholeFrom } from '../key-kinds.js';
import { CALENDARS, DETAILS, GRAINS } from '../known-words.js';

/** Periods that a shell offers: those that no year needs to be known for. */
const PERIODS = [
  ...['last-month', 'last-quarter', 'last-year', 'last-week', 'this-month', 'this-quarter', 'this-year'],
  ...['last-30-days', 'last-90-days'],
];

export const WHAT = {
  period: setting({
    summary: {
      en: '2025, 2025-Q3, 2025-09, 2025-W36, last-month, last-90-days, 2025-01-01..2025-03-31 (default: all data)',
      fa: '2025، 2025-Q3، 2025-09، last-month، last-90-days و مانند آن (پیش‌فرض: همه‌ی داده‌ها)',
    },
    flag: {
      name: 'period',
      value: 'PERIOD',
      group: 'what',
      commands: [...REPORTERS, 'explain', 'deals', 'customers', 'compare', 'forecast'],
      asked: true,
      completes: PERIODS,
      parse: anyText,
    },
    scope: ['report'],
  }),
  compare: setting({
    summary: {
      en: 'previous, last-year, none or a period (default: previous, when there is a --period)',
      fa: 'previous، last-year، none یا یک دوره (پیش‌فرض: previous، اگر --period آمده باشد)',
    },
    flag: {
      name: 'compare',
      value: 'PERIOD',
      group: 'what',
      commands: REPORTERS,
      asked: true,
      completes: ['previous', 'last-year', 'none'],
      parse: anyText,
    },
    scope: ['report'],
  }),
  asOf: setting({
    summary: {
      en: 'the snapshot date, 2025-09-30 or 1404-07-08 (default: the newest recorded date in the data)',
      fa: 'تاریخ برش داده‌ها، ۱۴۰۴/۰۷/۰۸ یا 2025-09-30 (پیش‌فرض: تازه‌ترین تاریخ ثبت‌شده در داده‌ها)',
    },
    flag: {
      name: 'as-of',
      value: 'DATE',
      group: 'what',
      commands: [...REPORTERS, 'check', 'explain', 'deals', 'customers', 'forecast'],
      asked: true,
      parse: isoDate,
    },
    scope: ['report', 'check'],
  }),
  earlier: setting({
    summary: {
      en: 'an earlier export of the deals: the report tells what changed since (section changes)',
      fa: 'خروجی قبلی معامله‌ها: گزارش می‌گوید از آن پس چه تغییر کرده (بخش changes)',
    },
    flag: { name: 'earlier', value: 'FILE', group: 'what', commands: REPORTERS, repeatable: true, parse: anyText },
  }),
  taken: merged(
    {
      summary: {
        en: 'when the exports were taken, in the order of the files; with --earlier those of the earlier ones (default: a date in the name of a file, else its newest recorded date)',
        fa: 'روزی که هر خروجی گرفته شده، به ترتیب فایل‌ها؛ با --earlier روز خروجی‌های قبلی (پیش‌فرض: تاریخ درون نام فایل، وگرنه تازه‌ترین تاریخ ثبت‌شده‌ی آن)',
      },
      flag: {
        name: 'taken',
        value: 'DATE[,DATE]',
        group: 'what',
        commands: [...REPORTERS, 'explain', 'compare'],
        repeatable: true,
        parse: isoDates,
      },
      scope: ['report'],
    },
    (typed) => typed?.flat(),
  ),
  fiscalYearStart: setting({
    summary: {
      en: 'first month of the fiscal year: 1 to 12, or a name, which says the calendar too (April, Farvardin)',
      fa: 'نخستین ماه سال مالی: ۱ تا ۱۲، یا نام ماه که تقویم را هم می‌گوید (فروردین، April)',
    },
    config: {
      key: 'fiscalYearStart',
      schema: ({ z, own }) => z.union([z.int(), z.string()], own).refine((month) => monthMeant(month) !== null, own),
      expected: {
        en: 'the number of a month, 1 to 12, or its name, such as April or Farvardin',
        fa: 'شماره‌ی ماه، از ۱ تا ۱۲، یا نام آن، مانند فروردین یا April',
      },
      example: 1,
    },
    scope: ['report', 'check'],
  }),
  calendar: setting({
    summary: {
      en: 'gregorian or jalali: what days are printed in, relative periods and series counted in (default: as most dates of the files are written; jalali with --lang fa)',
      fa: 'gregorian یا jalali: تقویمی که تاریخ‌ها با آن نوشته و دوره‌های نسبی و نمودارها با آن شمرده می‌شوند (پیش‌فرض: jalali با --lang fa، وگرنه تقویم بیشتر تاریخ‌های فایل‌ها)',
    },
    flag: {
      name: 'calendar',
      value: 'CALENDAR',
      group: 'what',
      commands: TELLERS,
      asked: true,
      parse: choice(CALENDARS),
    },
    config: {
      key: 'calendar',
      summary: {
        en: 'calendar of printed days, relative periods and series: gregorian or jalali (when left out as the files are written, jalali in Persian)',
        fa: 'تقویم تاریخ‌های چاپ‌شده، دوره‌های نسبی و نمودارها: gregorian یا jalali (اگر نیاید، در فارسی jalali و وگرنه تقویم تاریخ‌های فایل)',
      },
      ...oneOf(CALENDARS),
      example: 'jalali',
    },
    scope: ['report', 'check'],
  }),
  by: merged(
    {
      summary: {
        en: 'break down by a field or a column, by month (day … year), age, or ranges (amount:10k,50k); two with a comma are crossed; repeat for several; a name with a comma is quoted: \'"City, State",owner\'',
        fa: 'تفکیک بر پایه‌ی فیلد یا ستون، دوره (month، از day تا year)، عمر (age) یا بازه‌ها (amount:10k,50k)؛ دو نام با ویرگول با هم ترکیب می‌شوند؛ برای چند تفکیک تکرار کنید؛ نامی که ویرگول دارد در گیومه می‌آید: \'"City, State",owner\'',
      },
      flag: {
        name: 'by',
        value: 'FIELD[,FIELD]',
        group: 'what',
        commands: [...REPORTERS, 'compare', 'forecast'],
        asked: true,
        repeatable: true,
        completes: 'fields',
        parse: names,
      },
      config: {
        key: 'report.by',
        summary: {
          en: 'breakdowns: a field or a column; "a,b" crosses two; a name that holds a comma is quoted, as in CSV',
          fa: 'تفکیک‌ها: فیلد یا ستون؛ "a,b" دو تا را ترکیب می‌کند؛ نامی که ویرگول دارد مانند CSV در گیومه می‌آید',
        },
        schema: ({ z, text }) => z.array(text(), 'list'),
        expected: { en: 'a list, such as [owner, source]', fa: 'فهرست، مانند [owner, source]' },
        example: ['owner'],
      },
      scope: ['report'],
    },
    (typed, written): readonly (readonly string[])[] | undefined => typed ?? written?.map(splitNames),
  ),
  top: setting({
    summary: {
      en: 'groups of a breakdown shown at most, the others as one line; 0 = all (default)',
      fa: 'بیشترین شمار گروه‌های یک تفکیک، بقیه در یک سطر؛ 0 = همه (پیش‌فرض)',
    },
    flag: { name: 'top', value: 'N', group: 'what', commands: REPORTERS, asked: true, parse: wholeNumber },
    config: {
      key: 'report.top',
      ...wholeFrom(0, 999_999_999, { en: 'a whole number, 0 or more', fa: 'عدد صحیح، 0 یا بیشتر' }),
      example: 10,
    },
    scope: ['report'],
  }),
  sort: setting({
    summary: {
      en: 'order of the groups: a KPI, name, records or change, with :asc or :desc if need be (default: the first KPI asked for, else the won value); deals, customers, compare --list: a column',
      fa: 'ترتیب گروه‌ها: یک شاخص، name، records یا change، در صورت نیاز با :asc یا :desc (پیش‌فرض: نخستین شاخص خواسته‌شده، وگرنه ارزش معامله‌های برنده)؛ deals، customers و compare --list: یک ستون',
    },
    flag: {
      name: 'sort',
      value: 'KEY[:asc|desc]',
      group: 'what',
      commands: [...REPORTERS, 'deals', 'customers', 'compare'],
      asked: true,
      completes: 'sorts',
      parse: anyText,
    },
    config: { key: 'report.sort', ...A_TEXT, example: 'win_rate:desc' },
    scope: ['report'],
  }),
  where: setting({
    summary: {
      en: "only deals for which this is true: 'region = EMEA and amount > 1000' (docs/expressions.md)",
      fa: "تنها معامله‌هایی که این شرط درباره‌شان درست است: 'region = EMEA and amount > 1000' (docs/expressions.md)",
    },
    flag: {
      name: 'where',
      value: 'CONDITION',
      group: 'what',
      commands: [...REPORTERS, 'check', 'explain', 'deals', 'customers', 'compare', 'forecast'],
      asked: true,
      parse: anyText,
    },
  }),
  kpis: merged(
    {
      summary: {
        en: 'only these KPIs (`kpi list kpis`); deals: those behind this one',
        fa: 'تنها این شاخص‌ها (`kpi list kpis`)؛ deals: معامله‌های پشت این شاخص',
      },
      flag: {
        name: 'kpi',
        value: 'ID[,ID]',
        group: 'what',
        commands: [...REPORTERS, 'deals'],
        asked: true,
        repeatable: true,
        completes: 'kpis',
        parse: list,
      },
      config: {
        key: 'report.kpis',
        schema: ({ z, parts }) => z.array(parts.kpi(), 'list'),
        expected: { en: 'a KPI of `kpi list kpis`', fa: 'شاخصی از `kpi list kpis`' },
        example: ['win_rate', 'revenue_won'],
      },
      scope: ['report'],
    },
    (typed, written) => typed?.flat() ?? written,
  ),
  sections: setting({
    summary: {
      en: `${SECTION_NAMES.join(', ')}, all or none; +forecast adds to the usual ones (default: all but ${ON_DEMAND.join(', ')}; none with --kpi)`,
      fa: `${SECTION_NAMES.join('، ')}، all یا none؛ +forecast به بخش‌های معمول می‌افزاید (پیش‌فرض: همه جز ${ON_DEMAND.join('، ')}؛ با --kpi هیچ‌کدام)`,
    },
    flag: {
      name: 'sections',
      value: 'LIST',
      group: 'what',
      commands: REPORTERS,
      asked: true,
      parse: choices(SECTION_NAMES, ON_DEMAND),
    },
    config: {
      key: 'report.sections',
      summary: {
        en: `parts beside the KPIs (left out: all but ${ON_DEMAND.join(', ')}; none where kpis are named); names after + are added to these`,
        fa: `بخش‌های کنار شاخص‌ها (اگر نیاید: همه جز ${ON_DEMAND.join('، ')}؛ با kpis هیچ‌کدام)؛ نام‌هایی که + دارند به آن‌ها افزوده می‌شوند`,
      },
      ...someOf(SECTION_NAMES),
      example: ['series', 'insights'],
    },
    scope: ['report'],
  }),
  grain: setting({
    summary: {
      en: 'series by day, week, month, quarter or year (default: from the range)',
      fa: 'روند به تفکیک day، week، month، quarter یا year (پیش‌فرض: بر پایه‌ی بازه)',
    },
    flag: { name: 'grain', value: 'GRAIN', group: 'what', commands: REPORTERS, asked: true, parse: choice(GRAINS) },
    config: { key: 'report.grain', ...oneOf(GRAINS), example: 'month' },
    scope: ['report'],
  }),
  horizon: setting({
    summary: {
      en: 'months ahead; forecast: 1 to 36 (default: 6, or forecast.horizon of the config), customers: 1 to 120 (default: 36, or clv.horizonMonths)',
      fa: 'شمار ماه‌های آینده؛ forecast: از 1 تا 36 (پیش‌فرض: 6، یا forecast.horizon در تنظیمات)، customers: از 1 تا 120 (پیش‌فرض: 36، یا clv.horizonMonths)',
    },
    flag: {
      name: 'horizon',
      value: 'MONTHS',
      group: 'what',
      commands: ['customers', 'forecast'],
      parse: wholeWithin(1, 120, monthsUpTo(120)), // a forecast looks less far, which it says itself
    },
  }),
  maxInsights: setting({
    summary: { en: 'findings shown at most; 0 = all (default: 10)', fa: 'بیشترین شمار یافته‌ها؛ 0 = همه (پیش‌فرض: 10)' },
    flag: { name: 'max-insights', value: 'N', group: 'what', commands: REPORTERS, asked: true, parse: wholeNumber },
    scope: ['report'],
  }),
  detail: setting({
    summary: {
      en: 'brief (one screen), standard or full: how much a table or Markdown shows (default: standard)',
      fa: 'brief (یک صفحه)، standard یا full: جدول یا Markdown چه اندازه نشان دهد (پیش‌فرض: standard)',
    },
    flag: {
      name: 'detail',
      value: 'DETAIL',
      group: 'output',
      commands: ['report', 'watch', 'compare', 'forecast'],
      parse: choice(DETAILS),
    },
    config: { key: 'report.detail', ...oneOf(DETAILS), example: 'standard' },
    scope: ['render'],
  }),
  template: setting({
    summary: {
      en: 'write the report with this template of your own (docs/templates.md)',
      fa: 'گزارش را با این الگوی خودتان بنویس (docs/templates.md)',
    },
    flag: {
      name: 'template',
      value: 'FILE',
      group: 'output',
      commands: ['report', 'watch', 'compare'],
      parse: anyText,
    },
    config: { key: 'report.template', ...A_TEXT, relative: true, example: 'weekly.md.liquid' },
  }),
  raw: setting({
    summary: {
      en: 'the table as it was read, every row and cell, as CSV or JSON (--format); cells that begin with = are not guarded against spreadsheets',
      fa: 'جدول همان‌گونه که خوانده شد، همه‌ی سطرها و سلول‌ها، به شکل CSV یا JSON (با --format)؛ سلول‌هایی که با = آغاز می‌شوند برای صفحه‌گسترده بی‌خطر نمی‌شوند',
    },
    flag: { name: 'raw', group: 'what', commands: ['inspect'], parse: isOn },
  }),
  rows: setting({
    summary: { en: 'list every record behind the figure', fa: 'همه‌ی رکوردهای پشت عدد را فهرست کن' },
    flag: { name: 'rows', group: 'what', commands: ['explain'], parse: isOn },
  }),
  maxRows: setting({
    summary: {
      en: 'records listed of each kind; 0 = all (default: 20)',
      fa: 'تعداد رکوردهای فهرست‌شده از هر نوع؛ 0 = همه (پیش‌فرض: 20)',
    },
    flag: { name: 'max-rows', value: 'N', group: 'what', commands: ['check', 'explain'], parse: wholeNumber },
    scope: ['check'],
  }),
} as const;
