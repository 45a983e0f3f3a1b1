/** A report as one file of HTML that needs nothing beside itself. */

import liveScript from '../../browser/live-page.js?script';
import script from '../../browser/page.js?script';
import type { Lang, Text } from '../../locale/text.js';
import type { Failure, Report } from '../../report/schema.js';
import { dateStyle } from '../date-style.js';
import type { Render, RenderOptions } from '../definition.js';
import type { PageOptions } from '../page.js';
import { failureView } from '../pages/failure.js';
import { footerBlock } from '../pages/made-from.js';
import { blocks } from './blocks.js';
import { bareTitle, headHtml, titleText } from './head.js';
import { liveBar } from './live/bar.js';
import { all, type Html, html, nameText } from './markup.js';
import { methodHtml } from './method.js';
import { openPage, type Page } from './page.js';
import { shownSections } from './sections/index.js';
import { type Assets, assetsOf, directionOf, shell } from './shell.js';
import { STYLE } from './style/index.js';
import { LIVE } from './style/live.js';

const WORDS = {
  skip: { en: 'Skip to the figures', fa: 'پرش به شاخص‌ها' },
  method: { en: 'Method', fa: 'روش' },
} as const satisfies Record<string, Text>;

export async function reportPrinter(): Promise<Render<Report>> {
  const [assets, liveAssets] = await Promise.all([assetsOf(STYLE, script), assetsOf(STYLE + LIVE, liveScript)]);
  return (report, options) => printReport(report, options, options.live === undefined ? assets : liveAssets);
}

export async function failurePrinter(): Promise<Render<Failure>> {
  const assets = await assetsOf(STYLE, script);
  return (failure, options) => {
    const page = openPage(pageOptions({}, options));
    const body = html`<main id="main">${blocks(failureView(failure, page.options), page)}</main>`;
    return shell({ lang: page.lang, title: bareTitle(page.lang), body, assets });
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
  const links = [...sections, { id: 'method', title: WORDS.method[lang] }];
  return html`<a class="skip" href="#${page.id('main')}">${WORDS.skip[lang]}</a>
${headHtml(report, links, switchHtml(langs, page), page)}${bar}
<main id="${page.id('main')}">${headline?.html}${sections.map(
    ({ id, title, html: inner }) =>
      html`\n<section class="s-${id}" id="${page.id(id)}" aria-labelledby="${page.id(`h-${id}`)}"><h2 id="${page.id(`h-${id}`)}">${title}</h2>${inner}</section>`,
  )}
<section id="${page.id('method')}" aria-labelledby="${page.id('h-method')}"><h2 id="${page.id('h-method')}">${WORDS.method[lang]}</h2>${methodHtml(report, page)}</section></main>
<footer>${blocks(footerBlock(report, options), page)}</footer>`;
}
