/** What a report says about time and stages: series, funnel, cohorts. */
import { countText, NOT_AVAILABLE, ratioText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, type Cell, type Column, cell, data, type PageOptions, type Row, say } from '../page.js';
import { dayWords, valueWords } from './figures.js';

/** The newest points of a series; older ones are in the JSON. */
const LAST_POINTS = 12;
const MOST_SERIES = 5;
const MOST_COHORT_PERIODS = 12;

const WORDS = {
  time: { en: 'Over time', fa: 'در گذر زمان' },
  from: { en: 'From', fa: 'از' },
  partial: { en: '‡ not over yet', fa: '‡ هنوز پایان نیافته' },
  funnel: { en: 'Funnel', fa: 'قیف فروش' },
  stage: { en: 'Stage', fa: 'مرحله' },
  entered: { en: 'Entered', fa: 'ورودی' },
  advanced: { en: 'Advanced', fa: 'پیش‌رفته' },
  rate: { en: 'Rate', fa: 'نرخ' },
  median: { en: 'Median stay', fa: 'میانه‌ی ماندن' },
  cohorts: { en: 'Customers that came back, by first purchase', fa: 'مشتریان بازگشته، به تفکیک نخستین خرید' },
  size: { en: 'Customers', fa: 'مشتریان' },
} as const satisfies Record<string, Text>;

const column = (title: string, drop: number): Column => ({ title: [title], align: 'right', drop });

/** One table per grain: a row per point in time, a column per KPI. */
export function* seriesBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const withPoints = report.series.filter(({ points }) => points.length > 0);
  for (const grain of new Set(withPoints.map((series) => series.grain))) {
    const shown = withPoints.filter((series) => series.grain === grain).slice(0, MOST_SERIES);
    const starts = [...new Set(shown.flatMap(({ points }) => points.map(({ start }) => start)))]
      .sort()
      .slice(-LAST_POINTS);
    const partial = (start: string): boolean =>
      shown.some(({ points }) => points.some((point) => point.start === start && point.partial));
    yield { kind: 'heading', words: [WORDS.time[lang]] };
    yield {
      kind: 'table',
      columns: [
        { title: [WORDS.from[lang]], align: 'left', drop: 0 },
        ...shown.map(({ kpi }, rank): Column => {
          return { title: [data(titleOf(kpi, report))], align: 'right', drop: rank };
        }),
      ],
      rows: starts.map((start): Row => {
        const day = dayWords(start, lang);
        const cells = shown.map(({ kpi, points }): Cell => {
          const point = points.find((candidate) => candidate.start === start);
          const unit = report.kpis.find(({ id }) => id === kpi)?.unit ?? '';
          return point === undefined ? cell('') : cell(valueWords(point.value, { unit, currency: null }, options));
        });
        return { kind: 'cells', cells: [cell(partial(start) ? say`${day} ‡` : [day]), ...cells] };
      }),
    };
    if (starts.some(partial)) yield { kind: 'aside', words: [WORDS.partial[lang]] };
  }
}

function titleOf(id: string, { kpis }: Report): string {
  return kpis.find((kpi) => kpi.id === id)?.title ?? id;
}

/** The stages in order: how many deals came in, went on, and how long they stayed. */
export function* funnelBlocks({ funnel }: Report, options: PageOptions): Generator<Block, void, undefined> {
  if (funnel.length === 0) return;
  const { lang } = options;
  yield { kind: 'heading', words: [WORDS.funnel[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: 0, min: 8 },
      column(WORDS.entered[lang], 0),
      column(WORDS.advanced[lang], 2),
      column(WORDS.rate[lang], 1),
      column(WORDS.median[lang], 3),
    ],
    rows: funnel.map(({ stage, entered, advanced, rate, medianDays }) => ({
      kind: 'cells',
      cells: [
        cell([data(stage)]),
        cell(countText(entered, lang)),
        cell(countText(advanced, lang)),
        cell(rate === null ? NOT_AVAILABLE[lang] : ratioText(rate, lang)),
        cell(valueWords(medianDays, { unit: 'days', currency: null }, options)),
      ],
    })),
  };
}

/** Customers by first purchase, and the share that was active in each later period; what lies ahead is empty. */
export function* cohortBlocks({ cohorts }: Report, { lang }: PageOptions): Generator<Block, void, undefined> {
  if (cohorts === null || cohorts.rows.length === 0) return;
  const periods = Math.min(Math.max(...cohorts.rows.map(({ retained }) => retained.length)), MOST_COHORT_PERIODS);
  yield { kind: 'heading', words: [WORDS.cohorts[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.from[lang]], align: 'left', drop: 0 },
      column(WORDS.size[lang], 0),
      ...Array.from({ length: periods }, (_, index) => column(`+${countText(index, lang)}`, index + 1)),
    ],
    rows: cohorts.rows.map(({ start, size, retained }) => ({
      kind: 'cells',
      cells: [
        cell([dayWords(start, lang)]),
        cell(countText(size, lang)),
        ...Array.from({ length: periods }, (_, index) => {
          const share = retained[index] ?? null;
          return cell(share === null ? '' : ratioText(share, lang));
        }),
      ],
    })),
  };
}
