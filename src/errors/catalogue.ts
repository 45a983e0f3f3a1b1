import { type Damage, damageText, LOOKS_LIKE, type LooksLike } from '../locale/damage.js';
import type { Phrase, Text } from '../locale/text.js';

/** One thing a user can cause: its exit code, what was wrong, and what to do next. */
export interface ErrorDefinition<Args> {
  readonly exit: 2 | 3 | 4;
  readonly message: Phrase<Args>;
  readonly hint: Phrase<Args>;
}

function error<Args>(definition: ErrorDefinition<Args>): ErrorDefinition<Args> {
  return definition;
}

/** What was probably meant: one thing, one of several, or nobody knows. */
type Suggestion = string | readonly string[] | null;

/** ` Did you mean "x"?`, or nothing. */
const meant = (suggestion: Suggestion): string => either(suggestion, ' or ', (names) => ` Did you mean ${names}?`);
const meantFa = (suggestion: Suggestion): string => either(suggestion, ' یا ', (names) => ` منظورتان ${names} بود؟`);

function either(suggestion: Suggestion, or: string, sentence: (names: string) => string): string {
  const names = [suggestion ?? []].flat();
  return names.length === 0 ? '' : sentence(names.join(or));
}

/** The first ten names, and how many more there are. */
const listed = (names: readonly string[], comma: string): string =>
  names.slice(0, 10).join(comma) + (names.length > 10 ? `${comma}… (+${names.length - 10})` : '');

/** Longest expression that is shown with a mark under the place; a longer one would be wrapped by the terminal. */
const LONGEST_POINTED = 100;

/** The expression with a mark under the place. Only where every character is as wide as the mark. */
const pointedAt = (source: string, at: number, length: number): string =>
  /^[\x20-\x7e]+$/.test(source) && source.length <= LONGEST_POINTED
    ? `\n  ${source}\n  ${' '.repeat(at)}${'^'.repeat(length)}`
    : '';

/** What the rows of a file could be. */
const ROWS: Readonly<Record<string, Text>> = {
  '--deals': { en: 'if its rows are deals', fa: 'اگر هر سطر معامله است' },
  '--orders': { en: 'if its rows are orders or invoices', fa: 'اگر هر سطر سفارش یا فاکتور است' },
  '--leads': { en: 'if its rows are leads', fa: 'اگر هر سطر سرنخ است' },
};

/** `deals.csv: if its rows are deals: --deals deals.csv --map stage="…"`, a line for every reading that a file allows. */
function couldBe(files: readonly { file: string; could?: readonly string[] }[], lang: keyof Text): string {
  const what = (options: string): string => ROWS[options.split(' ', 1)[0] ?? '']?.[lang] ?? '';
  return files
    .flatMap(({ file, could = [] }) => could.map((options) => `${file}: ${what(options)}: ${options}\n`))
    .join('');
}

/** What is wrong at a place of a template. */
function inTemplate(kind: string, detail: string): Text {
  switch (kind) {
    case 'filter':
      return { en: `there is no filter "${detail}".`, fa: `پالایه‌ای به نام «${detail}» نیست.` };
    case 'tag':
      return { en: `there is no tag "${detail}".`, fa: `برچسبی به نام «${detail}» نیست.` };
    case 'variable':
      return { en: `the report has no "${detail}".`, fa: `گزارش «${detail}» ندارد.` };
    case 'partial':
      return {
        en: 'a template stands alone; it can include no other file.',
        fa: 'الگو تنهاست و فایل دیگری را در خود نمی‌آورد.',
      };
    case 'limit':
      return { en: `it does too much (${detail}).`, fa: `بیش از اندازه کار می‌کند (${detail}).` };
    default:
      return { en: `${detail}.`, fa: `${detail}.` };
  }
}

