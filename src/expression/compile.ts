import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { DealField } from '../model/deals.js';
import { OUTCOMES } from '../model/outcome.js';
import { cellTest, textNumbers } from './cells.js';
import type { Comparison, Condition, Expression, Span, Term } from './definition.js';
import { fault } from './fault.js';
import {
  asDay,
  asNumber,
  type NumberAt,
  type Operand,
  operandOf,
  periodOf,
  resolved,
  type Setting,
} from './operand.js';
import { textPattern } from './pattern.js';
import * as say from './sentences.js';
import type { ExpressionTable } from './table.js';
import { allOf, anyOf, FALSE, negation, type Test, TRUE, truthOf, UNKNOWN } from './truth.js';

/**
 * Makes a condition ready to be asked for every deal: O(distinct cells) here, then a few steps per row.
 * @throws UserError `invalid_expression` where its parts do not fit together
 */
export function compileExpression(expression: Expression, table: ExpressionTable): Test {
  return compiled(expression.condition, { from: expression, table });
}

/** Refuses an expression whose parts do not fit together. Needs no file: columns are taken to be there. */
export function checkExpression(expression: Expression): void {
  compileExpression(expression, NO_DEALS);
}

const NO_CELLS = { codes: new Uint32Array(0), values: [''] };
const NO_DEALS: ExpressionTable = {
  deals: {
    size: 0,
    extra: new Map(),
    has: () => true,
    // Nothing is looked up in columns of no rows.
    column: (field: DealField) =>
      (field === 'currency' ? NO_CELLS : { ...NO_CELLS, kind: 'dictionary', length: 0 }) as never,
  },
  reading: {
    numbers: () => new Float64Array(0),
    ratios: () => new Float64Array(0),
    days: () => new Int32Array(0),
  },
  asOf: 0,
  today: 0,
};

function compiled(condition: Condition, setting: Setting): Test {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.parts.map((part) => compiled(part, setting)));
    case 'or':
      return anyOf(condition.parts.map((part) => compiled(part, setting)));
    case 'not':
      return negation(compiled(condition.of, setting));
    case 'compare': {
      const left = operandOf(condition.left, setting);
      return compared(condition.op, left, operandOf(condition.right, setting), condition, setting);
    }
    case 'in':
      return member(condition, setting);
    case 'contains':
    case 'matches':
      return textual(condition, setting);
    case 'empty':
      return empty(condition.of, setting);
    default: {
      const operand = operandOf(condition.of, setting);
      if (operand.kind !== 'flag') throw fault(setting.from, condition.of, say.NOT_YES_OR_NO);
      return flagged(operand.column, true);
    }
  }
}

function compared(op: Comparison, left: Operand, right: Operand, span: Span, setting: Setting): Test {
  const { from } = setting;
  if (left.kind === 'literal' || left.kind === 'period') return mirrored(op, left, right, span, setting);
  if (left.kind === 'months' || right.kind === 'months') throw fault(from, span, say.MONTHS_OF_DAYS);
  if (left.kind === 'flag') return comparedFlag(op, left, right, span, setting);
  if (left.kind === 'text' && right.kind === 'literal' && !orderedName(op, right, setting)) {
    return comparedText(op, left, right, span, setting);
  }
  if (left.kind === 'day' || right.kind === 'day' || right.kind === 'period') {
    return comparedDay(op, asDay(left, setting), right, span, setting);
  }
  const other = resolved(right, setting);
  if (other.kind === 'literal') throw fault(from, other, say.notANumber(other.text));
  if (other.kind === 'day') return comparedDay(op, asDay(left, setting), other, span, setting);
  if (left.kind === 'text' && other.kind === 'text') return comparedTexts(op, left, other, span, setting);
  return comparedNumber(op, left, other, span, setting);
}

const MIRROR: { readonly [C in Comparison]: Comparison } = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** A text or period on the left is compared the other way round. */
function mirrored(op: Comparison, left: Operand, right: Operand, span: Span, setting: Setting): Test {
  if (right.kind === 'literal' || right.kind === 'period') throw fault(setting.from, span, say.DIFFERENT_KINDS);
  return compared(MIRROR[op], right, left, span, setting);
}

/** Behind `<` and `>` a bare word is the name of a field: texts have no order. */
function orderedName(op: Comparison, right: Operand & { kind: 'literal' }, setting: Setting): boolean {
  if (op === '=' || op === '!=' || !right.bare) return false;
  return resolved(right, setting).kind !== 'text' || periodOf(right.text, setting.table) !== null;
}

