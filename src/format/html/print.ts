/** A report as one file of HTML that needs nothing beside itself. */

import liveScript from '../../browser/live-page.js?script';
import script from '../../browser/page.js?script';
import type { Lang, Text } from '../../locale/text.js';
import type { Failure, Report } from '../../report/schema.js';
import { dateStyle } from '../date-style.js';
import type { Render, RenderOptions } from '../definition.js';
import { type PageOptions, type Sentence, say, type Words } from '../page.js';
import { closingBlocks } from '../pages/closing.js';
import { failureView } from '../pages/failure.js';
import { labelWords, proseDayWords, rangeOfDaysWords } from '../pages/figures.js';
import { kpiRemarks } from '../pages/remarks.js';
import { filterWords } from '../pages/sources.js';
import { blocks } from './blocks.js';
import { liveBar } from './live/bar.js';
import { all, type Html, html, nameText, plainText } from './markup.js';
import { openPage, type Page } from './page.js';
import { shownSections } from './sections/index.js';
import { type Assets, assetsOf, directionOf, shell } from './shell.js';
import { STYLE } from './style/index.js';
import { LIVE } from './style/live.js';

const WORDS = {
  sales: { en: 'Sales', fa: 'فروش' },
  all: { en: 'all data', fa: 'همه‌ی داده‌ها' },
  skip: { en: 'Skip to the figures', fa: 'پرش به شاخص‌ها' },
  sections: { en: 'Sections', fa: 'بخش‌ها' },
  method: { en: 'Method', fa: 'روش' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  notes: { en: 'Notes', fa: 'یادداشت‌ها' },
} as const satisfies Record<string, Text>;
const AGAINST: Sentence<Words> = {
  en: (period) => say`against ${period}`,
  fa: (period) => say`در مقایسه با ${period}`,
};
const DATA_TO: Sentence<Words> = {
  en: (day) => say`Data to ${day}`,
  fa: (day) => say`داده‌ها تا ${day}`,
};

export async function reportPrinter(): Promise<Render<Report>> {
  const [assets, liveAssets] = await Promise.all([assetsOf(STYLE, script), assetsOf(STYLE + LIVE, liveScript)]);
  return (report, options) => printReport(report, options, options.live === undefined ? assets : liveAssets);
}

export async function failurePrinter(): Promise<Render<Failure>> {
  const assets = await assetsOf(STYLE, script);
  return (failure, options) => {
    const page = openPage(pageOptions({}, options));
    const body = html`<main id="main">${blocks(failureView(failure, page.options), page)}</main>`;
    return shell({ lang: page.lang, title: WORDS.sales[page.lang], body, assets });
  };
}

function printReport(report: Report, options: RenderOptions, assets: Assets): Generator<string, void, undefined> {
  const { lang, others = [] } = options;
  const page = openPage(pageOptions(report, options));
  const { live } = options;
  const body =
    others.length === 0
      ? bodyOf(report, page, { bar: live === undefined ? null : liveBar(live, page) })
      : bodies([{ lang, report }, ...others], options);
  return shell({ lang, title: titleText(report, page), body, assets, live: live !== undefined });
}

function pageOptions(document: Parameters<typeof dateStyle>[0], options: RenderOptions): PageOptions {
  return {
    ...dateStyle(document, options.lang),
    short: options.detail !== 'full',
    detail: options.detail ?? 'standard',
    sent: { command: options.command ?? null },
  };
}

/** The same report in each language, one below the other; the page's program shows one and switches between them. */
function bodies(reports: NonNullable<RenderOptions['others']>, options: RenderOptions): Html {
  const langs = reports.map(({ lang }) => lang);
  return all(
    reports.map(({ lang, report }) => {
      const page = openPage(pageOptions(report, { ...options, lang }), `${lang}-`);
      return html`<div data-page="${lang}" data-title="${nameText(titleText(report, page))}" lang="${lang}" dir="${directionOf(lang)}">${bodyOf(report, page, { langs })}</div>`;
    }),
  );
}

/** What switches to another language is named in that language. */
const NAMES: Readonly<Record<Lang, string>> = { en: 'English', fa: 'فارسی' };
const LANGUAGE: Text = { en: 'Language', fa: 'زبان' };

function switchHtml(langs: readonly Lang[], { lang }: Page): Html | null {
  if (langs.length < 2) return null;
  const buttons = langs.map(
    (one) =>
      html`<button type="button" data-lang="${one}" lang="${one}" aria-pressed="${one === lang ? 'true' : 'false'}">${NAMES[one]}</button>`,
  );
  return html`<div class="langs" role="group" aria-label="${LANGUAGE[lang]}">${buttons}</div>`;
}

/** What stands about the report: the languages that there are, the controls of a served page. */
interface Around {
  readonly langs?: readonly Lang[];
  readonly bar?: Html | null;
}

function bodyOf(report: Report, page: Page, { langs = [], bar = null }: Around): Html {
  const { lang, options } = page;
  const shown = shownSections(report, page);
  const headline = shown.find(({ id }) => id === 'headline');
  const sections = shown.filter(({ id }) => id !== 'headline');
  const method = methodHtml(report, page);
  const links = [...sections, { id: 'method', title: WORDS.method[lang] }].map(
    ({ id, title }) => html`<a href="#${page.id(id)}">${title}</a>`,
  );
  const only = filterWords(report.filter, lang);
  return html`<a class="skip" href="#${page.id('main')}">${WORDS.skip[lang]}</a>
<header class="top"><div class="bar"><h1>${titleText(report, page)}</h1>${headParts(report, page)}${switchHtml(langs, page)}<nav aria-label="${WORDS.sections[lang]}">${links}</nav></div></header>${bar}
<main id="${page.id('main')}">${headline?.html}${
    only === null ? null : html`<p class="sub">${page.words(only)}</p>`
  }${sections.map(
    ({ id, title, html: inner }) =>
      html`\n<section id="${page.id(id)}" aria-labelledby="${page.id(`h-${id}`)}"><h2 id="${page.id(`h-${id}`)}">${title}</h2>${inner}</section>`,
  )}
<section id="${page.id('method')}" aria-labelledby="${page.id('h-method')}"><h2 id="${page.id('h-method')}">${WORDS.method[lang]}</h2>${method}</section></main>
<footer>${blocks(
    [...closingBlocks(report, options)].filter(({ kind }) => kind === 'footer'),
    page,
  )}</footer>`;
}

/** `Sales, 2017-Q3`. */
function titleText({ period }: Report, { lang, options }: Page): string {
  const label = period === null ? WORDS.all[lang] : plainText([labelWords(period.label, options)]);
  return `${WORDS.sales[lang]}${lang === 'fa' ? '، ' : ', '}${label}`;
}

function headParts({ period, comparedTo, asOf }: Report, page: Page): Html {
  const { lang, options } = page;
  const days = period === null ? null : rangeOfDaysWords(period, options);
  return html`${days === null ? null : html`<span>${page.words([days])}</span>`}${
    comparedTo === null
      ? null
      : html`<span>${page.words(AGAINST[lang]([labelWords(comparedTo.label, options)]))}</span>`
  }${asOf === null ? null : html`<span class="end">${page.words(DATA_TO[lang]([proseDayWords(asOf, options)]))}</span>`}`;
}

/** What the figures rest on: warnings, notes, the files. */
function methodHtml(report: Report, page: Page): Html {
  const { lang, options } = page;
  const { reading, method } = kpiRemarks(report.kpis, report.currency, options);
  const notes = [...reading, ...method];
  const warnings =
    report.warnings.length === 0
      ? null
      : html`<h3>${WORDS.warnings[lang]}</h3><ul>${report.warnings.map(
          ({ message }) => html`<li>${page.words([{ data: message }])}</li>`,
        )}</ul>`;
  const noted =
    notes.length === 0
      ? null
      : html`<h3>${WORDS.notes[lang]}</h3><ul>${notes.map((note) => html`<li>${page.words(note)}</li>`)}</ul>`;
  const sources = [...closingBlocks(report, options)].filter(({ kind }) => kind !== 'footer');
  return html`${warnings}${noted}${blocks(sources, page)}`;
}
