import { type CustomerFieldName, fieldsOf, type Role } from '../model/fields.js';
import { presets } from './catalogue/index.js';
import type { PresetDefinition } from './definition.js';
import { headerKey } from './header.js';
import { HISTORY_ALIASES } from './history-log.js';
import { ORDER_ALIASES } from './order-log.js';
import { headerSimilarity, likenessKeys, nameLikenessKeys } from './similar-header.js';
import { SUBSCRIPTION_ALIASES } from './subscription-log.js';

/** The general names of a role's fields. */
export function genericAliases(
  role: 'deals' | 'customers' | 'leads' | 'history' | 'orders' | 'subscriptions',
): Readonly<Record<string, readonly string[]>> {
  if (role === 'history') return HISTORY_ALIASES;
  if (role === 'orders') return ORDER_ALIASES;
  if (role === 'subscriptions') return SUBSCRIPTION_ALIASES;
  const generic = (presets as readonly PresetDefinition[]).find(({ id }) => id === 'generic');
  const own = (generic?.columns[role] ?? {}) as Record<string, readonly string[]>;
  return role === 'customers' ? withDays(own) : own;
}

/** Customers begin and end as subscriptions do, and say so in the same words. */
function withDays(own: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const { started_at: since, ended_at: until }: { readonly [F in CustomerFieldName]?: readonly string[] } = own;
  const { started_at, churned_at, ended_at, cancelled_at, status } = SUBSCRIPTION_ALIASES;
  const join = (...lists: readonly (readonly string[] | undefined)[]): string[] => [
    ...new Set(lists.flatMap((names) => names ?? [])),
  ];
  return {
    ...own,
    started_at: join(since, started_at),
    ended_at: join(churned_at, until, ended_at, cancelled_at),
    status: join(['customer status', 'account status', 'client status'], status),
  };
}

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
  /** The names with exactly this key, the first of each field. */
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
  return Object.keys(fieldsOf(role)).flatMap((field) => {
    const first = own[field] ?? [];
    const entry = (name: string, rank: number, place: number, isOwn: boolean): KnownName => ({
      field,
      name,
      key: headerKey(name),
      own: isOwn,
      rank,
      place,
    });
    return [
      ...first.map((name, rank) => entry(name, rank, rank, true)),
      ...(generic[field] ?? []).map((name, rank) => entry(name, rank, first.length + rank, false)),
    ];
  });
}

/** Words that many headers share; having only them in common means nothing. */
const SHARED_WORDS = new Set('date name id type status value owner time code number at on of the is'.split(' '));
/** A header of more words is like none. */
const MOST_WORDS = 12;

function indexNames(names: readonly KnownName[]): KnownNames {
  const byKey = new Map<string, KnownName[]>();
  const bySorted = new Map<string, KnownName[]>();
  const byLikeness = new Map<string, KnownName[]>();
  const uses = new Map<string, number>();
  for (const { key } of names) for (const word of key.split(' ')) uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const name of names) {
    push(byKey, name.key, name);
    if (!name.own) push(bySorted, sortedWords(name.key), name);
    for (const key of nameLikenessKeys(name.key, uses)) push(byLikeness, key, name);
  }
  const order = new Map(names.map((name, index) => [name, index]));
  return {
    exactly: (key) => firstOfEach(byKey.get(key) ?? []),
    sameWords(key) {
      const words = key.split(' ');
      if (words.length < 2 || words.length > MOST_WORDS || words.every((word) => SHARED_WORDS.has(word))) return [];
      return firstOfEach(bySorted.get(sortedWords(key)) ?? []);
    },
    like(key) {
      if (key.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return [];
      const near = new Set(likenessKeys(key).flatMap((one) => byLikeness.get(one) ?? []));
      const best = new Map<string, KnownName & { kind: 'typo' | 'wider'; score: number }>();
      for (const name of [...near].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
        const found = headerSimilarity(key, name.key);
        if (found === null || (best.get(name.field)?.score ?? 0) >= found.score) continue;
        best.set(name.field, { ...name, ...found });
      }
      return [...best.values()];
    },
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
