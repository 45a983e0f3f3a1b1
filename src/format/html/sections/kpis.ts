/** The figures: six cards with their shape, all of them in a table, and why the others have no value. */
import { compactFigure } from '../../../locale/compact.js';
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../page.js';
import { absentWords } from '../../pages/absent-kpis.js';
import {
  changeTone,
  comma,
  currencyWords,
  labelWords,
  levelText,
  type Measure,
  movedText,
  rangeWords,
  valueWords,
  verdictText,
} from '../../pages/figures.js';
import { kpiColumns } from '../../pages/kpi-columns.js';
import { byGroup } from '../../pages/kpi-groups.js';
import { type Line, linesOf, titleText } from '../../pages/kpi-lines.js';
import { shownEntries } from '../../pages/sections/kpis.js';
import { targetCell } from '../../pages/targets.js';
import { spark } from '../charts/spark.js';
import { type Html, html, NOTHING } from '../markup.js';
import type { Page } from '../page.js';
import { type TableRow, table } from '../table.js';
import { type Definition, term } from '../term.js';
import type { SectionHtml } from './definition.js';
import { timePoints } from './time-points.js';

const CARDS = 6;

const FROM: Sentence<Words> = { en: (before) => say`from ${before}`, fa: (before) => say`از ${before}` };
const INTERVAL: Sentence<{ level: string; range: Words }> = {
  en: ({ level, range }) => say`${level} interval ${range}`,
  fa: ({ level, range }) => say`بازه‌ی ${level}: ${range}`,
};
const TARGET: Text = { en: 'Target', fa: 'هدف' };
const ALL: { readonly [L in Lang]: (n: string) => string } = {
  en: (n) => `All ${n} figures`,
  fa: (n) => `همه‌ی ${n} شاخص`,
};
const FIGURE: Text = { en: 'Figure', fa: 'شاخص' };
const SHAPES: Sentence<{ before: Words; now: Words }> = {
  en: ({ before, now }) => say`Lines: ${before} grey, ${now} blue.`,
  fa: ({ before, now }) => say`خط‌ها: ${before} خاکستری، ${now} آبی.`,
};

export const kpisHtml: SectionHtml = (report, page) => {
  if (report.kpis.length === 0) return null;
  const { lang, options } = page;
  const valued = ({ value }: Line): boolean => value !== null;
  const cards = shownEntries(report, { ...options, detail: 'brief' })
    .flatMap(linesOf)
    .filter(valued)
    .slice(0, CARDS);
  const lines = report.kpis.flatMap(linesOf).filter(valued);
  const absent = absentWords(report.kpis, options);
  const { comparedTo, period } = report;
  const legend =
    comparedTo === null || period === null
      ? null
      : html`<p class="note">${page.words(
          SHAPES[lang]({ before: [labelWords(comparedTo.label, options)], now: [labelWords(period.label, options)] }),
        )}</p>`;
  const all =
    lines.length > cards.length
      ? html`<details class="print"><summary>${ALL[lang](countText(lines.length, lang))}</summary>${allFigures(report, page)}</details>`
      : null;
  return html`${cards.length === 0 ? null : html`<div class="cards">${cards.map((line) => card(line, report, page))}</div>`}${
    cards.length === 0 ? null : legend
  }${all}${absent === null ? null : html`<p class="note">${page.words(absent)}</p>`}`;
};

function card(line: Line, report: Report, page: Page): Html {
  const { options, lang, rtl } = page;
  const { value, previous, change, interval, better, unit } = line;
  const measure: Measure = { unit, currency: line.currency ?? report.currency };
  const bare: Measure = { unit, currency: null };
  const title = term(defined(line, lang), page);
  const points = timePoints(report, line.id, line.currency, page);
  // The shape of a total that the file's currencies do not share would be that of one of them.
  const drawn = points === null ? null : spark(points, { fromZero: unit !== 'ratio' && unit !== 'days', rtl });
  const verdict = change === null ? null : verdictText(change, better, lang);
  const tone = change === null ? undefined : changeTone(change, better);
  const target = targetCell(line, bare, options);
  const lines: readonly (Html | null)[] = [
    change === null || change.reason === 'cumulative'
      ? null
      : html`<b${tone === 'good' || tone === 'bad' ? html` class="${tone}"` : null}>${page.words([movedText(change, unit, lang)])}</b> ${page.words(
          join(
            [
              ...(previous?.value === null || previous === null
                ? []
                : [FROM[lang](valueWords(previous.value, bare, options))]),
              ...(verdict === null ? [] : [[verdict]]),
            ],
            comma(lang),
          ),
        )}`,
    interval === null
      ? null
      : html`<span class="dim">${page.words(
          INTERVAL[lang]({
            level: levelText(interval.level, lang),
            range: rangeWords(interval.low, interval.high, bare, options),
          }),
        )}</span>`,
    target === null
      ? null
      : html`<span class="${target.tone ?? ''}">${TARGET[lang]} ${page.words(target.words)}</span>`,
  ];
  const said = lines.filter((one) => one !== null);
  return html`<div class="card"><h3>${title}</h3>${value === null ? null : number(value, measure, page)}<div>${drawn ?? NOTHING}</div>${
    said.length === 0
      ? null
      : html`<p class="ch">${said.map((one, index) => (index === 0 ? one : html`<br>${one}`))}</p>`
  }</div>`;
}

/** The digits large, what they are counted in small. */
function number(value: number, { unit, currency }: Measure, page: Page): Html {
  const { lang } = page;
  const shown = compactFigure(value, unit, lang);
  const [, digits = shown.number, scale = ''] = /^(\S+)(.*)$/s.exec(shown.number) ?? [];
  const isMoney = unit === 'money' || unit === 'money_per_day';
  const name = isMoney && currency !== null && currency !== '' ? [' ', currencyWords(currency, lang)] : [];
  return html`<div class="num">${digits}<small>${page.words([scale, ...name, shown.unit])}</small></div>`;
}

/** Every figure with what stands beside it, in groups, each with its definition. */
function allFigures(report: Report, page: Page): Html {
  const { options, lang } = page;
  const entries = shownEntries(report, options);
  const lines = entries.flatMap(linesOf).filter(({ value }) => value !== null);
  const [, ...columns] = kpiColumns(report, options).filter(
    ({ always, cellOf }) => always === true || lines.some((line) => (cellOf(line)?.words.length ?? 0) > 0),
  );
  const rows = byGroup(entries, lang).flatMap(({ title, entries: own }): TableRow[] => [
    { group: html`${title}` },
    ...own
      .flatMap(linesOf)
      .filter(({ value }) => value !== null)
      .map((line): TableRow => {
        return [
          { html: term(defined(line, lang), page) },
          ...columns.map(({ cellOf }) => {
            const shown = cellOf(line);
            return { html: page.words(shown?.words ?? []), tone: shown?.tone };
          }),
        ];
      }),
  ]);
  const heads = [
    { title: html`<span class="vh">${FIGURE[lang]}</span>`, kind: 'text' as const },
    ...columns.map(({ title, align }) => ({
      title: page.words(title),
      kind: align === 'right' ? ('number' as const) : ('text' as const),
    })),
  ];
  return table({ caption: ALL[lang](countText(lines.length, lang)), columns: heads, rows }, page);
}

function defined({ definition, formula, ...line }: Line, lang: Lang): Definition {
  return { title: titleText(line, lang), definition, formula };
}
