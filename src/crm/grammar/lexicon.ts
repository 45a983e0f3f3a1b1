import { numberOfWord } from '../word-numbers.js';
import { isFirstLatin } from './first-letter.js';
import texts from './lexicon-texts.js?made';
import type { Meaning } from './meaning.js';

/** What the words of all languages mean. */
export interface Lexicon {
  /** What a folded word means, or several with single spaces between. */
  meaningsOf(word: string): readonly Meaning[] | undefined;
  /** How many words the longest phrase has that begins with a word; 1 where none does. */
  longestPhrase(first: string): number;
  /** Length of the longest single word. */
  readonly longest: number;
}

interface Half {
  readonly words: ReadonlyMap<string, number>;
  readonly phrases: ReadonlyMap<string, number>;
}

let known: Lexicon | null = null;

/** All words, each half put into maps when a word of it is first asked for: only a table of somebody's needs them. */
export function lexicon(): Lexicon {
  known ??= fromTexts();
  return known;
}

function fromTexts(): Lexicon {
  const lists = of('lists')
    .split('\n')
    .map((list) => list.split(',') as Meaning[]);
  let latin: Half | null = null;
  let others: Half | null = null;
  const halfOf = (word: string): Half => {
    if (isFirstLatin(word)) {
      latin ??= half('latin');
      return latin;
    }
    others ??= half('others');
    return others;
  };
  return {
    meaningsOf(word) {
      const list = halfOf(word).words.get(word);
      return list === undefined ? undefined : lists[list];
    },
    longestPhrase: (first) => halfOf(first).phrases.get(first) ?? 1,
    longest: Number(of('longest')),
  };
}

function half(name: 'latin' | 'others'): Half {
  const numbered = (what: string): Map<string, number> =>
    numberOfWord({ words: of(`${name} ${what}`), numbers: of(`${name} ${what} numbers`) });
  return { words: numbered('words'), phrases: numbered('phrases') };
}

function of(name: string): string {
  return texts[name] ?? '';
}
