/** Cells, heads and counts that the tables of a comparison have alike. */
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Sentence, Words } from '../../../page.js';
import { amountWords, sumWords } from '../../../pages/sections/changes-cells.js';
import { html } from '../../markup.js';
import type { Page } from '../../page.js';
import type { TableCell, TableColumn } from '../../table.js';

interface Sum {
  readonly amount: number | null;
  readonly byCurrency: readonly { readonly currency: string; readonly amount: number }[] | null;
}

/** Rows of a table on the page; the JSON has all. */
export const MOST_ROWS = 200;
/** A longer table can be narrowed. */
export const FILTERED_FROM = 12;

const DEALS: Sentence<{ n: number; text: string }> = {
  en: ({ n, text }) => [`${text} ${n === 1 ? 'deal' : 'deals'}`],
  fa: ({ text }) => [`${text} معامله`],
};

/** `1 deal`, `22 deals`. */
export function dealsWords(n: number, { lang }: Pick<Page, 'lang'>): Words {
  return DEALS[lang]({ n, text: countText(n, lang) });
}

/** Whether any of the sums is known: a column of dashes says nothing. */
export function anyPriced(sums: readonly Sum[]): boolean {
  return sums.some(({ amount, byCurrency }) => amount !== null || byCurrency !== null);
}

export function countCell(n: number | null, { lang }: Page): TableCell {
  return { html: n === null ? html`–` : html`${countText(n, lang)}`, sort: n };
}

/** An amount without its currency, which stands in the head of the page or beside it. */
export function amountCell(amount: number | null, { options, words }: Page): TableCell {
  return { html: amount === null ? html`–` : words(amountWords(amount, options)), sort: amount };
}

/** An amount, or one for each currency. */
export function sumCell(sum: Sum, page: Page): TableCell {
  if (sum.byCurrency === null) return amountCell(sum.amount, page);
  return { html: page.words(sumWords({ ...sum, byCurrency: [...sum.byCurrency] }, page.options)), sort: null };
}

export function numberHead(title: Text, { lang }: Page, wideOnly = false): TableColumn {
  return { title: html`${title[lang]}`, kind: 'number', wideOnly };
}

export function textHead(title: Text, { lang }: Page, wideOnly = false): TableColumn {
  return { title: html`${title[lang]}`, kind: 'text', wideOnly };
}
