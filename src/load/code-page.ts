import { createDecoder } from './decode.js';

/** The single-byte encodings that CRM exports come in when they are no UTF-8, the commonest last (it wins ties). */
const CODE_PAGES = ['windows-1256', 'windows-1251', 'windows-1254', 'windows-1252'] as const;

export type CodePage = (typeof CODE_PAGES)[number];

/**
 * The code page in which a text reads like words. Every byte means something in every code page, so validity decides
 * nothing; what words look like does: they keep to one script, capitals stand at their beginning, accented letters
 * are the minority among Latin ones.
 */
export function guessCodePage(bytes: Uint8Array): CodePage {
  let best: CodePage = 'windows-1252';
  let highest = Number.NEGATIVE_INFINITY;
  for (const page of CODE_PAGES) {
    const score = plausibility(createDecoder(page)(bytes, true), page);
    if (score >= highest) {
      best = page;
      highest = score;
    }
  }
  return best;
}

const WORD = /[\p{L}\p{M}]+/gu;
const ARABIC_WORD = /^[\p{Script=Arabic}\p{M}\u0640]+$/u;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u;
const CYRILLIC_LETTER_WORD = /^[авикосуяіжбАВИКОСУЯІЖБ]$/u;
const LATIN_WORD = /^\p{Script=Latin}+$/u;
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;
/** Six letters of windows-1252 that are ğ ş ı İ Ş Ğ in windows-1254, and letters that Icelandic has and Turkish lacks. */
const ICELANDIC = /[ðþýÝÞÐ]/u;
const NOT_TURKISH = /[áéíóúæÁÉÍÓÚÆ]/u;

/** Sum over the letters beyond ASCII: up to +1 in a word that looks like one, −1 in a word that does not. */
function plausibility(text: string, page: CodePage): number {
  let score = 0;
  for (const [word] of text.matchAll(WORD)) {
    const foreign = word.match(/[^\x00-\x7f]/gu)?.length ?? 0;
    if (foreign > 0) score += foreign * wordPlausibility(word, foreign, page);
  }
  // Control characters of the range 80–9F stand where the code page has no character.
  return score - 2 * (text.match(/[\x80-\x9f]/gu)?.length ?? 0);
}

function wordPlausibility(word: string, foreign: number, page: CodePage): number {
  switch (page) {
    case 'windows-1256':
      return ARABIC_WORD.test(word) && !/^\p{M}/u.test(word) ? 1 : -1;
    case 'windows-1251':
      if (!CYRILLIC_WORD.test(word) || CAPITAL_INSIDE.test(word)) return -1;
      // A letter alone is € and the like in other code pages, unless it is one of the words that have one letter.
      if (word.length === 1) return CYRILLIC_LETTER_WORD.test(word) ? 1 : 0;
      // Most Arabic letters have the bytes of Cyrillic capitals, and words in capitals are rare.
      return /^\p{Lu}{2,}$/u.test(word) ? 0.5 : 1;
    default: {
      // Short words may be all accents, or nearly: French à, où, été.
      const accents = foreign * 2 > word.length && word.length > 2 && !(word.length === 3 && foreign === 2);
      if (!LATIN_WORD.test(word) || CAPITAL_INSIDE.test(word) || accents) return -1;
      const isTurkish = page === 'windows-1254';
      if (isTurkish) return NOT_TURKISH.test(word) ? -1 : 1;
      return ICELANDIC.test(word) && !NOT_TURKISH.test(word) ? -1 : 1;
    }
  }
}
