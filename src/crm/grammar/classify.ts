import { amountUnit, headerKey } from '../header.js';
import { type Lexicon, lexicon } from './lexicon.js';
import type { Meaning } from './meaning.js';
import { headerTokens, isUnspaced } from './tokens.js';

/** What each word of a header may mean. */
export type ClassedHeader = readonly (readonly Meaning[])[];

/** More words than any name of a field has. */
const MOST_WORDS = 12;
/** The shortest word that is looked for inside a run of letters, but for those of SHORT. */
const SHORTEST_PART = 4;
const SHORT = new Set('id amt won opp org num rep arr acv tcv mrr typ'.split(' '));
/** Short words that stand only at the end of a run: `createdat`, `closedon`, `orderno`. */
const SHORT_END = new Set('at on am no nr dt'.split(' '));
const SHORTEST_RUN = 6;
/** A run of capitals longer than this is no name. */
const LONGEST_RUN = 48;
const MOST_KEPT = 20_000;

const CLASSED = new Map<string, ClassedHeader | null>();

/**
 * The meanings of a header's words, or null where one of them is not known: then nothing follows from the others. A
 * unit of money or a percent sign at the end is a word like any other.
 */
export function classifyHeader(header: string): ClassedHeader | null {
  let classed = CLASSED.get(header);
  if (classed === undefined) {
    classed = classify(header);
    if (CLASSED.size < MOST_KEPT) CLASSED.set(header, classed);
  }
  return classed;
}

function classify(header: string): ClassedHeader | null {
  const tokens = headerTokens(header);
  const whole = classifyTokens(tokens);
  if (whole !== null || tokens.length === 0) return whole;
  const key = headerKey(header);
  const unit = amountUnit(key);
  const rest = unit === null ? null : classifyTokens(headerTokens(unit.rest));
  return rest === null ? null : [...rest, [key.endsWith('%') ? 'percent' : 'unit']];
}

function classifyTokens(tokens: readonly string[]): ClassedHeader | null {
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return null;
  const known = lexicon();
  const classed: (readonly Meaning[])[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? '';
    let taken = 0;
    for (let length = Math.min(known.longestPhrase(token), tokens.length - at); length > 1 && taken === 0; length--) {
      const meanings = known.meaningsOf(tokens.slice(at, at + length).join(' '));
      if (meanings === undefined) continue;
      classed.push(meanings);
      taken = length;
    }
    if (taken === 0) {
      const parts = meaningsOf(token);
      if (parts === null) return null;
      classed.push(...parts);
      taken = 1;
    }
    at += taken;
  }
  return classed;
}

/** Of one word: as it stands, its singular, or the words it is put together from. */
function meaningsOf(token: string): ClassedHeader | null {
  const known = lexicon();
  const exact = known.meaningsOf(token) ?? singular(token, known);
  if (exact !== undefined) return [exact];
  return isUnspaced(token) ? split(token, known, true) : runTogether(token, known);
}

/** Heads that a header may have in the plural: `Amounts`, `Products`. Of deals it would be their number. */
const COUNTED = new Set<Meaning>(['amount', 'product', 'contact', 'owner', 'source', 'reason', 'email', 'phone']);

function singular(token: string, known: Lexicon): readonly Meaning[] | undefined {
  if (!token.endsWith('s') || token.length < 5) return undefined;
  const meanings =
    known.meaningsOf(token.slice(0, -1)) ?? (token.endsWith('es') ? known.meaningsOf(token.slice(0, -2)) : undefined);
  return meanings?.some((meaning) => COUNTED.has(meaning)) === true ? meanings : undefined;
}

function runTogether(token: string, known: Lexicon): ClassedHeader | null {
  if (token.length < SHORTEST_RUN || token.length > LONGEST_RUN || !/^[a-z]+$/.test(token)) return null;
  return split(token, known, false);
}

/**
 * The fewest known words that a run of letters is made of, the longer first; null where letters are left over. In
 * scripts without spaces any word counts; in a run of Latin letters only those long enough not to be found by chance,
 * and none that means nothing (`won` and the article `der` are no `wonder`). Words that say another thing come last:
 * `dealstage` is a deal's stage, not deals and the German for days.
 */
function split(run: string, known: Lexicon, unspaced: boolean): ClassedHeader | null {
  const length = run.length;
  const best: ({ readonly cost: number; readonly end: number } | null)[] = new Array(length + 1).fill(null);
  best[length] = { cost: 0, end: length };
  for (let at = length - 1; at >= 0; at--) {
    for (let end = Math.min(length, at + known.longest); end > at; end--) {
      const after = best[end] ?? null;
      if (after === null) continue;
      const cost = after.cost + costOf(run.slice(at, end), end === length, unspaced, known);
      if (cost < (best[at]?.cost ?? Number.POSITIVE_INFINITY)) best[at] = { cost, end };
    }
    // German joins words with an s.
    const beyond = best[at + 1] ?? null;
    if (!unspaced && best[at] === null && at > 0 && run[at] === 's' && beyond !== null && at + 1 < length) {
      best[at] = { cost: beyond.cost, end: at + 1 };
    }
  }
  if (best[0] === null) return null;
  const classed: (readonly Meaning[])[] = [];
  for (let at = 0; at < length; ) {
    const end = best[at]?.end ?? length;
    const meanings = known.meaningsOf(run.slice(at, end));
    if (meanings !== undefined) classed.push(meanings);
    at = end;
  }
  return classed;
}

/** What a part adds to a run: infinite where it is none. */
function costOf(part: string, last: boolean, unspaced: boolean, known: Lexicon): number {
  const meanings = known.meaningsOf(part);
  if (meanings === undefined) return Number.POSITIVE_INFINITY;
  if (!unspaced) {
    if (meanings.every((meaning) => meaning === 'neutral')) return Number.POSITIVE_INFINITY;
    const long = part.length >= SHORTEST_PART || SHORT.has(part) || (last && SHORT_END.has(part));
    if (!long) return Number.POSITIVE_INFINITY;
  }
  return meanings.every((meaning) => meaning === 'other') ? 1.5 : 1;
}
