/** Names of people and customers in what is found, where only ids or counts of records may leave the house. */
import type { Fact, Finding } from '../insight/definition.js';
import type { AnySaid } from '../locale/said.js';
import { DEAL_FIELDS } from '../model/fields.js';

/** What stands in place of a name. */
const WITHHELD = '…';

/** Fields whose values name a person, a customer or a deal. */
const NAMING: readonly string[] = ['owner', 'account', 'account_id', 'customer', 'name', 'id'];
/** Arguments of sentences, and numbers of evidence, that are such names or lists with them. */
const NAMES: readonly string[] = ['names', 'customer', 'owner'];
/** Those that are names where the finding is about a field that names somebody. */
const OF_FIELD: readonly string[] = ['value', 'most'];

/** Whether the values of a field name somebody. */
export function namesSomebody(field: string): boolean {
  return NAMING.includes(field);
}

/** A finding that names nobody: its numbers stay. */
export function withoutNames(finding: Finding): Finding {
  const { field } = finding.evidence;
  const isOfPeople = typeof field === 'string' && namesSomebody(field);
  const names = isOfPeople ? [...NAMES, ...OF_FIELD] : NAMES;
  const evidence = withheldIn(finding.evidence, names) as Finding['evidence'];
  return {
    ...finding,
    title: nameless(finding.title, names),
    detail: nameless(finding.detail, names),
    evidence: isOfPeople && 'where' in evidence ? { ...evidence, where: null } : evidence,
  };
}

/** The same of a message that is said anew. */
export function nameless<S extends AnySaid>(said: S, names: readonly string[] = [...NAMES, 'owners', 'examples']): S {
  return { ...said, args: withheldIn(unheard(said.args as Fact), names) };
}

/** What columns hold that were asked for a value which they do not have, where that may be a name: only how often. */
function unheard(args: Fact): Fact {
  if (Array.isArray(args)) return args.map((one) => unheard(one as Fact));
  if (typeof args !== 'object' || args === null) return args;
  const one = args as { readonly [key: string]: Fact };
  const { name, near, values, missed } = one;
  if (missed !== undefined) return { ...one, missed: unheard(missed) };
  if (typeof name !== 'string' || near === undefined || isHarmless(name)) return args;
  const held = Array.isArray(values) ? { values: withheldIn(values as Fact, ['value']) } : {};
  return { ...one, near: near === null ? null : WITHHELD, ...held };
}

/** A field that is known to name nobody; a column of the file's own may. */
function isHarmless(name: string): boolean {
  return Object.hasOwn(DEAL_FIELDS, name) && !namesSomebody(name);
}

/** The facts with every text under one of the names, however deep, in place of what it was. */
function withheldIn(fact: Fact, names: readonly string[], isName = false): Fact {
  if (typeof fact === 'string') return isName ? WITHHELD : fact;
  if (Array.isArray(fact)) return fact.map((one) => withheldIn(one as Fact, names, isName));
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([name, one]) => [name, withheldIn(one as Fact, names, names.includes(name))]),
  );
}
