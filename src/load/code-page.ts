import { createDecoder } from './decode.js';
import { EAST_ASIAN, type EastAsian, LATIN_LANGUAGES, type Letters, SCRIPTS, type Script } from './letters.js';

/**
 * The encodings that exports come in when they are no UTF-8, by how common they are: of two that read a text equally
 * well, the earlier one is taken. UTF-16 is told before.
 */
const CODE_PAGES = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
  'gb18030',
  'shift_jis',
  'euc-kr',
  'big5',
  'windows-1253',
  'windows-1255',
  'windows-1257',
  'iso-8859-2',
  'euc-jp',
  'koi8-r',
  'macintosh',
  'cp850',
  'cp437',
  'ibm866',
  'cp852',
  'cp857',
  'x-mac-cyrillic',
  'iso-8859-5',
] as const;

export type CodePage = (typeof CODE_PAGES)[number];

/** What a text is written in, as far as it can be told. */
export interface CodePageGuess {
  readonly page: CodePage;
  /** Read in it, the text looks like words; otherwise it is the commonest of all, for want of a better. */
  readonly known: boolean;
}

/**
 * What the commonest code page is ahead by, in bytes: so little text as one short name tells nothing, and a name in
 * capitals looks odd in its own.
 */
const HEAD_START = 0.6;
const COMMONEST: CodePage = 'windows-1252';
/** The least score per byte beyond ASCII at which a text looks like words. */
const WORDS = 0.2;

/**
 * The code page in which a text reads like words. Every byte means something in most code pages, so validity decides
 * little; what words look like does: they keep to one script and to the letters of one language, the usual ones more
 * often than the others, capitals stand at their beginning, signs stand outside of them.
 */
export function guessCodePage(bytes: Uint8Array): CodePageGuess {
  const foreign = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  let best: CodePage = COMMONEST;
  let highest = Number.NEGATIVE_INFINITY;
  for (const page of CODE_PAGES) {
    const score = scoreIn(page, bytes) + (page === COMMONEST ? HEAD_START : 0);
    if (score > highest) {
      best = page;
      highest = score;
    }
  }
  if (highest - (best === COMMONEST ? HEAD_START : 0) >= WORDS * foreign) return { page: best, known: true };
  // Nothing but signs, such as ° and ½.
  const { words, signs } = new Found(createDecoder('windows-1252')(bytes, true));
  return { page: 'windows-1252', known: words.size === 0 && signs > -0.5 };
}

/** Sum over the bytes beyond ASCII: up to +1 for one that belongs where it stands, less for one that does not. */
function scoreIn(page: CodePage, bytes: Uint8Array): number {
  const text = createDecoder(page)(bytes, true);
  const eastAsian = EAST_ASIAN[page];
  if (eastAsian !== undefined) return eastAsianScore(text, page, eastAsian);
  const found = new Found(text);
  const script = SCRIPTS[page];
  const letters = script === undefined ? latinScore(found, LATIN_LANGUAGES[page] ?? []) : scriptScore(found, script);
  return letters + found.signs;
}

const TOKEN = /[\p{L}\p{M}]+|[^\x00-\x7f]/gu;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\d/;
const FOREIGN = /[^\x00-\x7f]/gu;

/** The words of a text with letters beyond ASCII and how often each is there, and what is to be said of its signs. */
class Found {
  readonly words = new Map<string, number>();
  /** Score of what is no letter. */
  signs = 0;

  constructor(text: string) {
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      const end = index + token.length;
      const before = text[index - 1] ?? ' ';
      const foreign = token.match(FOREIGN)?.length ?? 0;
      if (!LETTER.test(token)) this.signs += signScore(token, before, text.slice(end, end + 3));
      else if (foreign > 0 && isPartOfNumber(token, before, text[end] ?? ' ')) this.signs -= foreign;
      else if (foreign > 0) this.words.set(token, (this.words.get(token) ?? 0) + 1);
    }
  }
}

/** Between digits, or alone beside one: what stands there is a sign, and no letter. */
function isPartOfNumber(token: string, before: string, behind: string): boolean {
  const left = DIGIT.test(before);
  const right = DIGIT.test(behind);
  return (left && right) || (token.length === 1 && (left || right));
}

