import { onDemand } from '../locale/on-demand.js';
import type { DictionaryColumn } from '../model/text-column.js';
import type { KeptTexts } from '../model/written-texts.js';

/** Words for a row of sums, of those languages of the presets that write them in ASCII, and of the others. */
const ASCII_WORD =
  '(?:grand |sub[- ]?)?totals?|sums?|count|average|(?:zwischen|gesamt)?summe|gesamt(?:ergebnis)?|ergebnis|sous-total|totale|subtotale?|suma|toplam';
const OTHER_WORD = 'итого?|всего|جمع(?: کل)?|مجموع|المجموع|الإجمالي|合计|小计|合計|小計';
/** A word for a row of sums. */
export const TOTAL_WORD = `${ASCII_WORD}|${OTHER_WORD}`;
const HAS_TOTAL_WORD = onDemand(() => new RegExp(`(?:^|[^\\p{L}])(?:${TOTAL_WORD})(?:[^\\p{L}]|$)`, 'iu'));
/** The same in a text of ASCII: the other takes milliseconds to be compiled, and few texts need it. */
const HAS_ASCII_WORD = new RegExp(`(?:^|[^a-z])(?:${ASCII_WORD})(?:[^a-z]|$)`, 'i');
const NOT_ASCII = /[^\x00-\x7f]/;
/** What every text with such a word has, in a pattern that takes a tenth of the time. */
const MAY_HAVE_ONE =
  /total|sum|count|average|gesamt|ergebnis|toplam|итог|всего|جمع|مجموع|الإجمالي|合计|小计|合計|小計/iu;
/** The longest name of a group that is looked at. */
const LONGEST = 200;

const [SPACE, LAST_ASCII, LOWER_CASE] = [0x20, 0x7f, 0x20];
/** The first three letters of each such word that is written in ASCII. */
const BEGINNINGS = new Set(['tot', 'sum', 'cou', 'ave', 'ges', 'erg', 'top'].map((word) => threeLetters(word, 0)));
/** Each such word beyond ASCII has one of these letters, and ſ is an s where case does not matter: their first two bytes. */
const ODD_PAIRS = new Set(['ج', 'г', 'Г', '计', '計', 'ſ'].map(firstTwoBytes));
const [IS_FIRST, IS_SECOND] = [lettersOf('tscage'), lettersOf('ouver')];

/** Whether a text has a word for a row of sums, alone or among others. */
export function hasTotalWord(text: string): boolean {
  return (
    mayHaveOne(text) && MAY_HAVE_ONE.test(text) && (NOT_ASCII.test(text) ? HAS_TOTAL_WORD() : HAS_ASCII_WORD).test(text)
  );
}

/** The codes of a dictionary's texts that have such a word, ascending. */
export function codesWithTotalWord(column: DictionaryColumn): number[] {
  if (column.unmade !== undefined) return unmadeWithTotalWord(column.unmade);
  const codes: number[] = [];
  column.values.forEach((text, code) => {
    if (hasTotalWord(text)) codes.push(code);
  });
  return codes;
}

/** Told by their bytes: nearly no name holds the first three letters of one, and of those that do not no text is made. */
function unmadeWithTotalWord(kept: KeptTexts): number[] {
  const { bytes, offsets, length } = kept.texts;
  const end = offsets[length] as number;
  const codes: number[] = [];
  let code = 0;
  for (let at = nextLikely(bytes, offsets[0] as number, end); at < end; at = nextLikely(bytes, at, end)) {
    while ((offsets[code + 1] as number) <= at) code++;
    if (hasTotalWord(kept.text(code))) codes.push(code);
    at = offsets[code + 1] as number;
  }
  return codes;
}

/** The first place from one on where such a word may stand; `end` where there is none. */
function nextLikely(bytes: Uint8Array, from: number, end: number): number {
  let before = SPACE;
  for (let at = from; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > LAST_ASCII) {
      if (ODD_PAIRS.has((before << 8) | byte)) return at;
    } else if (IS_SECOND[byte] === 1 && IS_FIRST[before] === 1) {
      if (BEGINNINGS.has(joined(before, byte, bytes[at + 1] ?? SPACE))) return at;
    }
    before = byte;
  }
  return end;
}

/** Told by letters alone, without a pattern: there may be a quarter of a million names. Any text that is not ASCII may. */
function mayHaveOne(text: string): boolean {
  if (text.length > LONGEST) return false;
  let found = false;
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_ASCII) return true;
    if (!found && IS_SECOND[code] === 1 && IS_FIRST[before] === 1) found = BEGINNINGS.has(threeLetters(text, at - 1));
    before = code;
  }
  return found;
}

function firstTwoBytes(letter: string): number {
  const [first = 0, second = 0] = new TextEncoder().encode(letter);
  return (first << 8) | second;
}

function threeLetters(text: string, at: number): number {
  return joined(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

/** Three letters of ASCII, of either case, as one number. */
function joined(first: number, second: number, third: number): number {
  const small = (letter: number): number => (letter | LOWER_CASE) & LAST_ASCII;
  return (small(first) << 14) | (small(second) << 7) | small(third);
}

/** 1 at the codes of letters, of either case; of bytes, others have one, too. */
function lettersOf(letters: string): Uint8Array {
  const known = new Uint8Array(0x100);
  for (const letter of letters + letters.toUpperCase()) known[letter.charCodeAt(0)] = 1;
  return known;
}
