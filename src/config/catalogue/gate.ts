/** What makes a check fail, and what it writes beside its report. */
import { isOn, merged, setting } from '../definition.js';
import { anyText, choice, list, wholeNumber } from '../flag-values.js';
import { A_TEXT } from '../key-kinds.js';

export const GATE = {
  failOn: setting({
    summary: {
      en: 'error, warn, info or never: what makes the check fail (default: error)',
      fa: 'error، warn، info یا never: چه چیزی بررسی را مردود می‌کند (پیش‌فرض: error)',
    },
    flag: {
      name: 'fail-on',
      value: 'SEVERITY',
      group: 'gate',
      commands: ['check'],
      parse: choice(['error', 'warn', 'info', 'never']),
    },
    scope: ['check'],
  }),
  maxWarnings: setting({
    summary: {
      en: 'fail when there are more violations of severity warn than this',
      fa: 'اگر هشدارها بیش از این تعداد باشند، مردود کن',
    },
    flag: { name: 'max-warnings', value: 'N', group: 'gate', commands: ['check'], parse: wholeNumber },
    scope: ['check'],
  }),
  select: merged(
    {
      summary: {
        en: "only these rules: ids, 'deal.*', '-deal.owner_missing' to leave one out; comma or repeat",
        fa: "تنها این قاعده‌ها: شناسه، 'deal.*' یا '-deal.owner_missing' برای کنار گذاشتن؛ با ویرگول یا تکرار",
      },
      flag: {
        name: 'rules',
        value: 'PATTERNS',
        group: 'gate',
        commands: ['check'],
        repeatable: true,
        completes: 'rules',
        parse: list,
      },
      scope: ['check'],
    },
    (typed) => typed?.flat(),
  ),
  require: merged(
    {
      summary: {
        en: 'fail when one of these rules could not be checked',
        fa: 'اگر یکی از این قاعده‌ها بررسی‌شدنی نبود، مردود کن',
      },
      flag: {
        name: 'require',
        value: 'RULE[,RULE]',
        group: 'gate',
        commands: ['check'],
        repeatable: true,
        completes: 'rules',
        parse: list,
      },
      scope: ['check'],
    },
    (typed) => typed?.flat(),
  ),
  baseline: setting({
    summary: {
      en: 'violations that this file knows do not count; only new ones fail',
      fa: 'مواردی که این فایل می‌شناسد به حساب نمی‌آیند؛ تنها موارد تازه مردود می‌کنند',
    },
    flag: { name: 'baseline', value: 'FILE', group: 'gate', commands: ['check'], parse: anyText },
    config: {
      key: 'baseline',
      summary: {
        en: 'violations that this file knows do not fail `kpi check` (written by --write-baseline); relative to this file',
        fa: 'مواردی که این فایل می‌شناسد `kpi check` را مردود نمی‌کنند (با --write-baseline نوشته می‌شود؛ نسبت به جای این فایل)',
      },
      ...A_TEXT,
      relative: true,
      example: 'kpi-baseline.txt',
    },
  }),
  writeBaseline: setting({
    summary: {
      en: "write today's violations to this file, so that they are known from now on",
      fa: 'موارد امروز را در این فایل بنویس تا از این پس دانسته باشند',
    },
    flag: { name: 'write-baseline', value: 'FILE', group: 'gate', commands: ['check'], parse: anyText },
  }),
  pruneBaseline: setting({
    summary: {
      en: 'take what is fixed out of the baseline; refused where the run saw less, unless --force',
      fa: 'آنچه رفع شده را از خط مبنا بردار؛ اگر اجرا کمتر دیده باشد تنها با --force',
    },
    flag: { name: 'prune-baseline', group: 'gate', commands: ['check'], parse: isOn },
  }),
  runHistory: setting({
    summary: {
      en: 'compare with the median of up to 8 passing runs in this file (records, empty cells, columns); add this run',
      fa: 'با میانه‌ی حداکثر ۸ اجرای پذیرفته‌شده‌ی این فایل بسنج (شمار رکوردها، خانه‌های خالی، ستون‌ها) و این اجرا را بیفزا',
    },
    flag: { name: 'run-history', value: 'FILE', group: 'gate', commands: ['check'], parse: anyText },
  }),
  fixList: setting({
    summary: {
      en: 'write the records to repair to this file, the most money first, with owner and repair',
      fa: 'رکوردهایی را که باید اصلاح شوند در این فایل بنویس؛ مبلغ بیشتر پیش‌تر، همراه مسئول و راهکار',
    },
    flag: { name: 'fix-list', value: 'FILE.csv', group: 'gate', commands: ['check'], parse: anyText },
  }),
  contract: setting({
    summary: {
      en: 'write down what the columns hold today, as what they must hold tomorrow',
      fa: 'آنچه ستون‌ها امروز دارند را بنویس، همچون آنچه فردا باید داشته باشند',
    },
    flag: { name: 'contract', group: 'gate', commands: ['init'], parse: isOn },
  }),
  good: setting({
    summary: {
      en: 'write the records without an error to this file, as they stand in the input',
      fa: 'رکوردهای بی‌خطا را همان‌گونه که در ورودی‌اند در این فایل بنویس',
    },
    flag: { name: 'good', value: 'FILE.csv', group: 'gate', commands: ['check'], parse: anyText },
  }),
  bad: setting({
    summary: {
      en: 'write the records with errors to this file, as they stand in the input, with the reasons',
      fa: 'رکوردهای خطادار را همان‌گونه که در ورودی‌اند، همراه دلیل، در این فایل بنویس',
    },
    flag: { name: 'bad', value: 'FILE.csv', group: 'gate', commands: ['check'], parse: anyText },
  }),
} as const;
