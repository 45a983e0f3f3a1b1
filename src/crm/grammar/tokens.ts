import { foldWords, withoutArticle } from './fold-word.js';

/** No name of a field is longer; what is longer is a sentence, and is not read. */
const LONGEST_HEADER = 120;

/** Ends that a system puts behind a custom field's name: `Amount__c`, `Account__r`. */
const CUSTOM = /__(?:pc|[crs])(?![\p{L}\p{N}])/giu;
/** `dealStage` → `deal Stage`. */
const CAMEL = /(\p{Ll}|\p{N})(\p{Lu})/gu;
/** `CRMStage` → `CRM Stage`; `IDs` stays. */
const ACRONYM = /(\p{Lu})(\p{Lu}\p{Ll}\p{Ll})/gu;
/** Scripts that are written without spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const INTO_UNSPACED = new RegExp(`([^\\s${UNSPACED}])([${UNSPACED}])`, 'gu');
const OUT_OF_UNSPACED = new RegExp(`([${UNSPACED}])([^\\s${UNSPACED}])`, 'gu');
const INTO_NUMBER = /(\p{L})(\p{N})/gu;
/** Signs that are words of their own. */
const SIGNS = /([%٪$€£₹₽₺¥#])/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}%٪$€£₹₽₺¥#]+/u;

/**
 * The words of a header, folded: separators, camel case, letters beside digits and the end of one script and begin of
 * another part them. Words that are run together stay so. Empty for what is too long to be a name.
 */
export function headerTokens(header: string): readonly string[] {
  if (header.length > LONGEST_HEADER) return [];
  const parted = header
    .normalize('NFKC')
    .replace(CUSTOM, ' ')
    .replace(CAMEL, '$1 $2')
    .replace(ACRONYM, '$1 $2')
    .replace(INTO_UNSPACED, '$1 $2')
    .replace(OUT_OF_UNSPACED, '$1 $2')
    .replace(INTO_NUMBER, '$1 $2')
    .replace(SIGNS, ' $1 ');
  return foldWords(parted)
    .split(BETWEEN)
    .filter((word) => word !== '')
    .map(withoutArticle);
}

/** Whether a word is of a script without spaces between words, or of Hangul, that joins them as freely. */
export function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(word);
}
