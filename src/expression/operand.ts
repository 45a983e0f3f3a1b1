import { NO_DAY } from '../model/civil-day.js';
import { type DayColumn, type FlagColumn, numbersIn, type RatioColumn } from '../model/column.js';
import { DEAL_FIELDS } from '../model/fields.js';
import type { Period } from '../model/period.js';
import { parsePeriod } from '../model/period-parse.js';
import { asTextColumn, type Cells } from './cells.js';
import type { Name, Span, Term } from './definition.js';
import type { Source } from './fault.js';
import { inFiles, nameCells } from './name-cells.js';
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
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'period'; readonly period: Period }
  );

/** What terms are made ready with. */
export interface Setting {
  readonly from: Source;
  readonly table: ExpressionTable;
  /** What an aggregate is for each group; left out where there are no groups. */
  readonly aggregate?: (term: Term & { kind: 'aggregate' }) => Operand;
}

/** The period that a text names, counted from the run's day. */
export function periodOf(
  raw: string,
  { today, fiscalYearStart = 1, fiscalCalendar, calendar = 'gregorian' }: ExpressionTable,
): Period | null {
  return parsePeriod(raw, { anchor: today, fiscalYearStart, fiscalCalendar, calendar });
}

/** A number that is the same for every deal. */
export function constant(value: number, unit: NumberUnit, { at, end }: Span): Extract<Operand, { kind: 'number' }> {
  return { kind: 'number', of: () => value, unit, constant: value, at, end };
}

/** A field or column. */
export function nameOperand(named: Name, { table: { deals } }: Setting): Operand {
  const name = inFiles(named, deals);
  const { field, at, end } = name;
  const kind = field === null || field === 'outcome' || field === 'customer' ? 'category' : DEAL_FIELDS[field].kind;
  if (field === null || kind === 'category' || kind === 'text') {
    return { kind: 'text', cells: nameCells(name, deals), outcome: field === 'outcome', at, end };
  }
  const column: unknown = deals.column(field);
  if (kind === 'day') return { kind: 'day', of: daysIn(column as DayColumn), at, end };
  if (kind === 'boolean') return { kind: 'flag', column: column as FlagColumn, at, end };
  const unit = kind === 'money' ? 'money' : kind === 'ratio' ? 'ratio' : 'plain';
  return { kind: 'number', of: numbersIn(column as RatioColumn), unit, constant: null, at, end };
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
