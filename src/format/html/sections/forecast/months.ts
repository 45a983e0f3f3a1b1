/** What is expected month by month, and of what it is made. */
import { decimalText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import {
  comma,
  currencyWords,
  labelWords,
  levelText,
  pointWords,
  rangeWords,
  semicolon,
  valueWords,
} from '../../../pages/figures.js';
import { methodWords } from '../../../pages/forecast-methods.js';
import { intervalHead, intervalWords } from '../../../pages/interval-words.js';
import { figure } from '../../charts/figure.js';
import { type StackedPoint, stacked } from '../../charts/stacked.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { placeNames } from '../time/place-names.js';
import { measureOf } from './measure.js';

type Forecast = NonNullable<Report['forecast']>;
type Month = Forecast['months'][number];

/** More months take the whole width of the page. */
const WIDE_FROM = 12;

const WORDS = {
  title: { en: 'Expected won value by month', fa: 'ارزش برد مورد انتظار، ماه به ماه' },
  soFar: { en: 'won so far', fa: 'برد تاکنون' },
  pipeline: { en: 'open deals', fa: 'معامله‌های باز' },
  newBusiness: { en: 'new business', fa: 'کسب‌وکار تازه' },
  partial: { en: '‡ the running month', fa: '‡ ماه جاری' },
  month: { en: 'Month', fa: 'ماه' },
  soFarHead: { en: 'Won so far', fa: 'برد تاکنون' },
  pipelineHead: { en: 'Open deals', fa: 'معامله‌های باز' },
  newHead: { en: 'New business', fa: 'کسب‌وکار تازه' },
  expected: { en: 'Expected', fa: 'مورد انتظار' },
  baseline: { en: 'Simple rule', fa: 'قاعده‌ی ساده' },
  wins: { en: 'Won deals', fa: 'معامله‌ی برنده' },
  total: { en: 'Together', fa: 'روی هم' },
} as const satisfies Record<string, Text>;
const INTERVAL: Sentence<string> = { en: (level) => [`${level} interval`], fa: (level) => [`بازه‌ی ${level}`] };
const LABEL: Sentence<{ first: Words; last: Words; values: Words }> = {
  en: ({ first, last, values }) => say`Expected won value from ${first} to ${last}: ${values}`,
  fa: ({ first, last, values }) => say`ارزش برد مورد انتظار از ${first} تا ${last}: ${values}`,
};

/** Null without months. */
export function monthsFigure(forecast: Forecast, page: Page): Html | null {
  const { months, currency, baseline } = forecast;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { lang, options } = page;
  const bare = { unit: measureOf(forecast.unit), currency: null };
  const names = placeNames(months, page, { period: null });
  const money = (value: number | null): Words => valueWords(value, bare, options);
  const points = months.map((month, index): StackedPoint => {
    const { label = '', year = null } = names[index] ?? {};
    const { expected, interval, wonSoFar, pipeline, newBusiness, partial } = month;
    const range = interval === null ? [] : [intervalWords(interval, bare.unit, options)];
    const said = join([say`${label}: ${money(expected)}`, ...range], comma(lang));
    return {
      label: partial ? `${label}\u00a0‡` : label,
      year,
      value: expected,
      partial,
      parts: [wonSoFar, pipeline, newBusiness],
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      previous: month.baseline,
      text: expected === null ? '' : drawnText(money(expected), page),
      title: plainText(said),
    };
  });
  const values = join(
    months.map((month) => money(month.expected)),
    comma(lang),
  );
  return figure(
    {
      id: page.id('forecast-months'),
      title: html`${WORDS.title[lang]}`,
      sub: keys(forecast, page),
      label: plainText(
        LABEL[lang]({
          first: [labelWords(first.label, options)],
          last: [labelWords(last.label, options)],
          values: currency === null ? values : say`${values} ${currencyWords(currency, lang)}`,
        }),
      ),
      draw: stacked(points, bare.unit, page),
      figures: monthTable(forecast, page),
      wide: months.length > WIDE_FROM,
      note: months.some(({ partial }) => partial)
        ? html`${WORDS.partial[lang]}${
            baseline === null
              ? null
              : html`${semicolon(lang)}${WORDS.baseline[lang]}: ${page.words([methodWords(baseline, options)])}`
          }`
        : null,
    },
    page,
  );
}

function keys({ months, currency }: Forecast, page: Page): Html {
  const { lang } = page;
  const has = (of: (month: Month) => number | null): boolean => months.some((month) => (of(month) ?? 0) !== 0);
  const level = months.find(({ interval }) => interval !== null)?.interval?.level;
  return html`${currency === null || currency === '' ? null : html`${page.words([currencyWords(currency, lang)])}<br>`}${
    has(({ wonSoFar }) => wonSoFar) ? html`<span class="key"></span>${WORDS.soFar[lang]} ` : null
  }${has(({ pipeline }) => pipeline) ? html`<span class="key soft"></span>${WORDS.pipeline[lang]} ` : null}${
    has(({ newBusiness }) => newBusiness) ? html`<span class="key hollow"></span>${WORDS.newBusiness[lang]} ` : null
  }${level === undefined ? null : html`<span class="key span"></span>${page.words(INTERVAL[lang](levelText(level, lang)))} `}${
    months.some(({ baseline }) => baseline !== null)
      ? html`<span class="key tick"></span>${WORDS.baseline[lang]}`
      : null
  }`;
}

function monthTable({ months, total, unit }: Forecast, page: Page): Html {
  const { lang, options } = page;
  const bare = { unit: measureOf(unit), currency: null };
  const money = (value: number | null): TableCell => ({
    html: value === null ? html`–` : page.words(valueWords(value, bare, options)),
  });
  const cellsOf = (month: Omit<Month, 'label' | 'start' | 'end' | 'partial'>): TableCell[] => [
    money(month.wonSoFar),
    money(month.pipeline),
    money(month.newBusiness),
    { ...money(month.expected), tone: 'strong' },
    {
      html:
        month.interval === null
          ? NOTHING
          : page.words(rangeWords(month.interval.low, month.interval.high, bare, options)),
      tone: 'dim',
    },
    money(month.baseline),
    { html: month.wins === null ? html`–` : html`${decimalText(month.wins, 1, lang)}` },
  ];
  const number = (title: Text, wideOnly = false) => ({
    title: html`${title[lang]}`,
    kind: 'number' as const,
    wideOnly,
  });
  const intervals = months.map(({ interval }) => interval);
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.month[lang]}`, kind: 'text' },
        number(WORDS.soFarHead),
        number(WORDS.pipelineHead),
        number(WORDS.newHead),
        number(WORDS.expected),
        { title: html`${intervalHead(intervals, lang)}`, kind: 'number' },
        number(WORDS.baseline),
        number(WORDS.wins),
      ],
      rows: [
        ...months.map((month) => [
          { html: html`${page.words([pointWords(month, options)])}${month.partial ? ' ‡' : ''}` },
          ...cellsOf(month),
        ]),
        ...(total === null ? [] : [[{ html: html`${WORDS.total[lang]}`, tone: 'strong' as const }, ...cellsOf(total)]]),
      ],
    },
    page,
  );
}
