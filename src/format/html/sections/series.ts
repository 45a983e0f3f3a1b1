/** Figures over time: sums and counts as columns, rates and means as lines, each against the compared period. */
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { type Sentence, say } from '../../page.js';
import { labelWords, pointWords, valueWords } from '../../pages/figures.js';
import { type SeriesLine, seriesLines } from '../../pages/series-lines.js';
import { trendBlocks } from '../../pages/trends.js';
import { blocks } from '../blocks.js';
import { columns } from '../charts/columns.js';
import { figure } from '../charts/figure.js';
import { line } from '../charts/line.js';
import { type Html, html, plainText } from '../markup.js';
import type { Page } from '../page.js';
import { type TableRow, table } from '../table.js';
import type { SectionHtml } from './definition.js';
import { drawnPoints } from './time-points.js';

const WORDS = {
  period: { en: 'Period', fa: 'دوره' },
  n: { en: 'n', fa: 'تعداد' },
  before: { en: 'Before', fa: 'دوره‌ی قبل' },
  cut: { en: 'not the whole of its period', fa: 'دوره‌ی ناکامل' },
  band: { en: 'band: 95 % interval', fa: 'نوار: بازه‌ی ۹۵٪' },
} as const satisfies Record<string, Text>;
const SAME: Sentence<readonly [string]> = {
  en: ([label]) => say`same place of ${label}`,
  fa: ([label]) => say`همین جایگاه در ${label}`,
};
const THIN: Sentence<readonly [string]> = {
  en: ([label]) => say`thin line: ${label}`,
  fa: ([label]) => say`خط نازک: ${label}`,
};
/** The sentence for whoever cannot see the drawing. */
const LABEL: Sentence<{ title: string; points: string; low: string; high: string; at: string; to: string }> = {
  en: ({ title, points, low, high, at, to }) =>
    say`${title}, ${points} points: lowest ${low} (${at}), highest ${high} (${to})`,
  fa: ({ title, points, low, high, at, to }) =>
    say`${title}، ${points} نقطه: کمترین ${low} (${at})، بیشترین ${high} (${to})`,
};

export const seriesHtml: SectionHtml = (report, page) => {
  const lines = seriesLines(report, page.lang);
  if (lines.length === 0) return null;
  const charts = lines.map((one) => chart(one, report, page));
  return html`<div class="grid">${charts}</div>${blocks(trendBlocks(lines, page.options), page)}`;
};

function chart(one: SeriesLine, report: Report, page: Page): Html {
  const { lang, options } = page;
  const { title, unit } = one;
  const points = drawnPoints(one.points, page);
  const isSum = unit !== 'ratio' && unit !== 'days';
  const { comparedTo, period } = report;
  const before = points.some(({ previous }) => previous !== null) ? (comparedTo?.label ?? null) : null;
  const name = (label: string): string => plainText([labelWords(label, options)]);
  const target = report.kpis.find(({ id }) => id === one.kpi)?.target ?? null;
  const draw = isSum
    ? columns(points, unit, page)
    : line(
        points,
        {
          unit,
          target: target?.asked.min ?? target?.asked.max ?? null,
          names: { now: period === null ? '' : name(period.label), before: before === null ? null : name(before) },
        },
        page,
      );
  const cut = points.some(({ partial }) => partial);
  const keys = isSum
    ? html`${cut ? html`<span class="key soft"></span>${WORDS.cut[lang]} ` : null}${
        before === null ? null : html`<span class="key tick"></span>${page.words(SAME[lang]([name(before)]))}`
      }`
    : lineKeys(
        points.some(({ low }) => (low ?? null) !== null),
        before === null ? null : name(before),
        page,
      );
  return figure(
    { title: html`<bdi>${title}</bdi>`, sub: keys, label: labelOf(one, page), draw, figures: figures(one, page) },
    page,
  );
}

/** What stands beside the line itself. */
function lineKeys(hasBand: boolean, before: string | null, page: Page): Html | null {
  const keys = [
    ...(hasBand ? [html`${WORDS.band[page.lang]}`] : []),
    ...(before === null ? [] : [page.words(THIN[page.lang]([before]))]),
  ];
  return keys.length === 0 ? null : html`${keys.map((key, index) => html`${index === 0 ? null : ' · '}${key}`)}`;
}

function labelOf({ title, unit, points }: SeriesLine, page: Page): string {
  const { lang, options } = page;
  const valued = points.flatMap((point) => (point.value === null ? [] : [{ point, value: point.value }]));
  const [first] = valued;
  if (first === undefined) return title;
  const least = valued.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = valued.reduce((a, b) => (b.value > a.value ? b : a), first);
  const value = (one: number): string => plainText(valueWords(one, { unit, currency: null }, options));
  return plainText(
    LABEL[lang]({
      title,
      points: countText(points.length, lang),
      low: value(least.value),
      high: value(most.value),
      at: plainText([pointWords(least.point, options)]),
      to: plainText([pointWords(most.point, options)]),
    }),
  );
}

function figures({ title, unit, points }: SeriesLine, page: Page): Html {
  const { lang, options } = page;
  const compared = points.some(({ previous }) => (previous ?? null) !== null);
  const value = (one: number | null): Html => page.words(valueWords(one, { unit, currency: null }, options));
  const rows = points.map(
    (point): TableRow => [
      { html: page.words([pointWords(point, options)]) },
      { html: value(point.value) },
      ...(compared ? [{ html: point.previous === null ? html`` : value(point.previous.value) }] : []),
      { html: html`${countText(point.n, lang)}` },
      { html: html`${point.partial ? WORDS.cut[lang] : ''}` },
    ],
  );
  const heads = [
    { title: html`${WORDS.period[lang]}`, kind: 'text' as const },
    { title: html`<bdi>${title}</bdi>`, kind: 'number' as const },
    ...(compared ? [{ title: html`${WORDS.before[lang]}`, kind: 'number' as const }] : []),
    { title: html`${WORDS.n[lang]}`, kind: 'number' as const },
    { title: html`<span class="vh">${WORDS.cut[lang]}</span>`, kind: 'text' as const },
  ];
  return table({ caption: title, columns: heads, rows }, page);
}
