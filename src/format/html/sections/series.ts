/** Figures over time: the most important drawn on one axis of time, all of them in one table, and what trends they have. */
import { countText } from '../../../locale/numbers.js';
import type { Report } from '../../../report/schema.js';
import { type Block, data, join, type Sentence, say, type Words } from '../../page.js';
import { doubtBlocks } from '../../pages/doubts.js';
import { comma, pointWords } from '../../pages/figures.js';
import { proseTitle } from '../../pages/prose-title.js';
import { type SeriesLine, seriesLines } from '../../pages/series-lines.js';
import { trendBlocks } from '../../pages/trends.js';
import { blocks } from '../blocks.js';
import { all, type Html, html, isEmpty } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';
import { seriesFigure } from './time/chart.js';
import { drawnOf, hasValues, inOrder } from './time/order.js';
import { partsTable } from './time/parts.js';
import { placesOf, withGaps } from './time/places.js';
import { seriesTable } from './time/table.js';

/** More points than this are drawn no better; the newest are what is asked about. */
const MOST_POINTS = 366;

const IN_TABLE: Sentence<{ readonly drawn: string; readonly total: string; readonly others: Words }> = {
  en: ({ drawn, total, others }) => say`${drawn} of ${total} are drawn; in the table also ${others}.`,
  fa: ({ drawn, total, others }) => say`${drawn} مورد از ${total} رسم شده است؛ در جدول همچنین: ${others}.`,
};
const NEWEST: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`The newest ${shown} of ${total} points are drawn.`,
  fa: ({ shown, total }) => say`${shown} نقطه‌ی آخر از ${total} رسم شده است.`,
};
const EMPTY: Sentence<Words> = {
  en: (titles) => say`Without a value at any point: ${titles}.`,
  fa: (titles) => say`بدون مقدار در همه‌ی نقطه‌ها: ${titles}.`,
};
const APART: Sentence<null> = {
  en: () => say`… stands for days far from all others, between which nothing happened.`,
  fa: () => say`… جای روزهایی است که در آن‌ها چیزی رخ نداده و میان رکوردهای دورافتاده‌اند.`,
};

export const seriesHtml: SectionHtml = (report, page) => {
  const lines = inOrder(seriesLines(report, page.lang));
  const grains = [...new Set(lines.map(({ series }) => series.grain))];
  const parts = partsTable(report, page);
  const said = all([
    ...grains.map((grain) =>
      grainHtml(
        grain,
        lines.filter(({ series }) => series.grain === grain),
        report,
        page,
      ),
    ),
    parts,
  ]);
  return isEmpty(said) ? null : said;
};

function grainHtml(grain: string, lines: readonly SeriesLine[], report: Report, page: Page): Html {
  const { lang, options } = page;
  const drawn = drawnOf(lines);
  const valued = lines.filter(hasValues);
  const everything = placesOf(valued);
  const shown = everything.slice(-MOST_POINTS);
  const places = withGaps(shown);
  const names = (some: readonly SeriesLine[]): Words =>
    join(
      some.map(({ title }) => [data(proseTitle(title, lang))]),
      comma(lang),
    );
  const others = valued.filter((line) => !drawn.includes(line));
  const empty = lines.filter((line) => !hasValues(line));
  const aside = (words: Words): Block => ({ kind: 'aside', words });
  const count = (of: readonly unknown[]): string => countText(of.length, lang);
  const notes: Block[] = [
    ...(shown.length < everything.length
      ? [aside(NEWEST[lang]({ shown: count(shown), total: count(everything) }))]
      : []),
    ...(places.includes(null) ? [aside(APART[lang](null))] : []),
    ...(others.length > 0
      ? [aside(IN_TABLE[lang]({ drawn: count(drawn), total: count(valued), others: names(others) }))]
      : []),
    ...(empty.length > 0 ? [aside(EMPTY[lang](names(empty)))] : []),
    ...drawn.flatMap(({ title, unit, points }) => {
      const doubts = points.map((point) => ({ name: pointWords(point, options), bounds: point.bounds }));
      return [...doubtBlocks(title, { unit, currency: null }, doubts, options)];
    }),
    ...trendBlocks(lines, options),
  ];
  const table =
    valued.length === 0 ? null : seriesTable(valued, { places: everything, drawn: drawn.length, grain }, report, page);
  return html`<div class="by"><div class="pair">${drawn.map((line) => seriesFigure(line, places, report, page))}</div>${table}${blocks(notes, page)}</div>`;
}
