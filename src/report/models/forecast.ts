/** What files say of the models of a forecast: open deals, new business, intervals, and how it did on the past. */
import { type Forecast, forecastOf } from '../../analysis/forecast/forecast.js';
import { spreadOf } from '../../analysis/forecast/intervals.js';
import { chancesOf, scoresOf } from '../../analysis/forecast/scores.js';
import { SIMULATIONS } from '../../analysis/forecast/simulate.js';
import type { Check } from '../../analysis/models/checks/definition.js';
import {
  amountsStay,
  beatsBaseline,
  creationGoesOn,
  enoughPast,
  intervalsHeld,
  noDealDecides,
} from '../../analysis/models/checks/forecast.js';
import type { Reason } from '../../kpi/definition.js';
import type { Text } from '../../locale/text.js';
import type { Findings, ModelQuestion } from './definition.js';
import type { Column, Figure, Fit, Table } from './fit.js';

/** The forecast that the models are read off, or why there is none. */
export function askedForecast({ question, mixed, horizon, fiscalYearStart }: ModelQuestion): Forecast | Reason {
  if (mixed.deals) return 'mixed_currencies';
  const { calendar, fiscalYearStart: own = fiscalYearStart } = question.period;
  return forecastOf(question, { horizon, calendar: { calendar, fiscalYearStart: own } });
}

/** By the ids of the assumptions. */
export function forecastChecks(forecast: Forecast, currency: string | null): ReadonlyMap<string, Check> {
  return new Map([
    ['amounts_stay', amountsStay(forecast)],
    ['no_deal_decides', noDealDecides(forecast, currency)],
    ['creation_goes_on', creationGoesOn(forecast)],
    ['intervals_held', intervalsHeld(forecast)],
    ['enough_past', enoughPast(forecast)],
    ['beats_baseline', beatsBaseline(forecast)],
  ]);
}

const FITS: Readonly<Record<string, (forecast: Forecast) => Fit>> = {
  pipeline_outlook: outlookFit,
  new_business: creationFit,
  forecast_interval: intervalFit,
  backtest: backtestFit,
};

export function forecastFindings(id: string, forecast: Forecast | Reason): Findings {
  if (typeof forecast === 'string') return { reason: forecast, fit: null };
  return { reason: null, fit: FITS[id]?.(forecast) ?? null };
}

