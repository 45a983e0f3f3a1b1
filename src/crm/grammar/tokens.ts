import { onDemand } from '../../locale/on-demand.js';
import { foldWords, withoutArticle } from './fold-word.js';

/** No name of a field is longer; what is longer is a sentence, and is not read. */
const LONGEST_HEADER = 120;

/** How the words of a header are parted. */
interface Parting {
  /** Ends that a system puts behind a custom field's name: `Amount__c`, `Account__r`. */
  readonly custom: RegExp;
  /** What is parted by a space: `dealStage` → `deal Stage`; `CRMStage` → `CRM Stage`, `IDs` stays; letters beside digits. */
  readonly pairs: readonly RegExp[];
  /** Signs that are words of their own. */
  readonly signs: RegExp;
  readonly between: RegExp;
}

/** Scripts that are written without spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const OF_ANY = onDemand(
  (): Parting => ({
    custom: /__(?:pc|[crs])(?![\p{L}\p{N}])/giu,
    pairs: [
      /(\p{Ll}|\p{N})(\p{Lu})/gu,
      /(\p{Lu})(\p{Lu}\p{Ll}\p{Ll})/gu,
      new RegExp(`([^\\s${UNSPACED}])([${UNSPACED}])`, 'gu'),
      new RegExp(`([${UNSPACED}])([^\\s${UNSPACED}])`, 'gu'),
      /(\p{L})(\p{N})/gu,
    ],
    signs: /([%٪$€£₹₽₺¥#])/gu,
    between: /[^\p{L}\p{N}\p{M}%٪$€£₹₽₺¥#]+/u,
  }),
);
/** The same of headers of ASCII: the others take V8 milliseconds to be compiled. */
const OF_ASCII: Parting = {
  custom: /__(?:pc|[crs])(?![A-Za-z\d])/gi,
  pairs: [/([a-z\d])([A-Z])/g, /([A-Z])([A-Z][a-z][a-z])/g, /([A-Za-z])(\d)/g],
  signs: /([%$#])/g,
  between: /[^A-Za-z\d%$#]+/,
};
const NOT_ASCII = /[^\0-\x7f]/;

/**
 * The words of a header, folded: separators, camel case, letters beside digits and the end of one script and begin of
 * another part them. Words that are run together stay so. Empty for what is too long to be a name.
 */
export function headerTokens(header: string): readonly string[] {
  if (header.length > LONGEST_HEADER) return [];
  const { custom, pairs, signs, between } = NOT_ASCII.test(header) ? OF_ANY() : OF_ASCII;
  const whole = header.normalize('NFKC').replace(custom, ' ');
  const parted = pairs.reduce((text, pair) => text.replace(pair, '$1 $2'), whole).replace(signs, ' $1 ');
  return foldWords(parted)
    .split(between)
    .filter((word) => word !== '')
    .map(withoutArticle);
}

/** Whether a word is of a script without spaces between words, or of Hangul, that joins them as freely. */
export function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(word);
}
