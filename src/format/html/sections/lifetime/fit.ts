/** How the model fits: customers by repeat purchases, and the purchases of days that it was not shown. */

import { localDigits } from '../../../../locale/digits.js';
import { countText, decimalText, roundedText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence } from '../../../page.js';
import { columns } from '../../charts/columns.js';
import { figure } from '../../charts/figure.js';
import type { TimePoint } from '../../charts/time-frame.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Lifetime = NonNullable<Report['lifetime']>;
type Fit = NonNullable<Lifetime['fit']>;

const WORDS = {
  frequency: { en: 'Customers by repeat purchases', fa: 'مشتریان بر پایه‌ی خرید مجدد' },
  observed: { en: 'observed', fa: 'مشاهده‌شده' },
  model: { en: 'by the model', fa: 'به گفته‌ی مدل' },
  calibration: {
    en: 'Purchases of the last third, which the model did not see',
    fa: 'خریدهای یک‌سوم آخر، که مدل ندیده بود',
  },
  actual: { en: 'bought, a customer', fa: 'خرید هر مشتری' },
  perFirst: { en: 'by repeat purchases of the first two thirds', fa: 'بر پایه‌ی خرید مجدد در دوسوم نخست' },
  repeats: { en: 'Repeat purchases', fa: 'خرید مجدد' },
  customers: { en: 'Customers', fa: 'مشتریان' },
  observedHead: { en: 'Observed', fa: 'مشاهده‌شده' },
  expectedHead: { en: 'By the model', fa: 'به گفته‌ی مدل' },
  actualHead: { en: 'Bought, each', fa: 'خرید هر یک' },
} as const satisfies Record<string, Text>;

interface Worst {
  readonly purchases: string;
  readonly actual: string;
  readonly expected: string;
}
const FREQUENCY_LABEL: Sentence<Worst> = {
  en: ({ purchases, actual, expected }) => [
    `Customers by repeat purchases, observed and by the model; farthest apart at ${purchases}: ${actual} observed, ${expected} by the model`,
  ],
  fa: ({ purchases, actual, expected }) => [
    `مشتریان بر پایه‌ی خرید مجدد، مشاهده‌شده و به گفته‌ی مدل؛ بیشترین فاصله در ${purchases}: ${actual} مشاهده‌شده، ${expected} به گفته‌ی مدل`,
  ],
};
const CALIBRATION_LABEL: Sentence<Worst> = {
  en: ({ purchases, actual, expected }) => [
    `Purchases of each customer in the last third of the days, by those before; farthest apart at ${purchases}: ${actual} bought, ${expected} by the model`,
  ],
  fa: ({ purchases, actual, expected }) => [
    `خریدهای هر مشتری در یک‌سوم آخر روزها، بر پایه‌ی خریدهای پیشین؛ بیشترین فاصله در ${purchases}: ${actual} خرید، ${expected} به گفته‌ی مدل`,
  ],
};
const TOTALS: Sentence<{ actual: string; expected: string }> = {
  en: ({ actual, expected }) => [`In all ${actual} purchases, ${expected} by the model.`],
  fa: ({ actual, expected }) => [`در کل ${actual} خرید، ${expected} به گفته‌ی مدل.`],
};

/** `7+`, `۷+`: the digits of the page, the sign behind them. */
function named(purchases: string, page: Page): string {
  return drawnText([localDigits(purchases, page.lang)], page);
}

