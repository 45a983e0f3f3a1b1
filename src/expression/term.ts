import { calculated } from './arithmetic.js';
import type { Span, Term } from './definition.js';
import { fault, type Source } from './fault.js';
import { asNumber, constant, type NumberAt, nameOperand, type Operand, periodOf, type Setting } from './operand.js';
import * as say from './sentences.js';

/** Makes a term ready. Throws `invalid_expression` where its parts do not fit together. */
export function operandOf(term: Term, setting: Setting): Operand {
  const { from, table } = setting;
  const { at, end } = term;
  switch (term.kind) {
    case 'name':
      return nameOperand(term, setting);
    case 'word':
    case 'text':
      return { kind: 'literal', text: term.text, at, end };
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
      if (term.name === 'as_of' && table.asOf === null) throw fault(from, term, say.NO_SNAPSHOT);
      return dayConstant(term.name === 'today' ? table.today : (table.asOf ?? table.today), term);
    case 'period': {
      const period = periodOf(term.raw, table);
      if (period === null) throw fault(from, term, say.noPeriod(term.raw));
      return { kind: 'period', period, at, end };
    }
    case 'aggregate':
      if (setting.aggregate === undefined) throw fault(from, term, say.AGGREGATE_HERE);
      return setting.aggregate(term);
    case 'negate':
      return negated(asNumber(operandOf(term.of, setting), setting), term, from);
    default: {
      const left = operandOf(term.left, setting);
      const right = operandOf(term.right, setting);
      return calculated(term, left, right, setting);
    }
  }
}

function dayConstant(day: number, { at, end }: Span): Operand {
  return { kind: 'day', of: () => day, at, end };
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
