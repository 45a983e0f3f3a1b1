import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import { OUTCOMES } from '../model/outcome.js';
import { cellTest, textNumbers } from './cells.js';
import type { Comparison, Span } from './definition.js';
import { fault } from './fault.js';
import { asDay, asNumber, type NumberAt, type Operand, periodOf, type Setting } from './operand.js';
import * as say from './sentences.js';
import { FALSE, negation, type Test, TRUE, truthOf, UNKNOWN } from './truth.js';

/** A comparison of two operands, made ready. Throws `invalid_expression` where they cannot be compared. */
export function compared(op: Comparison, left: Operand, right: Operand, span: Span, setting: Setting): Test {
  const { from } = setting;
  if (left.kind === 'literal' || left.kind === 'period') return mirrored(op, left, right, span, setting);
  if (left.kind === 'months' || right.kind === 'months') throw fault(from, span, say.MONTHS_OF_DAYS);
  if (left.kind === 'flag') return comparedFlag(op, left, right, span, setting);
  if (left.kind === 'text' && right.kind === 'literal') {
    return comparedText(op, left, right, span, setting);
  }
  if (left.kind === 'day' || right.kind === 'day' || right.kind === 'period') {
    return comparedDay(op, asDay(left, setting), right, span, setting);
  }
  if (right.kind === 'literal') throw fault(from, right, say.notANumber(right.text));
  if (left.kind === 'text' && right.kind === 'text') return comparedTexts(op, left, right, span, setting);
  return comparedNumber(op, left, right, span, setting);
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

/** A field that is yes or no, asked for one of them. */
export function flagged(column: Int8Array, yes: boolean): Test {
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

/** Refuses the name of an outcome that there is not. */
export function checkOutcome(left: TextOperand, right: LiteralOperand, setting: Setting): void {
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
  if (right.kind === 'literal') throw fault(from, right, say.notADay(right.text));
  const other = asDay(right, setting);
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
