import { rules as catalogue } from './catalogue/index.js';
import type { Rule } from './definition.js';

export interface Selection {
  /** In catalogue order. */
  readonly rules: readonly Rule[];
  /** Patterns that fit no rule, as they were given (a leading `-` included): an error with a suggestion to the caller. */
  readonly unmatched: readonly string[];
}

/**
 * The rules that patterns choose: ids in which `*` stands for any text, a leading `-` takes away. Patterns work in
 * order; a list that begins with `-` begins with all rules. No pattern: all rules.
 *
 * @example selectRules(['deal.*', '-deal.owner_missing'])
 */
export function selectRules(patterns: readonly string[], rules: readonly Rule[] = catalogue): Selection {
  const [first] = patterns;
  const chosen = new Set<Rule>(first === undefined || first.startsWith('-') ? rules : []);
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const takesAway = pattern.startsWith('-');
    const fits = matcher(takesAway ? pattern.slice(1) : pattern);
    const matched = rules.filter(({ id }) => fits(id));
    if (matched.length === 0) unmatched.push(pattern);
    for (const rule of matched) {
      if (takesAway) chosen.delete(rule);
      else chosen.add(rule);
    }
  }
  return { rules: rules.filter((rule) => chosen.has(rule)), unmatched };
}

/** Matches by the fixed pieces between the stars, left to right: linear, whatever the pattern. */
function matcher(pattern: string): (id: string) => boolean {
  const pieces = pattern.trim().split('*');
  if (pieces.length === 1) return (id) => id === pieces[0];
  const [head, tail] = [pieces[0] ?? '', pieces.at(-1) ?? ''];
  return (id) => {
    if (!id.startsWith(head) || !id.endsWith(tail) || id.length < head.length + tail.length) return false;
    let at = head.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = id.indexOf(piece, at);
      if (found < 0 || found + piece.length > id.length - tail.length) return false;
      at = found + piece.length;
    }
    return true;
  };
}
