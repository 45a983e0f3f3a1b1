import type { Text } from '../locale/text.js';
import { aggregateNamed } from './aggregate-names.js';
import type { Arithmetic, Comparison, Condition, Expression, Name, Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';
import { isTruth, type Node, nameTerm, truthOfNode } from './nodes.js';
import { magnitude } from './quantities.js';
import * as say from './sentences.js';
import { type Token, tokensOf } from './tokens.js';
import { besides, operandTerm, periodTerm } from './words.js';

/** Longer conditions are written by no person; parsing and evaluating stay within the stack. */
const LONGEST_SOURCE = 4000;
/** Brackets and `not` inside one another. */
const DEEPEST = 100;

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];
/** Words with a meaning of their own; a column or text of that name is written in quotes or brackets. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'and or not in is empty null contains matches between today as_of'.split(' '),
);

/**
 * Reads a condition such as `region = EMEA and amount >= 100k`.
 *
 * @param place what messages call the place, `--where` or a file with line and column
 * @throws UserError `invalid_expression` with the position; nothing else
 */
export function parseExpression(source: string, place = '--where'): Expression {
  return parsed(source, place, false);
}

/**
 * Reads a condition over figures of many records, such as `avg(amount) between 1k and 50k`.
 * @throws UserError `invalid_expression`
 */
export function parseAggregates(source: string, place: string): Expression {
  return parsed(source, place, true);
}

function parsed(source: string, place: string, aggregates: boolean): Expression {
  const from: Source = { source, place };
  if (source.length > LONGEST_SOURCE) throw fault(from, { at: LONGEST_SOURCE, end: source.length }, say.TOO_LONG);
  const parser: Parser = { from, tokens: tokensOf(from), next: 0, depth: 0, aggregates };
  if (peek(parser).kind === 'end') throw fault(from, peek(parser), say.NOTHING);
  const node = disjunction(parser, false);
  const rest = peek(parser);
  if (rest.kind !== 'end') throw fault(from, rest, say.leftOver(source.slice(rest.at, rest.end)));
  return { source, place, condition: truthOfNode(from, node) };
}

interface Parser {
  readonly from: Source;
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
  /** Names stand for figures of many records here, not for values of one. */
  aggregates: boolean;
}

/** `right`: behind a comparison, where a bare word or a text in quotes is a value, not a column. */
type Rule = (parser: Parser, right: boolean) => Node;

const disjunction: Rule = (parser, right) => joined(parser, right, 'or', conjunction);
const conjunction: Rule = (parser, right) => joined(parser, right, 'and', inversion);

function joined(parser: Parser, right: boolean, word: 'and' | 'or', part: Rule): Node {
  const first = part(parser, right);
  if (!isWord(peek(parser), word)) return first;
  const parts = [truthOfNode(parser.from, first)];
  while (takeWord(parser, word)) parts.push(truthOfNode(parser.from, part(parser, false)));
  return { kind: word, parts, at: first.at, end: parts.at(-1)?.end ?? first.end };
}

const inversion: Rule = (parser, right) => {
  const start = peek(parser);
  if (!isWord(start, 'not')) return comparison(parser, right);
  return deeper(parser, start, () => {
    parser.next++;
    const of = truthOfNode(parser.from, inversion(parser, false));
    return { kind: 'not', of, at: start.at, end: of.end };
  });
};

const comparison: Rule = (parser, right) => {
  const left = sum(parser, right);
  const token = peek(parser);
  const op = token.kind === 'sign' && COMPARISONS.includes(token.sign) ? (token.sign as Comparison) : null;
  if (op !== null) {
    parser.next++;
    const of = value(parser, left);
    const other = besides(of, op, value(parser, sum(parser, true)));
    refuseChain(parser);
    return { kind: 'compare', op, left: of, right: other, at: of.at, end: other.end };
  }
  if (takeWord(parser, 'is')) {
    const not = takeWord(parser, 'not');
    if (!takeWord(parser, 'empty') && !takeWord(parser, 'null')) throw unexpected(parser, say.IS_EMPTY);
    return inverted(not, { kind: 'empty', of: value(parser, left), at: left.at, end: before(parser) });
  }
  const not = isWord(token, 'not') && !isTruth(left) ? takeWord(parser, 'not') : false;
  if (takeWord(parser, 'between')) return inverted(not, within(parser, value(parser, left)));
  if (takeWord(parser, 'in')) return inverted(not, membership(parser, value(parser, left)));
  for (const kind of ['contains', 'matches'] as const) {
    if (!takeWord(parser, kind)) continue;
    const of = value(parser, left);
    const text = value(parser, atom(parser, true));
    return inverted(not, { kind, of, text, at: of.at, end: text.end });
  }
  if (not) throw unexpected(parser, say.AFTER_NOT);
  return left;
};

