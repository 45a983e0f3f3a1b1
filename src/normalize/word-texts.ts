import { cleanText } from '../locale/fold.js';
import { companyKey } from '../model/company-name.js';
import { cellText, type PlainColumn } from '../model/text-column.js';
import type { WrittenTexts } from '../model/written-texts.js';
import { spread, withLetter } from './company-numbers.js';
import { mayBeMissing } from './parse/text.js';

const [SPACE, LOWER_CASE, ZERO, NINE, LETTER_A, LETTER_Z] = [0x20, 0x20, 0x30, 0x39, 0x61, 0x7a];

/** So many words are kept: where more are odd, texts have little in common, and each is read as a whole. */
const MOST_WORDS = 1_000;

/** What may stand between the names of a cell that holds several, or behind the module of a reference. */
const CUTS = /[;:]/;

/** A word that is more than letters and digits of ASCII. */
interface OddWord {
  readonly start: number;
  readonly end: number;
  /** Its part of the key of a company; null = it does not say itself as it stands. */
  readonly key: string | null;
}

/**
 * Reads texts by their words. Thousands of names that are not plain have a few words that are not: `Customer 17 İzmir`,
 * `Customer 5 İzmir`. Those are read once, and no text is made of the others: folding one takes several microseconds.
 *
 * Words stand for themselves because nothing that is done to a text reaches across a space of ASCII: letters are
 * neither composed nor put in order there, and it ends the word that a sigma may be the last of.
 */
export class WordTexts {
  readonly #texts: WrittenTexts;
  readonly #odd = new Map<number, OddWord>();

  constructor(texts: WrittenTexts) {
    this.#texts = texts;
  }

  /**
   * Reads texts that surely name one company each as they stand: words that begin with one of letters or digits, a space
   * between them. One function, as V8 compiles it once then: it calls little that runs long.
   *
   * @param hashes by text: gets the hash of its key, as `hashOf` has it of its `companyKey`; or nothing that counts
   * @returns those of the texts that have to be read as wholes
   */
  read(texts: readonly number[], hashes: Int32Array): number[] {
    const { bytes, offsets } = this.#texts;
    const others: number[] = [];
    for (let one = 0; one < texts.length; one++) {
      const text = texts[one] as number;
      let at = offsets[text] as number;
      const end = offsets[text + 1] as number;
      let says = startsText(bytes[at] as number);
      let hash = 0;
      /** The last letter of the key so far. */
      let last = 0;
      // At the last space, or before the first word.
      for (at--; says && at < end; ) {
        const start = ++at;
        while (at < end && isLetter(bytes[at] as number)) at++;
        let key: string | null = null;
        if (at < end && bytes[at] !== SPACE) {
          while (at < end && bytes[at] !== SPACE) at++;
          key = this.#keyOf(start, at);
          says = key !== null;
        } else says = at > start;
        const length = key === null ? at - start : key.length;
        for (let letter = 0; letter < length; letter++) {
          const code = key === null ? (bytes[start + letter] as number) | LOWER_CASE : key.charCodeAt(letter);
          // Digits of two words are kept apart.
          if (letter === 0 && isDigit(code) && isDigit(last)) hash = withLetter(hash, SPACE);
          hash = withLetter(hash, code);
          last = code;
        }
      }
      hashes[text] = spread(hash);
      if (!says) others.push(text);
    }
    return others;
  }

  /** The key of an odd word; null where it does not say itself as it stands, or is one too many. */
  #keyOf(start: number, end: number): string | null {
    const { bytes } = this.#texts;
    let hash = 0;
    for (let at = start; at < end; at++) hash = withLetter(hash, bytes[at] as number);
    const known = this.#odd.get(hash);
    if (known !== undefined) return areSame(bytes, known, start, end) ? known.key : null;
    if (this.#odd.size === MOST_WORDS) return null;
    const key = keyOfWord(bytes, start, end);
    this.#odd.set(hash, { start, end, key });
    return key;
  }
}

function keyOfWord(bytes: Uint8Array, start: number, end: number): string | null {
  const column: PlainColumn = { kind: 'plain', length: 1, bytes, offsets: Uint32Array.of(start, end) };
  const word = cellText(column, 0);
  return CUTS.test(word) || cleanText(word) !== word ? null : companyKey(word);
}

function areSame(bytes: Uint8Array, word: OddWord, start: number, end: number): boolean {
  if (word.end - word.start !== end - start) return false;
  for (let at = start, other = word.start; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false;
  return true;
}

/** Whether a text that begins so surely says something: with a letter or digit that no word for nothing begins with. */
function startsText(byte: number): boolean {
  return isLetter(byte) && !mayBeMissing(byte, 0);
}

function isLetter(byte: number): boolean {
  const lower = byte | LOWER_CASE;
  return (lower >= LETTER_A && lower <= LETTER_Z) || isDigit(byte);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
