import type { DealField } from '../model/deals.js';
import type { Condition, Expression, Name, Term } from './definition.js';

/** The names of an expression. */
export interface Names {
  /** Fields that it reads, each once. */
  readonly fields: readonly DealField[];
  /** Columns that it reads, by their header as written, each once. */
  readonly columns: readonly Name[];
}

/** What an expression reads. */
export function namesIn({ condition }: Expression): Names {
  const names: Name[] = [];
  visitCondition(condition, names);
  const columns = new Map(names.flatMap((name) => (name.field === null ? [[name.name, name] as const] : [])));
  return {
    fields: [...new Set(names.flatMap(({ field }) => field ?? []))],
    columns: [...columns.values()],
  };
}

function visitCondition(condition: Condition, names: Name[]): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) visitCondition(part, names);
      return;
    case 'not':
      visitCondition(condition.of, names);
      return;
    case 'compare':
      visitTerm(condition.left, names);
      visitTerm(condition.right, names);
      return;
    case 'flag':
    case 'empty':
      visitTerm(condition.of, names);
      return;
    case 'in':
      visitTerm(condition.of, names);
      for (const term of condition.list) visitTerm(term, names);
      return;
    default:
      visitTerm(condition.of, names);
  }
}

function visitTerm(term: Term, names: Name[]): void {
  if (term.kind === 'name') names.push(term);
  else if (term.kind === 'negate') visitTerm(term.of, names);
  else if ('left' in term) {
    visitTerm(term.left, names);
    visitTerm(term.right, names);
  }
}
