/** The head of a page: what it is, of which days, against what, how far the files reach, and where what stands. */
import { currencyName } from '../../locale/currencies.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Sentence, say, type Words } from '../page.js';
import { ALONE_TITLES, aloneOf, daysOfAlone } from '../pages/alone.js';
import { comma, labelWords, proseDayWords, rangeOfDaysWords } from '../pages/figures.js';
import { filterWords } from '../pages/sources.js';
import { AGAINST, ALL_DATA, SALES } from '../pages/title-words.js';
import { type Html, html, plainText } from './markup.js';
import type { Page } from './page.js';

const WORDS = {
  sections: { en: 'Sections', fa: 'بخش‌ها' },
} as const satisfies Record<string, Text>;
const DATA_TO: Sentence<Words> = {
  en: (day) => say`Data to ${day}`,
  fa: (day) => say`داده‌ها تا ${day}`,
};
const AMOUNTS: { readonly [L in Lang]: (currency: string) => string } = {
  en: (currency) => `Amounts in ${currency}`,
  fa: (currency) => `مبلغ‌ها به ${currency}`,
};

/** What the page is called where it has no report. */
export function bareTitle(lang: Lang): string {
  return SALES[lang];
}

/** `Sales, 2017-Q3`; of a forecast, or of what changed, its days. */
export function titleText(report: Report, { lang, options }: Page): string {
  const { period } = report;
  const alone = aloneOf(report);
  if (alone !== null) {
    const title = ALONE_TITLES[alone][lang];
    const days = daysOfAlone(report, options);
    return days === null ? title : `${title}${comma(lang)}${plainText([days])}`;
  }
  const label = period === null ? ALL_DATA[lang] : plainText([labelWords(period.label, options)]);
  return `${SALES[lang]}${comma(lang)}${label}`;
}

/** `links` lead to the sections; `between` stands before them, such as a switch of languages. */
export function headHtml(
  report: Report,
  links: readonly { readonly id: string; readonly title: string }[],
  between: Html | null,
  page: Page,
): Html {
  const { lang } = page;
  const only = filterWords(report.filter, lang);
  const nav = links.map(({ id, title }) => html`<a href="#${page.id(id)}">${title}</a>`);
  return html`<header class="top"><div class="bar"><h1><bdi>${titleText(report, page)}</bdi></h1>${facts(report, page)}${between}<nav aria-label="${WORDS.sections[lang]}">${nav}</nav></div>${
    only === null ? null : html`<p class="only">${page.words(only)}</p>`
  }</header>`;
}

function facts({ period, comparedTo, asOf, currency }: Report, page: Page): Html {
  const { lang, options } = page;
  // A range of days is its own name, and stands in the title.
  const days = period === null || period.label.includes('..') ? null : rangeOfDaysWords(period, options);
  const end = [
    ...(currency === null || currency === '' ? [] : [[AMOUNTS[lang](currencyName(currency, lang))]]),
    ...(asOf === null ? [] : [DATA_TO[lang]([proseDayWords(asOf, options)])]),
  ];
  return html`${days === null ? null : html`<span>${page.words([days])}</span>`}${
    comparedTo === null
      ? null
      : html`<span>${page.words(AGAINST[lang]([labelWords(comparedTo.label, options)]))}</span>`
  }${
    end.length === 0
      ? null
      : html`<span class="end">${end.map((words) => html`<span>${page.words(words)}</span>`)}</span>`
  }`;
}
