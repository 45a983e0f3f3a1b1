/** Open deals that wait for somebody: of each kind the first of them, whose they are, and how to see all. */

import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Block, code, type PageOptions, type Row, type Sentence, say, type Words } from '../../page.js';
import { commandText } from '../command-text.js';
import { proseDayWords } from '../figures.js';
import {
  KIND_TITLES,
  kindMoneyWords,
  ownersWords,
  unknownKindsWords,
  type WaitingDeal,
  type WaitingKind,
  waitingColumns,
} from '../waiting-deals.js';
import type { SectionView } from './definition.js';

/** Deals shown of each kind; the full detail shows all that the document holds. */
const MOST_DEALS = { brief: 0, standard: 5, full: Number.POSITIVE_INFINITY } as const;
const MOST_OWNERS = 5;

const AS_OF: Sentence<Words> = {
  en: (day) => say`open on ${day}`,
  fa: (day) => say`باز در ${day}`,
};
const TOTAL: Sentence<{ title: string; total: string; money: Words; order: string }> = {
  en: ({ title, total, money, order }) => say`${title}: ${total}${money}, ${order} first`,
  fa: ({ title, total, money, order }) => say`${title}: ${total}${money}، ${order} نخست`,
};
const ORDERS = {
  amount: { en: 'the largest', fa: 'بزرگ‌ترین' },
  days: { en: 'the longest', fa: 'طولانی‌ترین' },
} as const satisfies Record<WaitingKind['order'], Text>;
const OWNERS: Sentence<{ owners: Words; rest: string | null }> = {
  en: ({ owners, rest }) => say`By owner: ${owners}${rest === null ? '' : `, ${rest} more`}.`,
  fa: ({ owners, rest }) => say`به تفکیک مسئول: ${owners}${rest === null ? '' : ` و ${rest} نفر دیگر`}.`,
};
const ALL: Sentence<{ shown: string; all: string; command: string }> = {
  en: ({ shown, all, command }) => say`${shown} of ${all} shown: ${code(command)}.`,
  fa: ({ shown, all, command }) => say`${shown} از ${all} نشان داده شده: ${code(command)}.`,
};
const UNKNOWN: Sentence<Words> = {
  en: (kinds) => say`Not known: ${kinds}.`,
  fa: (kinds) => say`نامعلوم: ${kinds}.`,
};

export const actionsView: SectionView = function* ({ actions }, options, title) {
  if (actions === null || actions.open === 0) return;
  const { lang } = options;
  const { asOf, kinds } = actions;
  const waiting = kinds.filter(({ total }) => total !== null && total > 0);
  const unknown = kinds.filter(({ total }) => total === null);
  const day = asOf === null ? [] : AS_OF[lang]([proseDayWords(asOf, options)]);
  yield { kind: 'heading', words: title, right: day, id: 'actions' };
  for (const kind of waiting) yield* kindBlocks(kind, options);
  if (unknown.length === 0) return;
  yield { kind: 'aside', words: UNKNOWN[lang](unknownKindsWords(unknown, options)) };
};

function* kindBlocks(kind: WaitingKind, options: PageOptions): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const { id, total, order, deals, byOwner, owners, command } = kind;
  const shown = deals.slice(0, MOST_DEALS[detail]);
  const all = countText(total ?? 0, lang);
  const money = kindMoneyWords(kind, options);
  yield {
    kind: 'paragraph',
    words: TOTAL[lang]({
      title: KIND_TITLES[id][lang],
      total: all,
      money: money.length === 0 ? [] : say` (${money})`,
      order: ORDERS[order][lang],
    }),
    tone: id === 'largest_open' ? 'strong' : 'warn',
  };
  if (shown.length > 0) yield dealTable(kind, shown, options);
  const who = ownersWords(kind, MOST_OWNERS, options);
  if (who.length > 0) {
    const rest = owners - Math.min(byOwner.length, MOST_OWNERS);
    yield { kind: 'aside', words: OWNERS[lang]({ owners: who, rest: rest > 0 ? countText(rest, lang) : null }) };
  }
  if (shown.length >= (total ?? 0)) return;
  yield {
    kind: 'aside',
    words: ALL[lang]({ shown: countText(shown.length, lang), all, command: commandText(command) }),
  };
}

function dealTable(kind: WaitingKind, deals: readonly WaitingDeal[], options: PageOptions): Block {
  const columns = waitingColumns(kind, deals, options);
  return {
    kind: 'table',
    columns,
    rows: deals.map((deal): Row => ({ kind: 'cells', cells: columns.map(({ of }) => of(deal)) })),
  };
}