function comparedFlag(
  op: Comparison,
  left: Operand & { kind: 'flag' },
  right: Operand,
  span: Span,
  setting: Setting,
): Test {
  if (right.kind === 'flag' && (op === '=' || op === '!=')) {
    const [a, b] = [left.column, right.column];
    return withSign(op, (row) => (a[row] === -1 || b[row] === -1 ? UNKNOWN : truthOf(a[row] === b[row])));
  }
  const yes = right.kind === 'literal' ? FLAG_WORDS.get(foldText(right.text)) : undefined;
  if (yes === undefined || (op !== '=' && op !== '!=')) throw fault(setting.from, span, say.YES_OR_NO);
  return withSign(op, flagged(left.column, yes));
}

const FLAG_WORDS = new Map([
  ['yes', true],
  ['true', true],
  ['بله', true],
  ['no', false],
  ['false', false],
  ['خیر', false],
]);

function flagged(column: Int8Array, yes: boolean): Test {
  const wanted = yes ? 1 : 0;
  return (row) => (column[row] === -1 ? UNKNOWN : truthOf(column[row] === wanted));
}

function withSign(op: Comparison, equal: Test): Test {
  return op === '!=' ? negation(equal) : equal;
}

type TextOperand = Operand & { readonly kind: 'text' };
type LiteralOperand = Operand & { readonly kind: 'literal' };

function comparedText(op: Comparison, left: TextOperand, right: LiteralOperand, span: Span, setting: Setting): Test {
  if (op !== '=' && op !== '!=') throw fault(setting.from, span, say.TEXT_ORDER);
  checkOutcome(left, right, setting);
  const wanted = foldText(right.text);
  return withSign(
    op,
    cellTest(left.cells, (folded) => truthOf(folded === wanted)),
  );
}

function checkOutcome(left: TextOperand, right: LiteralOperand, setting: Setting): void {
  const written = foldText(right.text);
  if (!left.outcome || (OUTCOMES as readonly string[]).includes(written)) return;
  throw fault(setting.from, right, say.noOutcome(right.text, suggest(written, OUTCOMES)));
}

function comparedTexts(op: Comparison, left: TextOperand, right: TextOperand, span: Span, setting: Setting): Test {
  if (op !== '=' && op !== '!=') throw fault(setting.from, span, say.TEXT_ORDER);
  const known = new Map<string, number>();
  const [a, b] = [textNumbers(left.cells, known), textNumbers(right.cells, known)];
  return withSign(op, (row) => {
    const [one, other] = [a(row), b(row)];
    return one < 0 || other < 0 ? UNKNOWN : truthOf(one === other);
  });
}

function comparedDay(op: Comparison, left: Operand, right: Operand, span: Span, setting: Setting): Test {
  const { from, table } = setting;
  const written = right.kind === 'literal' ? right.text : right.kind === 'number' ? yearOf(right) : null;
  const period = right.kind === 'period' ? right.period : written === null ? null : periodOf(written, table);
  if (left.kind !== 'day') throw fault(from, left, right.kind === 'period' ? say.PERIOD_OF_DAYS : say.DIFFERENT_KINDS);
  if (period !== null) return comparedPeriod(op, left.of, period);
  if (right.kind === 'literal' && !right.bare) throw fault(from, right, say.notADay(right.text));
  const other = asDay(resolved(right, setting), setting);
  if (other.kind !== 'day') throw fault(from, span, say.DIFFERENT_KINDS);
  return numeric(op, left.of, other.of);
}

/** `closed_at >= 2025`: four digits beside a day are a year. */
function yearOf({ constant, raw }: Operand & { kind: 'number' }): string | null {
  return constant !== null && raw !== undefined && /^\d{4}$/.test(raw) ? raw : null;
}

/** `=` lies in it, `<` before it, `>` after it. */
function comparedPeriod(op: Comparison, of: NumberAt, { start, end }: { start: number; end: number }): Test {
  if (op === '=' || op === '!=') {
    return withSign(op, (row) => {
      const day = of(row);
      return Number.isNaN(day) ? UNKNOWN : truthOf(day >= start && day < end);
    });
  }
  const bound = op === '<' || op === '>=' ? start : end;
  return numeric(op === '<' || op === '<=' ? '<' : '>=', of, () => bound);
}

