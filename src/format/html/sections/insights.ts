/** What stands out: the finding, what it rests on, what to do, how to see more of it. */
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { commandText } from '../../pages/command-text.js';
import { valueWords } from '../../pages/figures.js';
import { code, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';

type Insight = Report['insights'][number];

/** Four stand side by side; the others are folded away. */
const SHOWN = 4;

const KINDS: Readonly<Record<string, { readonly text: Text; readonly tone: string }>> = {
  risk: { text: { en: 'Risk', fa: 'خطر' }, tone: 'bad' },
  opportunity: { text: { en: 'Opportunity', fa: 'فرصت' }, tone: 'good' },
  info: { text: { en: 'Pattern', fa: 'الگو' }, tone: '' },
};
const ALIKE: Text = { en: 'No difference', fa: 'بی‌تفاوت' };
const AT_STAKE: Text = { en: 'At stake:', fa: 'مبلغ در معرض تأثیر:' };
const DO: Text = { en: 'Do:', fa: 'اقدام:' };
const MORE: { readonly [L in Lang]: (n: string, one: boolean) => string } = {
  en: (n, one) => `${n} more ${one ? 'finding' : 'findings'}`,
  fa: (n) => `${n} یافته‌ی دیگر`,
};

export const insightsHtml: SectionHtml = ({ insights, currency }, page) => {
  if (insights.length === 0) return null;
  const items = insights.map((insight) => itemHtml(insight, currency, page));
  const rest = items.length - SHOWN;
  const more =
    rest > 0
      ? html`<details><summary>${MORE[page.lang](countText(rest, page.lang), rest === 1)}</summary><ol class="out" start="${SHOWN + 1}">${items.slice(SHOWN)}</ol></details>`
      : null;
  return html`<ol class="out">${items.slice(0, SHOWN)}</ol>${more}`;
};

function itemHtml(insight: Insight, currency: string | null, page: Page): Html {
  const { id, severity, title, detail, impact, action, command } = insight;
  const { lang } = page;
  const kind = KINDS[severity];
  const alike = id.endsWith('_alike');
  const money = impact === null ? null : valueWords(impact, { unit: 'money', currency }, page.options);
  return html`<li><span class="tag ${alike ? '' : (kind?.tone ?? '')}">${alike ? ALIKE[lang] : (kind?.text[lang] ?? severity)}</span><h3>${page.words([{ data: title }])}</h3>${
    detail === '' ? null : html`<p>${page.words([{ data: detail }])}</p>`
  }${money === null ? null : html`<p>${AT_STAKE[lang]} ${page.words(money)}</p>`}${
    action === null
      ? null
      : html`<p class="do"><b>${DO[lang]}</b> ${page.words([{ data: action.message }])}${
          command === null ? null : html` ${code(commandText(command))}`
        }</p>`
  }</li>`;
}
