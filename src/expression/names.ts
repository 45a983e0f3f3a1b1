import type { DealField } from '../model/deals.js';
import type { Condition, Expression, Name, Term } from './definition.js';

/** The names of an expression. */
export interface Names {
  /** Fields that it reads, each once. */
  readonly fields: readonly DealField[];
  /** Columns that it reads, by their header as written, each once. */
  readonly columns: readonly Name[];
  /** It asks for the snapshot date. */
  readonly asOf: boolean;
}

interface Found {
  readonly names: Name[];
  asOf: boolean;
}

/** What an expression reads. */
export function namesIn({ condition }: Expression): Names {
  const found: Found = { names: [], asOf: false };
  visitCondition(condition, found);
  const { names, asOf } = found;
  const columns = new Map(names.flatMap((name) => (name.field === null ? [[name.name, name] as const] : [])));
  return {
    fields: [...new Set(names.flatMap(({ field }) => field ?? []))],
    columns: [...columns.values()],
    asOf,
  };
}

function visitCondition(condition: Condition, found: Found): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) visitCondition(part, found);
      return;
    case 'not':
      visitCondition(condition.of, found);
      return;
    case 'compare':
      visitTerm(condition.left, found);
      visitTerm(condition.right, found);
      return;
    case 'flag':
    case 'empty':
      visitTerm(condition.of, found);
      return;
    case 'in':
      visitTerm(condition.of, found);
      for (const term of condition.list) visitTerm(term, found);
      return;
    default:
      visitTerm(condition.of, found);
  }
}

function visitTerm(term: Term, found: Found): void {
  if (term.kind === 'name') found.names.push(term);
  else if (term.kind === 'moment') found.asOf ||= term.name === 'as_of';
  else if (term.kind === 'negate') visitTerm(term.of, found);
  else if (term.kind === 'aggregate') {
    const { value, condition, where } = term.of;
    if (value !== null) visitTerm(value, found);
    for (const one of [condition, where]) if (one !== null) visitCondition(one, found);
  } else if ('left' in term) {
    visitTerm(term.left, found);
    visitTerm(term.right, found);
  }
}
