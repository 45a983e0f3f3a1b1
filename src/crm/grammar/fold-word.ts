import { foldText } from '../../locale/fold.js';

/** Letters that lose their mark for people who type without it, and that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
const MARKED = /[ıłøđðæœß]/g;
const NOT_ASCII = /[^\x20-\x7e]/;

/** The comparison form of a text of header words: folded, and without the marks that `foldText` keeps. */
export function foldWords(text: string): string {
  const folded = foldText(text);
  if (!NOT_ASCII.test(folded)) return folded;
  return folded.replace(MARKED, (letter) => PLAIN[letter] ?? letter);
}

/** The Arabic article in front of a word. */
const ARTICLE = 'ال';
/** Shorter words begin with these letters and have no article. */
const SHORTEST_WITH_ARTICLE = 5;

/** A folded word without the Arabic article. */
export function withoutArticle(word: string): string {
  return word.length >= SHORTEST_WITH_ARTICLE && word.startsWith(ARTICLE) ? word.slice(ARTICLE.length) : word;
}
