import { foldText } from '../locale/fold.js';

/**
 * When two writings of a company's name are one customer, and when they are only alike. Figures, breakdowns, joins and
 * rules all ask here, so that a customer is the same one everywhere.
 */

/** Words of ASCII letters and digits, a space between them: nothing to fold but the case. */
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/**
 * The form in which two writings of one name are equal: those that differ in case, accents, spaces, half-spaces,
 * punctuation, Arabic or Persian letters and digits. `&` is `and`. Legal forms, the order of words and spelling tell
 * companies apart, as digits with something between them do: Unit 1-2 is not Unit 12. '' for a name without letters.
 */
export function companyKey(name: string): string {
  const gaps = plainGaps(name);
  if (gaps === NO_GAP) return name.toLowerCase();
  if (gaps === LOOSE) return name.toLowerCase().replaceAll(' ', '');
  if (gaps === TIGHT) return withoutGaps(name.toLowerCase());
  const folded = letterForms(foldText(name.replace(MARKS, '')));
  return withoutGaps(folded.includes('&') ? folded.replaceAll('&', ' and ') : folded);
}

/** Whether the key of a name is nothing but its ASCII letters and digits in lower case: no text has to be made to compare it. */
export function isKeyOfLetters(name: string): boolean {
  const gaps = plainGaps(name);
  return gaps === NO_GAP || gaps === LOOSE;
}

/** How the words of a plain name stand: one alone, several, several with digits on both sides of a space; or no plain name. */
const [NO_GAP, LOOSE, TIGHT, NOT_PLAIN] = [0, 1, 2, 3];

function plainGaps(name: string): number {
  let gaps = NO_GAP;
  // Before and behind: 0 = nothing or a space, 1 = a letter, 2 = a digit.
  let before = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code === SPACE) {
      if (before === 0) return NOT_PLAIN;
      const next = name.charCodeAt(at + 1);
      if (before === 2 && next >= ZERO && next <= NINE) gaps = TIGHT;
      else if (gaps === NO_GAP) gaps = LOOSE;
      before = 0;
    } else if (code >= ZERO && code <= NINE) before = 2;
    else {
      const lower = code | 0x20;
      if (lower < LETTER_A || lower > LETTER_Z) return NOT_PLAIN;
      before = 1;
    }
  }
  return before === 0 ? NOT_PLAIN : gaps;
}

const [SPACE, ZERO, NINE, LETTER_A, LETTER_Z] = [0x20, 0x30, 0x39, 0x61, 0x7a];

/** Signs of registration say nothing of the name. */
const MARKS = /[™®©℠]/g;
const GAPS = /[^\p{L}\p{N}+]+/gu;

/** Without what stands between letters; between two digits a space remains. */
function withoutGaps(folded: string): string {
  return folded.replace(GAPS, (gap, at: number) =>
    isDigit(folded[at - 1]) && isDigit(folded[at + gap.length]) ? ' ' : '',
  );
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** The block of all letters that `letterForms` looks for. */
const ARABIC = /[\u0600-\u06ff]/;

/** Letters that folding leaves: the stretch mark, ye that bore a hamza, and the other forms of heh and alef. */
function letterForms(folded: string): string {
  if (!ARABIC.test(folded)) return folded;
  return folded
    .replace(/\u0640/g, '')
    .replace(/[\u064a\u06d2]/g, '\u06cc')
    .replace(/[\u06be\u06c1\u06c2\u06d5]/g, '\u0647')
    .replace(/\u0671/g, '\u0627');
}

/** Names that the user says are one customer: each list is one, under its first name. */
export type MergedNames = readonly (readonly string[])[];

/**
 * Keys of names with the user's word on top: names of one list have the key of its first name, lists that share a name
 * are one.
 */
export function companyKeys(merged: MergedNames): (name: string) => string {
  if (merged.length === 0) return companyKey;
  const roots = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = roots.get(root); up !== undefined; up = roots.get(root)) root = up;
    return root;
  };
  for (const [first = '', ...others] of merged) {
    const root = rootOf(companyKey(first));
    for (const other of others) {
      const own = rootOf(companyKey(other));
      if (own !== root && own !== '' && root !== '') roots.set(own, root);
    }
  }
  return (name) => rootOf(companyKey(name));
}

/** Legal forms at the end or the beginning of a name: two names that differ in nothing else are alike. */
export const LEGAL_FORMS = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg ug se sa sas sarl srl spa bv nv ' +
    'oy ab as aps kft sro oo pty pte pvt ltda eireli sl slu ооо оао зао ао شرکت سهامی خاص عام'
  ).split(' '),
);

/** A name as its likeness to others is judged: its words, sorted, without case, accents, punctuation and legal forms. */
export interface NameKey {
  readonly words: readonly string[];
  /** All words without spaces in their own order: `gtxpro` for "GTX Pro". */
  readonly joined: string;
}

/** How alike names are compared; Arabic letters, half-spaces and digits of any script are those of the Persian keyboard. */
export function nameKey(name: string): NameKey {
  const words = PLAIN_NAME.test(name) ? name.toLowerCase().split(' ') : wordsOf(name);
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  while (words.length > 1 && LEGAL_FORMS.has(words[0] ?? '')) words.shift();
  return { words: [...words].sort(), joined: words.join('') };
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
}
