import { isoDay } from '../model/civil-day.js';
import type { Condition, Name, Term } from './definition.js';
import { KEYWORDS } from './parse.js';

/** A condition in its plainest spelling; reading it gives the same condition again. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.map(part).join(` ${condition.kind} `);
    case 'not':
      return printNot(condition.of);
    case 'compare':
      return `${term(condition.left)} ${condition.op} ${term(condition.right, true)}`;
    case 'flag':
      return name(condition.of);
    default:
      return predicate(condition, '');
  }
}

type Predicate = Extract<Condition, { kind: 'in' | 'contains' | 'matches' | 'empty' }>;

/** `not` stands inside where the grammar has a place for it. */
function printNot(of: Condition): string {
  if (of.kind === 'in' || of.kind === 'contains' || of.kind === 'matches' || of.kind === 'empty') {
    return predicate(of, 'not ');
  }
  return `not ${part(of)}`;
}

function predicate(condition: Predicate, not: string): string {
  const of = term(condition.of);
  if (condition.kind === 'empty') return `${of} is ${not}empty`;
  if (condition.kind !== 'in') return `${of} ${not}${condition.kind} ${operand(condition.text, true)}`;
  const [first] = condition.list;
  if (condition.list.length === 1 && first?.kind === 'period') return `${of} ${not}in ${first.raw}`;
  return `${of} ${not}in (${condition.list.map((one) => term(one, true)).join(', ')})`;
}

/** A condition as part of another one: what is itself joined, or begins with `not`, stands in brackets. */
function part(condition: Condition): string {
  const printed = printCondition(condition);
  const joined = condition.kind === 'and' || condition.kind === 'or';
  return joined || printed.startsWith('not ') ? `(${printed})` : printed;
}

function term(of: Term, right = false): string {
  switch (of.kind) {
    case 'name':
      return right ? `[${of.name.replaceAll(']', ']]')}]` : name(of);
    case 'word':
      return of.text;
    case 'text':
      return `'${of.text.replaceAll("'", "''")}'`;
    case 'number':
      return of.raw;
    case 'money':
      return `${of.raw} ${of.currency}`;
    case 'duration':
      return `${of.raw} ${of.unit}s`;
    case 'day':
      return isoDay(of.day);
    case 'period':
      return of.raw;
    case 'moment':
      return of.name;
    case 'aggregate':
      return of.of.text;
    case 'negate':
      return `-${operand(of.of, right)}`;
    default:
      return `${operand(of.left, right)} ${of.kind} ${operand(of.right, right)}`;
  }
}

/** A value inside arithmetic. */
function operand(of: Term, right: boolean): string {
  const arithmetic = of.kind === '+' || of.kind === '-' || of.kind === '*' || of.kind === '/' || of.kind === 'negate';
  return arithmetic ? `(${term(of, right)})` : term(of, right);
}

const BARE = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function name(of: Name): string {
  if (of.field !== null) return of.field;
  const bare = BARE.test(of.name) && !KEYWORDS.has(of.name.toLowerCase()) && !/^[A-Z]{3}$/.test(of.name);
  return bare ? of.name : `[${of.name.replaceAll(']', ']]')}]`;
}
