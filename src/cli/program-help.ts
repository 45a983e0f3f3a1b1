/** The help of the program as a whole, which needs the names of commands and none of their options. */
import type { Lang, Text } from '../locale/text.js';
import { COMMAND_LIST } from './command-list.js';
import { join, type Row, rows, section } from './help-layout.js';
import { TOPICS } from './topics.js';

export const WORDS = {
  tagline: {
    en: 'kpi turns a CRM export into B2B sales KPIs and a data-quality verdict.',
    fa: 'kpi از خروجی CRM شاخص‌های فروش سازمانی و داوری کیفیت داده می‌سازد.',
  },
  examples: { en: 'Examples', fa: 'نمونه‌ها' },
  usage: { en: 'Usage', fa: 'شیوه‌ی کاربرد' },
  commands: { en: 'Commands', fa: 'فرمان‌ها' },
  options: { en: 'Options', fa: 'گزینه‌ها' },
  topics: { en: 'Topics', fa: 'موضوع‌ها' },
  page: { en: 'At length', fa: 'به تفصیل' },
  pageText: { en: 'in the package', fa: 'در بسته' },
  other: { en: 'Other', fa: 'دیگر' },
  exits: { en: 'Exit codes', fa: 'کدهای خروج' },
  environment: { en: 'Environment', fa: 'متغیرهای محیط' },
  help: { en: 'print this help', fa: 'این راهنما را چاپ کن' },
  version: { en: 'print the version', fa: 'شماره‌ی نسخه را چاپ کن' },
  more: {
    en: '`kpi help <command>` describes a command and its options, `kpi help <topic>` a topic.',
    fa: '`kpi help <command>` یک فرمان و گزینه‌هایش را شرح می‌دهد و `kpi help <topic>` یک موضوع را.',
  },
} as const satisfies Record<string, Text>;

/** The exit codes, part of the contract with scripts: never renumbered. */
export const EXIT_CODES: readonly (readonly [string, Text])[] = [
  ['0', { en: 'done; for check: the gate passed', fa: 'انجام شد؛ در check: قبول' }],
  ['1', { en: 'done, and the gate failed', fa: 'انجام شد، اما مردود' }],
  ['2', { en: 'usage or configuration error; nothing was read', fa: 'خطای کاربرد یا تنظیمات؛ چیزی خوانده نشد' }],
  [
    '3',
    {
      en: 'input error: missing, unreadable, no table, no usable field',
      fa: 'خطای ورودی: نیست، خوانده نمی‌شود، جدول نیست',
    },
  ],
  ['4', { en: 'output error; an existing file is left as it was', fa: 'خطای خروجی؛ فایل پیشین دست نخورده می‌ماند' }],
  ['70', { en: 'a bug in kpi', fa: 'اشکالی در خود kpi' }],
  ['130, 143', { en: 'interrupted, terminated', fa: 'قطع یا پایان داده شد' }],
];

const ENVIRONMENT: readonly (readonly [string, Text])[] = [
  ['NO_COLOR', { en: 'no colour, when not empty', fa: 'بدون رنگ، اگر خالی نباشد' }],
  [
    'FORCE_COLOR',
    { en: 'colour even in a pipe, when neither empty nor 0', fa: 'رنگ حتی در لوله، اگر خالی یا 0 نباشد' },
  ],
  [
    'COLUMNS',
    { en: 'width to lay out for (default: the terminal, else 80)', fa: 'پهنای نوشته (پیش‌فرض: پایانه، وگرنه 80)' },
  ],
  [
    'GITHUB_STEP_SUMMARY',
    {
      en: 'with --format github, a file that the report is added to',
      fa: 'با --format github، فایلی که گزارش به آن افزوده می‌شود',
    },
  ],
];

/** What `kpi` alone prints: ten lines, examples first. */
export function shortHelp(lang: Lang, width: number): string {
  return join(lang, [
    WORDS.tagline[lang],
    '',
    ...rows(firstExamples(lang).slice(0, 4), width),
    '',
    `${WORDS.commands[lang]}: ${COMMAND_LIST.map(({ name }) => name).join(', ')}`,
    WORDS.more[lang],
  ]);
}

function firstExamples(lang: Lang): Row[] {
  return COMMAND_LIST.flatMap(({ examples }) =>
    examples.slice(0, 1).map(({ command, what }): Row => [command, what[lang]]),
  );
}

/** `kpi --help`. */
export function programHelp(lang: Lang, width: number): string {
  return join(lang, [
    WORDS.tagline[lang],
    ...section(WORDS.examples[lang], firstExamples(lang), width),
    ...section(WORDS.usage[lang], [[`kpi <command> [options]`, '']], width),
    ...section(
      WORDS.commands[lang],
      COMMAND_LIST.map(({ name, operands, summary }) => [`${name} ${operands}`, summary[lang]]),
      width,
    ),
    ...section(
      WORDS.options[lang],
      [
        ['-h, --help', WORDS.help[lang]],
        ['-V, --version', WORDS.version[lang]],
      ],
      width,
    ),
    ...section(
      WORDS.topics[lang],
      TOPICS.map(({ name, title }) => [name, title[lang]]),
      width,
    ),
    ...ending(lang, width),
    '',
    WORDS.more[lang],
  ]);
}

/** What every help ends with: exit codes and the environment. */
export function ending(lang: Lang, width: number): string[] {
  return [
    ...section(
      WORDS.exits[lang],
      EXIT_CODES.map(([code, text]) => [code, text[lang]]),
      width,
    ),
    ...section(
      WORDS.environment[lang],
      ENVIRONMENT.map(([name, text]) => [name, text[lang]]),
      width,
    ),
  ];
}
