/** How many of the deals of a month are won, at equal age: rows of shares, read down a column. */

import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code, type Sentence, say, type Words } from '../../page.js';
import type { Cut } from '../../pages/cut.js';
import { pointWords, proseDayWords } from '../../pages/figures.js';
import { leftOutWords } from '../../pages/left-out.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, table } from '../table.js';
import { barePercent, heatOf } from './heat.js';

type Conversion = NonNullable<Report['conversion']>;

/** The newest periods, and the ages that fit beside each other. */
const MOST_ROWS = 14;
const MOST_AGES = 8;
/** A share of fewer deals moves by ten points with one of them. */
const FEW = 10;

const TITLES: Readonly<Record<string, Text>> = {
  day: {
    en: 'How many of a day’s deals are won, by age',
    fa: 'از معامله‌های هر روز چند درصد برنده می‌شود، بر پایه‌ی عمر',
  },
  week: {
    en: 'How many of a week’s deals are won, by age',
    fa: 'از معامله‌های هر هفته چند درصد برنده می‌شود، بر پایه‌ی عمر',
  },
  month: {
    en: 'How many of a month’s deals are won, by age',
    fa: 'از معامله‌های هر ماه چند درصد برنده می‌شود، بر پایه‌ی عمر',
  },
  quarter: {
    en: 'How many of a quarter’s deals are won, by age',
    fa: 'از معامله‌های هر فصل چند درصد برنده می‌شود، بر پایه‌ی عمر',
  },
  year: {
    en: 'How many of a year’s deals are won, by age',
    fa: 'از معامله‌های هر سال چند درصد برنده می‌شود، بر پایه‌ی عمر',
  },
};
const ANY: Text = { en: 'How many deals are won, by age', fa: 'چند درصد معامله‌ها برنده می‌شود، بر پایه‌ی عمر' };
const WORDS = {
  created: { en: 'Created', fa: 'ایجاد' },
  deals: { en: 'Deals', fa: 'معامله' },
  read: {
    en: 'Read down a column: periods are compared at equal age.',
    fa: 'ستون به ستون بخوانید: دوره‌ها در سن برابر مقایسه می‌شوند.',
  },
} as const satisfies Record<string, Text>;

const SMALL: Sentence<string> = {
  en: (few) => [`Rows of under ${few} deals say little.`],
  fa: (few) => [`سطرهای کمتر از ${few} معامله چیز زیادی نمی‌گویند.`],
};
const READS: Sentence<Words> = {
  en: (day) => say`per cent won within so many days of creation; · not old enough on ${day}`,
  fa: (day) => say`درصد برنده تا این شمار روز پس از ایجاد؛ · در ${day} هنوز به این سن نرسیده`,
};
const AGE: Sentence<string> = { en: (days) => [`${days} d`], fa: (days) => [`${days} روز`] };
const UNSEEN: Sentence<{ n: number; text: string; day: Words }> = {
  en: ({ n, text, day }) =>
    say`${text} older ${n === 1 ? 'period is' : 'periods are'} left out: the closings of the files begin on ${day}.`,
  fa: ({ text, day }) => say`${text} دوره‌ی پیش‌تر کنار گذاشته شد: بسته‌شدن‌های فایل‌ها از ${day} آغاز می‌شود.`,
};
const ROWS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} rows; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} سطر تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};

/** Null where no period has reached any of the ages. */
export function conversionHtml(conversion: Conversion, id: string, page: Page): Html | null {
  const { lang, options } = page;
  const { grain, ages, until, unseen, excluded } = conversion;
  const rows = conversion.rows.slice(-MOST_ROWS);
  if (!rows.some(({ won }) => won.some((one) => one !== null))) return null;
  const shownAges = ages.slice(0, MOST_AGES);
  const title = (TITLES[grain] ?? ANY)[lang];
  const body = rows.map((row): TableCell[] => [
    { html: page.words([pointWords(row, options)]) },
    { html: html`${countText(row.size, lang)}` },
    ...shownAges.map((_, at): TableCell => {
      const won = row.won[at] ?? null;
      if (won === null || row.size === 0) return { html: html`·`, tone: 'dim' };
      return { html: html`${barePercent(won / row.size, lang)}`, heat: heatOf(won / row.size) };
    }),
  ]);
  const columns = [
    { title: html`${WORDS.created[lang]}`, kind: 'text' as const },
    { title: html`${WORDS.deals[lang]}`, kind: 'number' as const },
    ...shownAges.map((age) => ({ title: page.words(AGE[lang](countText(age, lang))), kind: 'number' as const })),
  ];
  const cut = { shown: countText(rows.length, lang), all: countText(conversion.rows.length, lang) };
  const left = leftOutWords(excluded, lang);
  const notes: Words[] = [
    [WORDS.read[lang]],
    ...(rows.some(({ size }) => size < FEW) ? [SMALL[lang](countText(FEW, lang))] : []),
    ...(unseen === null
      ? []
      : [
          UNSEEN[lang]({
            n: unseen.periods,
            text: countText(unseen.periods, lang),
            day: [proseDayWords(unseen.closingsFrom, options)],
          }),
        ]),
    ...(rows.length < conversion.rows.length ? [ROWS[lang](cut)] : []),
    ...(left === null ? [] : [left]),
  ];
  return html`<div id="${id}"><h3>${title}</h3><p class="sub">${page.words(
    READS[lang]([proseDayWords(until, options)]),
  )}</p>${table({ caption: title, columns, rows: body, heated: true }, page)}<p class="note">${page.sentences(notes)}</p></div>`;
}
