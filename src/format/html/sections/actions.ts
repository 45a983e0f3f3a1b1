/** Deals that wait for somebody: a table of each kind, whose they are, their money, and how to see all of them. */
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { code as codeWords, join, type Sentence, say, type Words } from '../../page.js';
import { commandText } from '../../pages/command-text.js';
import { comma, proseDayWords } from '../../pages/figures.js';
import {
  KIND_TITLES,
  kindMoneyWords,
  ownersWords,
  unknownKindsWords,
  type WaitingKind,
  waitingColumns,
} from '../../pages/waiting-deals.js';
import { type Html, html, shortWords } from '../markup.js';
import type { Page } from '../page.js';
import { table } from '../table.js';
import type { SectionHtml } from './definition.js';

/** A request may list every deal; a page of a hundred thousand cannot be read. */
const MOST_DEALS = 100;
const MOST_OWNERS = 8;

interface Open {
  readonly n: number;
  readonly text: string;
  readonly day: Words | null;
  /** Those of whom nobody knows how long. */
  readonly undated: string | null;
}
const OPEN: Sentence<Open> = {
  en: ({ n, text, day, undated }) =>
    say`${text} ${n === 1 ? 'deal is' : 'deals are'} open${day === null ? '' : say` on ${day}`}${undated === null ? '' : `, ${undated} of them without a creation date`}.`,
  fa: ({ text, day, undated }) =>
    say`${text} معامله${day === null ? '' : say` در ${day}`} باز است${undated === null ? '' : `؛ ${undated} تای آن‌ها تاریخ ایجاد ندارد`}.`,
};
const NONE_OPEN: Sentence<Words | null> = {
  en: (day) => (day === null ? ['No deal is open.'] : say`No deal is open on ${day}.`),
  fa: (day) => (day === null ? ['معامله‌ی بازی نیست.'] : say`در ${day} معامله‌ی بازی نیست.`),
};
const ORDERS = {
  amount: { en: 'largest amount first', fa: 'بزرگ‌ترین مبلغ نخست' },
  days: { en: 'longest first', fa: 'طولانی‌ترین نخست' },
} as const satisfies Record<WaitingKind['order'], Text>;
const OWNERS: Sentence<{ owners: Words; rest: string | null }> = {
  en: ({ owners, rest }) => say`By owner: ${owners}${rest === null ? '' : `, ${rest} more owners`}.`,
  fa: ({ owners, rest }) => say`به تفکیک مسئول: ${owners}${rest === null ? '' : ` و ${rest} مسئول دیگر`}.`,
};
const SHOWN: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => say`${shown} of ${all} shown`,
  fa: ({ shown, all }) => say`${shown} از ${all} نشان داده شده`,
};
const ALL: Sentence<{ all: string; command: string }> = {
  en: ({ all, command }) => say`All ${all}: ${codeWords(command)}`,
  fa: ({ all, command }) => say`همه‌ی ${all} معامله: ${codeWords(command)}`,
};
const NONE: Sentence<Words> = {
  en: (kinds) => say`None: ${kinds}.`,
  fa: (kinds) => say`هیچ: ${kinds}.`,
};
const UNKNOWN: Sentence<Words> = {
  en: (kinds) => say`Not known: ${kinds}.`,
  fa: (kinds) => say`نامعلوم: ${kinds}.`,
};

export const actionsHtml: SectionHtml = ({ actions }, page) => {
  if (actions === null) return null;
  const { lang, options } = page;
  const { asOf, kinds, open, openUndated } = actions;
  const day = asOf === null ? null : [proseDayWords(asOf, options)];
  if (open === 0) return html`<p>${page.words(NONE_OPEN[lang](day))}</p>`;
  const undated = openUndated === 0 ? null : countText(openUndated, lang);
  const said = OPEN[lang]({ n: open, text: countText(open, lang), day, undated });
  const none = kinds.filter(({ total }) => total === 0).map(({ id }): Words => [KIND_TITLES[id][lang]]);
  const unknown = kinds.filter(({ total }) => total === null);
  return html`<p class="sub">${page.words(said)}</p>${kinds
    .filter(({ total }) => total !== null && total > 0)
    .map((kind) => kindHtml(kind, page))}${
    none.length === 0 ? null : html`<p class="note">${page.words(NONE[lang](join(none, comma(lang))))}</p>`
  }${
    unknown.length === 0
      ? null
      : html`<p class="note">${page.words(UNKNOWN[lang](unknownKindsWords(unknown, options)))}</p>`
  }`;
};

function kindHtml(kind: WaitingKind, page: Page): Html {
  const { lang, options } = page;
  const { id, order, command, byOwner, owners } = kind;
  const total = kind.total ?? 0;
  const deals = kind.deals.slice(0, MOST_DEALS);
  const all = countText(total, lang);
  const money = kindMoneyWords(kind, options);
  const title = KIND_TITLES[id][lang];
  const columns = waitingColumns(kind, deals, options, true);
  const rows = deals.map((deal) =>
    columns.map(({ of, key }) => ({
      html: page.words(shortWords(of(deal).words)),
      ...(key === undefined ? {} : { sort: key(deal) }),
    })),
  );
  const heads = columns.map(({ title: head, align, drop }) => ({
    title: page.words(head),
    kind: align === 'right' ? ('number' as const) : ('text' as const),
    wideOnly: drop > 0,
  }));
  const counted = deals.length < total ? [SHOWN[lang]({ shown: countText(deals.length, lang), all })] : [];
  const who = ownersWords(kind, MOST_OWNERS, options);
  const rest = owners - Math.min(byOwner.length, MOST_OWNERS);
  const whose = OWNERS[lang]({ owners: shortWords(who), rest: rest > 0 ? countText(rest, lang) : null });
  return html`<div class="kind" id="${page.id(`deals-${id}`)}"><h3${id === 'largest_open' ? null : html` class="warn"`}>${title}: ${all}${
    money.length === 0 ? null : html` <span class="dim">${page.words(money)}</span>`
  }</h3><p class="sub">${page.words(join([...counted, [ORDERS[order][lang]]], comma(lang)))}</p>${table(
    { caption: title, columns: heads, rows, sortable: true },
    page,
  )}<p class="note">${who.length === 0 ? null : html`${page.words(whose)} `}${page.words(
    ALL[lang]({ all, command: commandText(command) }),
  )}</p></div>`;
}
