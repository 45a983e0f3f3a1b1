/** What the pages of lists (deals, changed deals, customers) have alike. */
import type { Lang, Text } from '../../locale/text.js';
import { type Block, cell, data, type Sentence, say, type Words } from '../page.js';

interface Order {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

const ORDER: Sentence<{ readonly name: Words; readonly falling: boolean }> = {
  en: ({ name, falling }) => say`by ${name}, ${falling ? 'descending' : 'ascending'}`,
  fa: ({ name, falling }) => say`به ترتیب ${name}، از ${falling ? 'زیاد به کم' : 'کم به زیاد'}`,
};

/** `by Amount, descending`. */
export function orderWords(
  { by, direction }: Order,
  columns: readonly { readonly name: string; readonly title: string }[],
  lang: Lang,
): Words {
  const title = columns.find((column) => column.name === by)?.title ?? by;
  return ORDER[lang]({ name: [data(title)], falling: direction === 'desc' });
}

const WARNINGS: Text = { en: 'Warnings', fa: 'هشدارها' };

/** The end of the page; nothing where there is nothing to warn of. */
export function* warningBlocks(
  warnings: readonly { readonly message: string }[],
  lang: Lang,
): Generator<Block, void, undefined> {
  if (warnings.length === 0) return;
  yield { kind: 'heading', words: [WARNINGS[lang]] };
  yield { kind: 'list', items: warnings.map(({ message }) => cell([data(message)], 'warn')) };
}
