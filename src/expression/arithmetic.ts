import { addMonths } from '../model/period.js';
import type { Term } from './definition.js';
import { fault } from './fault.js';
import { asDay, asNumber, constant, type NumberAt, type NumberUnit, type Operand, type Setting } from './operand.js';
import * as say from './sentences.js';

type Sum = Extract<Term, { kind: '+' | '-' | '*' | '/' }>;

/** Arithmetic: days apart, days before and after, and numbers with numbers. */
export function calculated(term: Sum, left: Operand, right: Operand, setting: Setting): Operand {
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
