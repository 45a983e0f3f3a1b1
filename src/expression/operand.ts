import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, NumberColumn, TextColumn } from '../model/column.js';
import { DEAL_FIELDS } from '../model/fields.js';
import { addMonths, type Period } from '../model/period.js';
import { parsePeriod } from '../model/period-parse.js';
import { asTextColumn, type Cells, categoryCells, outcomeCells, textCells } from './cells.js';
import type { Name, Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';
import { nameTerm } from './nodes.js';
import * as say from './sentences.js';
import type { ExpressionTable } from './table.js';

/** A number per row; NaN where it is unknown. */
export type NumberAt = (row: number) => number;
export type NumberUnit = 'plain' | 'money' | 'ratio' | 'days';

/** A term, made ready to be asked for each row. */
export type Operand = Span &
  (
    | {
        readonly kind: 'number';
        readonly at: number;
        readonly of: NumberAt;
        readonly unit: NumberUnit;
        readonly constant: number | null;
        readonly raw?: string;
        readonly percent?: boolean;
      }
    | { readonly kind: 'day'; readonly of: NumberAt }
    | { readonly kind: 'months'; readonly months: number }
    | { readonly kind: 'text'; readonly cells: Cells; readonly outcome: boolean }
    | { readonly kind: 'flag'; readonly column: FlagColumn }
    | { readonly kind: 'literal'; readonly text: string; readonly bare: boolean }
    | { readonly kind: 'period'; readonly period: Period }
  );

/** What terms are made ready with. */
export interface Setting {
  readonly from: Source;
  readonly table: ExpressionTable;
}

/** Makes a term ready. Throws `invalid_expression` where its parts do not fit together. */
export function operandOf(term: Term, setting: Setting): Operand {
  const { from, table } = setting;
  const { at, end } = term;
  switch (term.kind) {
    case 'name':
      return nameOperand(term, setting);
    case 'word':
    case 'text':
      return { kind: 'literal', text: term.text, bare: term.kind === 'word', at, end };
    case 'number': {
      const { value, raw, percent } = term;
      return { ...constant(value, percent ? 'ratio' : 'plain', term), raw, percent };
    }
    case 'money':
      return {
        kind: 'number',
        of: moneyIn(term.value, term.currency, term, setting),
        unit: 'money',
        constant: null,
        at,
        end,
      };
    case 'duration':
      if (term.unit === 'day' || term.unit === 'week')
        return constant(term.value * (term.unit === 'week' ? 7 : 1), 'days', term);
      if (!Number.isInteger(term.value)) throw fault(from, term, say.WHOLE_MONTHS);
      return { kind: 'months', months: term.value * (term.unit === 'year' ? 12 : 1), at, end };
    case 'day':
      return dayConstant(term.day, term);
    case 'moment':
      return dayConstant(term.name === 'today' ? table.today : table.asOf, term);
    case 'period': {
      const period = periodOf(term.raw, table);
      if (period === null) throw fault(from, term, say.noPeriod(term.raw));
      return { kind: 'period', period, at, end };
    }
    case 'negate':
      return negated(operandOf(term.of, setting), term, from);
    default: {
      const left = arithmeticPart(term.left, setting);
      const right = arithmeticPart(term.right, setting);
      return calculated(term, left, right, setting);
    }
  }
}

/** The period that a text names, counted from the run's day. */
export function periodOf(
  raw: string,
  { today, fiscalYearStart = 1, calendar = 'gregorian' }: ExpressionTable,
): Period | null {
  return parsePeriod(raw, { anchor: today, fiscalYearStart, calendar });
}

function constant(value: number, unit: NumberUnit, { at, end }: Span): Extract<Operand, { kind: 'number' }> {
  return { kind: 'number', of: () => value, unit, constant: value, at, end };
}

function dayConstant(day: number, { at, end }: Span): Operand {
  return { kind: 'day', of: () => day, at, end };
}

function nameOperand({ name, field, at, end }: Name, { table: { deals } }: Setting): Operand {
  if (field === null) {
    const column = deals.extra.get(name) ?? { codes: new Uint32Array(deals.size), values: [''] };
    return { kind: 'text', cells: categoryCells(column), outcome: false, at, end };
  }
  if (field === 'outcome') {
    return { kind: 'text', cells: outcomeCells(deals.column('outcome')), outcome: true, at, end };
  }
  const column: unknown = deals.column(field);
  const kind = field === 'customer' ? 'category' : DEAL_FIELDS[field].kind;
  switch (kind) {
    case 'category':
      return { kind: 'text', cells: categoryCells(column as CategoryColumn), outcome: false, at, end };
    case 'text':
      return { kind: 'text', cells: textCells(column as TextColumn), outcome: false, at, end };
    case 'day':
      return { kind: 'day', of: daysIn(column as DayColumn), at, end };
    case 'boolean':
      return { kind: 'flag', column: column as FlagColumn, at, end };
    default: {
      const numbers = column as NumberColumn;
      const unit = kind === 'money' ? 'money' : kind === 'ratio' ? 'ratio' : 'plain';
      return { kind: 'number', of: (row) => numbers[row] as number, unit, constant: null, at, end };
    }
  }
}

function daysIn(days: DayColumn): NumberAt {
  return (row) => {
    const day = days[row] as number;
    return day === NO_DAY ? Number.NaN : day;
  };
}

/** The operand read as numbers, where it is text of a file; itself where it is no text. */
export function asNumber(operand: Operand, { table }: Setting, ratio = false): Operand {
  if (operand.kind !== 'text' || operand.outcome) return operand;
  const column = asTextColumn(operand.cells);
  const numbers = ratio ? table.reading.ratios(column) : table.reading.numbers(column);
  const { at, end } = operand;
  return {
    kind: 'number',
    of: (row) => numbers[row] as number,
    unit: ratio ? 'ratio' : 'plain',
    constant: null,
    at,
    end,
  };
}

/** The operand read as days, where it is text of a file; itself where it is no text. */
export function asDay(operand: Operand, { table }: Setting): Operand {
  if (operand.kind !== 'text' || operand.outcome) return operand;
  const { at, end } = operand;
  return { kind: 'day', of: daysIn(table.reading.days(asTextColumn(operand.cells))), at, end };
}

/** An operand that stands beside a number or day: a bare word there names a field or column. */
export function resolved(operand: Operand, setting: Setting): Operand {
  if (operand.kind !== 'literal' || !operand.bare) return operand;
  return nameOperand(nameTerm(operand.text, true, operand), setting);
}

function arithmeticPart(term: Term, setting: Setting): Operand {
  return resolved(operandOf(term, setting), setting);
}

const RIALS_PER_TOMAN = 10;

/** An amount in the currency of each deal; NaN in another one. Rials and tomans are ten to one, which is exact. */
function moneyIn(value: number, currency: string, span: Span, { from, table: { deals } }: Setting): NumberAt {
  const { codes, values } = deals.column('currency');
  const worth = Float64Array.from(values, (code) => {
    if (code === currency) return value;
    if (code === 'IRR' && currency === 'IRT') return value * RIALS_PER_TOMAN;
    if (code === 'IRT' && currency === 'IRR') return value / RIALS_PER_TOMAN;
    return Number.NaN;
  });
  if (deals.size > 0 && !codes.some((code) => values[code] !== '')) throw fault(from, span, say.noCurrency(currency));
  return (row) => worth[codes[row] as number] as number;
}

function negated(of: Operand, { at, end }: Span, from: Source): Operand {
  if (of.kind === 'months') return { ...of, months: -of.months, at, end };
  if (of.kind !== 'number') throw fault(from, of, say.NO_NUMBER);
  const { constant: value } = of;
  return value === null
    ? { ...of, of: (row) => -of.of(row), at, end }
    : { ...constant(-value, of.unit, { at, end }), raw: `-${of.raw ?? value}` };
}

type Sum = Extract<Term, { kind: '+' | '-' | '*' | '/' }>;

/** Arithmetic: days apart, days before and after, and numbers with numbers. */
function calculated(term: Sum, left: Operand, right: Operand, setting: Setting): Operand {
  const { at, end, kind } = term;
  const { from } = setting;
  const additive = kind === '+' || kind === '-';
  if (additive && right.kind === 'months') {
    const day = asDay(left, setting);
    if (day.kind !== 'day') throw fault(from, right, say.MONTHS_OF_DAYS);
    const months = kind === '-' ? -right.months : right.months;
    const calendar = setting.table.calendar ?? 'gregorian';
    return { kind: 'day', of: monthsLater(day.of, months, calendar), at, end };
  }
  if (additive && (left.kind === 'day' || right.kind === 'day')) {
    const [a, b] = [left.kind === 'day' ? left : asDay(left, setting), right];
    if (a.kind === 'day' && (b.kind === 'day' || b.kind === 'text') && kind === '-') {
      const other = asDay(b, setting);
      if (other.kind === 'day')
        return { kind: 'number', of: (row) => a.of(row) - other.of(row), unit: 'days', constant: null, at, end };
    }
    if (left.kind === 'day' && right.kind === 'number' && (right.unit === 'days' || right.unit === 'plain')) {
      const [day, days] = [left.of, right.of];
      return { kind: 'day', of: kind === '+' ? (row) => day(row) + days(row) : (row) => day(row) - days(row), at, end };
    }
    throw fault(from, term, say.DAY_ARITHMETIC);
  }
  // A column minus or plus so many days is a day.
  if (additive && left.kind === 'text' && right.kind === 'number' && right.unit === 'days') {
    return calculated(term, asDay(left, setting), right, setting);
  }
  const [a, b] = [asNumber(left, setting), asNumber(right, setting)];
  if (a.kind !== 'number') throw fault(from, a, say.NO_NUMBER);
  if (b.kind !== 'number') throw fault(from, b, say.NO_NUMBER);
  const unit = unitOf(kind, a.unit, b.unit);
  if (unit === null) throw fault(from, term, say.UNITS);
  const of = operation(kind, a.of, b.of);
  return a.constant !== null && b.constant !== null
    ? constant(of(0), unit, term)
    : { kind: 'number', of, unit, constant: null, at, end };
}

function operation(kind: Sum['kind'], a: NumberAt, b: NumberAt): NumberAt {
  if (kind === '+') return (row) => a(row) + b(row);
  if (kind === '-') return (row) => a(row) - b(row);
  if (kind === '*') return (row) => a(row) * b(row);
  // Nothing divides by 0: the answer is unknown.
  return (row) => {
    const divisor = b(row);
    return divisor === 0 ? Number.NaN : a(row) / divisor;
  };
}

/** The unit of a result; null where the two have nothing to do with each other. */
function unitOf(kind: Sum['kind'], a: NumberUnit, b: NumberUnit): NumberUnit | null {
  const [plainA, plainB] = [a === 'plain' || a === 'ratio', b === 'plain' || b === 'ratio'];
  if (kind === '+' || kind === '-') return a === b ? a : plainB ? a : plainA ? b : null;
  if (kind === '*') return plainB ? (plainA ? 'plain' : a) : plainA ? b : null;
  // Money per day is a number of its own.
  return a === b || !plainB ? 'plain' : a;
}

function monthsLater(day: NumberAt, months: number, calendar: 'gregorian' | 'jalali'): NumberAt {
  const known = new Map<number, number>();
  return (row) => {
    const from = day(row);
    if (Number.isNaN(from)) return from;
    let later = known.get(from);
    if (later === undefined) {
      later = addMonths(from, months, calendar);
      known.set(from, later);
    }
    return later;
  };
}
