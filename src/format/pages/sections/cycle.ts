/** How long deals took from creation to closing: the marks, then how they are spread, or each deal where there are few. */
import { daySpanText } from '../../../locale/day-span.js';
import { countText, daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { type Block, cell, DROP, join, type PageOptions, type Sentence, say, type Words } from '../../page.js';
import { dealNameWords } from '../deal-name.js';
import { comma, dayWords, reasonWords } from '../figures.js';
import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

type Cycle = NonNullable<Report['cycle']>;

const WORDS = {
  days: { en: 'Days', fa: 'روز' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  deal: { en: 'Deal', fa: 'معامله' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
  created: { en: 'Created', fa: 'ایجاد' },
  closed: { en: 'Closed', fa: 'بسته شدن' },
} as const satisfies Record<string, Text>;

const COUNTS: Sentence<{ readonly won: string; readonly lost: string }> = {
  en: ({ won, lost }) => [`${won} won, ${lost} lost`],
  fa: ({ won, lost }) => [`${won} برنده، ${lost} ازدست‌رفته`],
};
const MARKS: Sentence<{ readonly mean: string; readonly median: string; readonly p75: string; readonly p90: string }> =
  {
    en: ({ mean, median, p75, p90 }) => [
      `Won: mean ${mean}, median ${median}; three of four within ${p75}, nine of ten within ${p90}.`,
    ],
    fa: ({ mean, median, p75, p90 }) => [
      `برنده: میانگین ${mean}، میانه ${median}؛ سه‌چهارم تا ${p75} و نه‌دهم تا ${p90}.`,
    ],
  };
const LOST_MARKS: Sentence<{ readonly mean: string; readonly median: string }> = {
  en: ({ mean, median }) => [`Lost: mean ${mean}, median ${median}.`],
  fa: ({ mean, median }) => [`ازدست‌رفته: میانگین ${mean}، میانه ${median}.`],
};
const DESCRIBES_NONE: Sentence<{ readonly lower: string; readonly upper: string }> = {
  en: ({ lower, upper }) => [
    `The mean describes hardly any deal: they lie in two heaps, mostly at ${lower} and at ${upper}.`,
  ],
  fa: ({ lower, upper }) => [
    `میانگین کمتر معامله‌ای را توصیف می‌کند: معامله‌ها در دو توده‌اند، بیشتر در ${lower} و در ${upper}.`,
  ],
};
const LEFT_OUT: Sentence<Words> = {
  en: (excluded) => say`Left out: ${excluded}`,
  fa: (excluded) => say`کنار گذاشته: ${excluded}`,
};

export const cycleView: SectionView = function* ({ cycle }, options, title) {
  if (cycle === null || options.detail !== 'full' || cycle.n + cycle.lost.n === 0) return;
  const { lang } = options;
  const { n, lost, bins, deals, excluded } = cycle;
  const counts = COUNTS[lang]({ won: countText(n, lang), lost: countText(lost.n, lang) });
  yield { kind: 'heading', words: title, right: counts, id: 'cycle' };
  yield* markBlocks(cycle, options);
  if (bins.length > 0) yield binTable(cycle, options);
  if (deals !== null && deals.length > 0) yield dealTable(deals, options);
  if (excluded.length === 0) return;
  const left = excluded.map((one) => say`${countText(one.n, lang)} ${reasonWords(one.reason, lang)}`);
  yield { kind: 'aside', words: LEFT_OUT[lang](join(left, comma(lang))) };
};

/** Mean, median and quantiles of the won deals, whether they describe any, and those of the lost ones. */
export function* markBlocks(
  cycle: Cycle,
  { lang }: PageOptions,
): Generator<Extract<Block, { kind: 'paragraph' }>, void, undefined> {
  const { mean, median, p75, p90, reason, heaps, lost } = cycle;
  if (mean !== null && median !== null && p75 !== null && p90 !== null) {
    const days = { mean, median, p75, p90 };
    const told = Object.fromEntries(Object.entries(days).map(([mark, value]) => [mark, daysText(value, lang)]));
    yield { kind: 'paragraph', words: MARKS[lang](told as Record<keyof typeof days, string>) };
  } else if (reason !== null) yield { kind: 'paragraph', words: notComputed(reason, { lang }) };
  if (heaps !== null) {
    const span = ({ from, to }: { from: number; to: number }): string =>
      from === to ? daysText(from, lang) : `${countText(from, lang)}–${daysText(to, lang)}`;
    const words = DESCRIBES_NONE[lang]({ lower: span(heaps.lower), upper: span(heaps.upper) });
    yield { kind: 'paragraph', words, tone: 'warn' };
  }
  if (lost.mean === null || lost.median === null) return;
  const ofLost = { mean: daysText(lost.mean, lang), median: daysText(lost.median, lang) };
  yield { kind: 'paragraph', words: LOST_MARKS[lang](ofLost) };
}

function binTable({ bins, lost }: Cycle, { lang }: PageOptions): Block {
  const most = Math.max(...bins.map(({ won }) => won));
  const withLost = lost.n > 0;
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.days[lang]], align: 'right', drop: DROP.never },
      { title: [WORDS.won[lang]], align: 'right', drop: DROP.never },
      { title: [], align: 'left', drop: DROP.bar },
      ...(withLost ? [{ title: [WORDS.lost[lang]], align: 'right', drop: DROP.never } as const] : []),
    ],
    rows: bins.map((bin) => ({
      kind: 'cells',
      cells: [
        cell(daySpanText(bin, lang)),
        cell(countText(bin.won, lang)),
        { ...cell(''), bar: most === 0 ? 0 : bin.won / most },
        ...(withLost ? [cell(countText(bin.lost, lang))] : []),
      ],
    })),
  };
}

function dealTable(deals: NonNullable<Cycle['deals']>, options: PageOptions): Block {
  const { lang } = options;
  const day = (one: string | null): Words => (one === null ? [] : [dayWords(one, options)]);
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.deal[lang]], align: 'left', drop: DROP.never, min: 10 },
      { title: [WORDS.outcome[lang]], align: 'left', drop: DROP.never },
      { title: [WORDS.days[lang]], align: 'right', drop: DROP.never },
      { title: [WORDS.created[lang]], align: 'left', drop: DROP.date },
      { title: [WORDS.closed[lang]], align: 'left', drop: DROP.date },
    ],
    rows: deals.map((deal) => ({
      kind: 'cells',
      cells: [
        cell(dealNameWords(deal)),
        cell(deal.outcome === null ? '' : WORDS[deal.outcome][lang]),
        cell(deal.days === null ? '' : countText(deal.days, lang)),
        cell(day(deal.createdAt)),
        cell(day(deal.closedAt)),
      ],
    })),
  };
}
