/** Figures over many records: `avg(amount)`, `share(outcome = won)`, compared like values of one. */
import { textNumbers } from './cells.js';
import { compileCondition } from './compile.js';
import type { Aggregate, Expression, Span, Term } from './definition.js';
import { fault } from './fault.js';
import { nameCells } from './name-cells.js';
import { asNumber, type NumberAt, type NumberUnit, type Operand, type Setting } from './operand.js';
import * as say from './sentences.js';
import type { ExpressionTable } from './table.js';
import { operandOf } from './term.js';
import { type Test, TRUE } from './truth.js';

/** What an aggregate is made of, ready to be asked for each record. */
export interface AggregateInput {
  readonly name: Aggregate['name'];
  /** The probability of a percentile, 0…1. */
  readonly p: number;
  /** The value of a record; NaN where it has none. Null: the records themselves are counted. */
  readonly value: NumberAt | null;
  /** Of a share, what is true of the records that are counted in it. */
  readonly holds: Test | null;
  /** The records that it is over; null = all of the group. */
  readonly where: Test | null;
  readonly unit: NumberUnit | 'day';
}

/** Works aggregates out: a value per group, NaN where there is none. */
export type Aggregator = (input: AggregateInput) => NumberAt;

/** An aggregate of a condition, with the value that a group has of it. */
export interface AggregateValue {
  /** As it was written. */
  readonly text: string;
  readonly unit: NumberUnit | 'day';
  readonly of: NumberAt;
}

/**
 * Makes a condition over aggregates ready to be asked for each group.
 *
 * @param table the records
 * @param groups what a condition sees of the groups: how many, and the one currency of each
 * @throws UserError `invalid_expression` where its parts do not fit together
 */
export function compileAggregates(
  expression: Expression,
  table: ExpressionTable,
  groups: ExpressionTable,
  aggregator: Aggregator,
): { readonly test: Test; readonly values: readonly AggregateValue[] } {
  const values: AggregateValue[] = [];
  const aggregate = (term: Term & { kind: 'aggregate' }): Operand => {
    const input = inputOf(term.of, term, { from: expression, table });
    const of = aggregator(input);
    values.push({ text: term.of.text, unit: input.unit, of });
    const { at, end } = term;
    return input.unit === 'day'
      ? { kind: 'day', of, at, end }
      : { kind: 'number', of, unit: input.unit, constant: null, at, end };
  };
  const test = compileCondition(expression.condition, { from: expression, table: groups, aggregate });
  return { test, values };
}

function inputOf({ name, value, condition, where, p }: Aggregate, span: Span, setting: Setting): AggregateInput {
  const { from } = setting;
  const made = { name, p, where: where === null ? null : compileCondition(where, setting) };
  const holds = condition === null ? null : compileCondition(condition, setting);
  if (name === 'share' && holds === null) throw fault(from, span, say.SHARE_OF);
  if (name === 'count' || name === 'share') {
    const unit = name === 'share' ? ('ratio' as const) : ('plain' as const);
    return { ...made, holds, value: value === null ? null : presence(value, setting), unit };
  }
  if (value === null) throw fault(from, span, say.AGGREGATE_OF);
  if (name === 'distinct') return { ...made, holds: null, value: distinctOf(value, setting), unit: 'plain' };
  const operand = asNumber(operandOf(value, setting), setting);
  if (operand.kind === 'day') {
    if (name === 'sum' || name === 'avg' || name === 'stddev') throw fault(from, value, say.SUM_OF_DAYS);
    return { ...made, holds: null, value: operand.of, unit: 'day' };
  }
  if (operand.kind !== 'number') throw fault(from, value, say.NO_NUMBER);
  return { ...made, holds: null, value: operand.of, unit: operand.unit };
}

/** 1 where a cell is filled, NaN where it is empty. */
function presence(value: Term, setting: Setting): NumberAt {
  const number = distinctOf(value, setting);
  return (row) => (Number.isNaN(number(row)) ? Number.NaN : 1);
}

/** A number that is equal where the cells are, NaN where one is empty. */
function distinctOf(value: Term, setting: Setting): NumberAt {
  if (value.kind === 'name') {
    const number = textNumbers(nameCells(value, setting.table.deals), new Map());
    return (row) => {
      const known = number(row);
      return known < 0 ? Number.NaN : known;
    };
  }
  const operand = asNumber(operandOf(value, setting), setting);
  if (operand.kind !== 'number' && operand.kind !== 'day') throw fault(setting.from, value, say.NO_NUMBER);
  return operand.of;
}

/** Refuses a condition over aggregates whose parts do not fit together. Needs no file. */
export function checkAggregates(expression: Expression, nothing: ExpressionTable): void {
  compileAggregates(expression, nothing, nothing, () => () => Number.NaN);
}

/** Whether a record counts in an aggregate. */
export function counts({ where }: Pick<AggregateInput, 'where'>, row: number): boolean {
  return where === null || where(row) === TRUE;
}