function total(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Days of the chance that a band of ages is told with. */
const MONTH = 30;
/** Bands of ages that are listed: pairs, threes … of them are put together where there are more. */
const MOST_BANDS = 12;

function outlookFit(forecast: Forecast): Fit {
  const { pipeline, expectation, horizon, fit, inMoney, correction } = forecast;
  return {
    figures: [
      { id: 'open', title: { en: 'open deals', fa: 'معامله‌های باز' }, unit: 'count', value: pipeline.deals },
      {
        id: 'priced',
        title: { en: 'of them with an amount that counts', fa: 'از آن‌ها با مبلغی که به حساب می‌آید' },
        unit: 'count',
        value: inMoney ? pipeline.priced : null,
      },
      {
        id: 'wins',
        title: { en: 'expected wins of them within the horizon', fa: 'برد مورد انتظار از آن‌ها در افق' },
        unit: 'number',
        value: total(expectation.openWins.subarray(0, horizon)),
      },
      {
        id: 'value',
        title: { en: 'expected value of these', fa: 'ارزش مورد انتظار آن‌ها' },
        unit: inMoney ? 'money' : 'number',
        value: correction.month.level * total(expectation.openValue.subarray(0, horizon)),
      },
    ],
    tables: [
      bandTable(fit.hazards.bands),
      ...stageTable(fit.stages),
      rhythmTable([
        ['win', { en: 'wins', fa: 'بردها' }, fit.wins],
        ['loss', { en: 'losses', fa: 'از دست رفتن‌ها' }, fit.losses],
      ]),
    ],
  };
}

function bandTable(bands: Forecast['fit']['hazards']['bands']): Table {
  const size = Math.ceil(bands.length / MOST_BANDS);
  const groups = Array.from({ length: Math.ceil(bands.length / size) }, (_, at) =>
    bands.slice(at * size, (at + 1) * size),
  );
  return {
    id: 'hazards',
    title: {
      en: 'Wins and losses by age, and the share of open deals that ends so within 30 days',
      fa: 'برد و از دست رفتن به سن، و سهمی از معامله‌های باز که در ۳۰ روز چنین پایان می‌یابد',
    },
    columns: [
      { id: 'from', title: { en: 'From day', fa: 'از روز' }, unit: 'days' },
      { id: 'to', title: { en: 'to', fa: 'تا' }, unit: 'days' },
      { id: 'wins', title: { en: 'Won', fa: 'برنده' }, unit: 'count' },
      { id: 'losses', title: { en: 'Lost', fa: 'ازدست‌رفته' }, unit: 'count' },
      { id: 'win', title: { en: 'Won in 30 days', fa: 'برد در ۳۰ روز' }, unit: 'ratio' },
      { id: 'loss', title: { en: 'Lost in 30 days', fa: 'از دست رفتن در ۳۰ روز' }, unit: 'ratio' },
    ],
    rows: groups.map((group) => {
      const [wins, losses] = [total(group.map((band) => band.wins)), total(group.map((band) => band.losses))];
      const days = total(group.map((band) => band.exposure));
      const last = group[group.length - 1]?.to ?? null;
      const ended = days > 0 ? 1 - (1 - Math.min(1, (wins + losses) / days)) ** MONTH : null;
      const shareOf = (n: number): number | null =>
        ended === null || wins + losses === 0 ? (ended === null ? null : 0) : (ended * n) / (wins + losses);
      return {
        from: group[0]?.from ?? null,
        to: last === Number.POSITIVE_INFINITY ? null : last,
        wins,
        losses,
        win: shareOf(wins),
        loss: shareOf(losses),
      };
    }),
  };
}

/** None where stages play no part. */
function stageTable(effects: Forecast['fit']['stages']): Table[] {
  if (effects === null) return [];
  const { stages, win, loss } = effects;
  const spans = win.length / stages.codes;
  return [
    {
      id: 'stages',
      title: {
        en: 'Multipliers of the stages beside what ages give, by days ahead (1 = as any deal of the age)',
        fa: 'ضریب مرحله‌ها در کنار آنچه سن‌ها می‌دهند، به روزهای پیش رو (۱ = مانند هر معامله‌ی هم‌سن)',
      },
      columns: [
        { id: 'stage', title: { en: 'Stage', fa: 'مرحله' }, unit: 'text' },
        { id: 'win30', title: { en: 'Won, 1–30', fa: 'برد، ۱ تا ۳۰' }, unit: 'number' },
        { id: 'win90', title: { en: '31–90', fa: '۳۱ تا ۹۰' }, unit: 'number' },
        { id: 'winLater', title: { en: 'later', fa: 'پس از آن' }, unit: 'number' },
        { id: 'loss30', title: { en: 'Lost, 1–30', fa: 'از دست رفتن، ۱ تا ۳۰' }, unit: 'number' },
        { id: 'loss90', title: { en: '31–90', fa: '۳۱ تا ۹۰' }, unit: 'number' },
        { id: 'lossLater', title: { en: 'later', fa: 'پس از آن' }, unit: 'number' },
      ],
      rows: stages.names.map((stage, at) => {
        const of = (column: Float64Array, span: number): number => column[(at + 1) * spans + span] ?? 1;
        return {
          stage,
          ...{ win30: of(win, 0), win90: of(win, 1), winLater: of(win, 2) },
          ...{ loss30: of(loss, 0), loss90: of(loss, 1), lossLater: of(loss, 2) },
        };
      }),
    },
  ];
}

type Effects = Forecast['fit']['wins'];

const PLACES: readonly (readonly [kind: 'quarter' | 'part', at: number, name: Text])[] = [
  ['quarter', 0, { en: 'first month of a quarter', fa: 'ماه نخست فصل' }],
  ['quarter', 1, { en: 'second month', fa: 'ماه دوم' }],
  ['quarter', 2, { en: 'third month', fa: 'ماه سوم' }],
  ['part', 0, { en: 'first ten days of a month', fa: 'ده روز نخست ماه' }],
  ['part', 1, { en: 'second ten days', fa: 'ده روز دوم' }],
  ['part', 2, { en: 'the rest of it', fa: 'باقی ماه' }],
];

function rhythmTable(series: readonly (readonly [id: string, title: Text, effects: Effects])[]): Table {
  const columns: Column[] = [
    { id: 'place', title: { en: 'When', fa: 'کی' }, unit: 'text' },
    ...series.map(([id, title]): Column => ({ id, title, unit: 'number' })),
  ];
  return {
    id: 'rhythm',
    title: {
      en: 'The rhythm of the calendar (1 = none that is told from chance)',
      fa: 'آهنگ تقویم (۱ = آهنگی که از شانس بازشناخته شود نیست)',
    },
    columns,
    rows: PLACES.map(([kind, at, place]) => ({
      place,
      ...Object.fromEntries(series.map(([id, , effects]) => [id, effects[kind][at] ?? 1])),
    })),
  };
}

function creationFit(forecast: Forecast): Fit {
  const { fit, expectation, horizon, amounts, inMoney, correction } = forecast;
  const { creations } = fit;
  const figures: Figure[] = [
    {
      id: 'created',
      title: {
        en: 'deals expected to be created within the horizon',
        fa: 'معامله‌هایی که در افق ایجادشان انتظار می‌رود',
      },
      unit: 'number',
      value: total(expectation.future.created.filter((_, day) => (expectation.future.month[day] as number) < horizon)),
    },
    {
      id: 'growth',
      title: { en: 'growth of creation a month now', fa: 'رشد ماهانه‌ی ایجاد اکنون' },
      unit: 'ratio',
      value: creations.growth,
    },
    {
      id: 'yearKnown',
      title: {
        en: 'a rhythm of the year is looked for (two years or more)',
        fa: 'آهنگ سال جست‌وجو می‌شود (دو سال یا بیشتر)',
      },
      unit: 'text',
      value: creations.year.length > 0 ? { en: 'yes', fa: 'بله' } : { en: 'no', fa: 'نه' },
    },
    {
      id: 'wins',
      title: { en: 'expected wins of them within the horizon', fa: 'برد مورد انتظار از آن‌ها در افق' },
      unit: 'number',
      value: total(expectation.laterWins.subarray(0, horizon)),
    },
    {
      id: 'value',
      title: { en: 'expected value of these', fa: 'ارزش مورد انتظار آن‌ها' },
      unit: inMoney ? 'money' : 'number',
      value: correction.month.level * total(expectation.laterValue.subarray(0, horizon)),
    },
    {
      id: 'perWin',
      title: { en: 'what a win brings on average', fa: 'آنچه هر برد به‌طور میانگین می‌آورد' },
      unit: 'money',
      value: inMoney ? amounts.perWin : null,
    },
  ];
  return {
    figures,
    tables: [rhythmTable([['created', { en: 'deals created', fa: 'معامله‌های ایجادشده' }, creations]])],
  };
}

function intervalFit(forecast: Forecast): Fit {
  const { months, horizon, correction, method, inMoney } = forecast;
  const shown = months.slice(0, horizon);
  const won = total(shown.map((month) => month.wonSoFar));
  const { interval, best, worst } = spreadOf(forecast, 0, horizon, won);
  const unit = inMoney ? 'money' : 'number';
  const expected = won + total(forecast.expected.subarray(0, horizon));
  return {
    figures: [
      {
        id: 'method',
        title: { en: 'shown as the forecast', fa: 'آنچه به‌جای پیش‌بینی نشان داده می‌شود' },
        unit: 'text',
        value:
          method === 'model' ? { en: 'the model', fa: 'مدل' } : { en: 'the best baseline', fa: 'بهترین سنجه‌ی ساده' },
      },
      {
        id: 'expected',
        title: { en: 'expected over the horizon', fa: 'مورد انتظار در افق' },
        unit,
        value: expected,
        interval,
      },
      { id: 'best', title: { en: 'better in one case of ten', fa: 'در یک حالت از ده بهتر از' }, unit, value: best },
      { id: 'worst', title: { en: 'worse in one case of ten', fa: 'در یک حالت از ده بدتر از' }, unit, value: worst },
      {
        id: 'level',
        title: { en: 'level, from past forecasts', fa: 'سطح، از پیش‌بینی‌های گذشته' },
        unit: 'number',
        value: method === 'model' ? correction.month.level : null,
      },
      {
        id: 'width',
        title: { en: 'width of one month', fa: 'پهنای یک ماه' },
        unit: 'number',
        value: method === 'model' ? correction.month.width : null,
      },
      {
        id: 'widthOfMonths',
        title: { en: 'width of several months together', fa: 'پهنای چند ماه با هم' },
        unit: 'number',
        value: method === 'model' ? correction.months.width : null,
      },
      { id: 'draws', title: { en: 'draws', fa: 'قرعه‌ها' }, unit: 'count', value: SIMULATIONS },
    ],
    tables: [],
  };
}

const METHODS: Readonly<Record<string, Text>> = {
  model: { en: 'the model', fa: 'مدل' },
  last_period: { en: 'the month before', fa: 'ماه قبل' },
  mean_of_three: { en: 'mean of three months', fa: 'میانگین سه ماه' },
  same_month_last_quarter: { en: 'same month of the last quarter', fa: 'همان ماه از فصل قبل' },
  same_month_last_year: { en: 'same month of the last year', fa: 'همان ماه از سال قبل' },
};

function backtestFit({ origins, verdict }: Forecast): Fit {
  const { bands, brier } = chancesOf(origins);
  const scores = scoresOf(origins);
  return {
    figures: [
      {
        id: 'origins',
        title: { en: 'past months forecast anew', fa: 'ماه‌های گذشته‌ی دوباره پیش‌بینی‌شده' },
        unit: 'count',
        value: origins.length,
      },
      {
        id: 'best',
        title: { en: 'best of the simple forecasts', fa: 'بهترین پیش‌بینی ساده' },
        unit: 'text',
        value: verdict.best === null ? null : (METHODS[verdict.best] ?? null),
      },
      {
        id: 'brier',
        title: { en: 'Brier score of the chances of single deals', fa: 'امتیاز بریر احتمال‌های تک‌معامله‌ها' },
        unit: 'number',
        value: brier,
      },
    ],
    tables: [
      {
        id: 'scores',
        title: { en: 'Errors on the past', fa: 'خطا در گذشته' },
        columns: [
          { id: 'method', title: { en: 'Forecast', fa: 'پیش‌بینی' }, unit: 'text' },
          { id: 'horizon', title: { en: 'Months', fa: 'ماه' }, unit: 'count' },
          { id: 'wape', title: { en: 'WAPE', fa: 'خطا (WAPE)' }, unit: 'ratio' },
          { id: 'bias', title: { en: 'Bias', fa: 'سوگیری' }, unit: 'ratio' },
          { id: 'coverage', title: { en: 'In 95 %', fa: 'در ۹۵٪' }, unit: 'ratio' },
          { id: 'inner', title: { en: 'In 80 %', fa: 'در ۸۰٪' }, unit: 'ratio' },
          { id: 'n', title: { en: 'Trials', fa: 'آزمون‌ها' }, unit: 'count' },
        ],
        rows: scores.map(({ method, horizon, wape, bias, coverage, inner, n }) => ({
          method: METHODS[method] ?? method,
          ...{ horizon, wape, bias, coverage, inner, n },
        })),
      },
      {
        id: 'calibration',
        title: {
          en: 'Open deals by the chance that they were given of being won within a quarter',
          fa: 'معامله‌های باز به احتمالی که برای برد در یک فصل به آن‌ها داده شد',
        },
        columns: [
          { id: 'from', title: { en: 'Chance from', fa: 'احتمال از' }, unit: 'ratio' },
          { id: 'to', title: { en: 'to', fa: 'تا' }, unit: 'ratio' },
          { id: 'n', title: { en: 'Deals', fa: 'معامله‌ها' }, unit: 'count' },
          { id: 'predicted', title: { en: 'Predicted', fa: 'پیش‌بینی‌شده' }, unit: 'ratio' },
          { id: 'won', title: { en: 'Won', fa: 'برنده' }, unit: 'ratio' },
        ],
        rows: bands.map(({ from, to, n, predicted, happened }) => ({
          ...{ from, to, n, predicted },
          won: n > 0 ? happened / n : null,
        })),
      },
    ],
  };
}
