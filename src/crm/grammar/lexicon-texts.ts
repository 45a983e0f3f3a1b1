import { type NumberedWords, numberedWords } from '../word-numbers.js';
import { isFirstLatin } from './first-letter.js';
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
const WORDS: Readonly<Record<string, WordList>> = {
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

/** Stands between the lists of a language while they are folded; no word has it, and it stays as it is. */
const BETWEEN_LISTS = '|';

/** The lexicon (see lexicon.ts) as texts, the words of each half in the order of the languages. */
export const texts: Readonly<Record<string, string>> = asTexts();

function asTexts(): Record<string, string> {
  const meanings = meaningsOfWords();
  const lists = [...new Set([...meanings.values()].map((one) => one.join()))];
  const numberOf = [...meanings].map(([word, one]): [string, number] => [word, lists.indexOf(one.join())]);
  const single = numberOf.filter(([word]) => !word.includes(' ')).map(([word]) => word.length);
  return {
    lists: lists.join('\n'),
    longest: String(Math.max(...single)),
    ...inHalf(
      'latin',
      numberOf.filter(([word]) => isFirstLatin(word)),
    ),
    ...inHalf(
      'others',
      numberOf.filter(([word]) => !isFirstLatin(word)),
    ),
  };
}

function inHalf(half: string, numberOf: readonly (readonly [string, number])[]): Record<string, string> {
  const phrases = new Map<string, number>();
  for (const [word] of numberOf) {
    const [first = '', ...more] = word.split(' ');
    if (more.length > 0) phrases.set(first, Math.max(phrases.get(first) ?? 0, 1 + more.length));
  }
  const named = (name: string, { words, numbers }: NumberedWords): Record<string, string> => ({
    [`${half} ${name}`]: words,
    [`${half} ${name} numbers`]: numbers,
  });
  return { ...named('words', numberedWords(new Map(numberOf))), ...named('phrases', numberedWords(phrases)) };
}

/** A folded word, or several with single spaces between, and what it means. */
function meaningsOfWords(): Map<string, readonly Meaning[]> {
  const words = new Map<string, readonly Meaning[]>();
  const add = (word: string, meaning: Meaning): void => {
    const found = words.get(word) ?? [];
    if (!found.includes(meaning)) words.set(word, [...found, meaning]);
  };
  for (const [language, list] of Object.entries(WORDS)) {
    const all = Object.values(list).join(BETWEEN_LISTS);
    const folded = foldWords(all).split(BETWEEN_LISTS);
    const typed = language === 'de' || language === 'sv' ? foldWords(withoutUmlauts(all)).split(BETWEEN_LISTS) : [];
    (Object.keys(list) as Meaning[]).forEach((meaning, at) => {
      for (const words of [folded[at], typed[at]]) {
        for (const word of words?.split(',') ?? []) add(canonical(word.trim()), meaning);
      }
    });
  }
  return words;
}

function canonical(word: string): string {
  return word.includes(' ') ? word.split(' ').map(withoutArticle).join(' ') : withoutArticle(word);
}

/** As German is typed on a keyboard without umlauts; folding alone makes `a` of `ä`. */
function withoutUmlauts(text: string): string {
  return text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}
