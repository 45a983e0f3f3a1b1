/** Targets that are running, and how such forecasts did in the past. */
import { countText, pointsText, ratioText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Block, cell, DROP, data, type PageOptions, type Sentence, say, type Words } from '../../page.js';
import { labelWords, pointWords, rangeWords, reasonWords, valueWords } from '../figures.js';
import { notComputed } from '../not-computed.js';
import { intervalWords, measureOf, plainCell, right } from './forecast-cells.js';
import { type Forecast, METHODS, FORECAST_WORDS as WORDS } from './forecast-words.js';

interface Pace {
  readonly who: Words;
  readonly period: Words;
  readonly target: Words;
  readonly won: Words;
  readonly expected: Words;
  readonly between: Words;
  readonly chance: string;
  readonly needed: Words;
}

const WHOLE: Text = { en: 'Target', fa: 'هدف' };

const PACE: Sentence<Pace> = {
  en: ({ who, period, target, won, expected, between, chance, needed }) =>
    say`${who}, ${period}: ${target} asked, ${won} won so far, ${expected} expected (${between}); chance of reaching it ${chance}, still needed ${needed}.`,
  fa: ({ who, period, target, won, expected, between, chance, needed }) =>
    say`${who}، ${period}: هدف ${target}، تاکنون ${won} برده، ${expected} مورد انتظار (${between})؛ احتمال رسیدن ${chance}، هنوز لازم ${needed}.`,
};
const NO_PACE: Sentence<Pick<Pace, 'who' | 'period' | 'target' | 'won'> & { readonly why: Words }> = {
  en: ({ who, period, target, won, why }) =>
    say`${who}, ${period}: ${target} asked, ${won} won so far; no outlook: ${why}.`,
  fa: ({ who, period, target, won, why }) =>
    say`${who}، ${period}: هدف ${target}، تاکنون ${won} برده؛ بدون چشم‌انداز: ${why}.`,
};

/** A line for each target and quota. */
export function* paceBlocks(forecast: Forecast, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const measure = measureOf(forecast);
  const items = forecast.pacing.map((pace) => {
    const value = (amount: number | null): Words =>
      valueWords(amount === null ? null : Math.round(amount), measure, options);
    const who: Words = [pace.owner === null ? WHOLE[lang] : data(pace.owner)];
    const about = {
      who,
      period: [labelWords(pace.period.label, options)],
      target: value(pace.target),
      won: value(pace.wonSoFar),
    };
    const words =
      pace.probability === null || pace.interval === null
        ? NO_PACE[lang]({ ...about, why: pace.reason === null ? [] : [reasonWords(pace.reason, lang)] })
        : PACE[lang]({
            ...about,
            expected: value(pace.expected),
            between: intervalWords(pace.interval, measure, options),
            chance: chanceText(pace.probability, options),
            needed: value(pace.needed),
          });
    return { words };
  });
  if (items.length > 0) yield { kind: 'list', items };
}

/** Drawn chances are never told as certain. */
function chanceText(probability: number, { lang }: PageOptions): string {
  const shown = (value: number): string => ratioText(value, lang);
  if (probability < 0.001) return `< ${shown(0.001)}`;
  return probability > 0.999 && probability < 1 ? `> ${shown(0.999)}` : shown(probability);
}

/** Scores of the model and the simple rules; with full detail each past month, and the chances that were given. */
export function* recordBlocks(forecast: Forecast, options: PageOptions): Generator<Block, void, undefined> {
  const { backtest } = forecast;
  if (backtest.reason !== null) {
    yield { kind: 'aside', words: notComputed(backtest.reason, options) };
    return;
  }
  yield scoreTable(forecast, options);
  if (options.detail !== 'full') return;
  yield pastTable(forecast, options);
  if (backtest.calibration.length > 0) yield calibrationTable(backtest.calibration, options);
  const { crm } = forecast;
  if (crm === null) return;
  if (crm.reason !== null)
    yield { kind: 'aside', words: NO_CRM[options.lang]([reasonWords(crm.reason, options.lang)]) };
  else if (crm.calibration.length > 0) {
    yield { kind: 'paragraph', words: [CRM[options.lang]] };
    yield calibrationTable(crm.calibration, options);
    yield { kind: 'aside', words: crmError(crm, options) };
  }
}

