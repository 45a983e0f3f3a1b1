import { directedLine } from '../locale/direction.js';
import type { Lang, Text } from '../locale/text.js';
import { COMMANDS, type CommandDefinition } from './commands.js';
import { OPTION_GROUPS, OPTIONS, type OptionDefinition, type OptionGroup, type OptionName } from './options.js';
import type { HelpTopic } from './topics/definition.js';
import { TOPICS } from './topics.js';

const WORDS = {
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
    `${WORDS.commands[lang]}: ${COMMANDS.map(({ name }) => name).join(', ')}`,
    WORDS.more[lang],
  ]);
}

function firstExamples(lang: Lang): Row[] {
  return COMMANDS.flatMap(({ examples }) =>
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
      COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`, summary[lang]]),
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

/** `kpi <command> --help`. */
export function commandHelp(command: CommandDefinition, lang: Lang, width: number): string {
  const groups = Object.keys(OPTION_GROUPS) as OptionGroup[];
  const named = command.options.map((name): [OptionName, OptionDefinition] => [name, OPTIONS[name]]);
  return join(lang, [
    `kpi ${command.name}: ${command.summary[lang]}`,
    ...section(
      WORDS.examples[lang],
      command.examples.map(({ command: typed, what }) => [typed, what[lang]]),
      width,
    ),
    ...section(WORDS.usage[lang], [[`kpi ${command.name} ${command.operands} [options]`, '']], width),
    ...groups.flatMap((group) => {
      const options = named.filter(([, option]) => option.group === group);
      return section(
        OPTION_GROUPS[group][lang],
        options.map(([name, option]) => [flags(name, option), option.summary[lang]]),
        width,
      );
    }),
    ...section(WORDS.other[lang], [['-h, --help', WORDS.help[lang]]], width),
    ...ending(lang, width),
  ]);
}

/** `kpi help <topic>`. */
export function topicHelp({ name, title, sections, page }: HelpTopic, lang: Lang, width: number): string {
  return join(lang, [
    `${name}: ${title[lang]}`,
    ...sections.flatMap(({ title: heading, rows: told }) =>
      section(
        heading[lang],
        told.map(([typed, meaning]) => [typed, meaning[lang]]),
        width,
      ),
    ),
    ...(page === undefined ? [] : section(WORDS.page[lang], [[page, WORDS.pageText[lang]]], width)),
  ]);
}

/** `-o, --output FILE`, as the help and the parser write it. */
export function flags(name: OptionName, option: OptionDefinition): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}

function ending(lang: Lang, width: number): string[] {
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

type Row = readonly [term: string, text: string];

function section(title: string, entries: readonly Row[], width: number): string[] {
  return entries.length === 0 ? [] : ['', title, ...rows(entries, width)];
}

/** Widest column of terms; a longer term has its text on the next line. */
const TERM_WIDTH = 30;
/** Text is never squeezed below this. */
const TEXT_WIDTH = 24;

/** Two columns: terms, and what they mean, wrapped under itself. */
function rows(entries: readonly Row[], width: number): string[] {
  const fitting = entries.map(([term]) => term.length).filter((length) => length <= TERM_WIDTH);
  const column = Math.max(0, ...fitting) + 4;
  return entries.flatMap(([term, text]) => {
    const lines = wrapped(text, Math.max(TEXT_WIDTH, width - column));
    const beside = term.length + 4 <= column;
    const first = beside ? `  ${term.padEnd(column - 2)}${lines[0] ?? ''}`.trimEnd() : `  ${term}`;
    const below = (beside ? lines.slice(1) : lines).map((line) => ' '.repeat(column) + line);
    return [first, ...below.filter((line) => line.trim() !== '')];
  });
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The lines as a text; in Persian, what stands apart on a line has a direction of its own. */
function join(lang: Lang, lines: readonly string[]): string {
  const shown =
    lang === 'fa'
      ? lines.map((line) =>
          line
            .split(/( {2,})/)
            .map(part)
            .join(''),
        )
      : lines;
  return `${shown.join('\n')}\n`;
}

function part(text: string): string {
  return text.trim() === '' ? text : directedLine(text);
}