/** `between a and b`, its ends included. */
function within(parser: Parser, of: Term): Condition {
  const low = besides(of, '>=', value(parser, sum(parser, true)));
  if (!takeWord(parser, 'and')) throw unexpected(parser, say.BETWEEN);
  const high = besides(of, '<=', value(parser, sum(parser, true)));
  const { at } = of;
  const [from, to] = [
    { kind: 'compare', op: '>=', left: of, right: low, at, end: low.end } as const,
    { kind: 'compare', op: '<=', left: of, right: high, at, end: high.end } as const,
  ];
  return { kind: 'and', parts: [from, to], at, end: high.end };
}

/** `in (a, b, c)`, or `in` a period. */
function membership(parser: Parser, of: Term): Condition {
  if (!takeSign(parser, '(')) {
    const written = value(parser, atom(parser, true));
    const period = periodTerm(written);
    if (period === null) throw fault(parser.from, written, say.LIST_OR_PERIOD);
    return { kind: 'in', of, list: [period], at: of.at, end: period.end };
  }
  const list: Term[] = [];
  do list.push(besides(of, '=', value(parser, sum(parser, true))));
  while (takeSign(parser, ','));
  if (!takeSign(parser, ')')) throw unexpected(parser, say.COMMA_OR_BRACKET);
  return { kind: 'in', of, list, at: of.at, end: before(parser) };
}

const sum: Rule = (parser, right) => chain(parser, right, ['+', '-'], product);
const product: Rule = (parser, right) => chain(parser, right, ['*', '/'], signed);

function chain(parser: Parser, right: boolean, signs: readonly Arithmetic[], part: Rule): Node {
  let left = part(parser, right);
  for (;;) {
    const token = peek(parser);
    if (token.kind !== 'sign' || !(signs as readonly string[]).includes(token.sign)) return left;
    parser.next++;
    const a = operandTerm(value(parser, left));
    const b = operandTerm(value(parser, part(parser, right)));
    left = { kind: token.sign as Arithmetic, left: a, right: b, at: a.at, end: b.end };
  }
}

const signed: Rule = (parser, right) => {
  const start = peek(parser);
  if (!takeSign(parser, '-')) return atom(parser, right);
  return deeper(parser, start, () => {
    const of = operandTerm(value(parser, signed(parser, right)));
    return { kind: 'negate', of, at: start.at, end: of.end };
  });
};

const atom: Rule = (parser, right) => {
  const token = peek(parser);
  const span = { at: token.at, end: token.end };
  if (takeSign(parser, '(')) {
    return deeper(parser, token, () => {
      const inner = disjunction(parser, right);
      if (!takeSign(parser, ')')) throw unexpected(parser, say.CLOSING_BRACKET);
      return inner;
    });
  }
  parser.next++;
  if (token.kind === 'number') {
    const { term, used } = magnitude(parser.from, token, parser.tokens.slice(parser.next, parser.next + 2));
    parser.next += used;
    return term;
  }
  if (token.kind === 'day') return { kind: 'day', day: token.day, ...span };
  if (token.kind === 'period') return { kind: 'period', raw: token.raw, ...span };
  if (token.kind === 'column') return named(parser, nameTerm(token.text, false, span));
  if (token.kind === 'quoted') {
    return right ? { kind: 'text', text: token.text, ...span } : named(parser, nameTerm(token.text, false, span));
  }
  if (token.kind === 'word') {
    const word = token.text.toLowerCase();
    if (word === 'today' || word === 'as_of') return { kind: 'moment', name: word, ...span };
    const next = peek(parser);
    if (next.kind === 'sign' && next.sign === '(' && aggregateNamed(word) !== null)
      return call(parser, token.text, span);
    // `USD 5000`
    if (next.kind === 'number' && next.currency === null && /^[A-Z]{3}$/.test(token.text)) {
      parser.next++;
      const { term, used } = magnitude(parser.from, { ...next, currency: token.text }, [peek(parser)]);
      parser.next += used;
      return { ...term, at: token.at };
    }
    if (!KEYWORDS.has(word)) {
      return right ? { kind: 'word', text: token.text, ...span } : named(parser, nameTerm(token.text, true, span));
    }
  }
  parser.next--;
  throw unexpected(parser, right ? say.A_VALUE : say.A_NAME);
};

