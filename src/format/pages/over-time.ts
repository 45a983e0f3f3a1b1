/** What a report says about time and stages: series, funnel, cohorts. */
import {
  countText,
  decimalText,
  differenceText,
  moneyText,
  NOT_AVAILABLE,
  pointsText,
  ratioText,
} from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  data,
  join,
  type PageOptions,
  type Piece,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../page.js';
import { doubtBlocks } from './doubts.js';
import { comma, pointWords, reasonWords, UNNAMED, valueWords } from './figures.js';

/** The newest points of a series; older ones are in the JSON. */
const LAST_POINTS = 12;
const MOST_SERIES = 5;
const MOST_COHORT_PERIODS = 12;
/** The newest cohorts. */
const MOST_COHORTS = 12;

const WORDS = {
  time: { en: 'Over time', fa: 'در گذر زمان' },
  from: { en: 'From', fa: 'از' },
  period: { en: 'Period', fa: 'دوره' },
  partial: { en: '‡ not a whole period', fa: '‡ دوره‌ی ناکامل' },
  funnel: { en: 'Funnel', fa: 'قیف فروش' },
  stage: { en: 'Stage', fa: 'مرحله' },
  entered: { en: 'Entered', fa: 'ورودی' },
  advanced: { en: 'Advanced', fa: 'پیش‌رفته' },
  lost: { en: 'Lost here', fa: 'ازدست‌رفته در این مرحله' },
  open: { en: 'Open', fa: 'باز' },
  rate: { en: 'Rate', fa: 'نرخ' },
  median: { en: 'Median stay', fa: 'میانه‌ی ماندن' },
  cohorts: { en: 'Customers that came back, by first purchase', fa: 'مشتریان بازگشته، به تفکیک نخستین خرید' },
  size: { en: 'Customers', fa: 'مشتریان' },
  unfinished: {
    en: '‡ the last share of each row is about a period that is not over',
    fa: '‡ آخرین سهم هر سطر درباره‌ی دوره‌ای است که پایان نیافته',
  },
  history: {
    en: 'From the history of stages. A skipped stage counts as passed, a step back is no loss; stays are those that have ended.',
    fa: 'از تاریخچه‌ی مرحله‌ها. مرحله‌ی پریده گذشته به‌شمار می‌آید و بازگشت به عقب از دست رفتن نیست؛ ماندن‌ها آن‌هایی است که پایان یافته.',
  },
  current_stage: {
    en: 'From the stage that each deal shows now, the weakest form: no times, and rates only where lost deals keep the stage they were lost in.',
    fa: 'از مرحله‌ی کنونی هر معامله، ضعیف‌ترین شکل: بدون زمان، و نرخ تنها جایی که معامله‌ی ازدست‌رفته مرحله‌ی خود را نگه می‌دارد.',
  },
} as const satisfies Record<string, Text>;

const column = (title: string, drop: number): Column => ({ title: [title], align: 'right', drop });

/** A point in time by its name and its first day. */
type Point = Pick<Report['series'][number]['points'][number], 'label' | 'start'>;

/** Grains whose points have a name of their own; days and weeks are told by their first day. */
const NAMED: readonly string[] = ['month', 'quarter', 'year'];

