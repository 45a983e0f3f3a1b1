import type { Text } from '../locale/text.js';
import type { Arithmetic, Comparison, Condition, Expression, Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';
import { isTruth, type Node, nameTerm, truthOfNode } from './nodes.js';
import { magnitude } from './quantities.js';
import { type Token, tokensOf } from './tokens.js';

/** Longer conditions are written by no person; parsing and evaluating stay within the stack. */
const LONGEST_SOURCE = 4000;
/** Brackets and `not` inside one another. */
const DEEPEST = 100;

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];
/** Words with a meaning of their own; a column or text of that name is written in quotes or brackets. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'and or not in is empty null contains matches today as_of'.split(' '),
);

/**
 * Reads a condition such as `region = EMEA and amount >= 100k`.
 *
 * @param place what messages call the place, `--where` or a file with line and column
 * @throws UserError `invalid_expression` with the position; nothing else
 */
export function parseExpression(source: string, place = '--where'): Expression {
  const from: Source = { source, place };
  if (source.length > LONGEST_SOURCE) throw fault(from, { at: LONGEST_SOURCE, end: source.length }, TOO_LONG);
  const parser: Parser = { from, tokens: tokensOf(from), next: 0, depth: 0 };
  if (peek(parser).kind === 'end') throw fault(from, peek(parser), NOTHING);
  const node = disjunction(parser, false);
  const rest = peek(parser);
  if (rest.kind !== 'end') throw fault(from, rest, unexpectedText(rest, from));
  return { source, place, condition: truthOfNode(from, node) };
}

interface Parser {
  readonly from: Source;
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
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
    const other = value(parser, sum(parser, true));
    refuseChain(parser);
    return { kind: 'compare', op, left: of, right: other, at: of.at, end: other.end };
  }
  if (takeWord(parser, 'is')) {
    const not = takeWord(parser, 'not');
    if (!takeWord(parser, 'empty') && !takeWord(parser, 'null')) throw unexpected(parser, IS_EMPTY);
    return inverted(not, { kind: 'empty', of: value(parser, left), at: left.at, end: before(parser) });
  }
  const not = isWord(token, 'not') && !isTruth(left) ? takeWord(parser, 'not') : false;
  if (takeWord(parser, 'in')) return inverted(not, membership(parser, value(parser, left)));
  for (const kind of ['contains', 'matches'] as const) {
    if (!takeWord(parser, kind)) continue;
    const of = value(parser, left);
    const text = value(parser, atom(parser, true));
    return inverted(not, { kind, of, text, at: of.at, end: text.end });
  }
  if (not) throw unexpected(parser, AFTER_NOT);
  return left;
};

/** `in (a, b, c)`, or `in` a period. */
function membership(parser: Parser, of: Term): Condition {
  if (!takeSign(parser, '(')) {
    const period = value(parser, atom(parser, true));
    if (period.kind !== 'period' && period.kind !== 'word' && period.kind !== 'number') {
      throw fault(parser.from, period, LIST_OR_PERIOD);
    }
    return { kind: 'in', of, list: [period], at: of.at, end: period.end };
  }
  const list = [value(parser, sum(parser, true))];
  while (takeSign(parser, ',')) list.push(value(parser, sum(parser, true)));
  if (!takeSign(parser, ')')) throw unexpected(parser, COMMA_OR_BRACKET);
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
    const [a, b] = [value(parser, left), value(parser, part(parser, right))];
    left = { kind: token.sign as Arithmetic, left: a, right: b, at: a.at, end: b.end };
  }
}

const signed: Rule = (parser, right) => {
  const start = peek(parser);
  if (!takeSign(parser, '-')) return atom(parser, right);
  return deeper(parser, start, () => {
    const of = value(parser, signed(parser, right));
    return { kind: 'negate', of, at: start.at, end: of.end };
  });
};

