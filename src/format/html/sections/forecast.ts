/** What is expected to be won, how far the forecast can be trusted, and against what it is held. */
import { countText, decimalText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../page.js';
import { comma, type Measure, rangeWords, reasonWords, valueWords } from '../../pages/figures.js';
import { methodWords } from '../../pages/forecast-methods.js';
import { intervalWords } from '../../pages/interval-words.js';
import { notComputed } from '../../pages/not-computed.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { assumedHtml } from './assumed.js';
import type { SectionHtml } from './definition.js';
import { type Fact, factCards } from './fact-card.js';
import { calibrationFigure } from './forecast/calibration.js';
import { groupFigures } from './forecast/groups.js';
import { measureOf } from './forecast/measure.js';
import { monthsFigure } from './forecast/months.js';
import { pacingHtml } from './forecast/pacing.js';
import { pastFigure, scoresHtml } from './forecast/past.js';
import { stagesFigure } from './forecast/stages.js';

type Forecast = NonNullable<Report['forecast']>;
type Open = NonNullable<Forecast['open']>;

const TITLES = {
  expected: { en: 'Expected won value', fa: 'ارزش برد مورد انتظار' },
  pipeline: { en: 'Expected of open deals', fa: 'مورد انتظار از معامله‌های باز' },
  open: { en: 'Open deals', fa: 'معامله‌های باز' },
} as const satisfies Record<string, Text>;
const DEFINITIONS = {
  expected: {
    en: 'Won so far in the running month, what the open deals are expected to bring by their stage and age, and what deals that do not exist yet are expected to bring; within the months of the forecast.',
    fa: 'برد تاکنون در ماه جاری، آنچه از معامله‌های باز بر پایه‌ی مرحله و سن آن‌ها انتظار می‌رود، و آنچه از معامله‌هایی که هنوز نیستند؛ در ماه‌های پیش‌بینی.',
  },
  pipeline: {
    en: 'What the deals that are open now are expected to bring within the months of the forecast, by their stage and age.',
    fa: 'آنچه انتظار می‌رود معامله‌های باز کنونی در ماه‌های پیش‌بینی بیاورند، بر پایه‌ی مرحله و سن آن‌ها.',
  },
  open: {
    en: 'Deals open on the last day of the data. Those without an amount are counted at the usual one, and the bounds say what that may change.',
    fa: 'معامله‌های باز در آخرین روز داده‌ها. آن‌هایی که مبلغ ندارند با مبلغ معمول به حساب می‌آیند و کران‌ها می‌گویند این چه‌قدر جابه‌جا می‌کند.',
  },
} as const satisfies Record<string, Text>;

const BEATS: { readonly [Kind in 'yes' | 'no' | 'unknown']: Sentence<Words> } = {
  yes: {
    en: (best) => say`On the past of these files the model forecasts better than the best simple rule (${best}).`,
    fa: (best) => say`در گذشته‌ی همین فایل‌ها مدل بهتر از بهترین قاعده‌ی ساده (${best}) پیش‌بینی می‌کند.`,
  },
  no: {
    en: (best) =>
      say`On the past of these files the model does not beat the best simple rule (${best}), so that is what is shown.`,
    fa: (best) => say`در گذشته‌ی همین فایل‌ها مدل از بهترین قاعده‌ی ساده (${best}) بهتر نیست؛ پس همان نشان داده می‌شود.`,
  },
  unknown: {
    en: () => ['Nothing tells whether the model beats a simple rule: these files have too little past.'],
    fa: () => ['نمی‌توان گفت مدل از قاعده‌های ساده بهتر است یا نه: گذشته‌ی این فایل‌ها کوتاه است.'],
  },
};
const WINS: Sentence<string> = { en: (n) => [`about ${n} won deals`], fa: (n) => [`نزدیک ${n} معامله‌ی برنده`] };
const RANGE: Sentence<{ worst: Words; best: Words }> = {
  en: ({ worst, best }) => say`worst case ${worst}, best case ${best}`,
  fa: ({ worst, best }) => say`بدترین حالت ${worst}، بهترین حالت ${best}`,
};
const BASELINE: Sentence<{ name: Words; value: Words }> = {
  en: ({ name, value }) => say`simple rule (${name}): ${value}`,
  fa: ({ name, value }) => say`قاعده‌ی ساده (${name}): ${value}`,
};
const SO_FAR: Sentence<Words> = {
  en: (value) => say`beside ${value} won so far`,
  fa: (value) => say`در کنار ${value} برد تاکنون`,
};
const NEW: Sentence<Words> = {
  en: (value) => say`and ${value} of new business, deals that do not exist yet`,
  fa: (value) => say`و ${value} از کسب‌وکار تازه، معامله‌هایی که هنوز نیستند`,
};
const OPEN: { readonly [Key in 'amount' | 'wins' | 'unpriced' | 'undated' | 'bounds']: Sentence<Words> } = {
  amount: { en: (text) => say`amounts of ${text}`, fa: (text) => say`به مبلغ ${text}` },
  wins: { en: (n) => say`about ${n} of them will be won`, fa: (n) => say`نزدیک ${n} معامله برنده می‌شود` },
  unpriced: {
    en: (text) => say`${text} without an amount`,
    fa: (text) => say`${text} بدون مبلغ`,
  },
  undated: { en: (n) => say`${n} without a creation date`, fa: (n) => say`${n} بدون تاریخ ایجاد` },
  bounds: {
    en: (range) => say`whatever these are worth, the forecast is ${range}`,
    fa: (range) => say`ارزش آن‌ها هرچه باشد، پیش‌بینی ${range} است`,
  },
};
const WORTH: Sentence<Words> = { en: (value) => say` (about ${value})`, fa: (value) => say` (نزدیک ${value})` };
const NO_PAST: Sentence<Words> = {
  en: (why) => say`The forecast is not tested on the past: ${why}.`,
  fa: (why) => say`پیش‌بینی روی گذشته آزموده نشد: ${why}.`,
};

export const forecastHtml: SectionHtml = (report, page) => {
  const { forecast } = report;
  if (forecast === null) return null;
  const notes = assumedHtml(forecast.notes, page);
  if (forecast.reason !== null) return html`<p>${page.words(notComputed(forecast.reason, page.options))}</p>${notes}`;
  const { backtest } = forecast;
  const untested =
    backtest.reason === null
      ? null
      : html`<p class="note">${page.words(NO_PAST[page.lang]([reasonWords(backtest.reason, page.lang)]))}</p>`;
  return all([
    html`<p class="lead">${firstLine(forecast, page)}</p>`,
    factCards(facts(forecast, page), page),
    html`<div class="grid ahead">${all([monthsFigure(forecast, page), pastFigure(forecast, page)])}</div>`,
    untested,
    pacingHtml(report, page),
    html`<div class="grid ahead">${all([
      ...groupFigures(forecast, page),
      stagesFigure(forecast, page),
      scoresHtml(forecast, page),
      calibrationFigure(forecast, page),
    ])}</div>`,
    notes,
  ]);
};

/** Whether the model may be believed, in the words of the document where it has them. */
function firstLine({ headline, baseline }: Forecast, page: Page): Html {
  if (headline.message !== null) return page.sentence(headline.message.message);
  const best: Words = baseline === null ? ['–'] : [methodWords(baseline, page.options)];
  const kind = headline.beats === null || baseline === null ? 'unknown' : headline.beats ? 'yes' : 'no';
  return page.words(BEATS[kind][page.lang](best));
}

function facts(forecast: Forecast, page: Page): Fact[] {
  const { total, open, currency, baseline } = forecast;
  const { lang, options } = page;
  const { unit } = forecast;
  const measure = { unit: measureOf(unit), currency };
  const bare = { unit: measureOf(unit), currency: null };
  const money = (value: number): Words => valueWords(value, bare, options);
  const said = <Value>(value: Value | null, words: (value: Value) => Words): Words[] =>
    value === null ? [] : [words(value)];
  const out: Fact[] = [];
  if (total !== null) {
    const { interval, worst, best, wins, wonSoFar, pipeline, newBusiness } = total;
    const cases = worst === null || best === null ? [] : [RANGE[lang]({ worst: money(worst), best: money(best) })];
    const name: Words = baseline === null ? [] : [methodWords(baseline, options)];
    out.push(
      {
        title: TITLES.expected[lang],
        definition: DEFINITIONS.expected[lang],
        value: total.expected,
        ...measure,
        lines: [
          ...said(interval, (range) => intervalWords(range, measure.unit, options)),
          ...cases,
          ...said(wins, (n) => WINS[lang](countText(n, lang))),
          ...(baseline === null || total.baseline === null
            ? []
            : [BASELINE[lang]({ name, value: money(total.baseline) })]),
        ],
      },
      {
        title: TITLES.pipeline[lang],
        definition: DEFINITIONS.pipeline[lang],
        value: pipeline,
        ...measure,
        lines: [
          ...said(wonSoFar === 0 ? null : wonSoFar, (value) => SO_FAR[lang](money(value))),
          ...said(newBusiness, (value) => NEW[lang](money(value))),
        ],
      },
    );
  }
  if (open !== null) {
    out.push({
      title: TITLES.open[lang],
      definition: DEFINITIONS.open[lang],
      value: open.deals,
      ...{ unit: 'count', currency: null },
      lines: openLines(open, bare, page),
    });
  }
  return out;
}

/** What the open deals are worth, and what is not known of them, with what that may change. */
function openLines(
  { amount, expectedWins, unpriced, undated, unpricedValue, bounds }: Open,
  bare: Measure,
  page: Page,
): Words[] {
  const { lang, options } = page;
  const wins =
    expectedWins === null
      ? []
      : [OPEN.wins[lang]([expectedWins < 10 ? decimalText(expectedWins, 1, lang) : countText(expectedWins, lang)])];
  const worth = unpricedValue === null ? [] : WORTH[lang](valueWords(unpricedValue, bare, options));
  const missing = [
    ...(unpriced === 0 ? [] : [OPEN.unpriced[lang](say`${countText(unpriced, lang)}${worth}`)]),
    ...(undated === 0 ? [] : [OPEN.undated[lang]([countText(undated, lang)])]),
  ];
  return [
    ...(amount === null ? [] : [OPEN.amount[lang](valueWords(amount, bare, options))]),
    ...wins,
    ...(missing.length === 0 ? [] : [join(missing, comma(lang))]),
    ...(bounds === null || missing.length === 0
      ? []
      : [OPEN.bounds[lang](rangeWords(bounds.low, bounds.high, bare, options))]),
  ];
}
