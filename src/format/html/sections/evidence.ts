/** The deals behind the figures, folded away: of each figure the first few, and the command that lists all. */
import { countText, daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code as codeWords, type Sentence, say, type Words } from '../../page.js';
import { commandText } from '../../pages/command-text.js';
import { dealNameWords } from '../../pages/deal-name.js';
import { comma, dayWords, valueWords } from '../../pages/figures.js';
import { titleOf } from '../../pages/kpi-lines.js';
import { outcomeWords } from '../../pages/sources.js';
import { data, type Html, html, joined, plainText } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, table } from '../table.js';
import type { SectionHtml } from './definition.js';
import { evidencePlace } from './figure-place.js';

type Evidence = Report['evidence'][number];
type Deal = Evidence['deals'][number];

/** Figures listed; a report of every KPI has fewer. */
const MOST_FIGURES = 60;

const WORDS = {
  intro: {
    en: 'Open a figure to see who is behind it, and the command that lists all of them.',
    fa: 'هر شاخص را باز کنید تا معامله‌های پشت آن و فرمان فهرست همه را ببینید.',
  },
  deal: { en: 'Deal', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
  days: { en: 'Time', fa: 'زمان' },
  created: { en: 'Created', fa: 'ایجاد' },
  closed: { en: 'Closed', fa: 'بسته شدن' },
  owner: { en: 'Owner', fa: 'مسئول' },
  account: { en: 'Account', fa: 'شرکت' },
} as const satisfies Record<string, Text>;
const ORDERS = {
  amount: { en: 'largest amount first', fa: 'بزرگ‌ترین مبلغ نخست' },
  days: { en: 'longest first', fa: 'طولانی‌ترین نخست' },
  files: { en: 'as in the files', fa: 'به ترتیب فایل‌ها' },
} as const satisfies Record<Evidence['order'], Text>;

const COUNT: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) => [`${text} ${n === 1 ? 'deal' : 'deals'}`],
  fa: ({ text }) => [`${text} معامله`],
};
const SHOWN: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`${shown} of ${all}`],
  fa: ({ shown, all }) => [`${shown} از ${all}`],
};
const ALL: Sentence<string> = {
  en: (command) => say`All: ${codeWords(command)}`,
  fa: (command) => say`همه: ${codeWords(command)}`,
};

export const evidenceHtml: SectionHtml = (report, page) => {
  const { evidence } = report;
  if (evidence.length === 0) return null;
  const items = evidence.slice(0, MOST_FIGURES).map((one) => itemHtml(one, report, page));
  return html`<p class="sub">${WORDS.intro[page.lang]}</p><div class="behind">${items}</div>`;
};

function itemHtml({ kpi, total, order, deals, command }: Evidence, report: Report, page: Page): Html {
  const { lang } = page;
  const title = titleOf(kpi, report);
  const all = countText(total, lang);
  const shown = { shown: countText(deals.length, lang), all };
  const said = [...(deals.length < total ? [SHOWN[lang](shown)] : []), [ORDERS[order][lang]]];
  return html`<details id="${evidencePlace(kpi, page)}"><summary>${data(title)} <span class="dim">${page.words(
    COUNT[lang]({ n: total, text: all }),
  )}</span></summary>${
    deals.length === 0
      ? null
      : html`<p class="sub">${joined(said.map(page.words), comma(lang))}</p>${dealTable(
          `${title}: ${plainText(COUNT[lang]({ n: total, text: all }))}`,
          deals,
          page,
        )}`
  }<p class="note">${page.words(ALL[lang](commandText(command)))}</p></details>`;
}

interface DealColumn {
  readonly title: Text;
  readonly kind: 'text' | 'number';
  readonly of: (deal: Deal) => Html | null;
  readonly key?: (deal: Deal) => number | string | null;
}

function dealTable(caption: string, deals: readonly Deal[], page: Page): Html {
  const { lang, options } = page;
  const named = (name: string | null): Html | null => (name === null || name === '' ? null : data(name));
  const said = (words: Words): Html => page.words(words);
  const day = (iso: string | null): Html | null => (iso === null ? null : said([dayWords(iso, options)]));
  const columns: readonly DealColumn[] = [
    { title: WORDS.deal, kind: 'text', of: (deal) => named(plainText(dealNameWords(deal))) },
    {
      title: WORDS.amount,
      kind: 'number',
      of: ({ amount, currency }) =>
        amount === null ? null : said(valueWords(amount, { unit: 'money', currency }, options)),
      key: ({ amount }) => amount,
    },
    {
      title: WORDS.days,
      kind: 'number',
      of: ({ days }) => (days === null ? null : said([daysText(days, lang)])),
      key: ({ days }) => days,
    },
    {
      title: WORDS.outcome,
      kind: 'text',
      of: ({ outcome }) => (outcome === null ? null : said(outcomeWords(outcome, lang))),
    },
    { title: WORDS.created, kind: 'text', of: ({ createdAt }) => day(createdAt), key: ({ createdAt }) => createdAt },
    { title: WORDS.closed, kind: 'text', of: ({ closedAt }) => day(closedAt), key: ({ closedAt }) => closedAt },
    { title: WORDS.owner, kind: 'text', of: ({ owner }) => named(owner) },
    { title: WORDS.account, kind: 'text', of: ({ account }) => named(account) },
  ];
  const kept = columns.filter(({ of }) => deals.some((deal) => of(deal) !== null));
  const rows = deals.map((deal) =>
    kept.map(({ of, key }): TableCell => {
      const inner = of(deal);
      return {
        html: inner ?? html`–`,
        ...(key === undefined ? {} : { sort: key(deal) }),
        ...(inner === null ? { tone: 'dim' } : {}),
      };
    }),
  );
  const heads = kept.map(({ title, kind }) => ({ title: html`${title[lang]}`, kind }));
  return table({ caption, columns: heads, rows, sortable: true }, page);
}