export const ERRORS = {
  // 2: usage and configuration; nothing was read
  root_not_folder: error<{ folder: string }>({
    exit: 2,
    message: {
      en: ({ folder }) => `--root ${folder}: there is no such folder.`,
      fa: ({ folder }) => `‎--root ${folder}: چنین پوشه‌ای نیست.`,
    },
    hint: {
      en: () => 'Name the folder that holds the exports: kpi mcp --root exports.',
      fa: () => 'پوشه‌ی خروجی‌های CRM را نام ببرید: ‎kpi mcp --root exports.',
    },
  }),
  root_missing: error<Record<never, never>>({
    exit: 2,
    message: {
      en: () => 'kpi mcp reads only below the folders that you name, and none is named.',
      fa: () => 'kpi mcp تنها درون پوشه‌هایی می‌خواند که نام می‌برید و پوشه‌ای نام برده نشده است.',
    },
    hint: {
      en: () => 'Name the folder that holds the exports: kpi mcp --root exports.',
      fa: () => 'پوشه‌ی خروجی‌های CRM را نام ببرید: ‎kpi mcp --root exports.',
    },
  }),
  invalid_arguments: error<{ tool: string; problems: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ tool, problems }) => `${tool}: ${listed(problems, '; ')}.`,
      fa: ({ tool, problems }) => `${tool}: ${listed(problems, '؛ ')}.`,
    },
    hint: {
      en: () => "Keep to the tool's inputSchema; nothing was read.",
      fa: () => 'به inputSchema ابزار پایبند باشید؛ چیزی خوانده نشد.',
    },
  }),
  unknown_kpi: error<{ id: string; suggestion: Suggestion }>({
    exit: 2,
    message: { en: ({ id }) => `there is no KPI "${id}".`, fa: ({ id }) => `شاخصی به نام «${id}» نیست.` },
    hint: {
      en: ({ suggestion }) => `${meant(suggestion)} \`kpi list kpis\` shows them all.`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} همه را با \`kpi list kpis\` ببینید.`.trim(),
    },
  }),
  unknown_rule: error<{ id: string; suggestion: string | null }>({
    exit: 2,
    message: { en: ({ id }) => `there is no rule "${id}".`, fa: ({ id }) => `قاعده‌ای به نام «${id}» نیست.` },
    hint: {
      en: ({ suggestion }) => `${meant(suggestion)} \`kpi list rules\` shows them all.`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} همه را با \`kpi list rules\` ببینید.`.trim(),
    },
  }),
  unknown_kpi_or_rule: error<{ id: string; suggestion: Suggestion }>({
    exit: 2,
    message: {
      en: ({ id }) => `there is no KPI, rule or model "${id}".`,
      fa: ({ id }) => `شاخص، قاعده یا مدلی به نام «${id}» نیست.`,
    },
    hint: {
      en: ({ suggestion }) =>
        `${meant(suggestion)} \`kpi list kpis\`, \`kpi list rules\` and \`kpi list models\` show them all.`.trim(),
      fa: ({ suggestion }) =>
        `${meantFa(suggestion)} همه را با \`kpi list kpis\`، \`kpi list rules\` و \`kpi list models\` ببینید.`.trim(),
    },
  }),
  unknown_field: error<{ field: string; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ field }) => `a mapping names "${field}", which is no field.`,
      fa: ({ field }) => `در نگاشت نام «${field}» آمده که فیلد نیست.`,
    },
    hint: {
      en: ({ suggestion }) =>
        `${meant(suggestion)} Write field=Column or role.field=Column; \`kpi list fields\` shows them all.`.trim(),
      fa: ({ suggestion }) =>
        `${meantFa(suggestion)} به شکل field=Column یا role.field=Column بنویسید؛ همه را با \`kpi list fields\` ببینید.`.trim(),
    },
  }),
  unknown_preset: error<{ id: string; suggestion: string | null }>({
    exit: 2,
    message: { en: ({ id }) => `there is no preset "${id}".`, fa: ({ id }) => `پیش‌تنظیمی به نام «${id}» نیست.` },
    hint: {
      en: ({ suggestion }) => `${meant(suggestion)} \`kpi list presets\` shows them all.`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} همه را با \`kpi list presets\` ببینید.`.trim(),
    },
  }),
  exports_too_few: error<{
    exports: readonly string[];
    others: readonly { readonly file: string; readonly role: string }[];
  }>({
    exit: 2,
    message: {
      en: ({ exports, others }) =>
        `to compare takes two exports of the deals or more, and ${
          exports.length === 0 ? 'none is given' : `only one is given: ${listed(exports, ', ')}`
        }.${others.map(({ file, role }) => ` ${file} holds ${role}.`).join('')}`,
      fa: ({ exports, others }) =>
        `مقایسه دست‌کم دو خروجی از معامله‌ها می‌خواهد و ${
          exports.length === 0 ? 'هیچ‌یک داده نشده است' : `تنها یکی داده شده است: ${listed(exports, '، ')}`
        }.${others.map(({ file, role }) => ` نقش ${file} برابر ${role} است.`).join('')}`,
    },
    hint: {
      en: ({ others }) =>
        `Name the older export too: \`kpi compare OLD NEW\`.${
          others.length === 0 ? '' : ` If a file holds deals after all: --deals ${others[0]?.file}.`
        }`,
      fa: ({ others }) =>
        `خروجی قدیمی‌تر را هم نام ببرید: \`kpi compare OLD NEW\`.${
          others.length === 0 ? '' : ` اگر فایلی در واقع معامله دارد: --deals ${others[0]?.file}.`
        }`,
    },
  }),
  taken_without_earlier: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => '--taken says when earlier exports were taken, and none is given.',
      fa: () => '--taken روز خروجی‌های قبلی را می‌گوید و هیچ خروجی قبلی داده نشده است.',
    },
    hint: {
      en: () => 'Name them with --earlier FILE; --as-of says the day of the report itself.',
      fa: () => 'آن‌ها را با --earlier FILE نام ببرید؛ روز خود گزارش را --as-of می‌گوید.',
    },
  }),
  taken_without_exports: error<{ id: string }>({
    exit: 2,
    message: {
      en: ({ id }) => `--taken says when exports were taken that are compared, and none are for ${id}.`,
      fa: ({ id }) => `--taken روز خروجی‌هایی را می‌گوید که مقایسه می‌شوند، و برای ${id} مقایسه‌ای نیست.`,
    },
    hint: {
      en: () =>
        'It goes with `kpi explain changes OLD NEW`, `why` and their models; --as-of says the day of other figures.',
      fa: () => 'جای آن در `kpi explain changes OLD NEW` و why و مدل‌هایشان است؛ روز شاخص‌های دیگر را --as-of می‌گوید.',
    },
  }),
  taken_count: error<{ days: number; exports: number; files: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ days, exports, files }) =>
        `--taken says ${days} ${days === 1 ? 'day' : 'days'}, and there ${exports === 1 ? 'is 1 export' : `are ${exports} exports`}: ${listed(files, ', ')}.`,
      fa: ({ days, exports, files }) =>
        `--taken تعداد ${days} روز می‌گوید و ${exports} خروجی هست: ${listed(files, '، ')}.`,
    },
    hint: {
      en: () => 'Give a day for each, in the order of the files: --taken 2025-01-31,2025-02-28.',
      fa: () => 'برای هر یک روزی بدهید، به ترتیب فایل‌ها: --taken 2025-01-31,2025-02-28.',
    },
  }),
  unknown_command: error<{ name: string; suggestion: string | null; looksLikeFile: boolean }>({
    exit: 2,
    message: { en: ({ name }) => `there is no command "${name}".`, fa: ({ name }) => `فرمانی به نام «${name}» نیست.` },
    hint: {
      en: ({ name, suggestion, looksLikeFile }) =>
        looksLikeFile
          ? `To report on a file: kpi report ${name}`
          : `${meant(suggestion)} \`kpi --help\` lists the commands.`.trim(),
      fa: ({ name, suggestion, looksLikeFile }) =>
        looksLikeFile
          ? `برای گزارش گرفتن از یک فایل: kpi report ${name}`
          : `${meantFa(suggestion)} فهرست فرمان‌ها: \`kpi --help\`.`.trim(),
    },
  }),
  unknown_option: error<{ option: string; command: string; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ option, command }) => `\`${command}\` has no option ${option}.`,
      fa: ({ option, command }) => `\`${command}\` گزینه‌ی ${option} ندارد.`,
    },
    hint: {
      en: ({ command, suggestion }) => `${meant(suggestion)} \`${command} --help\` lists the options.`.trim(),
      fa: ({ command, suggestion }) => `${meantFa(suggestion)} فهرست گزینه‌ها: \`${command} --help\`.`.trim(),
    },
  }),
  option_before_command: error<{ option: string }>({
    exit: 2,
    message: {
      en: ({ option }) => `the option ${option} stands before the command.`,
      fa: ({ option }) => `گزینه‌ی ${option} پیش از فرمان آمده است.`,
    },
    hint: {
      en: ({ option }) => `Write it after the command: kpi report deals.csv ${option}`,
      fa: ({ option }) => `آن را پس از فرمان بنویسید: kpi report deals.csv ${option}`,
    },
  }),
  option_without_value: error<{ option: string; value: string; command: string }>({
    exit: 2,
    message: {
      en: ({ option, value }) => `the option ${option} needs a value: ${option} ${value}.`,
      fa: ({ option, value }) => `گزینه‌ی ${option} به مقدار نیاز دارد: ${option} ${value}.`,
    },
    hint: {
      en: ({ command }) => `\`${command} --help\` says what it takes.`,
      fa: ({ command }) => `مقدارهای ممکن: \`${command} --help\`.`,
    },
  }),
  option_value: error<{ option: string; value: string; expected: Text; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ option, value }) => `${option} does not take "${value}".`,
      fa: ({ option, value }) => `${option} مقدار «${value}» را نمی‌پذیرد.`,
    },
    hint: {
      en: ({ expected, suggestion }) => `${meant(suggestion)} It takes ${expected.en}.`.trim(),
      fa: ({ expected, suggestion }) => `${meantFa(suggestion)} مقدار پذیرفته: ${expected.fa}.`.trim(),
    },
  }),
  missing_operand: error<{ command: string; operand: Text }>({
    exit: 2,
    message: {
      en: ({ command, operand }) => `\`${command}\` needs ${operand.en}.`,
      fa: ({ command, operand }) => `\`${command}\` به ${operand.fa} نیاز دارد.`,
    },
    hint: {
      en: ({ command }) => `\`${command} --help\` shows examples.`,
      fa: ({ command }) => `نمونه‌ها: \`${command} --help\`.`,
    },
  }),
  extra_operand: error<{ command: string; operand: string }>({
    exit: 2,
    message: {
      en: ({ command, operand }) => `\`${command}\` does not know what to do with "${operand}".`,
      fa: ({ command, operand }) => `\`${command}\` نمی‌داند با «${operand}» چه کند.`,
    },
    hint: {
      en: ({ command }) => `\`${command} --help\` shows what it takes.`,
      fa: ({ command }) => `آنچه می‌پذیرد: \`${command} --help\`.`,
    },
  }),
  unknown_topic: error<{ what: Text; name: string; choices: readonly string[]; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ what, name }) => `there is no ${what.en} "${name}".`,
      fa: ({ what, name }) => `${what.fa} به نام «${name}» نیست.`,
    },
    hint: {
      en: ({ choices, suggestion }) => `${meant(suggestion)} There is ${choices.join(', ')}.`.trim(),
      fa: ({ choices, suggestion }) => `${meantFa(suggestion)} آنچه هست: ${choices.join('، ')}.`.trim(),
    },
  }),
  unknown_format: error<{ format: string; command: string; formats: readonly string[]; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ format, command }) => `\`${command}\` has no format "${format}".`,
      fa: ({ format, command }) => `\`${command}\` قالب «${format}» ندارد.`,
    },
    hint: {
      en: ({ formats, suggestion }) => `${meant(suggestion)} It prints ${formats.join(', ')}.`.trim(),
      fa: ({ formats, suggestion }) => `${meantFa(suggestion)} قالب‌های ممکن: ${formats.join('، ')}.`.trim(),
    },
  }),
  unknown_file_ending: error<{ file: string; formats: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ file }) => `the ending of "${file}" does not say which format to write.`,
      fa: ({ file }) => `پسوند «${file}» قالب خروجی را روشن نمی‌کند.`,
    },
    hint: {
      en: ({ formats }) => `Add --format ${formats.join('|')}.`,
      fa: ({ formats }) => `گزینه‌ی --format ${formats.join('|')} را بیفزایید.`,
    },
  }),
  invalid_period: error<{ period: string; suggestion: string | null }>({
    exit: 2,
    message: { en: ({ period }) => `"${period}" is no period.`, fa: ({ period }) => `«${period}» دوره نیست.` },
    hint: {
      en: ({ suggestion }) =>
        `${meant(suggestion)} A period is a year (2025), quarter (2025-Q3), month (2025-09), week (2025-W36), day (2025-09-30), range (2025-01-01..2025-03-31), or relative: this-month, last-quarter, last-90-days.`.trim(),
      fa: ({ suggestion }) =>
        `${meantFa(suggestion)} دوره یعنی سال (2025)، فصل (2025-Q3)، ماه (2025-09)، هفته (2025-W36)، روز (2025-09-30)، بازه (2025-01-01..2025-03-31) یا نسبی: this-month، last-quarter، last-90-days.`.trim(),
    },
  }),
  not_of_kind: error<{ column: string; kind: 'days' | 'numbers' }>({
    exit: 2,
    message: {
      en: ({ column, kind }) => `--by: the column "${column}" does not hold ${kind}.`,
      fa: ({ column, kind }) => `--by: ستون «${column}» ${kind === 'days' ? 'تاریخ' : 'عدد'} ندارد.`,
    },
    hint: {
      en: ({ column }) => `--by "${column}" takes its values as they are.`,
      fa: ({ column }) => `با --by "${column}" مقدارها همان‌گونه گرفته می‌شوند.`,
    },
  }),
  two_times: error<{ names: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ names }) => `a breakdown goes by one kind of period, not by ${names.join(' and ')}.`,
      fa: ({ names }) => `یک تفکیک تنها یک نوع دوره دارد، نه ${names.join(' و ')}.`,
    },
    hint: {
      en: () => 'Give each a breakdown of its own: --by month --by quarter.',
      fa: () => 'هر کدام را جداگانه بدهید: --by month --by quarter.',
    },
  }),
  sections_mixed: error<{ sections: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ sections }) =>
        `of the sections "${sections.join(',')}" some are chosen and others added to the usual ones.`,
      fa: ({ sections }) => `از بخش‌های «${sections.join(',')}» برخی برگزیده و برخی به بخش‌های معمول افزوده شده‌اند.`,
    },
    hint: {
      en: () => 'Put + before each of them to add it to the usual ones, or before none of them.',
      fa: () => 'پیش از هر یک + بگذارید تا به بخش‌های معمول افزوده شود، یا پیش از هیچ‌کدام.',
    },
  }),
  unknown_sort: error<{ sort: string; suggestion: Suggestion }>({
    exit: 2,
    message: {
      en: ({ sort }) => `groups cannot be ordered by "${sort}".`,
      fa: ({ sort }) => `گروه‌ها را نمی‌توان به ترتیب «${sort}» چید.`,
    },
    hint: {
      en: ({ suggestion }) =>
        `${meant(suggestion)} An order is a KPI (revenue_won), name, records or change, if need be with :asc or :desc.`.trim(),
      fa: ({ suggestion }) =>
        `${meantFa(suggestion)} ترتیب یعنی یک شاخص (revenue_won)، name، records یا change، در صورت نیاز با :asc یا :desc.`.trim(),
    },
  }),
  invalid_day: error<{ option: string; day: string }>({
    exit: 2,
    message: {
      en: ({ option, day }) => `${option} does not take "${day}": that is no day.`,
      fa: ({ option, day }) => `${option} مقدار «${day}» را نمی‌پذیرد: روز نیست.`,
    },
    hint: {
      en: () => 'Write year, month and day: 2025-09-30, or 1404-07-08 in the Jalali calendar.',
      fa: () => 'سال، ماه و روز را بنویسید: ۱۴۰۴/۰۷/۰۸، یا میلادی 2025-09-30.',
    },
  }),
  compare_without_period: error<{ compare: string }>({
    exit: 2,
    message: {
      en: ({ compare }) => `--compare ${compare} needs a --period to compare with it.`,
      fa: ({ compare }) => `--compare ${compare} به یک --period نیاز دارد تا با آن سنجیده شود.`,
    },
    hint: {
      en: ({ compare }) => `Say which period: --period 2025-Q3 --compare ${compare}`,
      fa: ({ compare }) => `دوره را بگویید: --period 2025-Q3 --compare ${compare}`,
    },
  }),
  one_file_only: error<{ option: string; n: number }>({
    exit: 2,
    message: {
      en: ({ option, n }) => `${option} prints one file, and ${n} are named.`,
      fa: ({ option, n }) => `${option} یک فایل را چاپ می‌کند، اما ${n} فایل آمده است.`,
    },
    hint: {
      en: ({ option }) => `Say which one is meant: kpi inspect deals.csv ${option}`,
      fa: ({ option }) => `بگویید کدام: kpi inspect deals.csv ${option}`,
    },
  }),
  stdin_is_terminal: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => '"-" reads standard input, but nothing is piped into it.',
      fa: () => '«-» ورودی استاندارد را می‌خواند، اما چیزی به آن داده نشده است.',
    },
    hint: {
      en: () => 'Pipe a file in (cat deals.csv | kpi report -) or name the file.',
      fa: () => 'فایلی به آن بدهید (cat deals.csv | kpi report -) یا نام فایل را بنویسید.',
    },
  }),
  stdin_twice: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => '"-" is given more than once, but standard input can be read only once.',
      fa: () => '«-» بیش از یک بار آمده، اما ورودی استاندارد تنها یک بار خوانده می‌شود.',
    },
    hint: { en: () => 'Name the other files.', fa: () => 'فایل‌های دیگر را با نام بنویسید.' },
  }),
  live_from_stdin: error<{ command: string }>({
    exit: 2,
    message: {
      en: ({ command }) => `\`${command}\` follows files, and standard input can be read only once.`,
      fa: ({ command }) => `\`${command}\` از فایل‌ها پیروی می‌کند و ورودی استاندارد تنها یک بار خوانده می‌شود.`,
    },
    hint: {
      en: () => 'Write the export to a file, and name it.',
      fa: () => 'خروجی را در فایلی بنویسید و نام آن را بیاورید.',
    },
  }),
  address_unreadable: error<Record<never, never>>({
    exit: 2,
    message: {
      en: () => 'the part of the address behind "?" cannot be read.',
      fa: () => 'بخش پس از «?» در نشانی خوانده نشد.',
    },
    hint: {
      en: () => 'Write name=value with & between them, and other characters percent-encoded in UTF-8.',
      fa: () => 'به شکل name=value با & میان آن‌ها بنویسید و نویسه‌های دیگر را با درصد و UTF-8.',
    },
  }),
  parameter_unknown: error<{ name: string; suggestion: string | null; names: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ name }) => `a page cannot be asked for "${name}".`,
      fa: ({ name }) => `«${name}» را نمی‌توان از صفحه خواست.`,
    },
    hint: {
      en: ({ suggestion, names }) => `${meant(suggestion)} An address may have: ${names.join(', ')}.`.trim(),
      fa: ({ suggestion, names }) => `${meantFa(suggestion)} آنچه در نشانی می‌آید: ${names.join('، ')}.`.trim(),
    },
  }),
  parameter_refused: error<{ name: string; names: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ name }) => `--${name} is set where the page is served; an address cannot change it.`,
      fa: ({ name }) => `--${name} در جایی که صفحه را می‌دهد تعیین شده است و نشانی آن را عوض نمی‌کند.`,
    },
    hint: {
      en: ({ names }) => `An address may have: ${names.join(', ')}.`,
      fa: ({ names }) => `آنچه در نشانی می‌آید: ${names.join('، ')}.`,
    },
  }),
  config_invalid: error<{ problems: readonly { readonly place: string; readonly text: Text }[] }>({
    exit: 2,
    message: {
      en: ({ problems }) => problems.map(({ place, text }) => `${place}: ${text.en}`).join('\n'),
      fa: ({ problems }) => problems.map(({ place, text }) => `${place}: ${text.fa}`).join('\n'),
    },
    hint: {
      en: () => '`kpi schema config` describes what a config file may contain.',
      fa: () => 'آنچه در فایل تنظیمات می‌تواند بیاید: `kpi schema config`.',
    },
  }),
  rates_without_currency: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => 'the config gives rates, but not the currency they convert to.',
      fa: () => 'در تنظیمات نرخ ارز آمده، اما ارز مقصد نیامده است.',
    },
    hint: {
      en: () => 'Say it with `--currency EUR`, or `currency: EUR` in the config.',
      fa: () => 'با `--currency EUR` یا `currency: EUR` در تنظیمات بگویید.',
    },
  }),
  unknown_quota_owner: error<{ owner: string; suggestion: string }>({
    exit: 2,
    message: {
      en: ({ owner }) => `quotas: no deal has the owner "${owner}".`,
      fa: ({ owner }) => `quotas: هیچ معامله‌ای مسئولی به نام «${owner}» ندارد.`,
    },
    hint: {
      en: ({ suggestion }) => `${meant(suggestion)} The deals of that owner would count without a quota.`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} معامله‌های آن مسئول بی‌سهمیه شمرده می‌شد.`.trim(),
    },
  }),
  target_needs_period: error<{ targets: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ targets }) =>
        `--enforce-targets: the target of ${targets.join(', ')} is of each quarter, month or the like.`,
      fa: ({ targets }) => `--enforce-targets: هدف ${targets.join('، ')} برای هر فصل، ماه یا مانند آن است.`,
    },
    hint: {
      en: () => 'Say of which period with --period, such as --period last-quarter.',
      fa: () => 'با --period بگویید برای کدام دوره، مانند --period last-quarter.',
    },
  }),
  nothing_to_enforce: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => '--enforce-targets was given, but no KPI of this report has a target.',
      fa: () => '--enforce-targets آمده است، اما هیچ شاخصی از این گزارش هدف ندارد.',
    },
    hint: {
      en: () => 'Give one in the config, such as `targets: { win_rate: { min: 0.25 } }`.',
      fa: () => 'در تنظیمات هدف بدهید، مانند `targets: { win_rate: { min: 0.25 } }`.',
    },
  }),
  config_unreadable: error<{ file: string; cause: string }>({
    exit: 2,
    message: {
      en: ({ file, cause }) => `the config file ${file} cannot be read (${cause}).`,
      fa: ({ file, cause }) => `فایل تنظیمات ${file} خوانده نشد (${cause}).`,
    },
    hint: {
      en: () => 'Check the path after --config and the permissions of the file.',
      fa: () => 'مسیر پس از --config و دسترسی فایل را بررسی کنید.',
    },
  }),
  template_unreadable: error<{ file: string; cause: string }>({
    exit: 2,
    message: {
      en: ({ file, cause }) => `the template ${file} cannot be read (${cause}).`,
      fa: ({ file, cause }) => `الگوی ${file} خوانده نشد (${cause}).`,
    },
    hint: {
      en: () => 'Check the path after --template (or report.template in the config); a template is UTF-8 text.',
      fa: () => 'مسیر پس از --template (یا report.template در تنظیمات) را بررسی کنید؛ الگو متن UTF-8 است.',
    },
  }),
  template_wrong: error<{
    file: string;
    line: number | null;
    kind: 'syntax' | 'filter' | 'tag' | 'variable' | 'partial' | 'limit';
    detail: string;
    suggestion: Suggestion;
  }>({
    exit: 2,
    message: {
      en: ({ file, line, kind, detail }) =>
        `the template ${file}${line === null ? '' : `, line ${line}`}: ${inTemplate(kind, detail).en}`,
      fa: ({ file, line, kind, detail }) =>
        `الگوی ${file}${line === null ? '' : `، سطر ${line}`}: ${inTemplate(kind, detail).fa}`,
    },
    hint: {
      en: ({ kind, suggestion }) =>
        `${meant(suggestion)} ${kind === 'variable' ? '`kpi schema report` says what a report has; ask with `{% if … %}` for what may be missing.' : 'docs/templates.md has the language, the filters and an example.'}`.trim(),
      fa: ({ kind, suggestion }) =>
        `${meantFa(suggestion)} ${kind === 'variable' ? 'آنچه گزارش دارد: `kpi schema report`؛ آنچه شاید نباشد را با `{% if … %}` بپرسید.' : 'زبان، پالایه‌ها و نمونه در docs/templates.md است.'}`.trim(),
    },
  }),
  config_ambiguous: error<{ folder: string; files: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ folder, files }) => `${folder} holds more than one config file: ${files.join(', ')}.`,
      fa: ({ folder, files }) => `در ${folder} بیش از یک فایل تنظیمات هست: ${files.join('، ')}.`,
    },
    hint: {
      en: () => 'Keep one of them, or name it with --config.',
      fa: () => 'یکی را نگه دارید یا با --config نام ببرید.',
    },
  }),
  output_is_input: error<{ file: string; input: string }>({
    exit: 2,
    message: {
      en: ({ file, input }) => `--output ${file} is the input file ${input}.`,
      fa: ({ file, input }) => `خروجی ${file} همان فایل ورودی ${input} است.`,
    },
    hint: {
      en: () => 'Nothing was read or written. Choose another output file.',
      fa: () => 'چیزی خوانده یا نوشته نشد. فایل خروجی دیگری برگزینید.',
    },
  }),
  unknown_role: error<{ role: string; suggestion: string | null }>({
    exit: 2,
    message: {
      en: ({ role }) => `--map: there is no role "${role}".`,
      fa: ({ role }) => `--map: نقشی به نام «${role}» نیست.`,
    },
    hint: {
      en: ({ suggestion }) =>
        `${meant(suggestion)} Roles are deals, customers, leads and lookup: --map leads.id="Lead Id".`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} نقش‌ها: deals، customers، leads و lookup.`.trim(),
    },
  }),
  unknown_column: error<{ column: string; option: string; suggestion: string | null; columns: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ column, option }) => `${option}: no file has a column "${column}".`,
      fa: ({ column, option }) => `${option}: هیچ فایلی ستونی به نام «${column}» ندارد.`,
    },
    hint: {
      en: ({ suggestion, columns }) =>
        columns.length === 0
          ? 'There is no file of deals here, whose columns could be named.'
          : `${meant(suggestion)} The columns are ${columns
              .slice(0, 40)
              .map((name) => `"${name}"`)
              .join(', ')}${columns.length > 40 ? ', …' : ''}.`.trim(),
      fa: ({ suggestion, columns }) =>
        columns.length === 0
          ? 'اینجا فایلی از معامله‌ها نیست که ستونی از آن نام برده شود.'
          : `${meantFa(suggestion)} ستون‌ها: ${columns
              .slice(0, 40)
              .map((name) => `«${name}»`)
              .join('، ')}${columns.length > 40 ? '، …' : ''}.`.trim(),
    },
  }),
  column_of_others: error<{ column: string; option: string; file: string; role: string }>({
    exit: 2,
    message: {
      en: ({ column, option, file, role }) =>
        `${option}: only ${file} has "${column}", which holds ${role}, and ${option} is about deals.`,
      fa: ({ column, option, file }) =>
        `${option}: ستون «${column}» تنها در ${file} هست و ${option} درباره‌ی معامله‌هاست.`,
    },
    hint: {
      en: ({ file, role }) =>
        role === 'customers' || role === 'a lookup table'
          ? `No column of ${file} names what the deals name (an account, an owner, a product), so it was not joined; \`kpi inspect\` shows the columns of both.`
          : `A column of the deals, or of a file that is joined to them by an account, an owner or a product, can be named.`,
      fa: ({ file, role }) =>
        role === 'customers' || role === 'a lookup table'
          ? `هیچ ستونی از ${file} آنچه را معامله‌ها نام می‌برند (حساب، مسئول، محصول) ندارد، پس پیوند نخورد؛ ستون‌ها را با \`kpi inspect\` ببینید.`
          : `ستونی از معامله‌ها یا فایلی که به آن‌ها پیوند خورده نام ببرید.`,
    },
  }),
  invalid_rule_setting: error<{ id: string; key: string; detail: string }>({
    exit: 2,
    message: {
      en: ({ id, key, detail }) => `rules.${id}${key === '' ? '' : `.${key}`}: ${detail}.`,
      fa: ({ id, key, detail }) => `rules.${id}${key === '' ? '' : `.${key}`}: ${detail}.`,
    },
    hint: {
      en: ({ id }) =>
        `\`kpi explain ${id}\` shows the rule; a setting is a severity, or severity, maxViolations and maxRate.`,
      fa: ({ id }) => `با \`kpi explain ${id}\` قاعده را ببینید.`,
    },
  }),
  invalid_expression: error<{ place: string; source: string; at: number; length: number; detail: Text }>({
    exit: 2,
    message: {
      en: ({ place, source, at, length, detail }) =>
        `${place}, character ${at + 1}: ${detail.en}.${pointedAt(source, at, length)}`,
      fa: ({ place, source, at, length, detail }) =>
        `${place}، نویسه‌ی ${at + 1}: ${detail.fa}.${pointedAt(source, at, length)}`,
    },
    hint: {
      en: () =>
        "A condition is, for example: stage = Proposal and amount >= 100k and 'Sales region' in (North, South). Columns and texts of several words stand in quotes.",
      fa: () =>
        "نمونه‌ی شرط: stage = Proposal and amount >= 100k and 'Sales region' in (North, South). ستون‌ها و متن‌های چندواژه‌ای در گیومه می‌آیند.",
    },
  }),
  history_unreadable: error<{ file: string; cause: string }>({
    exit: 2,
    message: {
      en: ({ file, cause }) => `the history ${file} cannot be read (${cause}).`,
      fa: ({ file, cause }) => `تاریخچه‌ی ${file} خوانده نشد (${cause}).`,
    },
    hint: {
      en: () => 'Name another file with --run-history; one that is not there yet is made.',
      fa: () => 'با --run-history فایل دیگری نام ببرید؛ فایلی که هنوز نیست ساخته می‌شود.',
    },
  }),
  history_invalid: error<{ place: string; newer: boolean }>({
    exit: 2,
    message: {
      en: ({ place, newer }) =>
        newer
          ? `${place}: this line is of a newer version of kpi, which this one cannot read.`
          : `${place}: this line is not of a history of checks.`,
      fa: ({ place }) => `${place}: این سطر از تاریخچه‌ی بررسی‌ها نیست، یا از نسخه‌ای دیگر است.`,
    },
    hint: {
      en: () => 'Take the line out, or name another file with --run-history; nothing was overwritten.',
      fa: () => 'این سطر را بردارید یا با --run-history فایل دیگری نام ببرید؛ چیزی بازنویسی نشد.',
    },
  }),
  baseline_missing: error<{ file: string; cause: string }>({
    exit: 2,
    message: {
      en: ({ file, cause }) => `the baseline ${file} cannot be read (${cause}).`,
      fa: ({ file, cause }) => `خط مبنای ${file} خوانده نشد (${cause}).`,
    },
    hint: {
      en: ({ file }) => `Write it first: kpi check FILES --write-baseline ${file}`,
      fa: ({ file }) => `نخست آن را بنویسید: kpi check FILES --write-baseline ${file}`,
    },
  }),
  baseline_invalid: error<{ place: string; file: string }>({
    exit: 2,
    message: {
      en: ({ place }) => `${place}: this line is not of a baseline.`,
      fa: ({ place }) => `${place}: این سطر از خط مبنا نیست.`,
    },
    hint: {
      en: () =>
        'A baseline begins with "kpi-baseline 2" and has one known violation a line; --write-baseline with the name of a new file writes one.',
      fa: () =>
        'خط مبنا با «kpi-baseline 2» آغاز می‌شود و در هر سطر یک مورد دارد؛ --write-baseline با نام فایلی تازه آن را می‌نویسد.',
    },
  }),
  baseline_conflict: error<{ place: string; file: string }>({
    exit: 2,
    message: {
      en: ({ place }) => `${place}: two branches were not joined here.`,
      fa: ({ place }) => `${place}: دو شاخه در اینجا به هم نپیوسته‌اند.`,
    },
    hint: {
      en: () => 'Keep the entries of both sides and remove the lines of <, = and >; the order does not matter.',
      fa: () => 'سطرهای هر دو سو را نگه دارید و سطرهای <، = و > را پاک کنید؛ ترتیب مهم نیست.',
    },
  }),
  baseline_version: error<{ place: string; file: string; version: string; known: number }>({
    exit: 2,
    message: {
      en: ({ place, version, known }) =>
        `${place}: a baseline of version ${version}; this program reads versions 1 to ${known}.`,
      fa: ({ place, version, known }) =>
        `${place}: خط مبنای نسخه‌ی ${version}؛ این برنامه نسخه‌های ۱ تا ${known} را می‌خواند.`,
    },
    hint: {
      en: ({ file }) =>
        `Use the version of kpi that wrote it, or write it again: kpi check FILES --write-baseline ${file}`,
      fa: ({ file }) =>
        `نسخه‌ای از kpi را که آن را نوشته به کار ببرید، یا دوباره بنویسید: kpi check FILES --write-baseline ${file}`,
    },
  }),
  baseline_date: error<{ place: string; date: string }>({
    exit: 2,
    message: {
      en: ({ place, date }) =>
        `${place}: ${date === '' ? 'a date is missing behind "until"' : `"${date}" is no date on which an entry ends`}.`,
      fa: ({ place, date }) =>
        `${place}: ${date === '' ? 'پس از until تاریخی نیست' : `«${date}» تاریخ پایان یک سطر نیست`}.`,
    },
    hint: {
      en: () => 'Write the last day on which it is known, then the reason: # until 2027-01-31: being repaired',
      fa: () => 'آخرین روزی که دانسته است و سپس دلیل را بنویسید: # until 2027-01-31: در دست اصلاح',
    },
  }),
  prune_saw_less: error<{ file: string; reasons: readonly Text[]; lost: Text }>({
    exit: 2,
    message: {
      en: ({ file, reasons, lost }) =>
        `${file} was not pruned, for this run saw less than the baseline was made of: ${reasons.map(({ en }) => en).join('; ')}. ${lost.en}.`,
      fa: ({ file, reasons, lost }) =>
        `${file} هرس نشد، چون این اجرا کمتر از آنچه خط مبنا از آن ساخته شد دید: ${reasons.map(({ fa }) => fa).join('؛ ')}. ${lost.fa}.`,
    },
    hint: {
      en: () =>
        'Prune with the files and rules that it was written with; or, if these are really fixed, add --force (entries of rules that were not checked stay).',
      fa: () =>
        'با همان فایل‌ها و قاعده‌هایی هرس کنید که با آن‌ها نوشته شد؛ یا اگر این‌ها به‌راستی رفع شده‌اند --force بیفزایید (سطرهای قاعده‌های بررسی‌نشده می‌مانند).',
    },
  }),
  prune_without_baseline: error<Record<string, never>>({
    exit: 2,
    message: {
      en: () => '--prune-baseline is given, but no baseline.',
      fa: () => '--prune-baseline آمده اما خط مبنایی نیست.',
    },
    hint: {
      en: () => 'Name it with --baseline FILE, or with `baseline:` in the config.',
      fa: () => 'نام آن را با --baseline FILE یا با `baseline:` در تنظیمات بدهید.',
    },
  }),
  options_exclude: error<{ one: string; other: string }>({
    exit: 2,
    message: {
      en: ({ one, other }) => `${one} and ${other} cannot be given together.`,
      fa: ({ one, other }) => `${one} و ${other} با هم نمی‌آیند.`,
    },
    hint: {
      en: ({ one }) => `Leave out one of them, such as ${one}.`,
      fa: ({ one }) => `یکی را، مانند ${one}، بردارید.`,
    },
  }),
  option_needs: error<{ option: string; needs: string }>({
    exit: 2,
    message: {
      en: ({ option, needs }) => `${option} says something only together with ${needs}.`,
      fa: ({ option, needs }) => `${option} تنها همراه با ${needs} معنا دارد.`,
    },
    hint: {
      en: ({ option, needs }) => `Add ${needs}, or leave out ${option}.`,
      fa: ({ option, needs }) => `یا ${needs} را بیفزایید، یا ${option} را بردارید.`,
    },
  }),
  output_twice: error<{ file: string }>({
    exit: 2,
    message: {
      en: ({ file }) => `two outputs are to be written to ${file === '-' ? 'standard output' : file}.`,
      fa: ({ file }) => `دو خروجی باید در ${file === '-' ? 'خروجی استاندارد' : file} نوشته شوند.`,
    },
    hint: {
      en: () => 'Give each its own file: --output junit=dq.xml --output sarif=dq.sarif',
      fa: () => 'به هر یک فایل خودش را بدهید: --output junit=dq.xml --output sarif=dq.sarif',
    },
  }),
  kpis_several: error<{ command: string; kpis: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ command, kpis }) =>
        `${command} lists the deals of one KPI, and ${kpis.length} were given: ${listed(kpis, ', ')}.`,
      fa: ({ command, kpis }) =>
        `${command} معامله‌های یک شاخص را فهرست می‌کند و ${kpis.length} شاخص داده شده است: ${listed(kpis, '، ')}.`,
    },
    hint: {
      en: () => 'Run it once for each; kpi report --kpi takes several.',
      fa: () => 'برای هر یک جداگانه اجرا کنید؛ kpi report --kpi چند شاخص می‌پذیرد.',
    },
  }),
  outputs_several: error<{ command: string; files: readonly string[] }>({
    exit: 2,
    message: {
      en: ({ command, files }) =>
        `${command} writes one output, and ${files.length} were given: ${listed(files, ', ')}.`,
      fa: ({ command, files }) =>
        `${command} یک خروجی می‌نویسد و ${files.length} خروجی داده شده است: ${listed(files, '، ')}.`,
    },
    hint: {
      en: () => 'Run it once for each; kpi report and kpi check write several in one run.',
      fa: () => 'برای هر یک جداگانه اجرا کنید؛ kpi report و kpi check در یک اجرا چند خروجی می‌نویسند.',
    },
  }),
  // 3: input
  working_folder_gone: error<Record<never, never>>({
    exit: 3,
    message: {
      en: () => 'the folder that kpi was started in is no longer there.',
      fa: () => 'پوشه‌ای که kpi در آن اجرا شد دیگر وجود ندارد.',
    },
    hint: {
      en: () => 'Change to a folder that exists (cd) and run it again.',
      fa: () => 'به پوشه‌ای موجود بروید (cd) و دوباره اجرا کنید.',
    },
  }),
  file_not_found: error<{ file: string; suggestion: string | null }>({
    exit: 3,
    message: { en: ({ file }) => `${file}: no such file.`, fa: ({ file }) => `${file}: چنین فایلی نیست.` },
    hint: {
      en: ({ suggestion }) => meant(suggestion).trim() || 'Check the path.',
      fa: ({ suggestion }) => meantFa(suggestion).trim() || 'مسیر را بررسی کنید.',
    },
  }),
  is_directory: error<{ file: string }>({
    exit: 3,
    message: { en: ({ file }) => `${file} is a folder.`, fa: ({ file }) => `${file} پوشه است.` },
    hint: { en: () => 'Name a file in it.', fa: () => 'نام فایلی در آن را بنویسید.' },
  }),
  unreadable: error<{ file: string; denied: boolean; cause: string }>({
    exit: 3,
    message: {
      en: ({ file, denied, cause }) => `${file} cannot be read (${denied ? 'permission denied' : cause}).`,
      fa: ({ file, denied, cause }) => `${file} خوانده نشد (${denied ? 'اجازه‌ی دسترسی نیست' : cause}).`,
    },
    hint: {
      en: ({ denied }) =>
        denied ? 'Ask for read permission, or copy the file to a place of yours.' : 'Check the disk or the connection.',
      fa: ({ denied }) =>
        denied ? 'اجازه‌ی خواندن بگیرید یا فایل را در پوشه‌ی خودتان رونوشت کنید.' : 'دیسک یا اتصال را بررسی کنید.',
    },
  }),
  not_a_file: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} is no file that can be read again: it is a pipe or a device.`,
      fa: ({ file }) => `${file} فایلی نیست که دوباره خوانده شود: لوله یا دستگاه است.`,
    },
    hint: {
      en: () => 'Write what it holds to a file, and name that.',
      fa: () => 'محتوای آن را در فایلی بنویسید و نام آن فایل را بیاورید.',
    },
  }),
  outside_roots: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} lies outside the folders that may be read.`,
      fa: ({ file }) => `${file} بیرون از پوشه‌هایی است که می‌توان خواند.`,
    },
    hint: {
      en: () => 'Name a file below them. Which they are, whoever starts the server says: kpi mcp --root FOLDER.',
      fa: () => 'فایلی درون آن‌ها را نام ببرید. پوشه‌ها را کسی تعیین می‌کند که سرور را اجرا می‌کند: ‎kpi mcp --root FOLDER.',
    },
  }),
  file_over_limit: error<{ file: string; size: string; most: string }>({
    exit: 3,
    message: {
      en: ({ file, size, most }) => `${file} is ${size} large, and no file above ${most} is opened here.`,
      fa: ({ file, size, most }) => `${file} به اندازه‌ی ${size} است و اینجا فایلی بزرگ‌تر از ${most} باز نمی‌شود.`,
    },
    hint: {
      en: () => 'Export a part of it, or start the server with a higher limit: kpi mcp --max-size SIZE.',
      fa: () => 'بخشی از آن را خروجی بگیرید، یا سرور را با مرز بالاتری اجرا کنید: ‎kpi mcp --max-size SIZE.',
    },
  }),
  answer_too_large: error<{ size: string; most: string; parts: readonly string[]; narrower: Text }>({
    exit: 3,
    message: {
      en: ({ size, most, parts }) =>
        `the answer is ${size} of JSON, above the ${most} that are sent: ${listed(parts, ', ')}.`,
      fa: ({ size, most, parts }) => `پاسخ ${size} JSON است، بیش از ${most} که فرستاده می‌شود: ${listed(parts, '، ')}.`,
    },
    hint: {
      en: ({ narrower }) => `Ask for less: ${narrower.en}. Nothing was cut off, and nothing was sent.`,
      fa: ({ narrower }) => `کمتر بخواهید: ${narrower.fa}. چیزی بریده نشد و چیزی فرستاده نشد.`,
    },
  }),
  answer_timed_out: error<{ seconds: number }>({
    exit: 3,
    message: {
      en: ({ seconds }) => `no answer after ${seconds} seconds; the work was stopped.`,
      fa: ({ seconds }) => `پس از ${seconds} ثانیه پاسخی نیامد؛ کار متوقف شد.`,
    },
    hint: {
      en: () => 'Ask for less, name fewer files, or start the server with more time: kpi mcp --timeout SECONDS.',
      fa: () => 'کمتر بخواهید، فایل‌های کمتری نام ببرید، یا به سرور زمان بیشتری بدهید: ‎kpi mcp --timeout SECONDS.',
    },
  }),
  answer_out_of_memory: error<{ most: string }>({
    exit: 3,
    message: {
      en: ({ most }) => `the work needed more than ${most} of memory and was stopped.`,
      fa: ({ most }) => `کار بیش از ${most} حافظه لازم داشت و متوقف شد.`,
    },
    hint: {
      en: () => 'Ask for less, or export a part of the file.',
      fa: () => 'کمتر بخواهید، یا بخشی از فایل را خروجی بگیرید.',
    },
  }),
  files_being_written: error<{ files: readonly string[] }>({
    exit: 3,
    message: {
      en: ({ files }) => `${listed(files, ', ')}: still being written.`,
      fa: ({ files }) => `${listed(files, '، ')}: هنوز در حال نوشته شدن است.`,
    },
    hint: {
      en: () => 'The page follows once the file stays as it is for a moment.',
      fa: () => 'همین که فایل لحظه‌ای بی‌تغییر بماند، صفحه تازه می‌شود.',
    },
  }),
  server_busy: error<Record<never, never>>({
    exit: 3,
    message: {
      en: () => 'too many reports are being waited for.',
      fa: () => 'گزارش‌های بسیاری در انتظارند.',
    },
    hint: { en: () => 'Ask again in a few seconds.', fa: () => 'چند ثانیه‌ی دیگر دوباره بخواهید.' },
  }),
  changed_while_reading: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} changed while it was being read.`,
      fa: ({ file }) => `${file} هنگام خواندن تغییر کرد.`,
    },
    hint: {
      en: () => 'Run again once the export has finished.',
      fa: () => 'پس از پایان خروجی‌گرفتن دوباره اجرا کنید.',
    },
  }),
  empty_file: error<{ file: string; sheet: string | null }>({
    exit: 3,
    message: {
      en: ({ file, sheet }) => (sheet === null ? `${file} is empty.` : `${file}: the sheet "${sheet}" is empty.`),
      fa: ({ file, sheet }) => (sheet === null ? `${file} خالی است.` : `${file}: برگه‌ی «${sheet}» خالی است.`),
    },
    hint: {
      en: () => 'Export the records again, with the header row.',
      fa: () => 'رکوردها را دوباره و همراه با سطر سرستون خروجی بگیرید.',
    },
  }),
  not_a_table: error<{ file: string; looksLike: LooksLike }>({
    exit: 3,
    message: {
      en: ({ file, looksLike }) => `${file} is not a table: it looks like ${LOOKS_LIKE.en[looksLike]}.`,
      fa: ({ file, looksLike }) => `${file} جدول نیست: به ${LOOKS_LIKE.fa[looksLike]} می‌ماند.`,
    },
    hint: {
      en: () => 'Export the records from the CRM as CSV or Excel.',
      fa: () => 'رکوردها را از CRM به شکل CSV یا اکسل خروجی بگیرید.',
    },
  }),
  too_much_text: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} has a column of more than 4 GiB of text, and no longer one is read.`,
      fa: ({ file }) => `${file} ستونی با بیش از ۴ گیبی‌بایت متن دارد و ستونی بلندتر از آن خوانده نمی‌شود.`,
    },
    hint: {
      en: () => 'Export fewer records into a file, such as those of one year, or only the columns that you need.',
      fa: () => 'رکوردهای کمتری را در یک فایل خروجی بگیرید، مثلاً رکوردهای یک سال، یا تنها ستون‌های لازم را.',
    },
  }),
  too_large: error<{ file: string; most: string; more: string }>({
    exit: 3,
    message: {
      en: ({ file, most }) => `${file} holds more than ${most} once unpacked, and no more is read.`,
      fa: ({ file, most }) => `${file} پس از باز شدن از ${most} بزرگ‌تر است و بیش از این خوانده نمی‌شود.`,
    },
    hint: {
      en: ({ more }) => `If it is what you meant, raise the limit: --max-size ${more}; or unpack it first.`,
      fa: ({ more }) => `اگر همین فایل را می‌خواهید، مرز را بالا ببرید: --max-size ${more}؛ یا نخست آن را باز کنید.`,
    },
  }),
  too_wide: error<{ file: string; columns: number; most: number }>({
    exit: 3,
    message: {
      en: ({ file, columns, most }) => `${file} has ${columns} columns, and no table of more than ${most} is read.`,
      fa: ({ file, columns, most }) => `${file}، ${columns} ستون دارد و جدولی با بیش از ${most} ستون خوانده نمی‌شود.`,
    },
    hint: {
      en: () => 'Is the delimiter right (--delimiter)? Otherwise export only the columns that you need.',
      fa: () => 'آیا جداکننده درست است (--delimiter)؟ اگر هست، تنها ستون‌های لازم را خروجی بگیرید.',
    },
  }),
  damaged_gzip: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} cannot be unpacked: the gzip data is damaged or ends early.`,
      fa: ({ file }) => `${file} باز نشد: داده‌ی gzip آسیب دیده یا ناتمام است.`,
    },
    hint: { en: () => 'Copy or download the file again.', fa: () => 'فایل را دوباره رونوشت یا دریافت کنید.' },
  }),
  damaged_archive: error<{ file: string; reason: Damage }>({
    exit: 3,
    message: {
      en: ({ file, reason }) => `${file} cannot be unpacked: ${damageText(reason, 'en')}.`,
      fa: ({ file, reason }) => `${file} باز نشد: ${damageText(reason, 'fa')}.`,
    },
    hint: {
      en: () => 'Copy or download the file again, or unpack it and name the table in it.',
      fa: () => 'فایل را دوباره رونوشت یا دریافت کنید، یا آن را باز کنید و نام جدول درونش را بنویسید.',
    },
  }),
  encrypted_archive: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} is protected with a password.`,
      fa: ({ file }) => `${file} با گذرواژه محافظت شده است.`,
    },
    hint: {
      en: () => 'Unpack it with the password and name the file in it.',
      fa: () => 'آن را با گذرواژه باز کنید و نام فایل درونش را بنویسید.',
    },
  }),
  several_tables: error<{ file: string; names: readonly string[] }>({
    exit: 3,
    message: {
      en: ({ file, names }) => `${file} holds more than one table: ${listed(names, ', ')}.`,
      fa: ({ file, names }) => `در ${file} بیش از یک جدول هست: ${listed(names, '، ')}.`,
    },
    hint: {
      en: () => 'Unpack it and name the files that are meant.',
      fa: () => 'آن را باز کنید و نام فایل‌های موردنظر را بنویسید.',
    },
  }),
  encrypted_workbook: error<{ file: string }>({
    exit: 3,
    message: {
      en: ({ file }) => `${file} is protected with a password.`,
      fa: ({ file }) => `${file} با گذرواژه محافظت شده است.`,
    },
    hint: {
      en: () => 'Open it in Excel, save a copy without a password, and use that.',
      fa: () => 'آن را در اکسل باز کنید، رونوشتی بی‌گذرواژه ذخیره کنید و همان را به کار ببرید.',
    },
  }),
  damaged_workbook: error<{ file: string; reason: Damage }>({
    exit: 3,
    message: {
      en: ({ file, reason }) => `${file} cannot be read as a workbook: ${damageText(reason, 'en')}.`,
      fa: ({ file, reason }) => `${file} به شکل کارپوشه خوانده نشد: ${damageText(reason, 'fa')}.`,
    },
    hint: {
      en: () => 'Export it again, or save the sheet as CSV and use that.',
      fa: () => 'دوباره خروجی بگیرید، یا برگه را به شکل CSV ذخیره کنید و همان را به کار ببرید.',
    },
  }),
  sheet_not_found: error<{ file: string; sheet: string; sheets: readonly string[]; suggestion: string | null }>({
    exit: 3,
    message: {
      en: ({ file, sheet }) => `${file} has no sheet "${sheet}".`,
      fa: ({ file, sheet }) => `${file} برگه‌ای به نام «${sheet}» ندارد.`,
    },
    hint: {
      en: ({ sheets, suggestion }) =>
        `${meant(suggestion)} Its sheets: ${sheets.map((name) => `"${name}"`).join(', ')}.`.trim(),
      fa: ({ sheets, suggestion }) =>
        `${meantFa(suggestion)} برگه‌ها: ${sheets.map((name) => `«${name}»`).join('، ')}.`.trim(),
    },
  }),
  unknown_encoding: error<{ encoding: string }>({
    exit: 2,
    message: {
      en: ({ encoding }) => `there is no encoding "${encoding}".`,
      fa: ({ encoding }) => `رمزگذاری‌ای به نام «${encoding}» نیست.`,
    },
    hint: {
      en: () =>
        'Common ones: utf-8, utf-16le, windows-1250 to windows-1258, iso-8859-2, macintosh, cp437, cp850, gbk, big5, shift_jis, euc-jp, euc-kr, koi8-r.',
      fa: () =>
        'نام‌های رایج: utf-8، utf-16le، windows-1256، windows-1250 تا windows-1258، iso-8859-2، macintosh، cp437، cp850، gbk، big5، shift_jis، euc-jp، euc-kr، koi8-r.',
    },
  }),
  // 4: output; a file that was there before is left as it was
  config_exists: error<{ file: string }>({
    exit: 4,
    message: {
      en: ({ file }) =>
        `${file} is there already, and was left as it is: a config may hold answers that no file gives again.`,
      fa: ({ file }) => `${file} از پیش هست و دست نخورد: شاید پاسخ‌هایی در آن باشد که فایل‌ها دوباره نمی‌دهند.`,
    },
    hint: {
      en: () => 'Add --force to replace it, or name another file with --output; `-o -` prints it.',
      fa: () => 'با --force جایگزینش کنید، یا با --output فایل دیگری نام ببرید؛ `-o -` آن را چاپ می‌کند.',
    },
  }),
  output_folder_missing: error<{ file: string; folder: string }>({
    exit: 4,
    message: {
      en: ({ file, folder }) => `${file} cannot be written: there is no folder ${folder}.`,
      fa: ({ file, folder }) => `${file} نوشته نشد: پوشه‌ی ${folder} نیست.`,
    },
    hint: {
      en: ({ folder }) => `Create it first: mkdir -p ${folder}`,
      fa: ({ folder }) => `نخست آن را بسازید: mkdir -p ${folder}`,
    },
  }),
  output_is_folder: error<{ file: string }>({
    exit: 4,
    message: {
      en: ({ file }) => `${file} cannot be written: it is a folder.`,
      fa: ({ file }) => `${file} نوشته نشد: پوشه است.`,
    },
    hint: { en: () => 'Name a file in it.', fa: () => 'نام فایلی در آن را بنویسید.' },
  }),
  output_denied: error<{ file: string; folder: string }>({
    exit: 4,
    message: {
      en: ({ file }) => `${file} cannot be written: permission denied.`,
      fa: ({ file }) => `${file} نوشته نشد: اجازه‌ی دسترسی نیست.`,
    },
    hint: {
      en: ({ folder }) => `The file (if it exists) and its folder ${folder} must both be writable.`,
      fa: ({ folder }) => `هم فایل (اگر هست) و هم پوشه‌ی ${folder} باید نوشتنی باشند.`,
    },
  }),
  output_full: error<{ file: string }>({
    exit: 4,
    message: {
      en: ({ file }) => `${file} cannot be written: there is no space left, or a size limit was reached.`,
      fa: ({ file }) => `${file} نوشته نشد: فضای دیسک تمام شده یا به سقف اندازه رسیده است.`,
    },
    hint: {
      en: () => 'What was there before is unchanged. Free some space and run again.',
      fa: () => 'آنچه پیش‌تر بود دست نخورده است. جا باز کنید و دوباره اجرا کنید.',
    },
  }),
  output_failed: error<{ file: string; cause: string }>({
    exit: 4,
    message: {
      en: ({ file, cause }) => `${file} cannot be written (${cause}).`,
      fa: ({ file, cause }) => `${file} نوشته نشد (${cause}).`,
    },
    hint: { en: () => 'Choose another place with --output.', fa: () => 'با --output جای دیگری برگزینید.' },
  }),
  stdout_failed: error<{ cause: string }>({
    exit: 4,
    message: {
      en: ({ cause }) => `standard output cannot be written (${cause}).`,
      fa: ({ cause }) => `خروجی استاندارد نوشته نشد (${cause}).`,
    },
    hint: {
      en: () => 'The result is incomplete. Check where the output is sent.',
      fa: () => 'نتیجه ناقص است. مقصد خروجی را بررسی کنید.',
    },
  }),
  no_deals: error<{
    files: readonly {
      readonly file: string;
      readonly role: string;
      readonly records: number;
      readonly columns: readonly string[];
      /** Options that take it for what it could be; the first one names its role. */
      readonly could?: readonly string[];
    }[];
  }>({
    exit: 3,
    message: {
      en: ({ files }) =>
        `no file holds deals: ${files.map(({ file, role, records, columns }) => `${file} ${role === 'lookup' ? 'has no column that a deal needs (a stage or status, a close date, an amount with a date)' : `holds ${role === 'history' ? 'stage changes' : role}`} (${records} rows: ${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ', …' : ''})`).join('; ')}.`,
      fa: ({ files }) =>
        `در هیچ فایلی معامله نیست: ${files.map(({ file, role, records }) => `${file} (${role}، ${records} سطر)`).join('؛ ')}.`,
    },
    hint: {
      en: ({ files }) =>
        `${couldBe(files, 'en')}Give the deals file as well, or say which column is what: --deals FILE --map stage="…" --map amount="…" (\`kpi inspect FILE\` shows what was understood, \`kpi list fields\` what can be mapped). Customers need no deals when the file has their first and last days: --customers FILE --map customers.started_at="…" --map customers.ended_at="…"; subscriptions: --subscriptions FILE.`,
      fa: ({ files }) =>
        `${couldBe(files, 'fa')}فایل معامله‌ها را هم بدهید، یا ستون‌ها را با --map بگویید (\`kpi inspect FILE\`). فایل مشتریان با تاریخ شروع و پایان، بی‌معامله هم کافی است: --customers FILE --map customers.started_at="…" --map customers.ended_at="…"؛ و فایل اشتراک‌ها: --subscriptions FILE.`,
    },
  }),
  subscriptions_without_start: error<{ file: string; columns: readonly string[] }>({
    exit: 3,
    message: {
      en: ({ file, columns }) =>
        `${file}: no column says when a subscription began (${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ', …' : ''}).`,
      fa: ({ file }) => `${file}: هیچ ستونی روز شروع اشتراک را نمی‌گوید.`,
    },
    hint: {
      en: () => 'Say which one does: --map subscriptions.started_at="…" (`kpi inspect FILE` shows every column).',
      fa: () => 'بگویید کدام ستون است: --map subscriptions.started_at="…" (`kpi inspect FILE`).',
    },
  }),
  no_records: error<{ files: readonly string[] }>({
    exit: 3,
    message: {
      en: ({ files }) => `${files.join(', ')}: a header but no records below it.`,
      fa: ({ files }) => `${files.join('، ')}: فقط سرستون دارد و هیچ رکوردی ندارد.`,
    },
    hint: {
      en: () => 'Check the filter of the export; `kpi inspect FILE` shows which row was taken for the header.',
      fa: () => 'فیلتر خروجی را بررسی کنید؛ `kpi inspect FILE` سطر سرستون را نشان می‌دهد.',
    },
  }),
  nothing_checked: error<{
    rules: number;
    records: number;
    undated?: boolean;
    unfit?: Text;
    files?: readonly string[];
  }>({
    exit: 3,
    message: {
      en: ({ rules, records, undated, unfit, files = [] }) =>
        records === 0
          ? (unfit?.en ??
            `there is no deal or order to check${files.length === 0 ? '' : `: no rule that ran is about the records of ${files.join(', ')}`}.`)
          : undated === true
            ? `none of the ${rules} selected rules could be checked: no recorded date (created, closed, changed) says as of which day.`
            : `none of the ${rules} selected rules could be checked: the files lack the fields that they need, or hold no record that they are about.`,
      fa: ({ rules, records, undated, unfit, files = [] }) =>
        records === 0
          ? (unfit?.fa ??
            `معامله یا سفارشی برای بررسی نیست${files.length === 0 ? '' : `: هیچ قاعده‌ای درباره‌ی رکوردهای ${files.join('، ')} اجرا نشد`}.`)
          : undated === true
            ? `هیچ‌یک از ${rules} قاعده قابل بررسی نبود: هیچ تاریخ ثبت‌شده‌ای (ایجاد، بسته شدن، تغییر) روز سنجش را نمی‌گوید.`
            : `هیچ‌یک از ${rules} قاعده قابل بررسی نبود.`,
    },
    hint: {
      en: ({ undated, unfit }) =>
        undated === true
          ? 'Say the day of the export: --as-of 2025-06-30.'
          : unfit !== undefined
            ? 'A check that judged nothing is no pass: change the condition.'
            : 'A check that judged nothing is no pass. `kpi inspect FILE` shows what each column was taken for; --map says it.',
      fa: ({ undated, unfit }) =>
        undated === true
          ? 'روز خروجی گرفتن را بگویید: ‎--as-of 2025-06-30.'
          : unfit !== undefined
            ? 'بررسیِ بدون داوری قبولی نیست: شرط را تغییر دهید.'
            : 'بررسیِ بدون داوری قبولی نیست. `kpi inspect FILE` نقش هر ستون را نشان می‌دهد.',
    },
  }),
  // 4: output
  read_only: error<{ file: string }>({
    exit: 4,
    message: {
      en: ({ file }) => `${file} is not written: this server only reads.`,
      fa: ({ file }) => `${file} نوشته نمی‌شود: این سرور تنها می‌خواند.`,
    },
    hint: {
      en: () => 'Run the command on the command line to write a file.',
      fa: () => 'برای نوشتن فایل، فرمان را در خط فرمان اجرا کنید.',
    },
  }),
  port_in_use: error<{ host: string; port: number }>({
    exit: 4,
    message: {
      en: ({ host, port }) => `port ${port} of ${host} is in use.`,
      fa: ({ host, port }) => `درگاه ${port} در ${host} در حال استفاده است.`,
    },
    hint: {
      en: () => 'Another `kpi serve` may be running. Stop it, or use another port: --port 0 takes any that is free.',
      fa: () =>
        'شاید `kpi serve` دیگری در حال اجراست. آن را ببندید یا درگاه دیگری بدهید: ‎--port 0 هر درگاه آزادی را می‌گیرد.',
    },
  }),
  port_denied: error<{ host: string; port: number }>({
    exit: 4,
    message: {
      en: ({ host, port }) => `port ${port} of ${host} may not be used (permission denied).`,
      fa: ({ host, port }) => `اجازه‌ی استفاده از درگاه ${port} در ${host} نیست.`,
    },
    hint: {
      en: () => 'Ports below 1024 belong to the system. Use a higher one, such as --port 7474.',
      fa: () => 'درگاه‌های زیر 1024 از آن سیستم است. درگاه بالاتری بدهید، مانند ‎--port 7474.',
    },
  }),
  host_unavailable: error<{ host: string; cause: string }>({
    exit: 4,
    message: {
      en: ({ host, cause }) => `cannot listen on ${host} (${cause}).`,
      fa: ({ host, cause }) => `روی ${host} نمی‌توان گوش داد (${cause}).`,
    },
    hint: {
      en: () => 'Give an address of this machine, or leave --host out for 127.0.0.1.',
      fa: () => 'نشانی‌ای از همین دستگاه بدهید، یا ‎--host را برای 127.0.0.1 نیاورید.',
    },
  }),
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorArgs<C extends ErrorCode> = (typeof ERRORS)[C] extends ErrorDefinition<infer Args> ? Args : never;
