/** How long deals took: their spread with mean and median among it, or a line per deal where there are few. */

import { daySpanText } from '../../../locale/day-span.js';
import { countText, daysText, roundedText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { join, type Sentence, type Words } from '../../page.js';
import type { Cut } from '../../pages/cut.js';
import { dealNameWords } from '../../pages/deal-name.js';
import { comma, dayWords } from '../../pages/figures.js';
import { leftOutWords } from '../../pages/left-out.js';
import { markBlocks } from '../../pages/sections/cycle.js';
import { dayNumber } from '../charts/calendar-axis.js';
import { figure } from '../charts/figure.js';
import { histogram } from '../charts/histogram.js';
import { type Span, spans } from '../charts/spans.js';
import { drawnName, drawnText } from '../drawn-text.js';
import { type Html, html, plainText, shortWords } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, table } from '../table.js';
import type { SectionHtml } from './definition.js';

type Cycle = NonNullable<Report['cycle']>;
type Deal = NonNullable<Cycle['deals']>[number];

/** Lines drawn of single deals; all of them stand in the table. */
const MOST_LINES = 30;

const WORDS = {
  title: { en: 'Time to close', fa: 'زمان تا بسته شدن' },
  each: { en: 'Each deal, from creation to end', fa: 'هر معامله، از ایجاد تا پایان' },
  days: { en: 'Days', fa: 'روز' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  wonKey: { en: 'won', fa: 'برنده' },
  lostKey: { en: 'lost', fa: 'ازدست‌رفته' },
  axis: { en: 'days from creation to end', fa: 'روز از ایجاد تا پایان' },
  deal: { en: 'Deal', fa: 'معامله' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
  created: { en: 'Created', fa: 'ایجاد' },
  closed: { en: 'Closed', fa: 'بسته شدن' },
  none: { en: 'No deal of the period was closed.', fa: 'در این دوره هیچ معامله‌ای بسته نشد.' },
} as const satisfies Record<string, Text>;

const SPREAD: Sentence<string> = {
  en: (n) => [`Time to close, ${n} won deals`],
  fa: (n) => [`زمان تا بسته شدن، ${n} معامله‌ی برنده`],
};
const PER: Sentence<{ days: string; one: boolean }> = {
  en: ({ days, one }) => [one ? 'per day' : `per ${days} days`],
  fa: ({ days }) => [`در هر ${days} روز`],
};
const OPEN_BIN: Sentence<string> = {
  en: (from) => [`last: ${from} days and more`],
  fa: (from) => [`آخری: ${from} روز و بیشتر`],
};
const MEAN: Sentence<{ days: string; describes: boolean }> = {
  en: ({ days, describes }) => [describes ? `mean ${days}` : `mean ${days}: almost no deal`],
  fa: ({ days, describes }) => [describes ? `میانگین ${days}` : `میانگین ${days}: تقریباً هیچ معامله`],
};
const MEDIAN: Sentence<string> = {
  en: (days) => [`median ${days}`],
  fa: (days) => [`میانه ${days}`],
};
const MEAN_LABEL: Sentence<{ n: string; mean: string; median: string }> = {
  en: ({ n, mean, median }) => [`Histogram of ${n} won deals by the days they took: mean ${mean}, median ${median}`],
  fa: ({ n, mean, median }) => [`بافت‌نگار ${n} معامله‌ی برنده بر پایه‌ی روز: میانگین ${mean}، میانه ${median}`],
};
const EACH_LABEL: Sentence<{ won: string; lost: string }> = {
  en: ({ won, lost }) => [`A line per deal over the calendar: ${won} won, ${lost} lost`],
  fa: ({ won, lost }) => [`برای هر معامله خطی روی تقویم: ${won} برنده، ${lost} ازدست‌رفته`],
};
const COUNTS: Sentence<{ won: string; lost: string }> = {
  en: ({ won, lost }) => [`${won} won, ${lost} lost`],
  fa: ({ won, lost }) => [`${won} برنده، ${lost} ازدست‌رفته`],
};
const LONGEST: Sentence<Cut> = {
  en: ({ shown, all }) => [`The ${shown} longest of ${all} are drawn; all are in the table.`],
  fa: ({ shown, all }) => [`${shown} معامله‌ی طولانی‌تر از ${all} رسم شده؛ همه در جدول‌اند.`],
};

export const cycleHtml: SectionHtml = ({ cycle }, page) => {
  if (cycle === null) return null;
  if (cycle.bins.length > 0) return spread(cycle, page);
  if (cycle.deals !== null && cycle.deals.length > 0) return each(cycle, cycle.deals, page);
  const { lang } = page;
  const said = notes(cycle, page);
  return html`<div id="${page.id('cycle')}"><h3>${WORDS.title[lang]}</h3><p class="sub">${
    said.length === 0 ? WORDS.none[lang] : page.sentences(said)
  }</p></div>`;
};

function spread(cycle: Cycle, page: Page): Html {
  const { lang } = page;
  const { n, lost, bins, mean, median, meanDescribes } = cycle;
  const days = (value: number): string => roundedText(value, value < 10 ? 1 : 0, lang);
  const marks = [
    ...(mean === null
      ? []
      : [{ value: mean, said: MEAN[lang]({ days: days(mean), describes: meanDescribes !== false }) }]),
    ...(median === null ? [] : [{ value: median, said: MEDIAN[lang](days(median)) }]),
  ].map(({ value, said }) => ({ value, text: drawnText(said, page) }));
  const count = countText(n, lang);
  const shown = bins.map((bin) => ({ ...bin, value: bin.won, beside: bin.lost }));
  const last = bins.at(-1);
  const [second = bins[0]] = bins.slice(1);
  const width = second === undefined || second.to === null ? null : second.to - second.from;
  const facts = [
    [WORDS.axis[lang]],
    ...(width === null ? [] : [PER[lang]({ days: countText(width, lang), one: width === 1 })]),
    ...(last?.to === null ? [OPEN_BIN[lang](countText(last.from, lang))] : []),
  ];
  return figure(
    {
      id: page.id('cycle'),
      title: page.words(SPREAD[lang](count)),
      sub: html`<span class="key"></span>${WORDS.wonKey[lang]} ${
        lost.n === 0 ? null : html`<span class="key line-bad"></span>${WORDS.lostKey[lang]} `
      }· ${page.words(join(facts, comma(lang)))}`,
      label: plainText(
        mean === null || median === null
          ? SPREAD[lang](count)
          : MEAN_LABEL[lang]({ n: count, mean: daysText(mean, lang), median: daysText(median, lang) }),
      ),
      draw: histogram(shown, { marks, textOf: (edge) => countText(edge, lang) }, page),
      figures: binTable(cycle, page),
      note: page.sentences(notes(cycle, page)),
    },
    page,
  );
}

function each(cycle: Cycle, deals: readonly Deal[], page: Page): Html {
  const { lang } = page;
  const lasting = deals.flatMap((deal): Span[] => {
    const [from, to] = [dayNumber(deal.createdAt ?? ''), dayNumber(deal.closedAt ?? '')];
    // Of a deal that is withheld nothing but its place is known.
    if (from === null || to === null || deal.days === null) return [];
    const text = drawnText([daysText(deal.days, lang)], page);
    return [{ name: drawnName(dealNameWords(deal)), from, to, won: deal.outcome === 'won', text }];
  });
  const drawn = lasting.slice(0, MOST_LINES).sort((a, b) => a.from - b.from || a.to - b.to);
  const counts = { won: countText(cycle.n, lang), lost: countText(cycle.lost.n, lang) };
  const cut = { shown: countText(drawn.length, lang), all: countText(deals.length, lang) };
  const marks = notes(cycle, page);
  if (drawn.length === 0) {
    // Whoever asked for no names is not told one by one, either.
    return html`<div id="${page.id('cycle')}"><h3>${WORDS.title[lang]}</h3><p class="sub">${page.words(
      COUNTS[lang](counts),
    )}</p><p>${page.sentences(marks)}</p></div>`;
  }
  const said = [...(drawn.length < deals.length ? [LONGEST[lang](cut)] : []), ...marks];
  return figure(
    {
      id: page.id('cycle'),
      title: html`${WORDS.each[lang]}`,
      sub: html`<span class="key dot"></span>${WORDS.wonKey[lang]}${
        deals.some(({ outcome }) => outcome === 'lost')
          ? html` <span class="bad">✕</span> ${WORDS.lostKey[lang]}`
          : null
      }`,
      label: plainText(EACH_LABEL[lang](counts)),
      draw: spans(drawn, page),
      figures: dealTable(deals, page),
      note: page.sentences(said),
    },
    page,
  );
}

/** What the marks say in words, whether they describe any deal, and what is left out. */
function notes(cycle: Cycle, { lang, options }: Page): Words[] {
  const said = [...markBlocks(cycle, options)].map(({ words }) => words);
  const left = leftOutWords(cycle.excluded, lang);
  return left === null ? said : [...said, left];
}

function binTable({ bins, lost }: Cycle, page: Page): Html {
  const { lang } = page;
  const withLost = lost.n > 0;
  const columns = [
    { title: html`${WORDS.days[lang]}`, kind: 'text' as const },
    { title: html`${WORDS.won[lang]}`, kind: 'number' as const },
    ...(withLost ? [{ title: html`${WORDS.lost[lang]}`, kind: 'number' as const }] : []),
  ];
  const rows = bins.map((bin): TableCell[] => [
    { html: page.words([daySpanText(bin, lang)]) },
    { html: html`${countText(bin.won, lang)}` },
    ...(withLost ? [{ html: html`${countText(bin.lost, lang)}` }] : []),
  ]);
  return table({ caption: WORDS.title[lang], columns, rows }, page);
}

function dealTable(deals: readonly Deal[], page: Page): Html {
  const { lang, options } = page;
  const day = (iso: string | null): TableCell => ({
    html: iso === null ? html`–` : page.words([dayWords(iso, options)]),
    sort: iso,
  });
  const text = (title: Text) => ({ title: html`${title[lang]}`, kind: 'text' as const });
  const rows = deals.map((deal): TableCell[] => [
    { html: page.words(shortWords(dealNameWords(deal))) },
    { html: html`${deal.outcome === null ? '–' : WORDS[deal.outcome][lang]}` },
    { html: html`${deal.days === null ? '–' : countText(deal.days, lang)}`, sort: deal.days },
    day(deal.createdAt),
    day(deal.closedAt),
  ]);
  const columns = [
    text(WORDS.deal),
    text(WORDS.outcome),
    { title: html`${WORDS.days[lang]}`, kind: 'number' as const },
    text(WORDS.created),
    text(WORDS.closed),
  ];
  return table({ caption: WORDS.each[lang], columns, rows, sortable: true }, page);
}
