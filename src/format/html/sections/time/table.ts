/** The figures of all series of one grain in one table: a row per place in time. */
import { countText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { type Sentence, say } from '../../../page.js';
import { pointWords, rangeWords, valueWords } from '../../../pages/figures.js';
import type { SeriesLine } from '../../../pages/series-lines.js';
import { type Html, html, NOTHING } from '../../markup.js';
import type { Page } from '../../page.js';
import { periodNames } from '../../period-names.js';
import { type TableCell, type TableColumn, table } from '../../table.js';
import { type Place, pointsAt } from './places.js';

/** More rows are no table that is read. */
const MOST_ROWS = 200;

const WORDS = {
  period: { en: 'Period', fa: 'دوره' },
  from: { en: 'From', fa: 'از' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  n: { en: 'n', fa: 'تعداد' },
  partial: { en: '‡ not the whole of its period', fa: '‡ دوره‌ی ناکامل' },
} as const satisfies Record<string, Text>;
const FIGURES: { readonly [L in Lang]: (n: number) => string } = {
  en: (n) => (n === 1 ? 'Figures of the chart' : n === 2 ? 'Figures of both charts' : `Figures of all ${n} charts`),
  fa: (n) => (n === 1 ? 'عددهای نمودار' : n === 2 ? 'عددهای هر دو نمودار' : `عددهای هر ${countText(n, 'fa')} نمودار`),
};
const NEWEST: Sentence<{ readonly shown: string; readonly all: string }> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all}; all of them: ${{ code: '--format csv' }}.`,
  fa: ({ shown, all }) => say`${shown} ردیف آخر از ${all}؛ همه‌ی آن‌ها: ${{ code: '--format csv' }}.`,
};

/** Grains whose points have a name of their own; days and weeks are told by their first day. */
const NAMED: readonly string[] = ['month', 'quarter', 'year'];

interface Column extends TableColumn {
  readonly cells: readonly TableCell[];
}

/** The table of these series, folded away; `drawn` charts stand above it. */
export function seriesTable(
  lines: readonly SeriesLine[],
  { places, drawn, grain }: { readonly places: readonly Place[]; readonly drawn: number; readonly grain: string },
  report: Report,
  page: Page,
): Html {
  const { lang, options } = page;
  const shown = places.slice(-MOST_ROWS);
  const columns = lines.flatMap((line) => columnsOf(line, shown, report, page));
  const partial = (at: number): boolean => lines.some((line) => pointsAt(line, shown)[at]?.partial === true);
  const cut = shown.map((_, index) => partial(index));
  const rows = shown.map((place, index): TableCell[] => [
    {
      html: page.words(cut[index] ? say`${pointWords(place, options)} ‡` : [pointWords(place, options)]),
      sort: place.start,
    },
    ...columns.map(({ cells }) => cells[index] ?? EMPTY),
  ]);
  const title = FIGURES[lang](drawn);
  const made = table(
    {
      caption: title,
      columns: [
        { title: html`${(NAMED.includes(grain) ? WORDS.period : WORDS.from)[lang]}`, kind: 'text' },
        ...columns,
      ],
      rows,
      sortable: true,
    },
    page,
  );
  const counts = { shown: countText(shown.length, lang), all: countText(places.length, lang) };
  const newest = shown.length < places.length ? html`<p class="note">${page.words(NEWEST[lang](counts))}</p>` : null;
  return html`<details class="wide${rows.length <= PRINTED ? ' print' : ''}"><summary>${title}</summary>${made}${
    cut.includes(true) ? html`<p class="note">${WORDS.partial[lang]}</p>` : null
  }${newest}</details>`;
}

/** Longer tables are no use on paper. */
const PRINTED = 40;
const EMPTY: TableCell = { html: NOTHING, sort: null };

/** The value, the compared one, of rates and means also the interval and how many records they rest on. */
function columnsOf(line: SeriesLine, places: readonly Place[], report: Report, page: Page): Column[] {
  const { options, lang } = page;
  const { unit, title } = line;
  const points = pointsAt(line, places);
  const value = (amount: number | null): TableCell =>
    amount === null ? EMPTY : { html: page.words(valueWords(amount, { unit, currency: null }, options)), sort: amount };
  const head = (word: string): Html => html`${word}<span class="vh">, ${title}</span>`;
  const { before } = periodNames(report, page);
  const compared = points.some((point) => (point?.previous?.value ?? null) !== null);
  const intervals = points.some((point) => (point?.interval ?? null) !== null);
  return [
    {
      title: html`<bdi>${title}</bdi>`,
      kind: 'number',
      cells: points.map((point) => (point === null ? EMPTY : value(point.value))),
    },
    ...(compared && before !== null
      ? [
          {
            title: head(before),
            kind: 'number' as const,
            cells: points.map((point) => ({ ...value(point?.previous?.value ?? null), tone: 'dim' as const })),
          },
        ]
      : []),
    ...(intervals
      ? [
          {
            title: head(WORDS.interval[lang]),
            kind: 'number' as const,
            wideOnly: true,
            cells: points.map((point): TableCell => {
              const interval = point?.interval ?? null;
              if (interval === null) return EMPTY;
              const range = rangeWords(interval.low, interval.high, { unit, currency: null }, options);
              return { html: page.words(range), sort: interval.low, tone: 'dim' };
            }),
          },
          {
            title: head(WORDS.n[lang]),
            kind: 'number' as const,
            wideOnly: true,
            cells: points.map(
              (point): TableCell =>
                point === null ? EMPTY : { html: html`${countText(point.n, lang)}`, sort: point.n, tone: 'dim' },
            ),
          },
        ]
      : []),
  ];
}
