/** A report as a page: the sections in the order in which they are read, then what they rest on. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import {
  type Block,
  cell,
  code,
  data,
  join,
  type PageOptions,
  type Sentence,
  say,
  type View,
  type Words,
} from '../page.js';
import { absentCount } from './absent-kpis.js';
import { ALONE_TITLES, type Alone, aloneOf, daysOfAlone } from './alone.js';
import { closingBlocks } from './closing.js';
import { moreWords } from './cut.js';
import { comma, currencyWords, labelWords, proseDayWords, rangeOfDaysWords } from './figures.js';
import { footerBlock } from './made-from.js';
import { kpiRemarks } from './remarks.js';
import { sectionBlocks } from './sections/index.js';
import { shownEntries } from './sections/kpis.js';
import { filterWords } from './sources.js';
import { AGAINST, ALL_DATA, SALES } from './title-words.js';

/** Warnings and notes that are read; the full detail has all. */
const MOST_WARNINGS = 8;
const MOST_NOTES = 8;

const WORDS = {
  several: { en: 'several currencies, not added up', fa: 'چند ارز، بدون جمع' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  notes: { en: 'Notes', fa: 'یادداشت‌ها' },
} as const satisfies Record<string, Text>;

const DATA_TO: Sentence<Words> = {
  en: (day) => say`data to ${day}`,
  fa: (day) => say`داده‌ها تا ${day}`,
};
const REST_OF_BRIEF: Sentence<{ figures: string | null; deals: string | null; absent: string | null }> = {
  en: ({ figures, deals, absent }) =>
    say`${figures === null ? '' : `${figures} more figures, `}everything over time, breakdowns${deals === null ? '' : ` and ${deals} deals to act on`}: ${code('--detail standard')}.${absent === null ? '' : ` Not computed: ${absent}.`}`,
  fa: ({ figures, deals, absent }) =>
    say`${figures === null ? '' : `${figures} شاخص دیگر، `}روندها، تفکیک‌ها${deals === null ? '' : ` و ${deals} معامله‌ی نیازمند اقدام`}: ${code('--detail standard')}.${absent === null ? '' : ` محاسبه نشد: ${absent}.`}`,
};

export const reportView: View<Report> = function* (report, options) {
  yield titleBlock(report, options);
  const only = filterWords(report.filter, options.lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  yield* sectionBlocks(report, options);
  if (options.detail === 'brief' && aloneOf(report) === null) {
    yield briefEnd(report, options);
    yield* footerBlock(report, options);
    return;
  }
  yield* warningBlocks(report, options);
  yield* noteBlocks(report, options);
  yield* closingBlocks(report, options);
};

/** `Sales 2017-Q3 · 1 Jul – 30 Sep 2017`, and at the other end what it is compared with and how far the data goes. */
function titleBlock(report: Report, options: PageOptions): Block {
  const { period, comparedTo, asOf, currency, currencies } = report;
  const { lang } = options;
  const days = period === null ? null : rangeOfDaysWords(period, options);
  const label = period === null ? ALL_DATA[lang] : labelWords(period.label, options);
  const own = period === null || period.label.includes('..') || label === days;
  const alone = aloneOf(report);
  const words =
    alone !== null
      ? aloneTitle(alone, report, options)
      : own
        ? say`${SALES[lang]} · ${days ?? label}`
        : say`${SALES[lang]} ${label} · ${days ?? ''}`;
  const money =
    currency === null && currencies.length > 1
      ? [
          say`${join(
            currencies.map((one) => [currencyWords(one, lang)]),
            comma(lang),
          )} (${WORDS.several[lang]})`,
        ]
      : [];
  const right = [
    ...(comparedTo === null ? [] : [AGAINST[lang]([labelWords(comparedTo.label, options)])]),
    ...(asOf === null ? [] : [DATA_TO[lang]([proseDayWords(asOf, options)])]),
    ...money,
  ];
  return { kind: 'title', words, right: join(right, ' · ') };
}

/** `Forecast · 27 Jun – 31 Dec 2025` */
function aloneTitle(alone: NonNullable<Alone>, report: Report, options: PageOptions): Words {
  const title = ALONE_TITLES[alone][options.lang];
  const days = daysOfAlone(report, options);
  return days === null ? [title] : say`${title} · ${days}`;
}

function briefEnd(report: Report, options: PageOptions): Block {
  const { lang } = options;
  const absent = absentCount(report.kpis);
  const rest = report.kpis.length - absent - shownEntries(report, options).length;
  const waiting = (report.actions?.kinds ?? []).reduce((most, { total }) => Math.max(most, total ?? 0), 0);
  const text = (n: number): string | null => (n > 0 ? countText(n, lang) : null);
  return {
    kind: 'paragraph',
    words: REST_OF_BRIEF[lang]({ figures: text(rest), deals: text(waiting), absent: text(absent) }),
    tone: 'dim',
  };
}

function* warningBlocks({ warnings }: Report, { lang, detail }: PageOptions): Generator<Block, void, undefined> {
  if (warnings.length === 0) return;
  const shown = detail === 'full' ? warnings : warnings.slice(0, MOST_WARNINGS);
  yield { kind: 'heading', words: [WORDS.warnings[lang]], id: 'warnings' };
  yield { kind: 'list', items: shown.map(({ message }) => cell([data(message)], 'warn')) };
  const more = moreWords(shown.length, warnings.length, '--detail full', lang);
  if (more !== null) yield { kind: 'aside', words: more };
}

/** What changes how a figure is read; in full also what was left out and how figures came about. */
function* noteBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const { reading, method } = kpiRemarks(report.kpis, report.currency, options);
  const all = detail === 'full' ? [...reading, ...method] : reading;
  const shown = detail === 'full' ? all : all.slice(0, MOST_NOTES);
  if (shown.length === 0) return;
  yield { kind: 'heading', words: [WORDS.notes[lang]], id: 'notes' };
  yield { kind: 'list', items: shown.map((words) => cell(words)) };
  const more = moreWords(shown.length, all.length, '--detail full', lang);
  if (more !== null) yield { kind: 'aside', words: more };
}
