/** The points of several series as a table: a row per point in time, a column per KPI. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  DROP,
  data,
  type PageOptions,
  type Row,
  type Sentence,
  say,
} from '../page.js';
import type { Cut } from './cut.js';
import { pointWords, valueWords } from './figures.js';
import type { SeriesLine } from './series-lines.js';

/** The newest points; older ones are in the JSON. */
const MOST_POINTS = 50;

const WORDS = {
  from: { en: 'From', fa: 'از' },
  period: { en: 'Period', fa: 'دوره' },
  partial: { en: '‡ not a whole period', fa: '‡ دوره‌ی ناکامل' },
} as const satisfies Record<string, Text>;

const POINTS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} points; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} نقطه‌ی تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};

/** Grains whose points have a name of their own; days and weeks are told by their first day. */
const NAMED: readonly string[] = ['month', 'quarter', 'year'];

export function* pointBlocks(
  grain: string,
  shown: readonly SeriesLine[],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const labels = new Map(shown.flatMap(({ points }) => points.map((point) => [point.start, point] as const)));
  const all = [...labels.keys()].sort();
  const starts = all.slice(-MOST_POINTS);
  const partial = (start: string): boolean =>
    shown.some(({ points }) => points.some((point) => point.start === start && point.partial));
  yield {
    kind: 'table',
    columns: [
      { title: [(NAMED.includes(grain) ? WORDS.period : WORDS.from)[lang]], align: 'left', drop: DROP.never },
      ...shown.map(({ title }, rank): Column => {
        return { title: [data(title)], align: 'right', drop: rank === 0 ? DROP.never : DROP.figure + rank };
      }),
    ],
    rows: starts.map((start): Row => {
      const name = pointWords(labels.get(start) ?? { label: start, start }, options);
      const cells = shown.map(({ unit, points }): Cell => {
        const point = points.find((candidate) => candidate.start === start);
        return point === undefined ? cell('') : cell(valueWords(point.value, { unit, currency: null }, options));
      });
      return { kind: 'cells', cells: [cell(partial(start) ? say`${name} ‡` : [name]), ...cells] };
    }),
  };
  if (starts.some(partial)) yield { kind: 'aside', words: [WORDS.partial[lang]] };
  if (starts.length >= all.length) return;
  yield {
    kind: 'aside',
    words: POINTS[lang]({ shown: countText(starts.length, lang), all: countText(all.length, lang) }),
  };
}
