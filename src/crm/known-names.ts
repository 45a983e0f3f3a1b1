import { fieldsOf, type Role } from '../model/fields.js';
import { genericAliases } from './aliases.js';
import type { PresetDefinition } from './definition.js';
import { headerKey } from './header.js';
import texts from './header-texts.js?made';
import { headerSimilarity, likenessKeys, nameLikenessKeys } from './similar-header.js';

/** A name that a field is known by. */
export interface KnownName {
  readonly field: string;
  readonly name: string;
  readonly key: string;
  /** Of the preset, not of the general list. */
  readonly own: boolean;
  /** Its place in its list. */
  readonly rank: number;
  /** Its place among both, the preset's first. */
  readonly place: number;
}

/** The known names of a role's fields, found without comparing a header with each. */
export interface KnownNames {
  /** All names with exactly this key. */
  named(key: string): readonly KnownName[];
  /** The same, the first of each field. */
  exactly(key: string): readonly KnownName[];
  /** The general names with the same words in another order, the first of each field. */
  sameWords(key: string): readonly KnownName[];
  /** The name of each field that a key is most like. */
  like(key: string): readonly (KnownName & { readonly kind: 'typo' | 'wider'; readonly score: number })[];
}

const INDEXES = new WeakMap<PresetDefinition, Map<Role, KnownNames>>();

/** The names of a preset's fields and the general ones, put in order once. */
export function knownNames(preset: PresetDefinition, role: Role): KnownNames {
  let byRole = INDEXES.get(preset);
  if (byRole === undefined) {
    byRole = new Map();
    INDEXES.set(preset, byRole);
  }
  let index = byRole.get(role);
  if (index === undefined) {
    index = indexNames(namesOf(preset, role));
    byRole.set(role, index);
  }
  return index;
}

function namesOf(preset: PresetDefinition, role: Role): KnownName[] {
  if (role === 'lookup') return [];
  const generic = genericAliases(role);
  const own = (
    role === 'orders' || role === 'subscriptions' || preset.id === 'generic' ? {} : (preset.columns[role] ?? {})
  ) as Record<string, readonly string[]>;
  const keys = (texts[role] ?? '').split('\n');
  const found: KnownName[] = [];
  let at = 0;
  for (const field of Object.keys(fieldsOf(role))) {
    const first = own[field] ?? [];
    first.forEach((name, rank) => {
      found.push({ field, name, key: headerKey(name), own: true, rank, place: rank });
    });
    for (const [rank, name] of (generic[field] ?? []).entries()) {
      found.push({ field, name, key: keys[at++] ?? '', own: false, rank, place: first.length + rank });
    }
  }
  return found;
}

/** Words that many headers share; having only them in common means nothing. */
const SHARED_WORDS = new Set('date name id type status value owner time code number at on of the is'.split(' '));
/** A header of more words is like none. */
const MOST_WORDS = 12;

function indexNames(names: readonly KnownName[]): KnownNames {
  const byKey = new Map<string, KnownName[]>();
  for (const name of names) push(byKey, name.key, name);
  const named = (key: string): readonly KnownName[] => byKey.get(key) ?? [];
  // Few headers are like a name and none.
  let alike: ((key: string) => readonly KnownName[]) | null = null;
  return {
    named,
    exactly: (key) => firstOfEach(named(key)),
    sameWords(key) {
      const words = key.split(' ');
      if (words.length < 2 || words.length > MOST_WORDS || words.every((word) => SHARED_WORDS.has(word))) return [];
      const sorted = sortedWords(key);
      return firstOfEach(
        names.filter((name) => !name.own && name.key.length === key.length && sortedWords(name.key) === sorted),
      );
    },
    like(key) {
      if (key.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return [];
      alike ??= indexLikeness(names);
      const best = new Map<string, KnownName & { kind: 'typo' | 'wider'; score: number }>();
      for (const name of alike(key)) {
        const found = headerSimilarity(key, name.key);
        if (found === null || (best.get(name.field)?.score ?? 0) >= found.score) continue;
        best.set(name.field, { ...name, ...found });
      }
      return [...best.values()];
    },
  };
}

/** Finds the names that a key may be like at all, in their order. */
function indexLikeness(names: readonly KnownName[]): (key: string) => readonly KnownName[] {
  const byLikeness = new Map<string, KnownName[]>();
  const uses = new Map<string, number>();
  for (const { key } of names) for (const word of key.split(' ')) uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const name of names) for (const key of nameLikenessKeys(name.key, uses)) push(byLikeness, key, name);
  const order = new Map(names.map((name, index) => [name, index]));
  return (key) => {
    const near = new Set(likenessKeys(key).flatMap((one) => byLikeness.get(one) ?? []));
    return [...near].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
}

function push(map: Map<string, KnownName[]>, key: string, name: KnownName): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [name]);
  else list.push(name);
}

function sortedWords(key: string): string {
  return key.split(' ').sort().join(' ');
}

/** The preset's names stand before the general ones, so the first of a field is its best. */
function firstOfEach(names: readonly KnownName[]): readonly KnownName[] {
  if (names.length < 2) return names;
  const seen = new Set<string>();
  return names.filter(({ field }) => !seen.has(field) && seen.add(field));
}
