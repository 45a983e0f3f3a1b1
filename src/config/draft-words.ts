/** The comments of a config file that `kpi init` writes. */
import type { Text } from '../locale/text.js';

/** What the file says of itself. */
export const ABOUT = {
  template: { en: 'Settings of `kpi`.', fa: 'تنظیمات `kpi`.' },
  files: (files: string): Text => ({
    en: `What \`kpi\` understood of ${files}. With this file beside it, the next run asks nothing.`,
    fa: `آنچه \`kpi\` از ${files} فهمید. با این فایل، اجرای بعدی چیزی نمی‌پرسد.`,
  }),
  how: {
    en: 'Lines that begin with #key: are examples; take the # off to use one. Command-line options beat this file, and this file beats what is detected. `kpi schema config` describes every key.',
    fa: 'سطرهایی که با #key: آغاز می‌شوند نمونه‌اند؛ برای به‌کاربردن، # را بردارید. گزینه‌های خط فرمان بر این فایل مقدم‌اند و این فایل بر تشخیص خودکار. شرح همه‌ی کلیدها: `kpi schema config`.',
  },
} as const;

/** What each key means, as the comment above it says. */
export const KEYS = {
  preset: {
    en: 'The CRM that wrote the files (`kpi list presets`).',
    fa: 'سامانه‌ای که فایل‌ها را ساخته است (`kpi list presets`).',
  },
  mapping: {
    en: 'The column of each field (`kpi list fields`), with the reason and how sure it is.',
    fa: 'ستون هر فیلد (`kpi list fields`)، با دلیل و میزان اطمینان.',
  },
  unused: { en: 'Columns that no field uses:', fa: 'ستون‌هایی که فیلدی از آن‌ها خوانده نمی‌شود:' },
  ignore: { en: 'Columns that are never taken for a field.', fa: 'ستون‌هایی که هرگز به جای فیلدی گرفته نمی‌شوند.' },
  stages: {
    en: 'What stages and statuses mean: won, lost, open or excluded; "*" is every name that is not listed.',
    fa: 'معنای مرحله‌ها و وضعیت‌ها: won، lost، open یا excluded؛ "*" یعنی هر نامی که نیامده است.',
  },
  known: { en: 'These need no answer:', fa: 'این‌ها پاسخی نمی‌خواهند:' },
  ask: {
    en: 'Not known. Write won, lost, open or excluded behind the name and take the # off:',
    fa: 'ناشناخته. پس از نام، won، lost، open یا excluded بنویسید و # را بردارید:',
  },
  currency: { en: 'Currency of amounts that carry none.', fa: 'ارز مبلغ‌هایی که ارز ندارند.' },
  timezone: { en: 'Zone that decides the day of timestamps.', fa: 'منطقه‌ی زمانی که روزِ زمان‌ها را روشن می‌کند.' },
  dateOrder: {
    en: 'Order of day, month and year where the cells fit several: dmy, mdy or ymd.',
    fa: 'ترتیب روز، ماه و سال، جایی که سلول‌ها با چند ترتیب می‌خوانند: dmy، mdy یا ymd.',
  },
  decimal: {
    en: 'Decimal sign of numbers that fit both, as 1.234 does: point or comma.',
    fa: 'نشان اعشار عددهایی که با هر دو می‌خوانند، مانند 1.234: point یا comma.',
  },
  repeatedIds: {
    en: 'Rows with the same id: lines of one deal, the newest of them, or all (left out: what they hold decides).',
    fa: 'سطرهای هم‌شناسه: lines (قلم‌های یک معامله)، newest (تازه‌ترین) یا all (اگر نیاید، محتوای سطرها تعیین می‌کند).',
  },
  sheet: { en: 'Sheet of a workbook.', fa: 'برگه‌ی فایل اکسل.' },
  encoding: { en: 'Encoding of text files.', fa: 'رمزگذاری فایل‌های متنی.' },
  maxSize: {
    en: 'Most bytes of a packed file that are read, unpacked.',
    fa: 'بیشترین بایت فایل فشرده که پس از باز شدن خوانده می‌شود.',
  },
  delimiter: { en: 'Delimiter: comma, semicolon, tab or pipe.', fa: 'جداکننده: comma، semicolon، tab یا pipe.' },
  calendar: {
    en: 'Calendar of relative periods and series: gregorian or jalali (as the files are written when left out).',
    fa: 'تقویم دوره‌های نسبی و نمودارها: gregorian یا jalali (اگر نیاید، تقویم تاریخ‌های فایل).',
  },
  fiscalYearStart: { en: 'First month of the fiscal year.', fa: 'نخستین ماه سال مالی.' },
  retention: {
    en: 'Days that a won deal keeps a customer active.',
    fa: 'شمار روزهایی که یک معامله‌ی برنده مشتری را فعال نگه می‌دارد.',
  },
  customers: {
    en: 'Names that are one customer, list by list; those that differ in case, spaces or punctuation alone are one anyway.',
    fa: 'نام‌هایی که یک مشتری‌اند، فهرست به فهرست؛ آن‌هایی که تنها در حروف بزرگ، فاصله یا نشانه‌ها فرق دارند خود یکی‌اند.',
  },
  clv: {
    en: 'Lifetime values: the share of revenue that is margin, and the years that a customer stays.',
    fa: 'ارزش طول عمر: سهم سود از فروش، و سال‌هایی که مشتری می‌ماند.',
  },
  targets: {
    en: 'What KPIs should be, in their own unit (ratios 0 to 1); `kpi report --enforce-targets` fails when one is missed.',
    fa: 'شاخص‌ها چه باید باشند، در واحد خودشان (نسبت‌ها از 0 تا 1)؛ اگر نرسند، `kpi report --enforce-targets` مردود می‌شود.',
  },
  quotas: {
    en: 'Won value that each owner is to bring in the period asked about.',
    fa: 'ارزشی که هر مسئول باید در دوره‌ی خواسته‌شده ببرد.',
  },
  rates: {
    en: 'What one unit of a currency is worth in `currency`; or a CSV file with date, currency and rate.',
    fa: 'ارزش هر واحد ارز به `currency`؛ یا فایل CSV با ستون‌های date، currency و rate.',
  },
  assumeComplete: {
    en: 'Accept a file without any lost (or won) deal as complete.',
    fa: 'فایلی را که هیچ معامله‌ی از دست رفته (یا برنده) ندارد کامل بدان.',
  },
  report: { en: 'What the report shows.', fa: 'آنچه گزارش نشان می‌دهد.' },
  rules: {
    en: 'Rules of `kpi check` (`kpi list rules`): error, warn, info or off, or with thresholds; warn and fail are two limits.',
    fa: 'قاعده‌های `kpi check` (`kpi list rules`): error، warn، info یا off، یا با آستانه؛ warn و fail دو حدند.',
  },
  customRules: {
    en: 'Rules of your own, in the language of --where (docs/expressions.md).',
    fa: 'قاعده‌های خود شما، به زبان --where (docs/expressions.md).',
  },
  columns: {
    en: 'What a field or a column must hold: required, unique, type, allowed, pattern (email, phone, url or a regular expression), minLength, maxLength, range, forbidden; leads.Email is a column of the leads.',
    fa: 'آنچه یک فیلد یا ستون باید داشته باشد: required، unique، type، allowed، pattern (یکی از email، phone، url یا عبارت منظم)، minLength، maxLength، range، forbidden؛ leads.Email ستونی از سرنخ‌هاست.',
  },
  contract: {
    en: 'The contract: what each column holds today and has to hold tomorrow. Each has to be there unless it is optional; loosen what is too strict.',
    fa: 'قرارداد: آنچه هر ستون امروز دارد و فردا باید داشته باشد. هر ستون باید باشد مگر optional باشد؛ آنچه سخت‌گیرانه است را نرم‌تر کنید.',
  },
  unique: {
    en: 'Columns of which no two records have the same cells.',
    fa: 'ستون‌هایی که هیچ دو رکوردی در همه‌ی آن‌ها یکسان نیستند.',
  },
  unexpectedColumns: {
    en: 'What a column is that `columns` does not name: error, warn, info or off.',
    fa: 'حکم ستونی که `columns` نام نبرده است: error، warn، info یا off.',
  },
  expect: {
    en: 'What the files must add up to: rows, records, won, lost, open, value, wonValue, lostValue, openValue; or a list of conditions over figures: [avg(amount) > 1k].',
    fa: 'آنچه فایل‌ها باید جمعاً داشته باشند: rows، records، won، lost، open، value، wonValue، lostValue، openValue.',
  },
  baseline: {
    en: 'Violations that this file knows do not fail `kpi check` (written by --write-baseline).',
    fa: 'مواردی که این فایل می‌شناسد `kpi check` را مردود نمی‌کنند (با --write-baseline نوشته می‌شود).',
  },
  lang: { en: 'Language of words and messages: en or fa.', fa: 'زبان نوشته‌ها و پیام‌ها: en یا fa.' },
} as const satisfies Record<string, Text>;

/** Examples of the user's own rules. */
export const OWN_RULES = {
  customRules: {
    key: 'customRules',
    value: [
      {
        id: 'custom.big_deals_need_contract',
        when: 'outcome = won and amount >= 100k',
        require: "'Contract No' is not empty",
        severity: 'error',
        message: 'row {row}: won deals from 100 k need a contract number',
      },
    ],
  },
  columns: {
    key: 'columns',
    value: {
      Region: { required: true, allowed: ['North', 'South'] },
      amount: { range: { min: 0, max: '5m' } },
      'leads.Email': { type: 'email', warn: '1%', fail: '5%' },
    },
  },
  unique: { key: 'unique', value: [['account', 'closed_at']] },
  unexpectedColumns: { key: 'unexpectedColumns', value: 'warn' },
  expect: { key: 'expect', value: { rows: 1192, wonValue: { value: 4_800_000, tolerance: 0.5 } } },
} as const;
