/** Rules, targets, and what makes a run fail. */
import { anyText, choice, list, target, wholeNumber } from '../values.js';
import { type OptionDefinition, option, repeated, toggle } from './definition.js';

export const GATE = {
  target: repeated({
    value: 'KPI=VALUE',
    group: 'gate',
    summary: {
      en: "what a KPI should be: 'win_rate>=25%', 'sales_cycle<=90', or = for at least (at most where less is better)",
      fa: "هدف یک شاخص: 'win_rate>=25%'، 'sales_cycle<=90'، یا = یعنی دست‌کم (یا حداکثر، آنجا که کمتر بهتر است)",
    },
    config: 'targets',
    parse: target,
  }),
  'enforce-targets': toggle({
    group: 'gate',
    summary: {
      en: 'fail when a KPI misses its target (--target, or targets in the config) or has no value',
      fa: 'اگر شاخصی به هدفش (--target یا targets در تنظیمات) نرسید یا مقدار نداشت، مردود کن',
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
      en: 'take what is fixed out of the baseline; refused where the run saw less, unless --force',
      fa: 'آنچه رفع شده را از خط مبنا بردار؛ اگر اجرا کمتر دیده باشد تنها با --force',
    },
  }),
  'run-history': option({
    value: 'FILE',
    group: 'gate',
    summary: {
      en: 'compare with the median of up to 8 passing runs in this file (records, empty cells, columns); add this run',
      fa: 'با میانه‌ی حداکثر ۸ اجرای پذیرفته‌شده‌ی این فایل بسنج (شمار رکوردها، خانه‌های خالی، ستون‌ها) و این اجرا را بیفزا',
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
  contract: toggle({
    group: 'gate',
    summary: {
      en: 'write down what the columns hold today, as what they must hold tomorrow',
      fa: 'آنچه ستون‌ها امروز دارند را بنویس، همچون آنچه فردا باید داشته باشند',
    },
  }),
  good: option({
    value: 'FILE.csv',
    group: 'gate',
    summary: {
      en: 'write the records without an error to this file, as they stand in the input',
      fa: 'رکوردهای بی‌خطا را همان‌گونه که در ورودی‌اند در این فایل بنویس',
    },
    parse: anyText,
  }),
  bad: option({
    value: 'FILE.csv',
    group: 'gate',
    summary: {
      en: 'write the records with errors to this file, as they stand in the input, with the reasons',
      fa: 'رکوردهای خطادار را همان‌گونه که در ورودی‌اند، همراه دلیل، در این فایل بنویس',
    },
    parse: anyText,
  }),
} as const satisfies Record<string, OptionDefinition>;