/** One table per grain: a row per point in time, a column per KPI. */
export function* seriesBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const withPoints = report.series.filter(({ points }) => points.length > 0).flatMap(linesOfSeries);
  for (const grain of new Set(withPoints.map((series) => series.grain))) {
    const ofGrain = withPoints.filter((series) => series.grain === grain);
    const shown = ofGrain.slice(0, MOST_SERIES);
    const all = [...new Set(shown.flatMap(({ points }) => points.map(({ start }) => start)))].sort();
    const starts = all.slice(-LAST_POINTS);
    const partial = (start: string): boolean =>
      shown.some(({ points }) => points.some((point) => point.start === start && point.partial));
    const pointAt = (start: string): Point =>
      shown.flatMap(({ points }) => points).find((point) => point.start === start) ?? { label: start, start };
    yield { kind: 'heading', words: [WORDS.time[lang]] };
    yield {
      kind: 'table',
      columns: [
        { title: [(NAMED.includes(grain) ? WORDS.period : WORDS.from)[lang]], align: 'left', drop: 0 },
        ...shown.map((series, rank): Column => {
          return { title: [data(titleOf(series, report, lang))], align: 'right', drop: rank };
        }),
      ],
      rows: starts.map((start): Row => {
        const day = pointWords(pointAt(start), options);
        const cells = shown.map(({ kpi, points }): Cell => {
          const point = points.find((candidate) => candidate.start === start);
          const unit = report.kpis.find(({ id }) => id === kpi)?.unit ?? '';
          return point === undefined ? cell('') : cell(valueWords(point.value, { unit, currency: null }, options));
        });
        return { kind: 'cells', cells: [cell(partial(start) ? say`${day} ‡` : [day]), ...cells] };
      }),
    };
    if (starts.some(partial)) yield { kind: 'aside', words: [WORDS.partial[lang]] };
    for (const series of shown) {
      const seen = series.points.filter(({ start }) => starts.includes(start));
      const doubts = seen.map((point) => ({ name: pointWords(point, options), bounds: point.bounds }));
      const unit = report.kpis.find(({ id }) => id === series.kpi)?.unit ?? '';
      yield* doubtBlocks(titleOf(series, report, lang), { unit, currency: null }, doubts, options);
    }
    yield* cutBlocks(POINTS, starts.length, all.length, lang);
    yield* cutBlocks(SERIES, shown.length, ofGrain.length, lang);
    yield* trendBlocks(shown, report, lang);
  }
}

interface Cut {
  readonly shown: string;
  readonly all: string;
}