/** Null without a fit. */
export function frequencyFigure({ fit }: Lifetime, page: Page): Html | null {
  const rows = fit?.frequency ?? [];
  if (rows.length === 0) return null;
  const { lang } = page;
  const points = rows.map(({ purchases, observed, expected }): TimePoint => {
    const name = named(purchases, page);
    return {
      label: name,
      value: observed,
      previous: expected,
      partial: false,
      text: drawnText([countText(observed, lang)], page),
      title: `${purchases}: ${countText(observed, lang)} / ${countText(expected, lang)}`,
    };
  });
  const body = rows.map(({ purchases, observed, expected }): TableCell[] => [
    { html: html`${localDigits(purchases, lang)}` },
    { html: html`${countText(observed, lang)}` },
    { html: html`${roundedText(expected, 1, lang)}` },
  ]);
  const heads = [WORDS.repeats, WORDS.observedHead, WORDS.expectedHead];
  const worst = farthest(rows.map(({ purchases, observed, expected }) => ({ purchases, actual: observed, expected })));
  return figure(
    {
      id: page.id('lifetime-fit'),
      title: html`${WORDS.frequency[lang]}`,
      sub: keys(WORDS.observed, page),
      label: plainText(
        FREQUENCY_LABEL[lang]({
          purchases: localDigits(worst.purchases, lang),
          actual: countText(worst.actual, lang),
          expected: countText(worst.expected, lang),
        }),
      ),
      draw: columns(points, { unit: 'count' }, page),
      figures: fitTable(WORDS.frequency, heads, body, page),
    },
    page,
  );
}

/** Null where nothing could be held out. */
export function calibrationFigure({ fit }: Lifetime, page: Page): Html | null {
  const rows = fit?.calibration ?? [];
  if (rows.length === 0) return null;
  const { lang } = page;
  const each = (value: number): string => decimalText(value, 2, lang);
  const points = rows.map(({ purchases, actual, expected, customers }): TimePoint => {
    const name = named(purchases, page);
    return {
      label: name,
      value: actual,
      previous: expected,
      partial: false,
      text: drawnText([each(actual)], page),
      title: `${purchases}: ${each(actual)} / ${each(expected)} (${countText(customers, lang)})`,
    };
  });
  const body = rows.map(({ purchases, customers, actual, expected }): TableCell[] => [
    { html: html`${localDigits(purchases, lang)}` },
    { html: html`${countText(customers, lang)}` },
    { html: html`${each(actual)}` },
    { html: html`${each(expected)}` },
  ]);
  const heads = [WORDS.repeats, WORDS.customers, WORDS.actualHead, WORDS.expectedHead];
  const worst = farthest(rows);
  return figure(
    {
      id: page.id('lifetime-held-out'),
      title: html`${WORDS.calibration[lang]}`,
      sub: html`${keys(WORDS.actual, page)} · ${WORDS.perFirst[lang]}`,
      label: plainText(
        CALIBRATION_LABEL[lang]({
          purchases: localDigits(worst.purchases, lang),
          actual: each(worst.actual),
          expected: each(worst.expected),
        }),
      ),
      draw: columns(points, { unit: 'per_customer' }, page),
      figures: fitTable(WORDS.calibration, heads, body, page),
      note: page.words(TOTALS[lang](totals(rows, lang))),
    },
    page,
  );
}

function totals(rows: NonNullable<Fit['calibration']>, lang: Page['lang']): { actual: string; expected: string } {
  const sum = (of: 'actual' | 'expected'): string =>
    countText(
      rows.reduce((total, row) => total + row.customers * row[of], 0),
      lang,
    );
  return { actual: sum('actual'), expected: sum('expected') };
}

function farthest<Row extends { purchases: string; actual: number; expected: number }>(rows: readonly Row[]) {
  return rows.reduce(
    (worst, row) => (Math.abs(row.actual - row.expected) > Math.abs(worst.actual - worst.expected) ? row : worst),
    rows[0] ?? { purchases: '', actual: 0, expected: 0 },
  );
}

function keys(columnsAre: Text, { lang }: Page): Html {
  return html`<span class="key"></span>${columnsAre[lang]} <span class="key tick"></span>${WORDS.model[lang]}`;
}

function fitTable(caption: Text, heads: readonly Text[], rows: readonly TableCell[][], page: Page): Html {
  const { lang } = page;
  return table(
    {
      caption: caption[lang],
      columns: heads.map((title, index) => ({ title: html`${title[lang]}`, kind: index === 0 ? 'text' : 'number' })),
      rows,
    },
    page,
  );
}
