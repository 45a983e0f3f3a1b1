/** Words, columns and cells that the tables of a comparison have alike. */
import { compactText } from '../../../locale/compact.js';
import { countText, moneyText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { type Column, DROP, data, join, type PageOptions, type Piece, say, type Words } from '../../page.js';
import { comma, currencyWords, dayWords, proseDayWords, UNNAMED } from '../figures.js';

export type Changes = NonNullable<Report['changes']>;
export type Pair = Changes['pairs'][number];
export type Waterfall = Pair['waterfall'][number];
export type ChangedDeal = Changes['deals'][number];

export const CHANGES_WORDS = {
  step: { en: 'Step', fa: 'گام' },
  deals: { en: 'Deals', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  openPipeline: { en: 'Open pipeline', fa: 'پایپ‌لاین باز' },
  earlier: { en: 'earlier', fa: 'قبلی' },
  later: { en: 'later', fa: 'تازه' },
  other: { en: 'Other', fa: 'دیگر' },
  days: { en: 'Median days', fa: 'میانه‌ی روز' },
  moved: { en: 'Moved', fa: 'جابه‌جایی' },
  stage: { en: 'Stage', fa: 'مرحله' },
  deal: { en: 'Deal', fa: 'معامله' },
  owner: { en: 'Owner', fa: 'مسئول' },
  account: { en: 'Account', fa: 'شرکت' },
  before: { en: 'Before', fa: 'پیش' },
  after: { en: 'After', fa: 'پس' },
  closeDate: { en: 'Close date', fa: 'تاریخ بستن' },
  times: { en: 'Times later', fa: 'دفعات تعویق' },
  later_by: { en: 'Days later', fa: 'روز تعویق' },
  empty: { en: '(empty)', fa: '(خالی)' },
} as const satisfies Record<string, Text>;

/** A column of figures. */
export function right(title: Text, drop: number, { lang }: PageOptions): Column {
  return { title: [title[lang]], align: 'right', drop };
}

/** A column of texts, which may be wrapped. */
export function left(title: Text, drop: number, { lang }: PageOptions, min = 8): Column {
  return { title: [title[lang]], align: 'left', drop, min };
}

/** `31 Jan 2025`; of an export of which nobody knows the day, which of the two it is. */
export function takenWords(day: string | null, which: 'earlier' | 'later', options: PageOptions): Piece {
  return day === null ? CHANGES_WORDS[which][options.lang] : proseDayWords(day, options);
}

/** An amount without its currency; empty where there is none. */
export function amountWords(amount: number | null, { lang, short }: PageOptions): Words {
  if (amount === null) return [];
  return [short ? compactText(amount, lang) : moneyText(amount, lang)];
}

/** An amount, or one for each currency, `1,600 EUR, 400 USD`. */
export function sumWords(
  { amount, byCurrency }: Pick<Pair['moves'][number], 'amount' | 'byCurrency'>,
  options: PageOptions,
): Words {
  if (byCurrency === null) return amountWords(amount, options);
  const parts = byCurrency.map(
    (one) => say`${amountWords(one.amount, options)} ${currencyPiece(one.currency, options)}`,
  );
  return join(parts, comma(options.lang));
}

/** Whether the waterfalls are in several currencies, so that each amount says its own. */
export function hasSeveral({ pairs }: Changes): boolean {
  return pairs.some(({ waterfall }) => waterfall.length > 1);
}

/** The amount of a deal, with its currency where there are several. */
export function dealAmountWords(
  { amount, currency }: { readonly amount: number | null; readonly currency: string | null },
  several: boolean,
  options: PageOptions,
): Words {
  const words = amountWords(amount, options);
  return several && currency !== null && words.length > 0 ? say`${words} ${currencyPiece(currency, options)}` : words;
}

export function currencyPiece(currency: string, { lang }: PageOptions): Piece {
  return currency === '' ? UNNAMED[lang] : currencyWords(currency, lang);
}

export function countWords(n: number, { lang }: PageOptions): Words {
  return [countText(n, lang)];
}

export function stageWords(stage: string | null, { lang }: PageOptions): Piece {
  return stage === null || stage === '' ? CHANGES_WORDS.empty[lang] : data(stage);
}

export function dateWords(day: string | null, options: PageOptions): Words {
  return day === null ? [] : [dayWords(day, options)];
}

/** The column that a bar fills. */
export const BAR: Column = { title: [], align: 'left', drop: DROP.bar };
