/** What stands out: the finding, what it rests on, what to do, where it is shown and how to see more of it. */
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import type { SectionId } from '../../../report/sections/catalogue/index.js';
import { commandText } from '../../pages/command-text.js';
import { valueWords } from '../../pages/figures.js';
import { code, type Html, html } from '../markup.js';
import type { Page } from '../page.js';

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

/** Where the page shows what a finding is about, the best place first: a report need not have every section. */
export const PLACES: Readonly<Record<string, readonly SectionId[]>> = {
  bulk_closing: ['quality'],
  concentration_risk: ['breakdowns', 'kpis'],
  lapsed_customers: ['actions', 'cohorts'],
  lost_reason_growth: ['breakdowns', 'kpis'],
  overdue_value: ['actions', 'pipeline'],
  quarter_rhythm: ['series'],
  revenue_change: ['series', 'kpis'],
  segment_win_rate: ['breakdowns'],
  simpsons_paradox: ['breakdowns'],
  stage_leak: ['funnel'],
  stalled_value: ['actions', 'pipeline'],
  two_kinds: ['cycle'],
  velocity_change: ['kpis'],
  win_rate_change: ['series', 'kpis'],
  win_rates_alike: ['breakdowns'],
};
const SEE: Readonly<Record<SectionId, Text>> = {
  headline: { en: 'See the summary', fa: 'چکیده را ببینید' },
  insights: { en: 'See what stands out', fa: 'نکته‌ها را ببینید' },
  kpis: { en: 'See the figures', fa: 'شاخص‌ها را ببینید' },
  series: { en: 'See it over time', fa: 'روند را ببینید' },
  changes: { en: 'See what changed', fa: 'تغییرها را ببینید' },
  why: { en: 'See why', fa: 'چرایی را ببینید' },
  breakdowns: { en: 'See the groups', fa: 'گروه‌ها را ببینید' },
  funnel: { en: 'See the stages', fa: 'مرحله‌ها را ببینید' },
  pipeline: { en: 'See the open deals', fa: 'معامله‌های باز را ببینید' },
  cycle: { en: 'See the spread', fa: 'پراکندگی را ببینید' },
  cohorts: { en: 'See the customers', fa: 'مشتریان را ببینید' },
  survival: { en: 'See what becomes of deals', fa: 'سرنوشت معامله‌ها را ببینید' },
  lifetime: { en: 'See the customers', fa: 'مشتریان را ببینید' },
  forecast: { en: 'See the forecast', fa: 'پیش‌بینی را ببینید' },
  actions: { en: 'See the deals', fa: 'معامله‌ها را ببینید' },
  evidence: { en: 'See the deals', fa: 'معامله‌ها را ببینید' },
  quality: { en: 'See the records', fa: 'رکوردها را ببینید' },
};

/** The findings; `shown` are the sections that the page has, which are all that can be pointed to. */
export function insightsHtml({ insights, currency }: Report, page: Page, shown: ReadonlySet<SectionId>): Html | null {
  if (insights.length === 0) return null;
  const items = insights.map((insight) => itemHtml(insight, currency, page, shown));
  const rest = items.length - SHOWN;
  const more =
    rest > 0
      ? html`<details><summary>${MORE[page.lang](countText(rest, page.lang), rest === 1)}</summary><ol class="out" start="${SHOWN + 1}">${items.slice(SHOWN)}</ol></details>`
      : null;
  return html`<ol class="out">${items.slice(0, SHOWN)}</ol>${more}`;
}

function itemHtml(insight: Insight, currency: string | null, page: Page, shown: ReadonlySet<SectionId>): Html {
  const { id, severity, title, detail, impact, action, command } = insight;
  const { lang } = page;
  const kind = KINDS[severity];
  const alike = id.endsWith('_alike');
  const money = impact === null ? null : valueWords(impact, { unit: 'money', currency }, page.options);
  const place = PLACES[id]?.find((section) => shown.has(section));
  const link = place === undefined ? null : html` <a href="#${page.id(place)}">${SEE[place][lang]}</a>`;
  const todo = action === null ? link : html`<b>${DO[lang]}</b> ${page.sentence(action.message)}${link}`;
  return html`<li><span class="tag ${alike ? '' : (kind?.tone ?? '')}">${alike ? ALIKE[lang] : (kind?.text[lang] ?? severity)}</span><h3>${page.sentence(title)}</h3>${
    detail === '' ? null : html`<p>${page.sentence(detail)}</p>`
  }${money === null ? null : html`<p>${AT_STAKE[lang]} ${page.words(money)}</p>`}${
    todo === null ? null : html`<p class="do">${todo}</p>`
  }${command === null ? null : html`<p class="cmd">${code(commandText(command))}</p>`}</li>`;
}
