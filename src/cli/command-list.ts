/** Every command: what it takes, what it does, and where the code that does it is. */
import type { CommandName } from '../config/definition.js';
import type { Text } from '../locale/text.js';
import type { OptionName, OptionValues } from './options.js';
import type { Session } from './session.js';

/** One call of a command, parsed. */
export interface Call {
  readonly session: Session;
  readonly operands: readonly string[];
  readonly values: OptionValues;
  /** The arguments as they were typed, the command's name among them. */
  readonly typed: readonly string[];
}

/** Does the work and says the exit code: 0, 1 where a gate failed, 128 and more where a signal ended it. All else is thrown. */
export type Run = (call: Call) => Promise<number>;

export interface CommandDefinition {
  readonly name: CommandName;
  /** As the usage line shows them. */
  readonly operands: string;
  /** How many operands: at least, at most. */
  readonly count: readonly [number, number];
  /** What is missing when there are too few. */
  readonly operandText: Text;
  readonly summary: Text;
  readonly examples: readonly { readonly command: string; readonly what: Text }[];
  readonly options: readonly OptionName[];
  /** Imported only when the command runs: `kpi --help` loads none of them. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

const A_FILE: Text = { en: 'a file, or - for standard input', fa: 'یک فایل، یا - برای ورودی استاندارد' };
const ANY = Number.POSITIVE_INFINITY;

/** In the order of the help, without the options, which the help of the program does not name. */
export const COMMAND_LIST: readonly Omit<CommandDefinition, 'options'>[] = [
  {
    name: 'report',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: { en: 'print or write the KPI report', fa: 'گزارش شاخص‌ها را چاپ کن یا بنویس' },
    examples: [
      { command: 'kpi report deals.csv', what: { en: 'every KPI of the file', fa: 'همه‌ی شاخص‌های فایل' } },
      {
        command: 'kpi report deals.csv --period 2025-Q3 --by owner',
        what: { en: 'a quarter against the one before, by owner', fa: 'یک فصل در برابر فصل پیش، به تفکیک مسئول' },
      },
      {
        command: 'kpi report deals.csv --period last-week --output weekly.md',
        what: { en: 'for a cron job: a file, whole or not at all', fa: 'برای اجرای زمان‌بندی‌شده: فایلی کامل یا هیچ' },
      },
      {
        command: 'kpi report deals.csv accounts.csv --by industry --format json',
        what: { en: 'joined with a second file', fa: 'با پیوند به فایل دوم' },
      },
    ],
    load: () => import('./commands/report.js'),
  },
  {
    name: 'serve',
    operands: '<files...>',
    count: [0, ANY],
    operandText: { en: 'a file', fa: 'یک فایل' },
    summary: {
      en: 'show the report in the browser, live: the page follows the files',
      fa: 'گزارش را زنده در مرورگر نشان بده: صفحه از فایل‌ها پیروی می‌کند',
    },
    examples: [
      {
        command: 'kpi serve deals.csv',
        what: { en: 'a dashboard on http://127.0.0.1:7474', fa: 'داشبورد در http://127.0.0.1:7474' },
      },
      {
        command: 'kpi serve deals.csv --period this-quarter --by owner --port 8080',
        what: { en: 'what the page begins with; its controls change it', fa: 'آغاز صفحه؛ با گزینه‌های صفحه عوض می‌شود' },
      },
    ],
    load: () => import('./commands/serve.js'),
  },
  {
    name: 'watch',
    operands: '<files...>',
    count: [0, ANY],
    operandText: { en: 'a file', fa: 'یک فایل' },
    summary: {
      en: 'print the report again whenever a file changes',
      fa: 'هر بار که فایلی تغییر کند، گزارش را دوباره چاپ کن',
    },
    examples: [
      {
        command: 'kpi watch deals.csv --detail brief',
        what: { en: 'one screen for a terminal on the wall', fa: 'یک صفحه برای پایانه‌ی روی دیوار' },
      },
      {
        command: 'kpi watch deals.csv --output dashboard.md',
        what: { en: 'a file that is written again each time', fa: 'فایلی که هر بار از نو نوشته می‌شود' },
      },
    ],
    load: () => import('./commands/watch.js'),
  },
  {
    name: 'check',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'run the data-quality rules; exit 1 when the gate fails',
      fa: 'قاعده‌های کیفیت داده را اجرا کن؛ اگر مردود شد کد خروج 1',
    },
    examples: [
      { command: 'kpi check deals.csv', what: { en: 'every rule; errors fail', fa: 'همه‌ی قاعده‌ها؛ خطا مردود می‌کند' } },
      {
        command: 'kpi check deals.csv --fail-on warn --max-rows 0',
        what: { en: 'stricter, listing every violation', fa: 'سخت‌گیرتر، با فهرست همه‌ی موارد' },
      },
      {
        command: 'kpi check deals.csv --write-baseline kpi-baseline.txt',
        what: { en: 'begin: what is wrong today is known', fa: 'آغاز: آنچه امروز نادرست است دانسته می‌شود' },
      },
      {
        command: 'kpi check deals.csv --baseline kpi-baseline.txt --output junit=dq.xml --output sarif=dq.sarif',
        what: { en: 'for a pipeline: only new ones fail', fa: 'برای خط لوله‌ی CI: تنها موارد تازه مردود می‌کنند' },
      },
      {
        command: 'kpi check deals.csv --fix-list repairs.csv',
        what: { en: 'work for the people who keep the CRM', fa: 'کار برای کسانی که CRM را نگه می‌دارند' },
      },
    ],
    load: () => import('./commands/check.js'),
  },
  {
    name: 'inspect',
    operands: '<file>',
    count: [0, 1],
    operandText: A_FILE,
    summary: {
      en: 'show how a file was understood: columns, dates, stages, rows left out',
      fa: 'نشان بده فایل چگونه فهمیده شد: ستون‌ها، تاریخ‌ها، مرحله‌ها، سطرهای کنارگذاشته',
    },
    examples: [
      { command: 'kpi inspect deals.csv', what: { en: 'what was read, and why so', fa: 'چه خوانده شد و چرا' } },
      {
        command: 'kpi inspect deals.csv --map amount="Deal value"',
        what: { en: 'try a mapping before using it', fa: 'آزمودن یک نگاشت پیش از به کار بردن' },
      },
      {
        command: 'kpi inspect deals.xlsx --raw',
        what: { en: 'the cells themselves, as CSV', fa: 'خود سلول‌ها، به شکل CSV' },
      },
    ],
    load: () => import('./commands/inspect.js'),
  },
  {
    name: 'explain',
    operands: '<kpi|rule|model> [files...]',
    count: [1, ANY],
    operandText: {
      en: 'the id of a KPI, a rule, a model or a section of models (survival, lifetime, forecast, changes, why)',
      fa: 'شناسه‌ی یک شاخص، قاعده، مدل یا بخشی از مدل‌ها (survival، lifetime، forecast، changes، why)',
    },
    summary: {
      en: 'the definition of a KPI, rule or model; with files, the records behind it, or its fit',
      fa: 'تعریف یک شاخص، قاعده یا مدل؛ و با فایل، رکوردهای پشت آن یا برازش آن',
    },
    examples: [
      { command: 'kpi explain win_rate', what: { en: 'definition, formula, source', fa: 'تعریف، فرمول، منبع' } },
      {
        command: 'kpi explain win_rate deals.csv --period 2025-Q3',
        what: { en: 'the records counted in and left out', fa: 'رکوردهایی که به حساب آمدند یا کنار ماندند' },
      },
      {
        command: 'kpi explain bg_nbd orders.csv',
        what: { en: 'parameters, fit, what would make it wrong', fa: 'پارامترها، برازش، چه چیزی آن را نادرست می‌کند' },
      },
      {
        command: 'kpi explain pipeline_waterfall old.csv new.csv',
        what: { en: 'of what differs between exports', fa: 'درباره‌ی تفاوت خروجی‌ها' },
      },
    ],
    load: () => import('./commands/explain.js'),
  },
  {
    name: 'deals',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'list the deals behind anything: a condition, what waits, a figure',
      fa: 'معامله‌های پشت هر چیز را فهرست کن: یک شرط، آنچه منتظر است، یک عدد',
    },
    examples: [
      {
        command: 'kpi deals deals.csv --stalled',
        what: { en: 'open deals that do not move, the oldest first', fa: 'معامله‌های باز بی‌حرکت، قدیمی‌ترها پیش‌تر' },
      },
      {
        command: 'kpi deals deals.csv --kpi revenue_won --period 2025-Q3 --sort amount',
        what: { en: 'the deals behind a figure, the largest first', fa: 'معامله‌های پشت یک عدد، بزرگ‌ترها پیش‌تر' },
      },
      {
        command: "kpi deals deals.csv --open --where 'amount > 50k' --columns id,owner,amount,Region",
        what: { en: 'a condition, and the columns to show', fa: 'یک شرط، و ستون‌هایی که نشان داده شود' },
      },
      {
        command: 'kpi deals deals.csv --overdue --output overdue.csv',
        what: { en: 'all of them, for a spreadsheet', fa: 'همه‌ی آن‌ها، برای صفحه‌گسترده' },
      },
    ],
    load: () => import('./commands/deals.js'),
  },
  {
    name: 'customers',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'list the customers: what they bought, whether they still buy, what they are expected to bring',
      fa: 'مشتریان را فهرست کن: چه خریده‌اند، آیا هنوز خریدارند و چه ارزشی از آن‌ها انتظار می‌رود',
    },
    examples: [
      {
        command: 'kpi customers orders.csv',
        what: { en: 'the most valuable ones first', fa: 'باارزش‌ترین‌ها پیش‌تر' },
      },
      {
        command: 'kpi customers orders.csv --at-risk --output at-risk.csv',
        what: { en: 'who spent much and has likely left', fa: 'آنان که زیاد خریده‌اند و احتمالاً رفته‌اند' },
      },
      {
        command: 'kpi customers orders.csv --horizon 12 --sort last_purchase:asc',
        what: { en: 'a year ahead, the longest silent first', fa: 'یک سال آینده، قدیمی‌ترین خریدها پیش‌تر' },
      },
      {
        command: "kpi customers deals.csv --where 'region = EMEA' --period 2025 --limit 0",
        what: { en: 'of a part of the deals, as of the end of 2025', fa: 'از بخشی از معامله‌ها، در پایان 2025' },
      },
    ],
    load: () => import('./commands/customers.js'),
  },
  {
    name: 'compare',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'what changed between two exports or more: deals, the open pipeline step by step, and why',
      fa: 'میان دو خروجی یا بیشتر چه تغییر کرده: معامله‌ها، پایپ‌لاین باز گام به گام، و چرا',
    },
    examples: [
      {
        command: 'kpi compare deals-2025-01-31.csv deals-2025-02-28.csv',
        what: { en: 'what a month brought', fa: 'آنچه یک ماه آورد' },
      },
      {
        command: 'kpi compare old.csv new.csv --taken 2025-01-31,2025-02-28 --by owner',
        what: { en: 'days that no name tells, and by owner', fa: 'با روزهایی که نام فایل نمی‌گوید، به تفکیک مسئول' },
      },
      {
        command: 'kpi compare old.csv new.csv --period 2025-Q1',
        what: { en: 'the pipeline that closes in a quarter', fa: 'پایپ‌لاینی که در یک فصل بسته می‌شود' },
      },
      {
        command: 'kpi compare old.csv new.csv --list slipped,lost --output slipped.csv',
        what: { en: 'the deals themselves, before and after', fa: 'خود معامله‌ها، پیش و پس' },
      },
      {
        command: 'kpi compare old.csv new.csv accounts.csv --output changes.html',
        what: {
          en: 'a page to send; other files go with each',
          fa: 'صفحه‌ای برای فرستادن؛ فایل‌های دیگر با هر یک می‌آیند',
        },
      },
    ],
    load: () => import('./commands/compare.js'),
  },
  {
    name: 'forecast',
    operands: '<files...>',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'what the open deals and new business are expected to bring, month by month, and how such forecasts did before',
      fa: 'معامله‌های باز و کسب‌وکار تازه، ماه به ماه چه خواهند آورد، و چنین پیش‌بینی‌هایی پیش‌تر چه اندازه درست بوده‌اند',
    },
    examples: [
      {
        command: 'kpi forecast deals.csv',
        what: { en: 'the next six months', fa: 'شش ماه آینده' },
      },
      {
        command: 'kpi forecast deals.csv --horizon 12 --by owner',
        what: { en: 'a year ahead, by owner', fa: 'یک سال آینده، به تفکیک مسئول' },
      },
      {
        command: "kpi forecast deals.csv --period this-quarter --target 'revenue_won>=3.2M'",
        what: { en: 'whether the quarter reaches its target', fa: 'آیا این فصل به هدفش می‌رسد' },
      },
      {
        command: 'kpi forecast deals.csv --output forecast.html',
        what: { en: 'a page to send', fa: 'صفحه‌ای برای فرستادن' },
      },
    ],
    load: () => import('./commands/forecast.js'),
  },
  {
    name: 'mcp',
    operands: '--root <folder>',
    count: [0, 0],
    operandText: { en: 'nothing', fa: 'هیچ' },
    summary: {
      en: 'answer an assistant over the Model Context Protocol, from files below the folders named',
      fa: 'با Model Context Protocol به دستیار پاسخ بده، از فایل‌های پوشه‌هایی که نام می‌برید',
    },
    examples: [
      {
        command: 'kpi mcp --root exports',
        what: {
          en: 'for the configuration of an assistant (docs/assistants.md)',
          fa: 'برای تنظیمات دستیار (docs/assistants.md)',
        },
      },
      {
        command: 'kpi mcp --root exports --root archive --lang fa --timeout 60',
        what: { en: 'two folders, answers in Persian', fa: 'دو پوشه، پاسخ‌ها به فارسی' },
      },
    ],
    load: () => import('./commands/mcp.js'),
  },
  {
    name: 'init',
    operands: '[files...]',
    count: [0, ANY],
    operandText: A_FILE,
    summary: {
      en: 'write a commented kpi.config.yaml with what was understood of files',
      fa: 'آنچه از فایل‌ها فهمیده شد را در kpi.config.yaml با توضیح بنویس',
    },
    examples: [
      {
        command: 'kpi init deals.csv',
        what: { en: 'settle columns, stages and dates once', fa: 'ستون‌ها، مرحله‌ها و تاریخ‌ها را یک بار روشن کنید' },
      },
      {
        command: 'kpi init deals.csv --stage "Signed=won" --force',
        what: { en: 'answer what is open, and replace the file', fa: 'پاسخ پرسش‌های باز، و جایگزینی فایل' },
      },
      {
        command: 'kpi init deals.csv accounts.csv',
        what: { en: 'the same for files that are read together', fa: 'همان برای فایل‌هایی که با هم خوانده می‌شوند' },
      },
      { command: 'kpi init -o -', what: { en: 'every key, explained', fa: 'همه‌ی کلیدها با توضیح' } },
    ],
    load: () => import('./commands/init.js'),
  },
  {
    name: 'list',
    operands: '<kpis|rules|models|fields|presets>',
    count: [1, 1],
    operandText: {
      en: 'one of kpis, rules, models, fields, presets',
      fa: 'یکی از kpis، rules، models، fields، presets',
    },
    summary: { en: 'print the catalogue', fa: 'فهرست‌ها را چاپ کن' },
    examples: [
      { command: 'kpi list kpis', what: { en: 'every KPI with its id', fa: 'همه‌ی شاخص‌ها با شناسه' } },
      {
        command: 'kpi list rules --format json',
        what: { en: 'the rules, for a program', fa: 'قاعده‌ها، برای برنامه‌ها' },
      },
    ],
    load: () => import('./commands/list.js'),
  },
  {
    name: 'schema',
    operands: '<report|check|inspect|explain|deals|customers|comparison|raw|config>',
    count: [1, 1],
    operandText: {
      en: 'one of report, check, inspect, explain, deals, customers, comparison, raw, config',
      fa: 'یکی از report، check، inspect، explain، deals، customers، comparison، raw، config',
    },
    summary: {
      en: 'print the JSON Schema of an output or of the config file',
      fa: 'طرح JSON یک خروجی یا فایل تنظیمات را چاپ کن',
    },
    examples: [
      {
        command: 'kpi schema config --output kpi.schema.json',
        what: { en: 'completion in an editor', fa: 'برای تکمیل خودکار در ویرایشگر' },
      },
    ],
    load: () => import('./commands/schema.js'),
  },
  {
    name: 'completion',
    operands: '<bash|zsh|fish>',
    count: [1, 1],
    operandText: { en: 'one of bash, zsh, fish', fa: 'یکی از bash، zsh، fish' },
    summary: {
      en: 'print a script that lets a shell complete commands, options, KPIs and rules',
      fa: 'اسکریپت تکمیل فرمان‌ها، گزینه‌ها، شاخص‌ها و قاعده‌ها را برای پوسته چاپ کن',
    },
    examples: [
      { command: 'kpi completion bash >> ~/.bashrc', what: { en: 'in every bash', fa: 'در هر bash' } },
      { command: 'kpi completion zsh > ~/.zfunc/_kpi', what: { en: 'a folder of fpath', fa: 'پوشه‌ای از fpath' } },
      {
        command: 'kpi completion fish > ~/.config/fish/completions/kpi.fish',
        what: { en: 'in every fish', fa: 'در هر fish' },
      },
    ],
    load: () => import('./commands/completion.js'),
  },
  {
    name: 'help',
    operands: '[command|topic]',
    count: [0, 1],
    operandText: { en: 'a command or a topic', fa: 'یک فرمان یا موضوع' },
    summary: { en: 'print the help of a command or a topic', fa: 'راهنمای یک فرمان یا موضوع را چاپ کن' },
    examples: [
      { command: 'kpi help report', what: { en: 'the options of report', fa: 'گزینه‌های report' } },
      { command: 'kpi help expressions', what: { en: 'conditions of --where', fa: 'شرط‌های --where' } },
    ],
    load: () => import('./commands/help.js'),
  },
];
