/** Names of people and customers in what is found, where only ids or counts of records may leave the house. */
import type { Fact, Finding } from '../insight/definition.js';
import type { AnySaid } from '../locale/said.js';

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
  return { ...said, args: withheldIn(said.args as Fact, names) };
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
