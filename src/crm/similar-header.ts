import { editDistance } from '../locale/suggest.js';

/** Words that many headers share; having only them in common means nothing. */
const GENERIC = new Set(
  'date name id type status value owner time code number no at on of in the is for by datum nom nome fecha data تاریخ نام شناسه نوع وضعیت'.split(
    ' ',
  ),
);

/**
 * Words that make another thing of what follows: `Previous Amount` is no amount, `Account Created Date` is not the
 * deal's. A header with one that the field's own name has not is never taken for the field.
 */
const MODIFIERS = new Set(
  (
    'previous prior old original initial first last next latest expected estimated forecast weighted projected planned ' +
    'budget budgeted target quota annual monthly yearly quarterly recurring total discount tax vat cost margin profit ' +
    'commission shipping paid unpaid refund count days day age duration hours rank score rate percent number sum average ' +
    'account contact company customer person organization lead campaign partner parent billing shipping product item line ' +
    'unit activity call email meeting task note modified updated changed modifier creator approval approved signed start ' +
    'end due renewal contract invoice payment order delivery birth converted conversion entered stage status ' +
    'base local converted text flag reason comment description link url phone city country'
  ).split(' '),
);

/** Scores of a fuzzy match: above "unmapped", at most "assumed". */
const TYPO = 0.75;
const WIDER = 0.65;
/** Shorter words are not corrected: `cost` and `cast`, `won` and `own`. */
const SHORTEST_TYPO = 5;

/**
 * How alike a header and a known name of a field are, 0 or 0.6…0.8, both in comparison form. `typo`: the same words
 * but for slips of one letter (two from nine letters on). `wider`: every word of the name is in the header, with words
 * beside it that do not make it another thing. Words that all headers share never decide alone.
 */
export function headerSimilarity(
  key: string,
  name: string,
): { readonly score: number; readonly kind: 'typo' | 'wider' } | null {
  const words = key.split(' ');
  const known = name.split(' ');
  if (known.every((word) => GENERIC.has(word))) return null;
  const free = [...words];
  let slips = 0;
  for (const word of known) {
    const at = free.findIndex((other) => sameWord(other, word));
    if (at < 0) return null;
    if (free[at] !== word) slips++;
    free.splice(at, 1);
  }
  if (free.length === 0) return slips === 0 ? null : { score: TYPO, kind: 'typo' };
  if (slips > 0 || known.length < 2 || free.length > known.length) return null;
  if (free.some((word) => MODIFIERS.has(word))) return null;
  return { score: WIDER, kind: 'wider' };
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (GENERIC.has(b) || b.length < SHORTEST_TYPO || Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return false;
  return editDistance(a, b) <= (b.length >= 9 ? 2 : 1);
}

/**
 * What a header and a name must share to be alike at all, so that a header is compared with few of the names: as many
 * words with the same first letters (a slip never changes the first), or one word that means something.
 */
export function likenessKeys(key: string): readonly string[] {
  const words = key.split(' ');
  return [firstLetters(words), ...new Set(words)];
}

/**
 * Where a name is found: by its first letters, and by the one of its words that means something and that the fewest
 * names have, as `uses` counts them.
 */
export function nameLikenessKeys(name: string, uses: ReadonlyMap<string, number>): readonly string[] {
  const words = name.split(' ');
  const telling = words.filter((word) => !GENERIC.has(word));
  if (telling.length === 0) return [];
  if (words.length < 2) return [firstLetters(words)];
  const rarest = telling.reduce((best, word) => ((uses.get(word) ?? 0) < (uses.get(best) ?? 0) ? word : best));
  return [firstLetters(words), rarest];
}

function firstLetters(words: readonly string[]): string {
  const letters = words.map((word) => word[0] ?? '').sort();
  return ` ${letters.join(' ')}`;
}
