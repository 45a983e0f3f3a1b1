import { onDemand } from '../locale/on-demand.js';

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
const [IS_FIRST, IS_SECOND] = [lettersOf('tscage'), lettersOf('ouver')];

/** Whether a text has a word for a row of sums, alone or among others. */
export function hasTotalWord(text: string): boolean {
  return (
    mayHaveOne(text) && MAY_HAVE_ONE.test(text) && (NOT_ASCII.test(text) ? HAS_TOTAL_WORD() : HAS_ASCII_WORD).test(text)
  );
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

function threeLetters(text: string, at: number): number {
  let letters = 0;
  for (let place = at; place < at + 3; place++) {
    letters = letters * (LAST_ASCII + 1) + ((text.charCodeAt(place) | LOWER_CASE) & LAST_ASCII);
  }
  return letters;
}

/** 1 at the codes of letters, of either case. */
function lettersOf(letters: string): Uint8Array {
  const known = new Uint8Array(LAST_ASCII + 1);
  for (const letter of letters + letters.toUpperCase()) known[letter.charCodeAt(0)] = 1;
  return known;
}
