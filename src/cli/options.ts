/** What every option is called, takes and means. The parser, the help and the documentation derive from this list. */
import { LANGS, type Text } from '../locale/text.js';
import {
  anyText,
  byteSize,
  choice,
  choices,
  currencyCode,
  decimalSign,
  delimiterName,
  isoDate,
  list,
  names,
  pair,
  stage,
  timezone,
  wholeNumber,
} from './values.js';

/** The heading of the help that an option stands under, in this order. */
export const OPTION_GROUPS = {
  what: { en: 'What to compute', fa: 'چه چیزی محاسبه شود' },
  gate: { en: 'Rules and gate', fa: 'قاعده‌ها و آستانه' },
  reading: {
    en: 'How files are read (detected when left out)',
    fa: 'شیوه‌ی خواندن فایل‌ها (اگر نیاید، تشخیص داده می‌شود)',
  },
  output: { en: 'Output', fa: 'خروجی' },
} as const satisfies Record<string, Text>;

export type OptionGroup = keyof typeof OPTION_GROUPS;

export interface OptionDefinition<T = unknown> {
  /** One letter, without the dash. */
  readonly short?: string;
  /** What stands for its value in the help; a switch has none. */
  readonly value?: string;
  readonly group: OptionGroup;
  readonly summary: Text;
  /** May be given several times; every value counts, in the order given. Otherwise the last one does. */
  readonly repeatable?: true;
  /** The key of the config file that says the same. */
  readonly config?: string;
  /** The value of what was typed. Throws a UserError (exit 2) that names the option. */
  parse(text: string, option: string): T;
}

function option<T>(definition: OptionDefinition<T>): OptionDefinition<T> {
  return definition;
}

function repeated<T>(definition: OptionDefinition<T>): OptionDefinition<T> & { readonly repeatable: true } {
  return { ...definition, repeatable: true };
}

function toggle(definition: Omit<OptionDefinition<true>, 'parse' | 'value'>): OptionDefinition<true> {
  return { ...definition, parse: () => true };
}

/** The option that names files of a role. */
function files(role: Text): OptionDefinition<string> {
  return {
    value: 'FILE',
    group: 'reading',
    summary: { en: `a file of ${role.en}`, fa: `فایل ${role.fa}` },
    parse: anyText,
  };
}

