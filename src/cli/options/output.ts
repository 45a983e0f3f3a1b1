/** Where results go and how they are told. */
import { LANGS } from '../../locale/text.js';
import { anyText, choice } from '../values.js';
import { type OptionDefinition, option, repeated, toggle } from './definition.js';

export const OUTPUT = {
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
      en: 'write to this file, whole or not at all, in place of one that is there; - is standard output; report and check take several, as FORMAT=FILE too',
      fa: 'در این فایل بنویس، به جای فایل پیشین، یا کامل یا هیچ؛ - یعنی خروجی استاندارد؛ report و check چند فایل می‌پذیرند، به شکل FORMAT=FILE هم',
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
    summary: {
      en: 'init: replace the config that is there; check --prune-baseline: prune though the run saw less',
      fa: 'init: تنظیمات موجود را جایگزین کن؛ check --prune-baseline: هرس کن هرچند این اجرا کمتر دید',
    },
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
