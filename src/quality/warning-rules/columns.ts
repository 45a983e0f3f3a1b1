import { warningRule } from '../warning-rule.js';
import { EVERY_FIGURE } from './figures.js';

/** Rules about which column is what. */
export const columnRules = [
  warningRule({
    id: 'column.refused',
    title: { en: 'Columns left out though named like a field', fa: 'ستون‌های کنارگذاشته با نام یک فیلد' },
    dimension: 'validity',
    severity: 'error',
    scope: 'column',
    condition: {
      en: 'Of all columns, those with the name of a field that no other column holds, whose cells are mostly something else: words for dates, places for stages. They were left out, and figures are missing or others.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی که نام فیلدی را دارند که ستون دیگری آن را ندارد، ولی بیشتر خانه‌هایشان چیز دیگری است: واژه به‌جای تاریخ، نام جا به‌جای مرحله. چنین ستونی کنار گذاشته شده و شاخص‌هایی نیست یا جور دیگر است.',
    },
    source: 'Frictionless, type-error, for a column as a whole',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Repair the cells and export again. --map field="Column" takes the cells that fit; --ignore "Column" says that it is something else.',
      fa: 'خانه‌ها را درست کنید و دوباره خروجی بگیرید. --map field="ستون" خانه‌های درست را می‌گیرد؛ --ignore "ستون" یعنی چیز دیگری است.',
    },
    example: 'unfit_column Created created_at deals .',
  }),
  warningRule({
    id: 'column.other_meaning',
    title: { en: 'Columns named like a field that hold something else', fa: 'ستون‌هایی با نام یک فیلد که چیز دیگری‌اند' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'Of all columns, those with the name of a field that no other column holds, whose cells are sound but something else: places for stages, yes and no for names, the start of a contract for the day of creation. They were left out.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی که نام فیلدی را دارند که ستون دیگری آن را ندارد، ولی خانه‌های سالمشان چیز دیگری است: نام جا به‌جای مرحله، بله و خیر به‌جای نام، آغاز قرارداد به‌جای تاریخ ایجاد. کنار گذاشته شده‌اند.',
    },
    source: 'Our own: one header, two meanings',
    affects: EVERY_FIGURE,
    fix: {
      en: '--ignore "Column" says that it is something else; --map field="Column" takes it all the same, where the message offers that.',
      fa: '--ignore "ستون" یعنی چیز دیگری است؛ --map field="ستون" با این همه آن را می‌گیرد، اگر پیام چنین بگوید.',
    },
    example: 'refused_column State stage deals other',
  }),
  warningRule({
    id: 'column.unmapped',
    title: { en: 'Columns that could be a field that is missing', fa: 'ستون‌هایی که شاید فیلد گمشده باشند' },
    dimension: 'completeness',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'Of all columns, those that nothing was taken from and that could hold a field that figures need.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی که به کار نرفتند و شاید فیلدی باشند که شاخص‌ها لازم دارند.',
    },
    source: 'Our own: a figure without a value for want of a name',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Say which column it is: --map field="Column", or the key mapping in the config.',
      fa: 'بگویید کدام ستون است: --map field="ستون"، یا کلید mapping در تنظیمات.',
    },
    example: 'unmapped_candidates . . . .',
  }),
  warningRule({
    id: 'column.ambiguous',
    title: { en: 'Other columns that could be read two ways', fa: 'ستون‌های دیگری با دو خوانش ممکن' },
    dimension: 'validity',
    severity: 'error',
    scope: 'column',
    condition: {
      en: 'Of all columns, those of other amounts than the deal’s, and those of files of customers, leads, subscriptions and stage changes, whose dates or numbers can be read in two ways that differ.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی از مبلغ‌های دیگر و از فایل‌های مشتریان، سرنخ‌ها، اشتراک‌ها و تغییر مراحل که تاریخ یا عددشان دو خوانش متفاوت دارد.',
    },
    source: 'Soda, validity formats "date eu" and "date us"',
    affects: ['customers', 'new_customers', 'lead_conversion_rate', 'mrr', 'churn_rate'],
    fix: {
      en: 'Say which it is: --date-order dmy|mdy, --decimal point|comma; or export dates as 2025-01-31.',
      fa: 'بگویید کدام درست است: --date-order dmy|mdy، --decimal point|comma؛ یا تاریخ‌ها را به شکل 2025-01-31 خروجی بگیرید.',
    },
    example: 'ambiguous_column Created created_at leads .',
  }),
  warningRule({
    id: 'column.duplicate_header',
    title: { en: 'Columns with the same name', fa: 'ستون‌های هم‌نام' },
    dimension: 'uniqueness',
    severity: 'warn',
    scope: 'file',
    condition: {
      en: 'Of all files, those in which several columns have one name: which of them is meant is open.',
      fa: 'از همه‌ی فایل‌ها، آن‌هایی که چند ستون هم‌نام دارند: روشن نیست کدام منظور است.',
    },
    source: 'Frictionless, duplicate-label',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Rename one of the columns, or say which is meant: --map field="Column #2".',
      fa: 'نام یکی از ستون‌ها را عوض کنید، یا بگویید کدام منظور است: --map field="ستون #2".',
    },
    example: 'duplicate_header . . . .',
  }),
  warningRule({
    id: 'mapping.without_effect',
    title: { en: 'Settings of columns that do nothing', fa: 'تنظیم‌های بی‌اثر ستون‌ها' },
    dimension: 'consistency',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'What --map, --ignore, --stage or the config says of columns or stages that the files do not have, or of columns that hold no such field.',
      fa: 'آنچه --map، --ignore، --stage یا تنظیمات درباره‌ی ستون‌ها یا مرحله‌هایی می‌گوید که فایل‌ها ندارند، یا ستون‌هایی که چنین فیلدی ندارند.',
    },
    source: 'ESLint, --report-unused-disable-directives',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Correct the name (`kpi inspect` shows those there are), or delete the setting.',
      fa: 'نام را درست کنید (`kpi inspect` نام‌ها را نشان می‌دهد) یا آن را پاک کنید.',
    },
    example: 'nothing_to_ignore . . . .',
  }),
  warningRule({
    id: 'date.zone_mixed',
    title: { en: 'Time stamps read as another day than is written', fa: 'زمان‌هایی که روزشان با روز نوشته‌شده یکی نیست' },
    dimension: 'consistency',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows, those with a time stamp in a column of several offsets whose day in the zone that counts is another than the one written.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که زمانشان در ستونی با چند اختلاف ساعت است و روزش در منطقه‌ی زمانی مبنا با روز نوشته‌شده فرق دارد.',
    },
    source: 'RFC 3339, section 4.4: local offsets',
    affects: ['new_deals', 'won_deals', 'lost_deals', 'sales_cycle'],
    fix: {
      en: 'Say which zone counts: --timezone Europe/Berlin, or export all times in one zone.',
      fa: 'منطقه‌ی زمانی را بگویید: --timezone Asia/Tehran، یا همه‌ی زمان‌ها را با یک منطقه خروجی بگیرید.',
    },
    example: 'time_zone Created created_at deals 2',
  }),
] as const;