/** A name, where values of one record are compared. */
function named({ from, aggregates }: Parser, name: Name): Name {
  if (aggregates) throw fault(from, name, say.OUTSIDE_AGGREGATE);
  return name;
}

/** `avg(amount)`, `percentile(amount, 95)`, `share(outcome = won where owner = Sara)`, `count()`. */
function call(parser: Parser, word: string, start: Span): Node {
  const { from } = parser;
  if (!parser.aggregates) throw fault(from, start, say.AGGREGATE_HERE);
  return deeper(parser, start, () => {
    parser.next++;
    parser.aggregates = false;
    const { name, p } = aggregateNamed(word) ?? { name: 'count', p: null };
    const every = takeSign(parser, '*') || isSign(peek(parser), ')') || isWord(peek(parser), 'where');
    const inner = every ? null : disjunction(parser, false);
    const condition = inner !== null && (isTruth(inner) || name === 'share') ? truthOfNode(from, inner) : null;
    const rank = takeSign(parser, ',') ? rankOf(from, value(parser, sum(parser, true))) : p;
    if (name === 'percentile' && rank === null) throw unexpected(parser, say.WHICH_PERCENTILE);
    const where = takeWord(parser, 'where') ? truthOfNode(from, disjunction(parser, false)) : null;
    if (!takeSign(parser, ')')) throw unexpected(parser, say.CLOSING_BRACKET);
    parser.aggregates = true;
    const [at, end] = [start.at, before(parser)];
    const of = condition === null && inner !== null ? operandTerm(value(parser, inner)) : null;
    const aggregate = { name, value: of, condition, where, p: rank ?? 0.5, text: from.source.slice(at, end) };
    return { kind: 'aggregate', of: aggregate, at, end };
  });
}

/** `95`, `95%` or `0.95` as a probability. */
function rankOf(from: Source, term: Term): number {
  const rank = term.kind === 'number' ? (term.value > 1 ? term.value / 100 : term.value) : Number.NaN;
  if (!(rank >= 0 && rank <= 1)) throw fault(from, term, say.WHICH_PERCENTILE);
  return rank;
}

/** Guards the stack. */
function deeper(parser: Parser, at: Span, parse: () => Node): Node {
  if (parser.depth >= DEEPEST) throw fault(parser.from, at, say.TOO_DEEP);
  parser.depth++;
  const node = parse();
  parser.depth--;
  return node;
}

function inverted(not: boolean, of: Condition): Condition {
  return not ? { kind: 'not', of, at: of.at, end: of.end } : of;
}

/** The node as a value; a condition is none. */
function value({ from }: Parser, node: Node): Term {
  if (isTruth(node)) throw fault(from, node, say.NOT_A_VALUE);
  return node;
}

/** `1 < amount < 5` is nothing; two comparisons are joined by `and`. */
function refuseChain(parser: Parser): void {
  const token = peek(parser);
  if (token.kind === 'sign' && COMPARISONS.includes(token.sign)) throw fault(parser.from, token, say.CHAIN);
}

function peek({ tokens, next }: Parser): Token {
  return tokens[Math.min(next, tokens.length - 1)] as Token;
}

function before({ tokens, next }: Parser): number {
  return tokens[next - 1]?.end ?? 0;
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word;
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === 'sign' && token.sign === sign;
}

function takeWord(parser: Parser, word: string): boolean {
  const is = isWord(peek(parser), word);
  if (is) parser.next++;
  return is;
}

function takeSign(parser: Parser, sign: string): boolean {
  const token = peek(parser);
  const is = token.kind === 'sign' && token.sign === sign;
  if (is) parser.next++;
  return is;
}

function unexpected(parser: Parser, expected: Text): ReturnType<typeof fault> {
  return fault(parser.from, peek(parser), expected);
}