const POINTS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} points; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} نقطه‌ی تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};
const SERIES: Sentence<Cut> = {
  en: ({ shown, all }) => say`${shown} of ${all} KPIs over time; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} از ${all} شاخص در گذر زمان؛ ${code('--format json')} همه را دارد.`,
};
const COHORTS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} rows; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} سطر تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};
const COHORT_PERIODS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The first ${shown} of ${all} periods after it; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} دوره‌ی نخست از ${all}؛ ${code('--format json')} همه را دارد.`,
};

/** What a table leaves out of all there is, and where it stands. */
function* cutBlocks(
  sentence: Sentence<Cut>,
  shown: number,
  all: number,
  lang: Lang,
): Generator<Block, void, undefined> {
  if (shown >= all) return;
  yield { kind: 'aside', words: sentence[lang]({ shown: countText(shown, lang), all: countText(all, lang) }) };
}

const GRAINS: Readonly<Record<string, Text>> = {
  day: { en: 'day', fa: 'روز' },
  week: { en: 'week', fa: 'هفته' },
  month: { en: 'month', fa: 'ماه' },
  quarter: { en: 'quarter', fa: 'فصل' },
  year: { en: 'year', fa: 'سال' },
};

interface TrendArgs {
  readonly title: Words;
  readonly slope: string;
  readonly range: string;
  readonly grain: Piece;
  readonly test: string;
  readonly p: string;
}

const TREND: Sentence<TrendArgs> = {
  en: ({ title, slope, range, grain, test, p }) => say`Trend: ${title} ${slope} per ${grain}${range} (${test}, ${p})`,
  fa: ({ title, slope, range, grain, test, p }) => say`روند: ${title} ${slope} در هر ${grain}${range} (${test}، ${p})`,
};
const TESTS: Readonly<Record<NonNullable<Report['series'][number]['trend']>['method'], Text>> = {
  'mann-kendall': { en: 'Mann–Kendall', fa: 'من-کندال' },
  'seasonal-kendall': {
    en: 'seasonal Kendall: like parts of quarters',
    fa: 'کندال فصلی: بخش‌های همانند فصل‌ها',
  },
};
const RHYTHM: Sentence<Words> = {
  en: (titles) =>
    say`No trend can be told: the months of a quarter differ in this file, and the periods are of too few quarters: ${titles}`,
  fa: (titles) =>
    say`روندی نمی‌توان گفت: در این فایل ماه‌های هر فصل با هم فرق دارند و دوره‌ها از فصل‌های کافی نیستند: ${titles}`,
};
const NO_TREND: Sentence<Words> = {
  en: (titles) => say`No trend beyond chance: ${titles}`,
  fa: (titles) => say`بدون روندی فراتر از تصادف: ${titles}`,
};

/** A KPI over time, in one currency where there are several. */
type ShownSeries = Report['series'][number] & { readonly currency: string | null };

/** Money of several currencies has a line for each; in a period without an amount it has no point. */
function linesOfSeries(series: Report['series'][number]): ShownSeries[] {
  const { points } = series;
  const currencies = new Set(points.flatMap(({ byCurrency }) => (byCurrency ?? []).map(({ currency }) => currency)));
  if (currencies.size === 0) return [{ ...series, currency: null }];
  return [...currencies].sort().map((currency) => ({
    ...series,
    currency,
    points: points.flatMap((point) => {
      const own = (point.byCurrency ?? []).find((one) => one.currency === currency);
      return own === undefined ? [] : [{ ...point, value: own.value, n: own.n }];
    }),
    trend: null,
  }));
}

/** What rises or falls, and what was looked at and does not. */
function* trendBlocks(shown: readonly ShownSeries[], report: Report, lang: Lang): Generator<Block, void, undefined> {
  const title = (series: ShownSeries): Words => [data(titleOf(series, report, lang))];
  for (const series of shown) {
    const { trend, grain, kpi } = series;
    if (trend === null || !trend.significant) continue;
    const unit = report.kpis.find(({ id }) => id === kpi)?.unit ?? '';
    const { interval, pValue } = trend;
    const range =
      interval === null ? '' : ` [${slopeText(interval.low, unit, lang)}, ${slopeText(interval.high, unit, lang)}]`;
    const p = pValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(pValue, 3, lang)}`;
    const slope = slopeText(trend.slope, unit, lang);
    yield {
      kind: 'aside',
      words: TREND[lang]({
        title: title(series),
        slope,
        range,
        grain: grainWord(grain, lang),
        test: TESTS[trend.method][lang],
        p,
      }),
    };
  }
  const none = shown.filter(({ trend }) => trend !== null && !trend.significant);
  if (none.length > 0) yield { kind: 'aside', words: NO_TREND[lang](join(none.map(title), comma(lang))) };
  const untold = shown.filter(({ trendReason }) => trendReason === 'rhythm_of_quarter');
  if (untold.length > 0) yield { kind: 'aside', words: RHYTHM[lang](join(untold.map(title), comma(lang))) };
}

function grainWord(grain: string, lang: Lang): Piece {
  return (Object.hasOwn(GRAINS, grain) ? GRAINS[grain]?.[lang] : undefined) ?? data(grain);
}

/** Smaller p-values are all called so. */
const LEAST_P = 0.001;

function slopeText(slope: number, unit: string, lang: Lang): string {
  if (unit === 'ratio') return pointsText(slope, lang);
  if (!unit.startsWith('money')) return differenceText(slope, lang);
  return (slope > 0 ? '+' : '') + moneyText(slope, lang);
}

function titleOf({ kpi: id, currency }: ShownSeries, { kpis }: Report, lang: Lang): string {
  const title = kpis.find((kpi) => kpi.id === id)?.title ?? id;
  return currency === null ? title : `${title} · ${currency === '' ? UNNAMED[lang] : currency}`;
}

