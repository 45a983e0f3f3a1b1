/** Open deals that wait for somebody: of each kind the first of them, whose they are, and how to see all. */

import { compactText } from '../../../locale/compact.js';
import { countText, moneyText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  DROP,
  data,
  join,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { commandText } from '../command-text.js';
import { comma, currencyValuesWords, currencyWords, dayWords, proseDayWords, reasonWords } from '../figures.js';
import type { SectionView } from './definition.js';

type Actions = NonNullable<Report['actions']>;
type Kind = Actions['kinds'][number];
type Deal = Kind['deals'][number];

/** Deals shown of each kind; the full detail shows all that the document holds. */
const MOST_DEALS = { brief: 0, standard: 5, full: Number.POSITIVE_INFINITY } as const;
const MOST_OWNERS = 5;

const KINDS: Readonly<Record<Kind['id'], Text>> = {
  overdue: { en: 'Overdue', fa: 'گذشته از موعد' },
  stalled: { en: 'Stalled', fa: 'متوقف' },
  no_next_step: { en: 'Without a next step', fa: 'بدون گام بعدی' },
  largest_open: { en: 'Largest open', fa: 'بزرگ‌ترین معامله‌های باز' },
};

const WORDS = {
  deal: { en: 'Deal', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  open: { en: 'Days open', fa: 'روز باز بودن' },
  overdue: { en: 'Days overdue', fa: 'روز تأخیر' },
  since: { en: 'Since', fa: 'از' },
  due: { en: 'Due', fa: 'موعد' },
  owner: { en: 'Owner', fa: 'مسئول' },
  account: { en: 'Account', fa: 'شرکت' },
  nobody: { en: 'nobody', fa: 'بدون مسئول' },
} as const satisfies Record<string, Text>;

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
} as const satisfies Record<Kind['order'], Text>;
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
  const why = unknown.map(({ id, reason }) =>
    reason === null ? [KINDS[id][lang]] : say`${KINDS[id][lang]} (${reasonWords(reason, lang)})`,
  );
  yield { kind: 'aside', words: UNKNOWN[lang](join(why, comma(lang))) };
};

function* kindBlocks(kind: Kind, options: PageOptions): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const { id, total, order, deals, byOwner, owners, command } = kind;
  const shown = deals.slice(0, MOST_DEALS[detail]);
  const all = countText(total ?? 0, lang);
  const money = moneyWords(kind, options);
  yield {
    kind: 'paragraph',
    words: TOTAL[lang]({
      title: KINDS[id][lang],
      total: all,
      money: money.length === 0 ? [] : say` (${money})`,
      order: ORDERS[order][lang],
    }),
    tone: id === 'largest_open' ? 'strong' : 'warn',
  };
  if (shown.length > 0) yield dealTable(kind, shown, options);
  const named = byOwner.slice(0, MOST_OWNERS);
  if (named.length > 1) {
    const rest = owners - named.length;
    const who = named.map(({ key, n }) => say`${key === '' ? WORDS.nobody[lang] : data(key)} ${countText(n, lang)}`);
    yield {
      kind: 'aside',
      words: OWNERS[lang]({ owners: join(who, comma(lang)), rest: rest > 0 ? countText(rest, lang) : null }),
    };
  }
  if (shown.length >= (total ?? 0)) return;
  yield {
    kind: 'aside',
    words: ALL[lang]({ shown: countText(shown.length, lang), all, command: commandText(command) }),
  };
}

function moneyWords({ amount, currency, byCurrency }: Kind, options: PageOptions): Words {
  if (byCurrency !== null) {
    const values = byCurrency.map((one) => ({ currency: one.currency, value: one.amount }));
    return currencyValuesWords(values, 'money', options);
  }
  return amount === null ? [] : amountWords(amount, currency, options);
}

function amountWords(amount: number, currency: string | null, { lang, short }: PageOptions): Words {
  const text = short ? compactText(amount, lang) : moneyText(amount, lang);
  return currency === null || currency === '' ? [text] : say`${text} ${currencyWords(currency, lang)}`;
}

function dealTable({ id }: Kind, deals: readonly Deal[], options: PageOptions): Block {
  const { lang } = options;
  const overdue = id === 'overdue';
  const columns: readonly (Column & { readonly of: (deal: Deal) => Cell })[] = [
    {
      title: [WORDS.deal[lang]],
      align: 'left',
      drop: DROP.never,
      min: 10,
      of: ({ name, id: own, file, row }) => cell([data(name ?? own ?? `${file}:${row}`)]),
    },
    {
      title: [WORDS.amount[lang]],
      align: 'right',
      drop: DROP.never,
      of: ({ amount, currency }) => cell(amount === null ? '' : amountWords(amount, currency, options)),
    },
    {
      title: [(overdue ? WORDS.overdue : WORDS.open)[lang]],
      align: 'right',
      drop: DROP.never,
      of: ({ daysOpen, daysOverdue }) => {
        const days = overdue ? daysOverdue : daysOpen;
        return cell(days === null ? '' : countText(days, lang));
      },
    },
    {
      title: [(overdue ? WORDS.due : WORDS.since)[lang]],
      align: 'left',
      drop: DROP.date,
      of: ({ createdAt, expectedClose }) => {
        const day = overdue ? expectedClose : createdAt;
        return cell(day === null ? '' : [dayWords(day, options)]);
      },
    },
    {
      title: [WORDS.owner[lang]],
      align: 'left',
      drop: DROP.never,
      min: 10,
      of: ({ owner }) => cell(owner === null ? '' : [data(owner)]),
    },
    {
      title: [WORDS.account[lang]],
      align: 'left',
      drop: DROP.figure,
      min: 10,
      of: ({ account }) => cell(account === null ? '' : [data(account)]),
    },
  ];
  const kept = columns.filter(({ of }) => deals.some((deal) => of(deal).words.length > 0));
  return {
    kind: 'table',
    columns: kept,
    rows: deals.map((deal): Row => ({ kind: 'cells', cells: kept.map(({ of }) => of(deal)) })),
  };
}
