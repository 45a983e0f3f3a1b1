/** Customers with what they bought, how likely they still buy, and what is expected of them. */
import { countText, decimalText, ratioText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { currencyWords, dayWords, rangeWords, valueWords } from '../../../pages/figures.js';
import { intervalHead } from '../../../pages/interval-words.js';
import { data, type Html, html, NOTHING } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Customer = NonNullable<Report['lifetime']>['list'][number];

const WORDS = {
  customer: { en: 'Customer', fa: 'مشتری' },
  purchases: { en: 'Purchases', fa: 'خرید' },
  last: { en: 'Last purchase', fa: 'آخرین خرید' },
  since: { en: 'Days since', fa: 'روز از آن' },
  value: { en: 'Value so far', fa: 'ارزش تاکنون' },
  alive: { en: 'Still buys', fa: 'هنوز می‌خرد' },
  expected: { en: 'Purchases expected', fa: 'خرید مورد انتظار' },
  worth: { en: 'Expected value', fa: 'ارزش مورد انتظار' },
  empty: { en: '(empty)', fa: '(خالی)' },
} as const satisfies Record<string, Text>;

/** Whether the chance of one is not said. */
export function hasUnknownChance(customers: readonly Customer[]): boolean {
  return customers.some(({ pAlive }) => pAlive === null);
}

export function customerTable(
  customers: readonly Customer[],
  caption: string,
  currency: string | null,
  page: Page,
): Html {
  const { lang, options } = page;
  const bare = { unit: 'money', currency: null };
  const unit = currency === null || currency === '' ? null : html` (${page.words([currencyWords(currency, lang)])})`;
  const money = (value: number | null): TableCell => ({
    html: value === null ? html`–` : page.words(valueWords(value, bare, options)),
    sort: value,
  });
  const rows = customers.map((one): TableCell[] => [
    { html: one.customer === '' ? html`${WORDS.empty[lang]}` : data(one.customer) },
    { html: html`${countText(one.purchases, lang)}`, sort: one.purchases },
    { html: page.words([dayWords(one.lastPurchase, options)]), sort: one.lastPurchase },
    { html: html`${countText(one.daysSince, lang)}`, sort: one.daysSince },
    money(one.value),
    { html: html`${one.pAlive === null ? '–' : ratioText(one.pAlive, lang)}`, sort: one.pAlive },
    {
      html: html`${one.expectedPurchases === null ? '–' : decimalText(one.expectedPurchases, 1, lang)}`,
      sort: one.expectedPurchases,
    },
    money(one.expectedValue),
    {
      html:
        one.interval === null ? NOTHING : page.words(rangeWords(one.interval.low, one.interval.high, bare, options)),
      sort: one.interval?.low ?? null,
      tone: 'dim',
    },
  ]);
  const number = (title: Text, wideOnly = false, amount = false) => ({
    title: html`${title[lang]}${amount ? unit : null}`,
    kind: 'number' as const,
    wideOnly,
  });
  const intervals = customers.map(({ interval }) => interval);
  const columns = [
    { title: html`${WORDS.customer[lang]}`, kind: 'text' as const },
    number(WORDS.purchases),
    { title: html`${WORDS.last[lang]}`, kind: 'text' as const, wideOnly: true },
    number(WORDS.since),
    number(WORDS.value, false, true),
    number(WORDS.alive),
    number(WORDS.expected, true),
    number(WORDS.worth, false, true),
    { title: html`${intervalHead(intervals, lang)}`, kind: 'number' as const, wideOnly: true },
  ];
  // A column of nothing is left out.
  const kept = columns.map((_, index) => index < columns.length - 1 || intervals.some((one) => one !== null));
  return table(
    {
      caption,
      columns: columns.filter((_, index) => kept[index]),
      rows: rows.map((row) => row.filter((_, index) => kept[index])),
      sortable: true,
    },
    page,
  );
}
