/** Where results go and how they are told. */
import { LANGS } from '../../locale/text.js';
import { COMMAND_NAMES, isOn, PRINTERS, READERS, REPORTERS, setting, TELLERS } from '../definition.js';
import { anyText, choice, oneOrMore } from '../flag-values.js';
import { oneOf } from '../key-kinds.js';
import { SAMPLES } from '../known-words.js';

export const OUTPUT = {
  format: setting({
    summary: {
      en: 'how the result is printed (default: table, or by the ending of --output)',
      fa: 'قالب خروجی (پیش‌فرض: table، یا از پسوند --output)',
    },
    flag: {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      group: 'output',
      commands: [...PRINTERS, 'list'],
      completes: 'formats',
      parse: anyText,
    },
  }),
  output: setting({
    summary: {
      en: 'write to this file, whole or not at all, in place of one that is there; - is standard output; report, compare, forecast and check take several, as FORMAT=FILE too',
      fa: 'در این فایل بنویس، به جای فایل پیشین، یا کامل یا هیچ؛ - یعنی خروجی استاندارد؛ report، compare، forecast و check چند فایل می‌پذیرند، به شکل FORMAT=FILE هم',
    },
    flag: {
      name: 'output',
      short: 'o',
      value: 'FILE',
      group: 'output',
      commands: COMMAND_NAMES.filter((name) => name !== 'serve' && name !== 'mcp'),
      repeatable: true,
      parse: anyText,
    },
  }),
  config: setting({
    summary: {
      en: 'config file (default: kpi.config.yaml, .yml or .json from here upward)',
      fa: 'فایل تنظیمات (پیش‌فرض: kpi.config.yaml، yml یا json از این پوشه به بالا)',
    },
    flag: { name: 'config', value: 'FILE', group: 'output', commands: TELLERS, parse: anyText },
  }),
  lang: setting({
    summary: {
      en: 'en or fa: the language of words and messages; with --format html both (en,fa), to switch between',
      fa: 'en یا fa: زبان نوشته‌ها و پیام‌ها؛ با --format html هر دو (fa,en) برای جابه‌جایی میان آن‌ها',
    },
    flag: {
      name: 'lang',
      value: 'LANG',
      group: 'output',
      commands: COMMAND_NAMES,
      asked: true,
      parse: oneOrMore(LANGS),
    },
    config: {
      key: 'lang',
      summary: { en: 'language of words and messages: en or fa', fa: 'زبان نوشته‌ها و پیام‌ها: en یا fa' },
      ...oneOf(LANGS),
      example: 'en',
    },
  }),
  samples: setting({
    summary: {
      en: 'what is shown of single records: full, ids (where they stand and their ids) or none (default: full; check in junit, sarif, github and gitlab: ids)',
      fa: 'از تک‌تک رکوردها چه نشان داده شود: full، ids (جا و شناسه‌شان) یا none (پیش‌فرض: full؛ در check با junit، sarif، github و gitlab برابر ids)',
    },
    flag: {
      name: 'samples',
      value: 'AMOUNT',
      group: 'output',
      commands: [...REPORTERS, 'check', 'customers', 'compare', 'forecast', 'mcp'],
      parse: choice(SAMPLES),
    },
    config: {
      key: 'samples',
      summary: {
        en: 'what reports and checks show of single records and of the people and customers in them: full, ids (where records stand and their ids) or none',
        fa: 'گزارش و بررسی از تک‌تک رکوردها و از افراد و مشتریان آن‌ها چه نشان دهند: full، ids (جا و شناسه‌ی رکوردها) یا none',
      },
      ...oneOf(SAMPLES),
      example: 'ids',
    },
    scope: ['report'],
  }),
  force: setting({
    summary: {
      en: 'init: replace the config that is there; check --prune-baseline: prune though the run saw less',
      fa: 'init: تنظیمات موجود را جایگزین کن؛ check --prune-baseline: هرس کن هرچند این اجرا کمتر دید',
    },
    flag: { name: 'force', group: 'output', commands: ['check', 'init'], parse: isOn },
  }),
  quiet: setting({
    summary: { en: 'nothing on standard error but errors', fa: 'در خروجی خطا جز خطا چیزی ننویس' },
    flag: { name: 'quiet', short: 'q', group: 'output', commands: COMMAND_NAMES, parse: isOn },
  }),
  verbose: setting({
    summary: { en: 'say what is done, and show the stack of a bug', fa: 'بگو چه می‌کنی، و رد یک اشکال را نشان بده' },
    flag: { name: 'verbose', short: 'v', group: 'output', commands: COMMAND_NAMES, parse: isOn },
  }),
  noColor: setting({
    summary: { en: 'no colour', fa: 'بدون رنگ' },
    flag: { name: 'no-color', group: 'output', commands: COMMAND_NAMES, parse: isOn },
  }),
  noProgress: setting({
    summary: { en: 'no progress line', fa: 'بدون نمایش پیشرفت' },
    flag: { name: 'no-progress', group: 'output', commands: READERS, parse: isOn },
  }),
} as const;
