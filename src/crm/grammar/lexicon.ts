import { foldWords, withoutArticle } from './fold-word.js';
import type { Meaning, WordList } from './meaning.js';
import { ar } from './words/ar.js';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fa } from './words/fa.js';
import { fr } from './words/fr.js';
import { it } from './words/it.js';
import { ja } from './words/ja.js';
import { cs, da, ko, sv, uk } from './words/more.js';
import { nl } from './words/nl.js';
import { pl } from './words/pl.js';
import { pt } from './words/pt.js';
import { ru } from './words/ru.js';
import { tr } from './words/tr.js';
import { zh } from './words/zh.js';

/** The words of headers by language. */
export const WORDS: Readonly<Record<string, WordList>> = {
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  pl,
  ru,
  tr,
  zh,
  ja,
  fa,
  ar,
  cs,
  uk,
  sv,
  da,
  ko,
};

/** What the words of all languages mean. */
export interface Lexicon {
  /** A folded word, or several with single spaces between, and what it means. */
  readonly words: ReadonlyMap<string, readonly Meaning[]>;
  /** The first word of a phrase → how many words the longest one that begins with it has. */
  readonly phrases: ReadonlyMap<string, number>;
  /** Length of the longest single word. */
  readonly longest: number;
}

/** Stands between the lists of a language while they are folded; no word has it, and it stays as it is. */
const BETWEEN_LISTS = '|';

let known: Lexicon | null = null;

/** All words, put together at the first use: only a table of somebody's needs them. */
export function lexicon(): Lexicon {
  known ??= collect();
  return known;
}

function collect(): Lexicon {
  const words = new Map<string, readonly Meaning[]>();
  /** Most words mean one thing: they share one list of it. */
  const only = new Map<Meaning, readonly Meaning[]>();
  const phrases = new Map<string, number>();
  let longest = 0;
  const add = (word: string, meaning: Meaning): void => {
    const found = words.get(word);
    if (found !== undefined) {
      if (!found.includes(meaning)) words.set(word, [...found, meaning]);
      return;
    }
    words.set(word, only.get(meaning) ?? [meaning]);
    const end = word.indexOf(' ');
    if (end < 0) {
      if (word.length > longest) longest = word.length;
      return;
    }
    const first = word.slice(0, end);
    phrases.set(first, Math.max(phrases.get(first) ?? 0, word.split(' ').length));
  };
  for (const [language, list] of Object.entries(WORDS)) {
    // A whole language is folded at once: word by word it would take most of the time that reading a small file does.
    const all = Object.values(list).join(BETWEEN_LISTS);
    const folded = foldWords(all).split(BETWEEN_LISTS);
    const typed = language === 'de' || language === 'sv' ? foldWords(withoutUmlauts(all)).split(BETWEEN_LISTS) : [];
    (Object.keys(list) as Meaning[]).forEach((meaning, at) => {
      if (!only.has(meaning)) only.set(meaning, [meaning]);
      for (const words of [folded[at], typed[at]]) {
        for (const word of words?.split(',') ?? []) add(canonical(word.trim()), meaning);
      }
    });
  }
  return { words, phrases, longest };
}

function canonical(word: string): string {
  return word.includes(' ') ? word.split(' ').map(withoutArticle).join(' ') : withoutArticle(word);
}

/** As German is typed on a keyboard without umlauts; folding alone makes `a` of `ä`. */
function withoutUmlauts(text: string): string {
  return text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}
