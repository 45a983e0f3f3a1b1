import { classifyHeader } from './grammar/classify.js';
import type { Meaning } from './grammar/meaning.js';

/** Fewer columns may begin alike by chance. */
const FEWEST = 3;
/** The share of the columns that must begin with it: a warehouse adds some columns of its own. */
const SHARE = 2 / 3;
const FIRST_PART = /^[^\s_:./-]{1,40}[\s_:./-]/;
/** The beginning of a header up to its last separator. */
const UP_TO_SEPARATOR = /^.*[\s_:./-]/s;
const LONGEST = 60;

/** Entities whose columns these are when their name stands in front: not a deal's. */
const ANOTHER = new Set<Meaning>([
  'account',
  'contact',
  'lead',
  'order',
  'product',
  'owner',
  'user',
  'manager',
  'source',
  'other',
]);

const KEPT = new WeakMap<readonly string[], readonly string[]>();

/**
 * The headers without a prefix that they share: `property_dealname`, `Deal__c:Amount__c`, `Obchod - Hodnota`. The same
 * list where they share none, where the prefix says that the columns are another record's (`account_name`), or where
 * two headers would become one or a header empty.
 */
export function withoutSharedPrefix(headers: readonly string[]): readonly string[] {
  let bare = KEPT.get(headers);
  if (bare === undefined) {
    bare = strip(headers);
    KEPT.set(headers, bare);
  }
  return bare;
}

function strip(headers: readonly string[]): readonly string[] {
  const prefix = sharedPrefix(headers);
  if (prefix === null) return headers;
  const meanings = classifyHeader(prefix)?.flat() ?? [];
  if (meanings.some((meaning) => ANOTHER.has(meaning))) return headers;
  const bare = headers.map((header) => (header.startsWith(prefix) ? header.slice(prefix.length).trim() : header));
  const seen = new Set(bare.map((header) => header.toLowerCase()));
  return seen.size < bare.length || seen.has('') ? headers : bare;
}

function sharedPrefix(headers: readonly string[]): string | null {
  const groups = new Map<string, string[]>();
  for (const header of headers) {
    const first = FIRST_PART.exec(header)?.[0];
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [header]);
    else group.push(header);
  }
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (largest.length < FEWEST || largest.length < headers.length * SHARE) return null;
  let common = (largest[0] ?? '').slice(0, LONGEST);
  for (const header of largest) {
    while (!header.startsWith(common)) common = common.slice(0, -1);
  }
  return UP_TO_SEPARATOR.exec(common)?.[0] ?? null;
}