const LEFT_OUT: Sentence<Words> = {
  en: (excluded) => say`Left out: ${excluded}`,
  fa: (excluded) => say`کنار گذاشته: ${excluded}`,
};

/** The stages in order: how many deals came in, went on, were lost, and how long they stayed. */
export function* funnelBlocks(
  { funnel, funnelExcluded }: Report,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const [first] = funnel;
  if (first === undefined) return;
  const { lang } = options;
  const rates = funnel.some(({ rate }) => rate !== null);
  const stays = funnel.some(({ medianDays }) => medianDays !== null);
  const ifAny = <T>(there: boolean, what: T): T[] => (there ? [what] : []);
  yield { kind: 'heading', words: [WORDS.funnel[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: 0, min: 8 },
      column(WORDS.entered[lang], 0),
      column(WORDS.advanced[lang], 2),
      column(WORDS.lost[lang], 4),
      column(WORDS.open[lang], 5),
      ...ifAny(rates, column(WORDS.rate[lang], 1)),
      ...ifAny(stays, column(WORDS.median[lang], 3)),
    ],
    rows: funnel.flatMap((stage, index): Row[] => {
      const newPipeline = stage.pipeline !== null && stage.pipeline !== funnel[index - 1]?.pipeline;
      const name = stage.pipeline === null || stage.pipeline === '' ? NOT_AVAILABLE[lang] : data(stage.pipeline);
      return [
        ...ifAny<Row>(newPipeline, { kind: 'section', words: [name] }),
        {
          kind: 'cells',
          cells: [
            cell([data(stage.stage)]),
            cell(countText(stage.entered, lang)),
            cell(countText(stage.advanced, lang)),
            cell(countText(stage.lost, lang)),
            cell(countText(stage.open, lang)),
            ...ifAny(rates, cell(stage.rate === null ? NOT_AVAILABLE[lang] : ratioText(stage.rate, lang))),
            ...ifAny(stays, cell(valueWords(stage.medianDays, { unit: 'days', currency: null }, options))),
          ],
        },
      ];
    }),
  };
  yield { kind: 'aside', words: [(first.source === 'history' ? WORDS.history : WORDS.current_stage)[lang]] };
  if (funnelExcluded.length === 0) return;
  const excluded = funnelExcluded.map(({ reason, n }) => say`${countText(n, lang)} ${reasonWords(reason, lang)}`);
  yield { kind: 'aside', words: LEFT_OUT[lang](join(excluded, comma(lang))) };
}

/** Customers by first purchase, and the share that was active in each later period; what lies ahead is empty. */
export function* cohortBlocks({ cohorts }: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  if (cohorts === null || cohorts.rows.length === 0) return;
  const rows = cohorts.rows.slice(-MOST_COHORTS);
  const known = rows.map(({ retained }) => retained.findLastIndex((share) => share !== null) + 1);
  const allPeriods = Math.max(...known);
  const periods = Math.min(allPeriods, MOST_COHORT_PERIODS);
  yield { kind: 'heading', words: [WORDS.cohorts[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.period[lang]], align: 'left', drop: 0 },
      column(WORDS.size[lang], 0),
      ...Array.from({ length: periods }, (_, index) => column(`+${countText(index, lang)}`, index + 1)),
    ],
    rows: rows.map(({ size, retained, ...point }) => ({
      kind: 'cells',
      cells: [
        cell([pointWords(point, options)]),
        cell(countText(size, lang)),
        ...Array.from({ length: periods }, (_, index) => {
          const share = retained[index] ?? null;
          return cell(share === null ? '' : ratioText(share, lang));
        }),
      ],
    })),
  };
  if (cohorts.partial) yield { kind: 'aside', words: [WORDS.unfinished[lang]] };
  yield* cutBlocks(COHORTS, rows.length, cohorts.rows.length, lang);
  yield* cutBlocks(COHORT_PERIODS, periods, allPeriods, lang);
}
