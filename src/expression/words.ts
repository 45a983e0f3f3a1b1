import { DEAL_FIELDS } from '../model/fields.js';
import { parsePeriod } from '../model/period-parse.js';
import type { Comparison, Term } from './definition.js';
import { nameTerm } from './nodes.js';

/**
 * What a bare word behind a comparison is: beside a number or day, or behind `<` and `>`, it names a period, field or
 * column, for texts have no order; anywhere else it is a text.
 */
export function besides(left: Term, op: Comparison, right: Term): Term {
  if (right.kind !== 'word' || (holdsText(left) && (op === '=' || op === '!='))) return right;
  return periodTerm(right) ?? nameTerm(right.text, true, right);
}

/** Inside arithmetic a bare word is a name. */
export function operandTerm(term: Term): Term {
  return term.kind === 'word' ? nameTerm(term.text, true, term) : term;
}

/** A word, or four digits, as the period that they are; null where they are none. */
export function periodTerm(term: Term): Term | null {
  if (term.kind === 'period') return term;
  const { at, end } = term;
  const raw = term.kind === 'word' ? term.text.toLowerCase() : term.kind === 'number' ? term.raw : null;
  return raw === null || parsePeriod(raw, { anchor: 0 }) === null ? null : { kind: 'period', raw, at, end };
}

/** Whether a term may hold a text, so that a word beside it is one: text fields, yes and no, and columns. */
function holdsText(term: Term): boolean {
  if (term.kind !== 'name') return term.kind === 'text' || term.kind === 'word';
  const { field } = term;
  if (field === null || field === 'outcome' || field === 'customer') return true;
  const { kind } = DEAL_FIELDS[field];
  return kind === 'text' || kind === 'category' || kind === 'boolean';
}
