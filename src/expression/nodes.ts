import { foldText } from '../locale/fold.js';
import type { Text } from '../locale/text.js';
import type { DealField } from '../model/deals.js';
import { DEAL_FIELDS } from '../model/fields.js';
import type { Condition, Name, Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';

/** What the grammar's rules make: a condition or a value. */
export type Node = Condition | Term;

const TRUTHS: ReadonlySet<string> = new Set<Condition['kind']>([
  'and',
  'or',
  'not',
  'compare',
  'in',
  'contains',
  'matches',
  'empty',
  'flag',
]);

export function isTruth(node: Node): node is Condition {
  return TRUTHS.has(node.kind);
}

/** The node as a condition: a field that is yes or no by itself is one. */
export function truthOfNode(from: Source, node: Node): Condition {
  if (isTruth(node)) return node;
  if (node.kind === 'name') return { kind: 'flag', of: node, at: node.at, end: node.end };
  throw fault(from, node, NOT_A_CONDITION);
}

/** Every field that an expression may name: the mapped ones, and the two that reading derives. */
export const FIELDS: readonly DealField[] = ['outcome', 'customer', ...(Object.keys(DEAL_FIELDS) as DealField[])];

/**
 * A name as a field of ours or a column of theirs. A field is named by its id, in any letter case where it is a bare
 * word; whatever is no id is the header of a column.
 */
export function nameTerm(text: string, bare: boolean, span: Span): Name {
  const id = bare ? foldText(text) : text.trim();
  const field = FIELDS.find((one) => one === id) ?? null;
  return { kind: 'name', name: field ?? text.trim(), field, at: span.at, end: span.end };
}

const NOT_A_CONDITION: Text = {
  en: 'this is a value, not a condition; compare it with something',
  fa: 'این مقدار است، نه شرط؛ آن را با چیزی بسنجید',
};
