/** Shortest word that a slip of the finger can be told from another word in. */
const SHORTEST_PREFIX = 3;
/** Edits allowed: one in three letters, as rustc and git do; at least one, at most this many. */
const MOST_EDITS = 4;

/**
 * The candidate a person most likely meant by a misspelt word, or null when none is near. Letter case is ignored; a
 * word that is the beginning of exactly one candidate means that one, and so does one of the words of exactly one
 * (`office` of `regional_office`). Ties go to the earlier candidate.
 *
 * @example suggest('win_rat', ['won_deals', 'win_rate']) // 'win_rate'
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  const allowed = Math.min(MOST_EDITS, Math.max(1, Math.floor(typed.length / 3)));
  let best: string | null = null;
  let fewest = allowed + 1;
  const begun: string[] = [];
  const holding: string[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    if (typed.length >= SHORTEST_PREFIX && name.startsWith(typed)) begun.push(candidate);
    if (typed.length >= SHORTEST_PREFIX && wordsOf(candidate).includes(typed)) holding.push(candidate);
    if (Math.abs(name.length - typed.length) >= fewest) continue;
    const edits = editDistance(typed, name);
    if (edits < fewest && edits < name.length) {
      best = candidate;
      fewest = edits;
    }
  }
  return best ?? only(begun) ?? only(holding);
}

function only(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** `regional_office`, `Regional Office` and `RegionalOffice` → regional, office. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no letter edited
 * twice (F. Damerau 1964, restricted form). O(a·b).
 */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let beforeLast: number[] = [];
  let last = to.map((_, j) => j + 1);
  last.unshift(0);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
