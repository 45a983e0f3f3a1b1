/** What the views of a page share: how they speak, and how they name places. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import type { PageOptions, Words } from '../page.js';
import { type Html, joined, sentence, words } from './markup.js';

export interface Page {
  readonly options: PageOptions;
  readonly lang: Lang;
  /** Time and amounts run from right to left. */
  readonly rtl: boolean;
  words(said: Words): Html;
  /** Several sentences, one behind the other. */
  sentences(said: readonly Words[]): Html;
  /** A finished sentence of a document: what stands in back-ticks in it is something to type. */
  sentence(text: string): Html;
  /** The name of a place, which no other place of the file has: pages of several languages stand in one file. */
  id(name: string): string;
  /** A number that no other asker of this page gets, for places without a name. */
  next(): number;
  /** The name of a region, numbered where another region of this page has it: whoever jumps between them hears which. */
  unlike(name: string): string;
}

/** A page in one language; `prefix` begins its ids where several stand in one file. */
export function openPage(options: PageOptions, prefix = ''): Page {
  const { lang } = options;
  let count = 0;
  const names = new Map<string, number>();
  return {
    options,
    lang,
    rtl: lang === 'fa',
    words: (said) => words(said, lang),
    sentences: (said) =>
      joined(
        said.map((one) => words(one, lang)),
        ' ',
      ),
    sentence: (text) => sentence(text, lang),
    id: (name) => prefix + name.replace(/[^a-zA-Z0-9_-]/g, '-'),
    next: () => ++count,
    unlike: (name) => {
      const times = (names.get(name) ?? 0) + 1;
      names.set(name, times);
      return times === 1 ? name : `${name} (${countText(times, lang)})`;
    },
  };
}