function comparedNumber(op: Comparison, left: Operand, right: Operand, span: Span, setting: Setting): Test {
  const { from } = setting;
  if (left.kind === 'text' && right.kind === 'number' && right.raw !== undefined && (op === '=' || op === '!=')) {
    return withSign(op, equalNumber(left, right, setting));
  }
  const share = (one: Operand): boolean => one.kind === 'number' && one.percent === true;
  const a = asNumber(left, setting, share(right));
  const b = asNumber(right, setting, share(left));
  if (a.kind !== 'number' || b.kind !== 'number') throw fault(from, span, say.DIFFERENT_KINDS);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.unit === 'ratio' && one.constant === null && other.constant !== null && other.constant > 1) {
      throw fault(from, other, say.PROBABILITY);
    }
    if (one.unit === 'days' && other.unit === 'money') throw fault(from, span, say.DIFFERENT_KINDS);
  }
  return numeric(op, a.of, b.of);
}

/** A cell equals a number when it is that number, or is written like it: `0012` is a contract, not twelve. */
function equalNumber(left: TextOperand, right: Operand & { kind: 'number' }, setting: Setting): Test {
  if (left.outcome) throw fault(setting.from, right, say.DIFFERENT_KINDS);
  const wanted = foldText(right.raw ?? '');
  const written = cellTest(left.cells, (folded) => truthOf(folded === wanted));
  const read = asNumber(left, setting, right.percent === true);
  if (read.kind !== 'number') return written;
  const { of } = read;
  const value = right.constant;
  return (row) => {
    const truth = written(row);
    return truth === FALSE && of(row) === value ? TRUE : truth;
  };
}

function numeric(op: Comparison, a: NumberAt, b: NumberAt): Test {
  switch (op) {
    case '<':
      return (row) => ordered(a(row) - b(row), (difference) => difference < 0);
    case '<=':
      return (row) => ordered(a(row) - b(row), (difference) => difference <= 0);
    case '>':
      return (row) => ordered(a(row) - b(row), (difference) => difference > 0);
    case '>=':
      return (row) => ordered(a(row) - b(row), (difference) => difference >= 0);
    case '=':
      return (row) => ordered(a(row) - b(row), (difference) => difference === 0);
    default:
      return (row) => ordered(a(row) - b(row), (difference) => difference !== 0);
  }
}

function ordered(difference: number, holds: (difference: number) => boolean): 0 | 1 | 2 {
  return Number.isNaN(difference) ? UNKNOWN : truthOf(holds(difference));
}

function member(condition: Condition & { kind: 'in' }, setting: Setting): Test {
  const left = operandOf(condition.of, setting);
  const list = condition.list.map((term) => operandOf(term, setting));
  const texts = list.filter((one) => one.kind === 'literal');
  if (left.kind === 'text' && texts.length === list.length && !(list.length === 1 && periodOnly(condition))) {
    for (const text of texts) checkOutcome(left, text, setting);
    const wanted = new Set(texts.map(({ text }) => foldText(text)));
    return cellTest(left.cells, (folded) => truthOf(wanted.has(folded)));
  }
  return anyOf(list.map((one) => compared('=', left, one, condition, setting)));
}

function periodOnly({ list }: Condition & { kind: 'in' }): boolean {
  return list[0]?.kind === 'period';
}

function textual(condition: Condition & { kind: 'contains' | 'matches' }, setting: Setting): Test {
  const { from } = setting;
  const left = operandOf(condition.of, setting);
  const { text: term } = condition;
  const text = term.kind === 'text' || term.kind === 'word' ? term.text : term.kind === 'number' ? term.raw : null;
  if (left.kind !== 'text') throw fault(from, condition.of, say.TEXT_WANTED);
  if (text === null) throw fault(from, term, say.TEXT_WANTED);
  if (condition.kind === 'contains') {
    const wanted = foldText(text);
    return cellTest(left.cells, (folded) => truthOf(folded.includes(wanted)));
  }
  const pattern = textPattern(text, (detail) => fault(from, term, detail));
  return cellTest(left.cells, (folded, cell) => truthOf(pattern(folded, cell)));
}

function empty(term: Term, setting: Setting): Test {
  if (term.kind !== 'name') throw fault(setting.from, term, say.EMPTY_OF);
  const operand = operandOf(term, setting);
  switch (operand.kind) {
    case 'text':
      return cellTest(operand.cells, () => FALSE, TRUE);
    case 'flag': {
      const { column } = operand;
      return (row) => truthOf(column[row] === -1);
    }
    case 'number':
    case 'day': {
      const { of } = operand;
      return (row) => truthOf(Number.isNaN(of(row)));
    }
    default:
      throw fault(setting.from, term, say.EMPTY_OF);
  }
}