const NO_CHARACTER = /[\x80-\x9f\ufffd\ue000-\uf8ff]/u;
const SPACE = /[\s\u00a0\u00ad\u200b-\u200f\ufeff]/u;
const DASH = /[–—·•…]/u;
const BESIDE_LETTERS = /[®™©°º²³ª§]/u;
/** O’Brien, l’été, don’t: what stands behind an apostrophe. */
const BEHIND_APOSTROPHE = /^(?:(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{M}])|\p{Lu}|[aeiouhéèêâîôœ])/u;

function signScore(sign: string, before: string, behind: string): number {
  if (NO_CHARACTER.test(sign)) return -2;
  // Between groups of digits.
  if (SPACE.test(sign)) return DIGIT.test(before) && DIGIT.test(behind.slice(0, 1)) ? 1 : 0;
  const letterBefore = LETTER.test(before);
  const letterBehind = LETTER.test(behind.slice(0, 1));
  if (sign === '’') return letterBefore && BEHIND_APOSTROPHE.test(behind) ? 1 : letterBefore && !letterBehind ? 0.5 : 0;
  if (sign === '“' || sign === '‘' || sign === '„' || sign === '«' || sign === '¿' || sign === '¡') {
    return letterBefore ? -0.5 : letterBehind ? 1 : 0;
  }
  if (sign === '”' || sign === '»') return letterBehind ? -0.5 : letterBefore ? 1 : 0;
  if (sign === '€' || sign === '£') return letterBefore || letterBehind ? -0.5 : 1;
  if (DASH.test(sign)) return letterBefore && letterBehind ? -0.2 : letterBefore === letterBehind ? 0.7 : 0;
  if (/\p{Lm}|[⌐-◿]/u.test(sign)) return -1;
  if (letterBefore && letterBehind) return -1;
  if (/[®™]/.test(sign) && letterBefore) return 1;
  return letterBefore !== letterBehind && !BESIDE_LETTERS.test(sign) ? -0.3 : 0;
}

/** A capital beyond ASCII, or beside a letter that is, inside a word that has small letters. */
const CAPITAL_INSIDE = /(?=\p{Ll}\p{Lu})(?![a-z][A-Z])|(?!^)(?![A-Z])\p{Lu}/u;
const SMALL = /\p{Ll}/u;

function hasCapitalInside(word: string): boolean {
  return SMALL.test(word) && CAPITAL_INSIDE.test(word);
}

const LATIN_WORD = /^(?:\p{Script=Latin}|\u0307)+$/u;
/** Consonants in a row, one of them beyond ASCII. */
const CLUSTER = /[b-df-hj-np-tv-xzßñçčćďđğľĺłńňŕřśšşťţźžżðþ]{4,}/giu;
/** Letters that are met before few others, or nowhere at the beginning: `ão`, `ões`, `irmã`, `año`. */
const UNLIKELY = /ã(?![oes]|$)|õ(?!e)|ñ(?![aeiouáéíóúü])|^ý/iu;
const LATIN_SINGLE = /^[àâáéèêíóòúôöåäæøüyñýů]$/iu;

/** By the language that fits best; words that another language of the code page would fit count a little. */
function latinScore({ words }: Found, languages: readonly Letters[]): number {
  const sums = languages.map(() => 0);
  for (const [word, times] of words) {
    const scores = languages.map((language) => latinWord(word, language));
    const best = Math.max(...scores);
    scores.forEach((score, index) => {
      sums[index] = (sums[index] ?? 0) + times * (score >= 0 ? score : best > 0 ? best * OTHER_LANGUAGE : best);
    });
  }
  return words.size === 0 ? 0 : Math.max(...sums);
}

/** What a word of a second language in the same file is worth, of what it would be worth as the first. */
const OTHER_LANGUAGE = 0.6;

function latinWord(word: string, language: Letters): number {
  const foreign = word.match(FOREIGN) ?? [];
  if (!LATIN_WORD.test(word) || hasCapitalInside(word)) return -foreign.length;
  if (word.length === 1 && !LATIN_SINGLE.test(word)) return -1;
  // Short words may be all accents, or nearly: French à, où, été.
  const most = language.dense === true ? Math.max(2, 0.8 * word.length) : Math.max(2, word.length / 2);
  if (foreign.length > most) return -foreign.length;
  const unlikely = word.match(CLUSTER)?.some((run) => /[^\x00-\x7f]/.test(run)) || UNLIKELY.test(word) ? 0.5 : 0;
  let sum = 0;
  for (const letter of foreign) {
    const weight = weightOf(letter, language);
    if (weight === 0) return -foreign.length / 2;
    sum += weight - unlikely;
  }
  return sum;
}

