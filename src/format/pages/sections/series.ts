/** Figures over time: a line of little columns each, from the lowest to the highest; in full every point. */
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import {
  type Block,
  cell,
  DROP,
  data,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { fullCommand, moreWords } from '../cut.js';
import { doubtBlocks } from '../doubts.js';
import { pointWords, rangeOfDaysWords, rangeWords, valueWords } from '../figures.js';
import { pointBlocks } from '../points-table.js';
import { type SeriesLine, seriesLines } from '../series-lines.js';
import { trendBlocks } from '../trends.js';
import type { SectionView } from './definition.js';

/** So many little columns fit beside the figures in a terminal of 100. */
const MOST_POINTS = 40;
const MOST_SERIES = { brief: 0, standard: 6, full: Number.POSITIVE_INFINITY } as const;
/** Fewer points are read as figures. */
const LEAST_POINTS = 6;

const WORDS = {
  range: { en: 'Lowest – highest', fa: 'کمترین – بیشترین' },
  newest: { en: 'Newest whole', fa: 'آخرین کامل' },
  cut: {
    en: '· not the whole of its period: neither lowest nor highest, except for shares',
    fa: '· دوره‌ی ناکامل: در کمترین و بیشترین به شمار نمی‌آید، مگر در نسبت‌ها',
  },
} as const satisfies Record<string, Text>;

const POINTS: Readonly<Record<string, Sentence<{ shown: string; all: string | null; days: Words }>>> = {
  day: pointsOf('days', 'روز'),
  week: pointsOf('weeks', 'هفته'),
  month: pointsOf('months', 'ماه'),
  quarter: pointsOf('quarters', 'فصل'),
  year: pointsOf('years', 'سال'),
};

function pointsOf(en: string, fa: string): Sentence<{ shown: string; all: string | null; days: Words }> {
  return {
    en: ({ shown, all, days }) =>
      all === null ? say`${days}: ${shown} ${en}, all shown` : say`${days}: the newest ${shown} of ${all} ${en} shown`,
    fa: ({ shown, all, days }) =>
      all === null ? say`${days}: ${shown} ${fa}، همه نشان داده شده` : say`${days}: ${shown} ${fa} آخر از ${all}`,
  };
}

export const seriesView: SectionView = function* (report, options, title) {
  const { lang, detail } = options;
  const lines = seriesLines(report, lang);
  for (const grain of new Set(lines.map(({ series }) => series.grain))) {
    const ofGrain = lines.filter(({ series }) => series.grain === grain);
    const shown = ofGrain.slice(0, MOST_SERIES[detail]);
    const starts = [...new Set(shown.flatMap(({ points }) => points.map(({ start }) => start)))].sort();
    yield { kind: 'heading', words: title, right: rightWords(grain, shown, starts, options), id: 'series' };
    yield* chartBlock(shown, options);
    if (detail === 'full' || starts.length < LEAST_POINTS) yield* pointBlocks(grain, shown, options);
    else yield* sparkBlocks(shown, starts.slice(-MOST_POINTS), options);
    if (starts.length > MOST_POINTS && detail !== 'full') {
      const more = moreWords(MOST_POINTS, starts.length, fullCommand(options), lang);
      if (more !== null) yield { kind: 'aside', words: more };
    }
    const more = moreWords(shown.length, ofGrain.length, fullCommand(options), lang);
    if (more !== null) yield { kind: 'aside', words: more };
    for (const { title: name, unit, points } of shown) {
      const doubts = points
        .slice(-MOST_POINTS)
        .map((point) => ({ name: pointWords(point, options), bounds: point.bounds }));
      yield* doubtBlocks(name, { unit, currency: null }, doubts, options);
    }
    yield* trendBlocks(shown, options);
  }
};

function rightWords(
  grain: string,
  shown: readonly SeriesLine[],
  starts: readonly string[],
  options: PageOptions,
): Words {
  const { lang } = options;
  const points = shown.flatMap((line) => line.points);
  const first = starts.at(-MOST_POINTS) ?? starts[0];
  const end = points.reduce((last, point) => (point.end > last ? point.end : last), '');
  const sentence = Object.hasOwn(POINTS, grain) ? POINTS[grain] : undefined;
  if (first === undefined || sentence === undefined) return [];
  const from = options.detail === 'full' ? (starts[0] ?? first) : first;
  const all = starts.length > MOST_POINTS && options.detail !== 'full' ? countText(starts.length, lang) : null;
  const number = all === null ? starts.length : MOST_POINTS;
  return sentence[lang]({
    shown: countText(number, lang),
    all,
    days: [rangeOfDaysWords({ start: from, end }, options)],
  });
}

/** Won value where it is there, else the first of the figures: one question a drawing. */
function* chartBlock(shown: readonly SeriesLine[], options: PageOptions): Generator<Block, void, undefined> {
  const drawn = shown.find(({ unit }) => unit === 'money') ?? shown[0];
  const points = drawn?.points.filter(({ partial }) => !partial).slice(-MOST_POINTS) ?? [];
  if (drawn === undefined || points.length < LEAST_POINTS) return;
  const words = (piece: ReturnType<typeof pointWords>): string =>
    typeof piece === 'string' ? piece : 'data' in piece ? piece.data : piece.code;
  yield {
    kind: 'chart',
    shape: drawn.unit === 'ratio' ? 'line' : 'bar',
    title: drawn.title,
    axis: drawn.title,
    labels: points.map((point) => words(pointWords(point, options))),
    values: points.map(({ value }) => value),
  };
}

function* sparkBlocks(
  shown: readonly SeriesLine[],
  starts: readonly string[],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  yield {
    kind: 'table',
    columns: [
      { title: [], align: 'left', drop: DROP.never, min: 10 },
      { title: [], align: 'left', drop: DROP.never },
      { title: [WORDS.range[lang]], align: 'right', drop: DROP.figure },
      { title: [WORDS.newest[lang]], align: 'right', drop: DROP.never },
    ],
    rows: shown.map((line) => sparkRow(line, starts, options)),
  };
  const isCut = shown.some(({ unit, points }) =>
    points.some(({ start, partial }) => unit !== 'ratio' && partial && starts.includes(start)),
  );
  if (isCut) yield { kind: 'aside', words: [WORDS.cut[lang]] };
}

function sparkRow({ title, unit, points }: SeriesLine, starts: readonly string[], options: PageOptions): Row {
  const at = new Map(points.map((point) => [point.start, point]));
  const places = starts.map((start) => at.get(start) ?? null);
  // A share of half a week is a share; a sum of half a week is no sum of a week.
  const isCut = (point: (typeof places)[number]): boolean => unit !== 'ratio' && point?.partial === true;
  const cut = places.flatMap((point, index) => (isCut(point) ? [index] : []));
  const whole = places.filter((point) => point !== null && point.value !== null && !isCut(point));
  const values = whole.flatMap((point) => point?.value ?? []);
  const words = (value: number): Words => valueWords(value, { unit, currency: null }, options);
  const newest = whole.at(-1);
  return {
    kind: 'cells',
    cells: [
      cell([data(title)]),
      { words: [], spark: places.map((point) => point?.value ?? null), cut },
      cell(values.length === 0 ? '' : rangeWords(min(values), max(values), { unit, currency: null }, options, ' – ')),
      cell(newest === null || newest === undefined ? '' : words(newest.value ?? 0)),
    ],
  };
}

function min(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function max(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