const atom: Rule = (parser, right) => {
  const token = peek(parser);
  const span = { at: token.at, end: token.end };
  if (takeSign(parser, '(')) {
    return deeper(parser, token, () => {
      const inner = disjunction(parser, right);
      if (!takeSign(parser, ')')) throw unexpected(parser, CLOSING_BRACKET);
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
  if (token.kind === 'column') return nameTerm(token.text, false, span);
  if (token.kind === 'quoted') {
    return right ? { kind: 'text', text: token.text, ...span } : nameTerm(token.text, false, span);
  }
  if (token.kind === 'word') {
    const word = token.text.toLowerCase();
    if (word === 'today' || word === 'as_of') return { kind: 'moment', name: word, ...span };
    const next = peek(parser);
    // `USD 5000`
    if (next.kind === 'number' && next.currency === null && /^[A-Z]{3}$/.test(token.text)) {
      parser.next++;
      const { term, used } = magnitude(parser.from, { ...next, currency: token.text }, [peek(parser)]);
      parser.next += used;
      return { ...term, at: token.at };
    }
    if (!KEYWORDS.has(word)) {
      return right ? { kind: 'word', text: token.text, ...span } : nameTerm(token.text, true, span);
    }
  }
  parser.next--;
  throw unexpected(parser, right ? A_VALUE : A_NAME);
};

/** Guards the stack. */
function deeper(parser: Parser, at: Span, parse: () => Node): Node {
  if (parser.depth >= DEEPEST) throw fault(parser.from, at, TOO_DEEP);
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
  if (isTruth(node)) throw fault(from, node, NOT_A_VALUE);
  return node;
}

/** `1 < amount < 5` is nothing; two comparisons are joined by `and`. */
function refuseChain(parser: Parser): void {
  const token = peek(parser);
  if (token.kind === 'sign' && COMPARISONS.includes(token.sign)) throw fault(parser.from, token, CHAIN);
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

function unexpectedText(token: Token, { source }: Source): Text {
  const written = source.slice(token.at, token.end);
  return {
    en: `"${written}" is not expected here; conditions are joined by and, or; a text of several words needs quotes`,
    fa: `انتظار «${written}» اینجا نمی‌رود؛ شرط‌ها با and و or به هم می‌پیوندند و متنِ چندواژه‌ای گیومه می‌خواهد`,
  };
}

const NOTHING: Text = { en: 'the condition is empty', fa: 'شرط خالی است' };
const TOO_LONG: Text = { en: `longer than ${LONGEST_SOURCE} characters`, fa: `بلندتر از ${LONGEST_SOURCE} نویسه` };
const TOO_DEEP: Text = { en: `more than ${DEEPEST} brackets deep`, fa: `بیش از ${DEEPEST} پرانتزِ تودرتو` };
const A_NAME: Text = { en: 'a field or column is missing here', fa: 'اینجا نام یک فیلد یا ستون کم است' };
const A_VALUE: Text = { en: 'a value is missing here', fa: 'اینجا یک مقدار کم است' };
const NOT_A_VALUE: Text = { en: 'this is a condition, not a value', fa: 'این شرط است، نه مقدار' };
const IS_EMPTY: Text = { en: '"is" is followed by empty or not empty', fa: 'پس از is، empty یا not empty می‌آید' };
const AFTER_NOT: Text = {
  en: '"not" is followed here by in, contains or matches',
  fa: 'پس از not اینجا in، contains یا matches می‌آید',
};
const LIST_OR_PERIOD: Text = {
  en: '"in" is followed by a list in brackets, such as (North, South), or by a period, such as 2025-Q3',
  fa: 'پس از in فهرستی در پرانتز مانند (North, South) یا دوره‌ای مانند 2025-Q3 می‌آید',
};
const COMMA_OR_BRACKET: Text = {
  en: 'a comma or the closing bracket of the list is missing here',
  fa: 'اینجا ویرگول یا پرانتز پایانی فهرست کم است',
};
const CLOSING_BRACKET: Text = { en: 'the closing bracket is missing here', fa: 'اینجا پرانتز پایانی کم است' };
const CHAIN: Text = {
  en: 'comparisons do not chain; write: 1000 < amount and amount < 5000',
  fa: 'مقایسه‌ها پشت سر هم نمی‌آیند؛ بنویسید: 1000 < amount and amount < 5000',
};
