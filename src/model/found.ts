/**
 * What was found for an object, kept on the object itself, by what found it. A map from objects to answers, as a WeakMap
 * is, costs the collector of garbage a look at each pair; thousands of groups have tens of thousands of them.
 */
export interface Finding {
  /** Pairs of a key and its answer, or from some size on a map of them. Never read it but through this file. */
  found: unknown[] | Map<unknown, unknown> | null;
}

/** More pairs are kept in a map. */
const PAIRS = 24;

/** What was kept under the key; undefined where nothing was. */
export function recalled({ found }: Finding, key: object): unknown {
  if (found === null) return undefined;
  if (!Array.isArray(found)) return found.get(key);
  for (let at = 0; at < found.length; at += 2) if (found[at] === key) return found[at + 1];
  return undefined;
}

/** Keeps an answer, which must not be undefined, under a key that lives as long as the program. */
export function keep(object: Finding, key: object, answer: unknown): void {
  const { found } = object;
  if (found === null) object.found = [key, answer];
  else if (!Array.isArray(found)) found.set(key, answer);
  else {
    const at = found.indexOf(key);
    if (at >= 0) found[at + 1] = answer;
    else if (found.length < 2 * PAIRS) found.push(key, answer);
    else object.found = mapOf(found).set(key, answer);
  }
}

function mapOf(pairs: readonly unknown[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (let at = 0; at < pairs.length; at += 2) map.set(pairs[at], pairs[at + 1]);
  return map;
}
