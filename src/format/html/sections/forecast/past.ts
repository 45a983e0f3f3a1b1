/** What forecasts of the past would have said, made anew without hindsight, and how far each way of forecasting was off. */
import { countText, ratioText, relativeText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { type Sentence, say, type Words } from '../../../page.js';
import { levelText, type Measure, pointWords, rangeWords, valueWords } from '../../../pages/figures.js';
import { methodWords } from '../../../pages/forecast-methods.js';
import { intervalHead } from '../../../pages/interval-words.js';
import { figure } from '../../charts/figure.js';
import { type ForesightPoint, foresight } from '../../charts/foresight.js';
import { type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableRow, table } from '../../table.js';
import { placeNames } from '../time/place-names.js';
import { measureOf } from './measure.js';

type Forecast = NonNullable<Report['forecast']>;
type Backtest = Forecast['backtest'];
type Month = Backtest['months'][number];

const WORDS = {
  title: { en: 'What the forecast would have said', fa: 'آنچه پیش‌بینی می‌گفت' },
  actual: { en: 'won', fa: 'برد واقعی' },
  forecast: { en: 'forecast', fa: 'پیش‌بینی' },
  month: { en: 'Month', fa: 'ماه' },
  actualHead: { en: 'Won', fa: 'برد واقعی' },
  forecastHead: { en: 'Forecast', fa: 'پیش‌بینی' },
  scores: { en: 'How far each way was off', fa: 'خطای هر روش' },
  method: { en: 'Way of forecasting', fa: 'روش پیش‌بینی' },
  wape: { en: 'Off by', fa: 'خطا' },
  bias: { en: 'Leans', fa: 'سوگیری' },
  inside80: { en: 'In 80\u00a0%', fa: 'در ۸۰٪' },
  inside95: { en: 'In 95\u00a0%', fa: 'در ۹۵٪' },
  n: { en: 'Months', fa: 'ماه' },
  reads: {
    en: 'off by: what was missed, over and under, as a share of what was won (WAPE); leans: + too much, − too little; in: months within the interval, of 80 and of 95 %',
    fa: 'خطا: جمع کم و زیادها به نسبت برد واقعی (WAPE)؛ سوگیری: + بیش از واقع، − کمتر از واقع؛ در: ماه‌های درون بازه‌ی ۸۰ و ۹۵ درصد',
  },
} as const satisfies Record<string, Text>;
const BAND: Sentence<string> = { en: (level) => [`its ${level} interval`], fa: (level) => [`بازه‌ی ${level} آن`] };
const LABEL: Sentence<{ n: string; inside: string | null }> = {
  en: ({ n, inside }) => [
    `Won value of ${n} past months and what had been forecast for each${
      inside === null ? '' : `; ${inside} of them lie within the interval`
    }`,
  ],
  fa: ({ n, inside }) => [
    `برد ${n} ماه گذشته و آنچه برای هر یک پیش‌بینی می‌شد${inside === null ? '' : `؛ ${inside} ماه درون بازه است`}`,
  ],
};
const ORIGINS: Sentence<{ n: string }> = {
  en: ({ n }) => [`Made anew on ${n} past days, with nothing that was not known then.`],
  fa: ({ n }) => [`از نو در ${n} روز گذشته، تنها با آنچه آن روز معلوم بود.`],
};

const AHEAD: { readonly [L in Lang]: (months: number, text: string) => string } = {
  en: (months, text) => (months === 1 ? `${text} month ahead` : `${text} months ahead, together`),
  fa: (months, text) => (months === 1 ? `${text} ماه جلوتر` : `${text} ماه جلوتر، روی هم`),
};
const BASELINES: readonly (keyof Month['baselines'])[] = [
  'last_period',
  'mean_of_three',
  'same_month_last_quarter',
  'same_month_last_year',
];

/** Null where the past was not forecast. */
export function pastFigure({ backtest, baseline, unit }: Forecast, page: Page): Html | null {
  const { months } = backtest;
  if (backtest.reason !== null || months.length === 0) return null;
  const { lang, options } = page;
  const bare = { unit: measureOf(unit), currency: null };
  const best = BASELINES.find((name) => name === baseline) ?? null;
  const names = placeNames(months, page, { period: null });
  const money = (value: number | null): Words => valueWords(value, bare, options);
  const points = months.map((month, index): ForesightPoint => {
    const { label = '', year = null } = names[index] ?? {};
    return {
      label,
      year,
      partial: false,
      value: month.actual,
      forecast: month.forecast,
      low: month.interval?.low ?? null,
      high: month.interval?.high ?? null,
      previous: best === null ? null : month.baselines[best],
      title: plainText(say`${label}: ${money(month.actual)} / ${money(month.forecast)}`),
    };
  });
  const banded = months.filter(({ interval }) => interval !== null);
  const inside = banded.filter(
    ({ actual, interval }) => interval !== null && actual >= interval.low && actual <= interval.high,
  );
  const level = banded[0]?.interval?.level;
  const { origins } = backtest;
  return figure(
    {
      id: page.id('forecast-past'),
      title: html`${WORDS.title[lang]}`,
      sub: html`<span class="key ink"></span>${WORDS.actual[lang]} <span class="key line"></span>${WORDS.forecast[lang]} ${
        level === undefined
          ? null
          : html`<span class="key soft"></span>${page.words(BAND[lang](levelText(level, lang)))} `
      }${best === null ? null : html`<span class="key line dash"></span>${page.words([methodWords(best, options)])}`}`,
      label: plainText(
        LABEL[lang]({
          n: countText(months.length, lang),
          inside: banded.length === 0 ? null : countText(inside.length, lang),
        }),
      ),
      draw: foresight(points, bare.unit, page),
      figures: pastTable(months, bare, page),
      wide: months.length > 24,
      note: page.words(ORIGINS[lang]({ n: countText(origins, lang) })),
    },
    page,
  );
}

function pastTable(months: readonly Month[], bare: Measure, page: Page): Html {
  const { lang, options } = page;
  const money = (value: number | null): TableCell => ({
    html: value === null ? html`–` : page.words(valueWords(value, bare, options)),
    sort: value,
  });
  const shown = BASELINES.filter((name) => months.some(({ baselines }) => baselines[name] !== null));
  const intervals = months.map(({ interval }) => interval);
  const rows = months.map((month): TableCell[] => [
    { html: page.words([pointWords(month, options)]), sort: month.start },
    money(month.actual),
    money(month.forecast),
    {
      html:
        month.interval === null
          ? NOTHING
          : page.words(rangeWords(month.interval.low, month.interval.high, bare, options)),
      sort: month.interval?.low ?? null,
      tone: 'dim',
    },
    ...shown.map((name) => money(month.baselines[name])),
  ]);
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.month[lang]}`, kind: 'text' },
        { title: html`${WORDS.actualHead[lang]}`, kind: 'number' },
        { title: html`${WORDS.forecastHead[lang]}`, kind: 'number' },
        { title: html`${intervalHead(intervals, lang)}`, kind: 'number' },
        ...shown.map((name) => ({ title: page.words([methodWords(name, options)]), kind: 'number' as const })),
      ],
      rows,
      sortable: true,
    },
    page,
  );
}

/** Null where nothing was scored. */
export function scoresHtml({ backtest, baseline }: Forecast, page: Page): Html | null {
  const { scores } = backtest;
  if (scores.length === 0) return null;
  const { lang, options } = page;
  const share = (value: number | null): TableCell => ({
    html: value === null ? html`–` : html`${ratioText(value, lang)}`,
  });
  const horizons = [...new Set(scores.map(({ horizon }) => horizon))].sort((a, b) => a - b);
  const rows = horizons.flatMap((horizon): TableRow[] => [
    { group: html`${AHEAD[lang](horizon, countText(horizon, lang))}` },
    ...scores
      .filter((score) => score.horizon === horizon)
      .map(({ method, wape, bias, coverage, coverage80, n }): TableCell[] => {
        const tone = method === 'model' || method === baseline ? ('strong' as const) : undefined;
        return [
          { html: page.words([methodWords(method, options)]), tone },
          { ...share(wape), tone },
          { html: bias === null ? html`–` : page.words([relativeText(bias, lang)]) },
          share(coverage80),
          share(coverage),
          { html: html`${countText(n, lang)}` },
        ];
      }),
  ]);
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  const columns = [
    { title: html`${WORDS.method[lang]}`, kind: 'text' as const },
    number(WORDS.wape),
    number(WORDS.bias),
    number(WORDS.inside80),
    number(WORDS.inside95),
    number(WORDS.n),
  ];
  return html`<div id="${page.id('forecast-scores')}"><h3>${WORDS.scores[lang]}</h3><p class="sub">${WORDS.reads[lang]}</p>${table(
    { caption: WORDS.scores[lang], columns, rows },
    page,
  )}</div>`;
}