/** In the order of the help. */
export const OPTIONS = {
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
  'enforce-targets': toggle({
    group: 'gate',
    summary: {
      en: 'fail when a KPI misses its target (targets in the config) or has no value',
      fa: 'اگر شاخصی به هدفش (targets در تنظیمات) نرسید یا مقدار نداشت، مردود کن',
    },
  }),
  'fail-on': option({
    value: 'SEVERITY',
    group: 'gate',
    summary: {
      en: 'error, warn, info or never: what makes the check fail (default: error)',
      fa: 'error، warn، info یا never: چه چیزی بررسی را مردود می‌کند (پیش‌فرض: error)',
    },
    parse: choice(['error', 'warn', 'info', 'never']),
  }),
  'max-warnings': option({
    value: 'N',
    group: 'gate',
    summary: {
      en: 'fail when there are more violations of severity warn than this',
      fa: 'اگر هشدارها بیش از این تعداد باشند، مردود کن',
    },
    parse: wholeNumber,
  }),
  rules: repeated({
    value: 'PATTERNS',
    group: 'gate',
    summary: {
      en: "only these rules: ids, 'deal.*', '-deal.owner_missing' to leave one out; comma or repeat",
      fa: "تنها این قاعده‌ها: شناسه، 'deal.*' یا '-deal.owner_missing' برای کنار گذاشتن؛ با ویرگول یا تکرار",
    },
    parse: list,
  }),
  require: repeated({
    value: 'RULE[,RULE]',
    group: 'gate',
    summary: {
      en: 'fail when one of these rules could not be checked',
      fa: 'اگر یکی از این قاعده‌ها بررسی‌شدنی نبود، مردود کن',
    },
    parse: list,
  }),
  baseline: option({
    value: 'FILE',
    group: 'gate',
    summary: {
      en: 'violations that this file knows do not count; only new ones fail',
      fa: 'مواردی که این فایل می‌شناسد به حساب نمی‌آیند؛ تنها موارد تازه مردود می‌کنند',
    },
    config: 'baseline',
    parse: anyText,
  }),
  'write-baseline': option({
    value: 'FILE',
    group: 'gate',
    summary: {
      en: "write today's violations to this file, so that they are known from now on",
      fa: 'موارد امروز را در این فایل بنویس تا از این پس دانسته باشند',
    },
    parse: anyText,
  }),
  'prune-baseline': toggle({
    group: 'gate',
    summary: {
      en: 'take what is fixed out of the baseline; nothing new is added',
      fa: 'آنچه رفع شده را از خط مبنا بردار؛ چیزی افزوده نمی‌شود',
    },
  }),
  'run-history': option({
    value: 'FILE',
    group: 'gate',
    summary: {
      en: 'compare with the last run in this file (records, empty cells, columns), and add this run to it',
      fa: 'با آخرین اجرای این فایل بسنج (شمار رکوردها، خانه‌های خالی، ستون‌ها) و این اجرا را به آن بیفزا',
    },
    parse: anyText,
  }),
  samples: option({
    value: 'AMOUNT',
    group: 'gate',
    summary: {
      en: 'what is shown of violating records: full, ids or none (default: full; ids in junit, sarif, github and gitlab)',
      fa: 'از رکوردهای ناقض چه نشان داده شود: full، ids یا none (پیش‌فرض: full؛ در junit، sarif، github و gitlab برابر ids)',
    },
    parse: choice(['full', 'ids', 'none']),
  }),
  'fix-list': option({
    value: 'FILE.csv',
    group: 'gate',
    summary: {
      en: 'write the records to repair to this file, the most money first, with owner and repair',
      fa: 'رکوردهایی را که باید اصلاح شوند در این فایل بنویس؛ مبلغ بیشتر پیش‌تر، همراه مسئول و چاره',
    },
    parse: anyText,
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
  deals: repeated(files({ en: 'deals', fa: 'معاملات' })),
  customers: repeated(files({ en: 'customers', fa: 'مشتریان' })),
  leads: repeated(files({ en: 'leads', fa: 'سرنخ‌ها' })),
  orders: repeated(files({ en: 'orders or invoices, or their lines', fa: 'سفارش‌ها یا فاکتورها، یا اقلامشان' })),
  subscriptions: repeated(
    files({
      en: 'subscriptions: price, first and last day, a row each',
      fa: 'اشتراک‌ها: مبلغ، نخستین و واپسین روز، هر سطر یکی',
    }),
  ),
  history: repeated(files({ en: 'stage changes, one a row', fa: 'تغییر مرحله‌ها، هر سطر یکی' })),
  lookup: repeated(
    files({ en: 'a table to join: products, teams, regions', fa: 'جدولی برای پیوند: محصول، تیم، منطقه' }),
  ),
  preset: option({
    value: 'ID',
    group: 'reading',
    summary: {
      en: 'the CRM that wrote the files (`kpi list presets`)',
      fa: 'سامانه‌ای که فایل‌ها را ساخته (`kpi list presets`)',
    },
    config: 'preset',
    parse: anyText,
  }),
  map: repeated({
    value: 'FIELD=COLUMN',
    group: 'reading',
    summary: {
      en: 'the column of a field; ROLE.FIELD=COLUMN where several roles are read',
      fa: 'ستون یک فیلد؛ اگر چند نقش خوانده می‌شود ROLE.FIELD=COLUMN',
    },
    config: 'mapping',
    parse: pair,
  }),
  ignore: repeated({
    value: 'COLUMN',
    group: 'reading',
    summary: { en: 'a column that is never taken for a field', fa: 'ستونی که هرگز به جای فیلدی گرفته نشود' },
    config: 'ignore',
    parse: anyText,
  }),
  stage: repeated({
    value: 'NAME=OUTCOME',
    group: 'reading',
    summary: {
      en: 'what a stage means: won, lost, open or excluded; the name * is every stage not named, (blank) is none',
      fa: 'معنای یک مرحله: won، lost، open یا excluded؛ نام * یعنی هر مرحله‌ای که نیامده، (blank) یعنی بی‌مرحله',
    },
    config: 'stages',
    parse: stage,
  }),
  currency: option({
    value: 'CODE',
    group: 'reading',
    summary: { en: 'currency of amounts that carry none, such as EUR', fa: 'ارز مبلغ‌هایی که ارز ندارند، مانند EUR' },
    config: 'currency',
    parse: currencyCode,
  }),
  timezone: option({
    value: 'ZONE',
    group: 'reading',
    summary: {
      en: 'zone that decides the day of timestamps, such as Europe/Berlin (default: the offset that all of them carry, else UTC)',
      fa: 'منطقه‌ی زمانی که روز را روشن می‌کند، مانند Asia/Tehran (پیش‌فرض: اختلاف ساعتی که همه دارند، وگرنه UTC)',
    },
    config: 'timezone',
    parse: timezone,
  }),
  sheet: option({
    value: 'NAME',
    group: 'reading',
    summary: { en: 'sheet of a workbook', fa: 'برگه‌ی فایل اکسل' },
    config: 'sheet',
    parse: anyText,
  }),
  encoding: option({
    value: 'NAME',
    group: 'reading',
    summary: { en: 'text encoding, such as windows-1252', fa: 'رمزگذاری متن، مانند windows-1256' },
    config: 'encoding',
    parse: anyText,
  }),
  delimiter: option({
    value: 'CHARACTER',
    group: 'reading',
    summary: {
      en: 'comma, semicolon, tab or pipe, or the character itself',
      fa: 'comma، semicolon، tab یا pipe، یا خود نویسه',
    },
    config: 'delimiter',
    parse: delimiterName,
  }),
  'max-size': option({
    value: 'SIZE',
    group: 'reading',
    summary: {
      en: 'most bytes of a packed file or a pipe that are read, unpacked, such as 4GB (default: 2GiB)',
      fa: 'بیشترین بایت فایل فشرده یا لوله پس از باز شدن، مانند 4GB (پیش‌فرض: 2GiB)',
    },
    config: 'maxSize',
    parse: byteSize,
  }),
  'date-order': option({
    value: 'ORDER',
    group: 'reading',
    summary: { en: 'dmy, mdy or ymd', fa: 'dmy، mdy یا ymd' },
    config: 'dateOrder',
    parse: choice(['dmy', 'mdy', 'ymd']),
  }),
  decimal: option({
    value: 'SIGN',
    group: 'reading',
    summary: {
      en: 'point or comma: the decimal sign of numbers that fit both, as 1.234 does',
      fa: 'point یا comma: نشان اعشار عددهایی که با هر دو می‌خوانند، مانند 1.234',
    },
    config: 'decimal',
    parse: decimalSign,
  }),
  'repeated-ids': option({
    value: 'MEANING',
    group: 'reading',
    summary: {
      en: 'rows with the same id: lines of a deal (added up), newest (one counts) or all (each counts)',
      fa: 'سطرهای هم‌شناسه: lines (قلم‌های یک معامله، با هم جمع می‌شود)، newest (یکی شمرده می‌شود) یا all (هر کدام)',
    },
    config: 'repeatedIds',
    parse: choice(['lines', 'newest', 'all']),
  }),
  format: option({
    short: 'f',
    value: 'FORMAT',
    group: 'output',
    summary: {
      en: 'how the result is printed (default: table, or by the ending of --output)',
      fa: 'قالب خروجی (پیش‌فرض: table، یا از پسوند --output)',
    },
    parse: anyText,
  }),
  output: repeated({
    short: 'o',
    value: 'FILE',
    group: 'output',
    summary: {
      en: 'write to this file, whole or not at all; - is standard output; check takes several, as FORMAT=FILE too',
      fa: 'در این فایل بنویس، یا کامل یا هیچ؛ - یعنی خروجی استاندارد؛ check چند فایل می‌پذیرد، به شکل FORMAT=FILE هم',
    },
    parse: anyText,
  }),
  config: option({
    value: 'FILE',
    group: 'output',
    summary: {
      en: 'config file (default: kpi.config.yaml, .yml or .json from here upward)',
      fa: 'فایل تنظیمات (پیش‌فرض: kpi.config.yaml، yml یا json از این پوشه به بالا)',
    },
    parse: anyText,
  }),
  lang: option({
    value: 'LANG',
    group: 'output',
    summary: { en: 'en or fa: the language of words and messages', fa: 'en یا fa: زبان نوشته‌ها و پیام‌ها' },
    config: 'lang',
    parse: choice(LANGS),
  }),
  force: toggle({
    group: 'output',
    summary: { en: 'replace the file that is there', fa: 'فایل موجود را جایگزین کن' },
  }),
  quiet: toggle({
    short: 'q',
    group: 'output',
    summary: { en: 'nothing on standard error but errors', fa: 'در خروجی خطا جز خطا چیزی ننویس' },
  }),
  verbose: toggle({
    short: 'v',
    group: 'output',
    summary: { en: 'say what is done, and show the stack of a bug', fa: 'بگو چه می‌کنی، و رد یک اشکال را نشان بده' },
  }),
  'no-color': toggle({ group: 'output', summary: { en: 'no colour', fa: 'بدون رنگ' } }),
  'no-progress': toggle({ group: 'output', summary: { en: 'no progress line', fa: 'بدون نمایش پیشرفت' } }),
} as const satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof OPTIONS;

type ValueOf<O> = O extends OptionDefinition<infer T> ? (O extends { repeatable: true } ? readonly T[] : T) : never;

/** What was typed, parsed; an option that was not given is not there. */
export type OptionValues = { readonly [N in OptionName]?: ValueOf<(typeof OPTIONS)[N]> };
