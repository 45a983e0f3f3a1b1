import { NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, type RatioColumn, spreadNumbers, type TextColumn } from '../model/column.js';
import { DEAL_FIELDS } from '../model/fields.js';
import { type Cells, categoryCells, outcomeCells, textCells } from './cells.js';
import type { Name } from './definition.js';
import type { ExpressionDeals } from './table.js';

/**
 * The name as what the files have: where no column was taken for a field of ours, a column that is headed by its name
 * and was asked for.
 */
export function inFiles(name: Name, deals: Pick<ExpressionDeals, 'extra' | 'has'>): Name {
  const { field } = name;
  return field !== null && !deals.has(field) && deals.extra.has(name.name) ? { ...name, field: null } : name;
}

/** The cells of a text field or a column; numbers, days and yes or no as the text that each value has. */
export function nameCells(named: Name, deals: ExpressionDeals): Cells {
  const { name, field } = inFiles(named, deals);
  if (field === null) {
    return categoryCells(deals.extra.get(name) ?? { codes: new Uint32Array(deals.size), values: [''] });
  }
  if (field === 'outcome') return outcomeCells(deals.column('outcome'));
  const column: unknown = deals.column(field);
  const kind = field === 'customer' ? 'category' : DEAL_FIELDS[field].kind;
  if (kind === 'category') return categoryCells(column as CategoryColumn);
  if (kind === 'text') return textCells(column as TextColumn);
  if (kind === 'ratio') return valueCells(spreadNumbers(column as RatioColumn), null);
  return valueCells(column as ArrayLike<number>, kind === 'day' ? NO_DAY : kind === 'boolean' ? NO_FLAG : null);
}

const NO_FLAG = -1;

/** A code per distinct value; code 0 where there is none. */
function valueCells(values: ArrayLike<number>, missing: number | null): Cells {
  const codes = new Uint32Array(values.length);
  const texts = [''];
  const known = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === missing || Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) {
      code = texts.push(String(value)) - 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: 'coded', codes, values: texts };
}
