/** Kinds of deals that wait for somebody: what they are called, their money, and what is shown of each deal. */
import { compactText } from '../../locale/compact.js';
import { countText, moneyText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Cell, type Column, cell, DROP, data, join, type PageOptions, say, type Words } from '../page.js';
import { dealNameWords } from './deal-name.js';
import { comma, currencyValuesWords, currencyWords, dayWords, reasonWords } from './figures.js';

type Actions = NonNullable<Report['actions']>;
export type WaitingKind = Actions['kinds'][number];
export type WaitingDeal = WaitingKind['deals'][number];

export const KIND_TITLES: Readonly<Record<WaitingKind['id'], Text>> = {
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
  stage: { en: 'Stage', fa: 'مرحله' },
  product: { en: 'Product', fa: 'محصول' },
  nobody: { en: 'nobody', fa: 'بدون مسئول' },
} as const satisfies Record<string, Text>;

/** The money of a kind, in each of its currencies; empty where nothing is priced. */
export function kindMoneyWords({ amount, currency, byCurrency }: WaitingKind, options: PageOptions): Words {
  if (byCurrency !== null) {
    const values = byCurrency.map((one) => ({ currency: one.currency, value: one.amount }));
    return currencyValuesWords(values, 'money', options);
  }
  return amount === null ? [] : amountWords(amount, currency, options);
}

/** Those with most of the deals, and how many owners there are beside them; empty where it is one. */
export function ownersWords({ byOwner }: WaitingKind, most: number, { lang }: PageOptions): Words {
  const named = byOwner.slice(0, most);
  if (named.length < 2) return [];
  const who = named.map(({ key, n }) => say`${key === '' ? WORDS.nobody[lang] : data(key)} ${countText(n, lang)}`);
  return join(who, comma(lang));
}

/** Kinds that nobody can know, each with its reason. */
export function unknownKindsWords(kinds: readonly WaitingKind[], { lang }: PageOptions): Words {
  const why = kinds.map(({ id, reason }) =>
    reason === null ? [KIND_TITLES[id][lang]] : say`${KIND_TITLES[id][lang]} (${reasonWords(reason, lang)})`,
  );
  return join(why, comma(lang));
}

function amountWords(amount: number, currency: string | null, { lang, short }: PageOptions): Words {
  const text = short ? compactText(amount, lang) : moneyText(amount, lang);
  return currency === null || currency === '' ? [text] : say`${text} ${currencyWords(currency, lang)}`;
}

/** A column of the deals of a kind. */
export interface WaitingColumn extends Column {
  readonly of: (deal: WaitingDeal) => Cell;
  /** What it is sorted by, where that is not its text; null = empty. */
  readonly key?: (deal: WaitingDeal) => number | string | null;
}

/** The columns in which any of the deals has something; `wide` where there is room for stage and product. */
export function waitingColumns(
  { id }: Pick<WaitingKind, 'id'>,
  deals: readonly WaitingDeal[],
  options: PageOptions,
  wide = false,
): WaitingColumn[] {
  const { lang } = options;
  const named = (title: Text, drop: number, of: (deal: WaitingDeal) => string | null): WaitingColumn => {
    const text = (value: string | null): Cell => cell(value === null ? '' : [data(value)]);
    return { title: [title[lang]], align: 'left', drop, min: 10, of: (deal) => text(of(deal)) };
  };
  const overdue = id === 'overdue';
  const days = ({ daysOpen, daysOverdue }: WaitingDeal): number | null => (overdue ? daysOverdue : daysOpen);
  const day = ({ createdAt, expectedClose }: WaitingDeal): string | null => (overdue ? expectedClose : createdAt);
  const columns: readonly WaitingColumn[] = [
    {
      title: [WORDS.deal[lang]],
      align: 'left',
      drop: DROP.never,
      min: 10,
      of: (deal) => cell(dealNameWords(deal)),
    },
    {
      title: [WORDS.amount[lang]],
      align: 'right',
      drop: DROP.never,
      of: ({ amount, currency }) => cell(amount === null ? '' : amountWords(amount, currency, options)),
      key: ({ amount }) => amount,
    },
    {
      title: [(overdue ? WORDS.overdue : WORDS.open)[lang]],
      align: 'right',
      drop: DROP.never,
      of: (deal) => {
        const own = days(deal);
        return cell(own === null ? '' : countText(own, lang));
      },
      key: days,
    },
    {
      title: [(overdue ? WORDS.due : WORDS.since)[lang]],
      align: 'left',
      drop: DROP.date,
      of: (deal) => {
        const own = day(deal);
        return cell(own === null ? '' : [dayWords(own, options)]);
      },
      key: day,
    },
    named(WORDS.owner, DROP.never, ({ owner }) => owner),
    named(WORDS.account, DROP.figure, ({ account }) => account),
    ...(wide
      ? [
          named(WORDS.product, DROP.detail, ({ product }) => product),
          named(WORDS.stage, DROP.detail, ({ stage }) => stage),
        ]
      : []),
  ];
  return columns.filter(({ of }) => deals.some((deal) => of(deal).words.length > 0));
}
