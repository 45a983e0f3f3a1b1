import { foldText } from '../locale/fold.js';
import type { DealField } from '../model/deals.js';
import { cellTest } from './cells.js';
import { checkOutcome, compared, flagged } from './compare.js';
import type { Condition, Expression, Term } from './definition.js';
import { fault } from './fault.js';
import type { Setting } from './operand.js';
import { textPattern } from './pattern.js';
import * as say from './sentences.js';
import type { ExpressionTable } from './table.js';
import { operandOf } from './term.js';
import { allOf, anyOf, FALSE, negation, type Test, TRUE, truthOf } from './truth.js';

/**
 * Makes a condition ready to be asked for every deal: O(distinct cells) here, then a few steps per row.
 * @throws UserError `invalid_expression` where its parts do not fit together
 */
export function compileExpression(expression: Expression, table: ExpressionTable): Test {
  return compileCondition(expression.condition, { from: expression, table });
}

/** Refuses an expression whose parts do not fit together. Needs no file: columns are taken to be there. */
export function checkExpression(expression: Expression): void {
  compileExpression(expression, NO_DEALS);
}

const NO_CELLS = { codes: new Uint32Array(0), values: [''] };
/** No records, in which every field and column is taken to be there. */
export const NO_DEALS: ExpressionTable = {
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

/** A condition, or a part of one. Throws `invalid_expression` where its parts do not fit together. */
export function compileCondition(condition: Condition, setting: Setting): Test {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.parts.map((part) => compileCondition(part, setting)));
    case 'or':
      return anyOf(condition.parts.map((part) => compileCondition(part, setting)));
    case 'not':
      return negation(compileCondition(condition.of, setting));
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

function member(condition: Condition & { kind: 'in' }, setting: Setting): Test {
  const left = operandOf(condition.of, setting);
  const list = condition.list.map((term) => operandOf(term, setting));
  const texts = list.filter((one) => one.kind === 'literal');
  if (left.kind === 'text' && texts.length === list.length) {
    for (const text of texts) checkOutcome(left, text, setting);
    const wanted = new Set(texts.map(({ text }) => foldText(text)));
    return cellTest(left.cells, (folded) => truthOf(wanted.has(folded)));
  }
  return anyOf(list.map((one) => compared('=', left, one, condition, setting)));
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
