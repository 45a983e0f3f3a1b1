/** What the views of a page share: how they speak, and how they name places. */
import type { Lang } from '../../locale/text.js';
import type { PageOptions, Words } from '../page.js';
import { type Html, words } from './markup.js';

export interface Page {
  readonly options: PageOptions;
  readonly lang: Lang;
  /** Time and amounts run from right to left. */
  readonly rtl: boolean;
  words(said: Words): Html;
  /** The name of a place, which no other place of the file has: pages of several languages stand in one file. */
  id(name: string): string;
  /** A number that no other asker of this page gets, for places without a name. */
  next(): number;
}

/** A page in one language; `prefix` begins its ids where several stand in one file. */
export function openPage(options: PageOptions, prefix = ''): Page {
  const { lang } = options;
  let count = 0;
  return {
    options,
    lang,
    rtl: lang === 'fa',
    words: (said) => words(said, lang),
    id: (name) => prefix + name.replace(/[^a-zA-Z0-9_-]/g, '-'),
    next: () => ++count,
  };
}