function weightOf(letter: string, { usual, others = '' }: Letters): number {
  const small = letter.toLowerCase();
  return usual.includes(small) ? 1 : others.includes(small) ? 0.6 : 0;
}

function scriptScore({ words }: Found, script: Script): number {
  let sum = 0;
  for (const [word, times] of words) sum += times * scriptWord(word, script);
  return sum;
}

function scriptWord(word: string, script: Script): number {
  const foreign = word.match(FOREIGN) ?? [];
  // Letters of two scripts in one word.
  if (!script.word.test(word)) return LATIN_WORD.test(word) ? -foreign.length / 2 : -foreign.length;
  if (hasCapitalInside(word) || /^\p{M}/u.test(word) || FINAL_INSIDE.test(word)) return -foreign.length;
  if (word.length === 1) return (script.single ?? '').includes(word.toLowerCase()) ? 1 : 0;
  let sum = 0;
  for (const letter of foreign) sum += weightOf(letter, script) || RARE_LETTER;
  const likely = script.unlikely?.test(word) === true ? sum / 2 : sum;
  // Words in capitals are rare, and what is none of a script's often looks like one.
  return /^\p{Lu}{2,}$/u.test(word) ? CAPITALS * likely : likely;
}

const RARE_LETTER = -0.2;
const CAPITALS = 0.85;
/** Letters of Hebrew and Greek that stand at the end of words only. */
const FINAL_INSIDE = /[\u05da\u05dd\u05df\u05e3\u05e5\u03c2](?=\p{L})/u;

const EAST_ASIAN_CHARACTER = /[^\x00-\x7f]/u;

function eastAsianScore(text: string, page: CodePage, about: EastAsian): number {
  let sum = 0;
  let before = ' ';
  const leadOf = leadsOf(page);
  const characters = [...text];
  characters.forEach((character, index) => {
    if (EAST_ASIAN_CHARACTER.test(character)) {
      const behind = characters[index + 1] ?? ' ';
      // One alone that touches small letters: an accented letter and its neighbour.
      const inLatinWord = /[a-z]/.test(before + behind) && !/[^\x00-\x7f]/.test(before + behind);
      sum += inLatinWord ? -2 : eastAsianCharacter(character, about, leadOf);
    }
    before = character;
  });
  return sum;
}

/** For a character of two bytes; of the rare ones with more, too. */
function eastAsianCharacter(character: string, about: EastAsian, leadOf: ReadonlyMap<string, number>): number {
  if (NO_CHARACTER.test(character)) return -4;
  if (about.known.has(character)) return 2.2;
  if (about.full.test(character)) return about.fullness;
  if (about.foreign.test(character)) return -1;
  // Full-width forms and punctuation.
  if (/[\u3000-\u303f\uff01-\uff5e]/u.test(character)) return 1;
  if (/[\uff61-\uff9f]/u.test(character)) return 0.1;
  if (!/\p{Script=Han}/u.test(character)) return -1;
  const lead = leadOf.get(character) ?? 0;
  return about.leads.some(([from, to]) => lead >= from && lead <= to) ? 1.3 : -0.6;
}

const LEADS = new Map<CodePage, ReadonlyMap<string, number>>();

/** The first byte of every character of two bytes, by the character. */
function leadsOf(page: CodePage): ReadonlyMap<string, number> {
  let leads = LEADS.get(page);
  if (leads === undefined) {
    const found = new Map<string, number>();
    const decoder = new TextDecoder(page);
    for (const [from, to] of EAST_ASIAN[page]?.leads ?? []) {
      for (let lead = from; lead <= to; lead++) {
        const bytes: number[] = [];
        for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
        for (const character of decoder.decode(Uint8Array.from(bytes), { stream: true })) {
          if (character > '\u007f') found.set(character, lead);
        }
        decoder.decode();
      }
    }
    leads = found;
    LEADS.set(page, leads);
  }
  return leads;
}
