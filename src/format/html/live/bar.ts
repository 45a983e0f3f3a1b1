/** What a served page has over its report: controls, the command line that equals them, what is wrong with the files. */
import type { Text } from '../../../locale/text.js';
import type { LiveControl, LivePage } from '../../definition.js';
import { typedText } from '../../pages/command-text.js';
import { code, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { controlHtml } from './control.js';

const WORDS = {
  controls: { en: 'What is shown', fa: 'آنچه نشان داده می‌شود' },
  more: { en: 'More', fa: 'بیشتر' },
  show: { en: 'Show', fa: 'نمایش' },
  same: { en: 'The same on the command line:', fa: 'همین در خط فرمان:' },
  json: { en: 'as JSON', fa: 'به شکل JSON' },
  old: {
    en: 'The files cannot be used as they are now. What is shown is of before.',
    fa: 'فایل‌ها اکنون قابل استفاده نیستند. آنچه نشان داده می‌شود از پیش است.',
  },
  lost: {
    en: 'The connection is lost. What is shown may be old.',
    fa: 'ارتباط قطع شده است. شاید آنچه نشان داده می‌شود کهنه باشد.',
  },
  refused: { en: 'This cannot be shown.', fa: 'این را نمی‌توان نشان داد.' },
} as const satisfies Record<string, Text>;

/** Beside the report; the others are asked for less often. */
const FIRST: readonly string[] = ['period', 'compare', 'by', 'kpi', 'where'];

/** The bar. Its form works without a script: each control is a parameter of the address. */
export function liveBar(live: LivePage, page: Page): Html {
  const { lang } = page;
  const { command, controls, revision, problem, address } = live;
  const first = controls.filter(({ name }) => FIRST.includes(name));
  const more = controls.filter(({ name }) => !FIRST.includes(name));
  const said = more.some(isSaid) || first.some(isTypedIn);
  const query = address === '' ? '' : `?${address}`;
  return html`<aside class="live" id="${page.id('live')}" aria-label="${WORDS.controls[lang]}" data-revision="${revision}">${
    problem === null
      ? null
      : html`<div class="problem" role="alert"><p><b>${WORDS.old[lang]}</b></p><p>${page.words([{ data: problem.message }])} ${page.words([{ data: problem.hint }])}</p></div>`
  }<p class="problem" data-lost="" role="status" hidden="">${WORDS.lost[lang]}</p><div class="problem" data-refused="" role="alert" hidden=""><p><b>${WORDS.refused[lang]}</b></p><p data-why=""></p></div>
<form method="get" action="/">${first.map((one) => controlHtml(one, page))}<details${said ? html` open=""` : null}><summary>${WORDS.more[lang]}</summary><div class="more">${first.filter(canBeTyped).map((one) => controlHtml(one, page, 'typed'))}${more.map((one) => controlHtml(one, page))}</div></details><button type="submit">${WORDS.show[lang]}</button></form>
<p class="note same">${WORDS.same[lang]} ${code(typedText(command))} · <a href="/report.json${query}">${WORDS.json[lang]}</a></p></aside>`;
}

/** A reader sees which language a page is in. */
function isSaid({ name, values }: LiveControl): boolean {
  return values.length > 0 && name !== 'lang';
}

/** A choice from a list that something else may be typed for: a range of days, two fields that are crossed. */
function canBeTyped({ typed, choices }: LiveControl): boolean {
  return typed && choices.length > 0;
}

function isTypedIn(control: LiveControl): boolean {
  return canBeTyped(control) && control.values.some((value) => !control.choices.some((one) => one.value === value));
}