/** How far off probability × amount was, or why nobody can tell. */
function crmError({ wape, wapeReason }: NonNullable<Forecast['crm']>, { lang }: PageOptions): Words {
  if (wape !== null) return CRM_ERROR[lang](ratioText(wape, lang));
  return wapeReason === null ? [] : NO_CRM_ERROR[lang]([reasonWords(wapeReason, lang)]);
}

const CRM_ERROR: Sentence<string> = {
  en: (error) =>
    say`Of the deals that closed in a month, the CRM’s probability × amount was off by ${error} of what was won.`,
  fa: (error) =>
    say`احتمال × مبلغِ CRM برای معامله‌هایی که در یک ماه بسته شدند به اندازه‌ی ${error} از ارزش معامله‌های برنده خطا داشت.`,
};
const NO_CRM_ERROR: Sentence<Words> = {
  en: (why) => say`The CRM’s probability × amount cannot be judged: ${why}.`,
  fa: (why) => say`احتمال × مبلغِ CRM را نمی‌توان سنجید: ${why}.`,
};

const NO_CRM: Sentence<Words> = {
  en: (why) => say`The CRM’s own probabilities cannot be judged: ${why}.`,
  fa: (why) => say`احتمال‌های خود CRM را نمی‌توان سنجید: ${why}.`,
};
const CRM: Text = {
  en: 'The CRM’s own probabilities against what became of the closed deals:',
  fa: 'احتمال‌های خود CRM در برابر سرانجام معامله‌های بسته‌شده:',
};

function scoreTable({ backtest }: Forecast, options: PageOptions): Block {
  const { lang } = options;
  const of = (method: string, horizon: number) =>
    backtest.scores.find((score) => score.method === method && score.horizon === horizon);
  const methods = [...new Set(backtest.scores.map(({ method }) => method))];
  const ratio = (value: number | null | undefined): string => (value == null ? '' : ratioText(value, lang));
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.method[lang]], align: 'left', drop: DROP.never },
      right(WORDS.error1, DROP.never, options),
      right(WORDS.error3, DROP.never, options),
      right(WORDS.bias, DROP.figure + 2, options),
      right(WORDS.inside80, DROP.figure + 1, options),
      right(WORDS.inside95, DROP.figure, options),
      { title: ['n'], align: 'right', drop: DROP.n },
    ],
    rows: methods.map((method) => {
      const [month, quarter] = [of(method, 1), of(method, 3)];
      const bias = month?.bias ?? null;
      return {
        kind: 'cells',
        cells: [
          cell([METHODS[method]?.[lang] ?? data(method)]),
          cell(ratio(month?.wape)),
          cell(ratio(quarter?.wape)),
          cell(bias === null ? '' : pointsText(bias, lang)),
          cell(ratio(month?.coverage80)),
          cell(ratio(month?.coverage)),
          cell(countText(month?.n ?? 0, lang)),
        ],
      };
    }),
  };
}

function pastTable(forecast: Forecast, options: PageOptions): Block {
  const { lang } = options;
  const measure = measureOf(forecast);
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.month[lang]], align: 'left', drop: DROP.never },
      right(WORDS.actual, DROP.never, options),
      right(WORDS.forecast, DROP.never, options),
      right(WORDS.interval, DROP.interval, options),
    ],
    rows: forecast.backtest.months.map((month) => ({
      kind: 'cells',
      cells: [
        cell([pointWords(month, options)]),
        plainCell(month.actual, measure, options),
        plainCell(month.forecast, measure, options),
        cell(intervalWords(month.interval, measure, options)),
      ],
    })),
  };
}

function calibrationTable(bands: Forecast['backtest']['calibration'], options: PageOptions): Block {
  const { lang } = options;
  const ratio = { unit: 'ratio', currency: null };
  return {
    kind: 'table',
    columns: [
      right(WORDS.chance, DROP.never, options),
      right(WORDS.came, DROP.never, options),
      right(WORDS.interval, DROP.interval, options),
      right(WORDS.cases, DROP.never, options),
    ],
    rows: bands.map(({ predicted, won, interval, n }) => ({
      kind: 'cells',
      cells: [
        cell(ratioText(predicted, lang)),
        cell(ratioText(won, lang)),
        cell(interval === null ? '' : rangeWords(interval.low, interval.high, ratio, options)),
        cell(countText(n, lang)),
      ],
    })),
  };
}
