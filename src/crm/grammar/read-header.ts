import type { Role } from '../../model/fields.js';
import { type ClassedHeader, classifyHeader } from './classify.js';
import type { Meaning } from './meaning.js';
import { CUSTOMER_RULES, DEAL_RULES, type HeaderRule, LEAD_RULES, ORDER_RULES } from './rules.js';

/** A field that the words of a header say. */
export interface HeaderReading {
  readonly field: string;
  readonly score: number;
  /** Readings of known names come first: this begins behind every list of them. */
  readonly rank: number;
  /** The header says an id; the field holds words. */
  readonly words: boolean;
}

const RULES: { readonly [R in Role]?: readonly HeaderRule[] } = {
  deals: DEAL_RULES,
  leads: LEAD_RULES,
  customers: CUSTOMER_RULES,
  orders: ORDER_RULES,
};

/** Behind the longest list of known names. */
const FIRST_RANK = 1000;

/**
 * The fields of a role that a header's words say, the surest first, each once. A field follows when the words that a
 * rule needs are there and all others are neutral beside them; where a word is unknown, or makes another thing of the
 * rest, there is none.
 */
export function readHeader(header: string, role: Role): readonly HeaderReading[] {
  const rules = RULES[role];
  if (rules === undefined) return [];
  const words = classifyHeader(header);
  if (words === null) return [];
  const found = new Map<string, HeaderReading>();
  rules.forEach((rule, index) => {
    const before = found.get(rule.field);
    if ((before !== undefined && before.score >= rule.score) || !follows(rule, words)) return;
    found.set(rule.field, { field: rule.field, score: rule.score, rank: FIRST_RANK + index, words: rule.words });
  });
  return [...found.values()].sort((a, b) => b.score - a.score || a.rank - b.rank);
}

/** Whether a header says that its amounts are in the company's own currency: `Amount in company currency`. */
export function isInOwnCurrency(header: string): boolean {
  return classifyHeader(header)?.some((meanings) => meanings.includes('ours')) ?? false;
}

/** Whether all words of a header are known: a header that is understood and says no field is no misspelling of one. */
export function isUnderstood(header: string): boolean {
  return classifyHeader(header) !== null;
}

function follows(rule: HeaderRule, words: ClassedHeader): boolean {
  if (words.length < rule.need.length) return false;
  for (const meanings of words) if (!meanings.some((meaning) => rule.may.has(meaning))) return false;
  return covers(rule.need, 0, words, 0);
}

/** Whether each needed meaning finds a word of its own; `used` is a bit for each word taken. */
function covers(need: HeaderRule['need'], slot: number, words: ClassedHeader, used: number): boolean {
  const wanted = need[slot];
  if (wanted === undefined) return true;
  return words.some(
    (meanings, at) =>
      (used & (1 << at)) === 0 &&
      meanings.some((meaning) => (wanted as readonly Meaning[]).includes(meaning)) &&
      covers(need, slot + 1, words, used | (1 << at)),
  );
}
